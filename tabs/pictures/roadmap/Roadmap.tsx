/** The road map in its frame: three years of quarters, what clashes, and a time that may be tried and saved. */
import { useCallback, useMemo, useRef, useState } from 'react'
import { type Initiative, initiatives as initiativesList } from '#src/lists/initiatives.ts'
import { firstDayOfQuarter, intervalOf, weightOf } from '#src/rules/pictures/roadmap.ts'
import { compareTexts, formatNumber } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { useKeys } from '../../ui/keys/keys.ts'
import { Picture } from '../../ui/picture/Picture.tsx'
import { timeKeys } from '../../ui/picture/pictureKeys.ts'
import { useMatches } from '../../ui/table/useMatches.ts'
import { initiativeHref } from '../PicturePage.tsx'
import { Unread } from '../../ui/Unread.tsx'
import { groupings, QUARTERS, useRoadmapState } from './address.ts'
import { Chart } from './Chart.tsx'
import { conflictText } from './conflictText.ts'
import { HEAD, LINE } from './layout.ts'
import { roadmapLegend } from './legend.tsx'
import { rowsOf } from './lines.ts'
import { Proposal } from './Proposal.tsx'
import { Sheets } from './Sheets.tsx'
import { Head } from './Time.tsx'
import { Unknown } from './Unknown.tsx'
import { useFacts } from './useFacts.ts'
import { usePoints } from './usePoints.ts'
import { useSaid } from './useSaid.tsx'
import { useTry } from './useTry.ts'
import styles from './Roadmap.module.css'

const NARROW = '(max-width: 640px)'
const MOST_HEIGHT = 560

export function Roadmap({ shown, width }: { shown: readonly Initiative[]; width: number }) {
  const words = useWords()
  const { t, locale } = words
  useKeys(timeKeys)
  const { today } = useSession()
  const narrow = useMatches(NARROW)
  const [state, change] = useRoadmapState(today)
  const [said, setSaid] = useState('')
  const scroller = useRef<HTMLDivElement>(null)
  const layout = useMemo(
    () => ({ names: 246, width: Math.max(560, width), from: state.from }),
    [width, state.from],
  )
  const timeOf = useCallback(
    (key: string) => {
      const one = shown.find((other) => other.key === key)
      return one && intervalOf(one)
    },
    [shown],
  )
  const trying = useTry(timeOf)
  const { attempt, lifted, tryTime, cancel, keys } = trying
  const drawn = useFacts(attempt)
  const { facts, byKey, waits, conflicts } = drawn
  const { points, error, reload } = usePoints(shown, firstDayOfQuarter(state.from))
  const { titleOf, labelOf, rowOf, cardOf } = useSaid(drawn, { points, attempt })
  const rows = useMemo(
    () =>
      rowsOf(shown, {
        by: state.by,
        folded: state.folded,
        clashing: new Set(conflicts.keys()),
        words: {
          external: t('pictures.externals'),
          none: t('portfolio.none'),
          compare: compareTexts(locale),
        },
      }),
    [shown, state, conflicts, t, locale],
  )
  const isGroup = (key: string) => rows.lines.some((line) => line.kind === 'group' && line.key === key)
  const fold = (key: string) => {
    if (!isGroup(key)) return false
    const folded = new Set(state.folded)
    if (!folded.delete(key)) folded.add(key)
    change({ folded })
    return true
  }

  const clashing = shown
    .flatMap((one) => (conflicts.get(one.key) ?? []).map((conflict) => ({ one, conflict })))
    .toSorted((a, b) => weightOf(b.conflict) - weightOf(a.conflict))
  const [worst] = clashing
  const last = Math.floor((state.from + QUARTERS - 1) / 4)
  const says = [
    t('pictures.roadmapSay', {
      count: formatNumber(shown.length - rows.unknown.length, locale),
      from: Math.floor(state.from / 4),
      to: last,
    }),
    worst
      ? t('pictures.roadmapClashes', {
          count: formatNumber(clashing.length, locale),
          title: worst.one.title,
          why: conflictText(worst.conflict, titleOf, words),
        })
      : t('pictures.roadmapClear'),
    rows.unknown.length > 0 &&
      t('pictures.roadmapUnknown', { count: formatNumber(rows.unknown.length, locale) }),
  ]
    .filter(Boolean)
    .join(' ')
  const tried = attempt && byKey.get(attempt.key)
  const whole = rows.lines.length * LINE + HEAD
  const height = Math.min(MOST_HEIGHT, whole + 2)
  const chart = { rows, waits, conflicts, points, labelOf, attempt, lifted, today }
  return (
    <>
      {error !== undefined && <Unread reload={reload} about={t('pictures.pointsUnread')} />}
      <Picture
        name='roadmap'
        title={t('pictures.roadmapTitle', { from: Math.floor(state.from / 4), to: last })}
        says={says}
        width={layout.width}
        height={height}
        tall={{
          height: whole,
          scroller,
          head: { height: HEAD, drawn: <Head layout={layout} today={today} /> },
        }}
        marks={rows.lines.map(({ key }, i) => ({ key, x: 0, y: i * LINE }))}
        hrefOf={initiativeHref}
        press={fold}
        reveal={(key) => show(scroller.current, rows.lineOf.get(key) ?? lineOfGroup(key), height)}
        keys={(event, mark) =>
          keys(event, mark, () =>
            scroller.current?.closest('figure')?.querySelector<HTMLElement>('[data-save]')?.focus(),
          )
        }
        renderCard={(key) => !isGroup(key) && attempt === undefined && cardOf(key)}
        onlyTable={narrow ? t('pictures.wider') : undefined}
        sheets={<Sheets facts={chart} from={state.from} />}
        legend={roadmapLegend(t)}
        tools={
          <span className={styles.tools}>
            <select
              aria-label={t('pictures.groupBy')}
              value={state.by}
              onChange={({ target }) =>
                change({
                  by: groupings.find((one) => one === target.value) ?? 'portfolio',
                  folded: new Set(),
                })
              }
            >
              {groupings.map((one) => (
                <option key={one} value={one}>
                  {t(`pictures.by.${one}`)}
                </option>
              ))}
            </select>
            <button type='button' className={styles.button} onClick={() => change({ from: state.from - 4 })}>
              ◂ {t('pictures.earlier')}
            </button>
            <button type='button' className={styles.button} onClick={() => change({ from: state.from + 4 })}>
              {t('pictures.later')} ▸
            </button>
          </span>
        }
        table={() => ({
          columns: [
            { name: t('pictures.initiative') },
            { name: t('pictures.by.portfolio') },
            { name: words.label(initiativesList, 'start') },
            { name: words.label(initiativesList, 'plannedEnd') },
            { name: t('pictures.waitsFor') },
            { name: t('pictures.clashes') },
            { name: t('pictures.decisionPoints') },
          ],
          rows: shown.map(rowOf),
        })}
        beside={
          <>
            <p role='status' className={styles.saved}>
              {said}
            </p>
            {tried && attempt && (
              <Proposal
                one={tried}
                interval={attempt.interval}
                facts={facts}
                change={(interval) => tryTime(attempt.key, interval)}
                close={(told = '') => {
                  cancel()
                  setSaid(told)
                }}
              />
            )}
            {rows.unknown.length > 0 && <Unknown unknown={rows.unknown} />}
          </>
        }
      >
        <Chart facts={chart} layout={layout} height={height} scroller={scroller} trying={trying} />
      </Picture>
    </>
  )

  function lineOfGroup(key: string) {
    return rows.lines.findIndex((line) => line.key === key)
  }
}

/** Brings a line into sight, below the head. */
function show(box: HTMLElement | null, line: number, height: number) {
  if (!box || line < 0) return
  const top = line * LINE
  if (top < box.scrollTop) box.scrollTo({ top })
  else if (top + LINE > box.scrollTop + height - HEAD) box.scrollTo({ top: top + LINE - height + HEAD })
}
