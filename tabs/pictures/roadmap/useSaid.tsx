/** What the road map says of each initiative: to a screen reader, in its card, and in its row of the table. */
import { useCallback } from 'react'
import type { Initiative } from '#src/lists/initiatives.ts'
import { type Interval, intervalOf } from '#src/rules/pictures/roadmap.ts'
import type { RoadmapPoint } from '#src/rules/pictures/roadmapPoints.ts'
import { formatList } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { initiativeHref } from '../PicturePage.tsx'
import { conflictText, intervalText, pointText } from './conflictText.ts'
import type { Drawn } from './useFacts.ts'
import type { Attempt } from './useTry.ts'

export function useSaid(
  { byKey, waits, conflicts }: Drawn,
  { points, attempt }: { points: ReadonlyMap<string, readonly RoadmapPoint[]>; attempt: Attempt | undefined },
) {
  const words = useWords()
  const { t, locale } = words
  const { today } = useSession()
  const titleOf = useCallback((key: string) => byKey.get(key)?.title ?? '', [byKey])
  const clashesOf = useCallback(
    (key: string) => (conflicts.get(key) ?? []).map((conflict) => conflictText(conflict, titleOf, words)),
    [conflicts, titleOf, words],
  )
  const pointsOf = useCallback(
    (key: string) => (points.get(key) ?? []).map((point) => pointText(point, today, words)),
    [points, today, words],
  )
  const labelOf = useCallback(
    (key: string) => {
      const one = byKey.get(key)
      const interval = attempt?.key === key ? attempt.interval : one && intervalOf(one)
      return [
        `${one?.number} ${one?.title}`,
        interval && intervalText(interval, words),
        one?.external && t('pictures.external'),
        ...clashesOf(key),
        ...pointsOf(key),
      ]
        .filter(Boolean)
        .join(', ')
    },
    [byKey, attempt, clashesOf, pointsOf, words, t],
  )
  const neededBy = (key: string) => waits.filter(({ from }) => from === key).map(({ to }) => titleOf(to))
  const rowOf = (one: Initiative) => {
    const interval = intervalOf(one)
    const quarter = (at: Interval['to']) =>
      at === undefined ? '' : intervalText({ from: at, to: at }, words)
    return {
      key: one.key,
      href: initiativeHref(one.key),
      cells: [
        `${one.number} ${one.title}${one.external ? ` (${t('pictures.external').toLowerCase()})` : ''}`,
        one.portfolio.title,
        quarter(interval?.from) || (one.start ?? ''),
        quarter(interval?.to) || (one.plannedEnd ?? ''),
        formatList(neededBy(one.key), locale),
        clashesOf(one.key).join(' '),
        formatList(pointsOf(one.key), locale),
      ],
    }
  }
  const cardOf = (key: string) => {
    const one = byKey.get(key)
    const interval = one && intervalOf(one)
    const needed = neededBy(key)
    const decided = pointsOf(key)
    return (
      <>
        <strong>{one?.title}</strong>
        <p>
          {one?.number} · {interval && intervalText(interval, words)}
          {one?.external && ` · ${t('pictures.external')}`}
        </p>
        {needed.length > 0 && (
          <p>
            {t('pictures.waitsFor')}: {formatList(needed, locale)}
          </p>
        )}
        {clashesOf(key).map((clash) => (
          <p key={clash}>▲ {clash}</p>
        ))}
        {decided.length > 0 && <p>{decided.join(' · ')}</p>}
      </>
    )
  }
  return { titleOf, labelOf, rowOf, cardOf }
}
