/** Why a need doesn't go on: when, by whom, on what grounds, and what it became part of. */
import { Link } from 'wouter'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Happening } from '#src/rules/initiatives/progress.ts'
import { formatDay } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import type { NameOf } from '../ui/useDecisionNames.ts'
import { MadeDecision } from './MadeDecision.tsx'

export function Ended({
  initiative,
  end,
  nameOf,
}: {
  initiative: Initiative
  end: Happening | undefined
  nameOf: NameOf
}) {
  const { t, word, locale } = useWords()
  const { today } = useSession()
  const { state, mergedInto } = initiative
  if (state === 'active') return null
  return (
    <>
      <p>
        {end
          ? t(`ended.${state}`, { day: formatDay(end.day, locale, today) })
          : t('happened.endUnknown', { state: word('states', state).toLowerCase() })}
      </p>
      {end?.decisions
        .filter((d) => d.toState === state)
        .map((d) => (
          <MadeDecision key={d.key} decision={d} name={nameOf(d)} />
        ))}
      {mergedInto && (
        <p>
          {t('happened.partOf')}{' '}
          <Link href={`/need/${encodeURIComponent(mergedInto.key)}`}>{mergedInto.title}</Link>.
        </p>
      )}
      {state !== 'merged' && <p>{t('happened.reopen')}</p>}
    </>
  )
}
