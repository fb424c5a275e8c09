/** Conflicts of the road map, its times and points, and what units get too much of, in words. */
import { type Conflict, type Interval, quarterText } from '#src/rules/pictures/roadmap.ts'
import type { Day } from '#src/lists/columns.ts'
import type { RoadmapPoint } from '#src/rules/pictures/roadmapPoints.ts'
import type { LoadChange } from '#src/rules/pictures/triedLoad.ts'
import { formatDay, formatList, formatMonth, formatQuarter } from '#src/text/format.ts'
import type { Words } from '#src/text/words.ts'

/** Beside a bar, where there is little room: `2 kv för sent`. */
export function shortConflict(conflict: Conflict, { t }: Words): string {
  if (conflict.kind === 'stopped') return t('pictures.clashStoppedShort')
  return t(conflict.kind === 'legal' ? 'pictures.clashLegalShort' : 'pictures.clashLateShort', {
    count: conflict.late,
  })
}

/** In full, with what is waited for. */
export function conflictText(conflict: Conflict, titleOf: (key: string) => string, { t }: Words): string {
  switch (conflict.kind) {
    case 'stopped':
      return t('pictures.clashStopped', { needs: titleOf(conflict.needs) })
    case 'legal':
      return t('pictures.clashLegal', { count: conflict.late })
    case 'late':
      return t(conflict.isAfterEnd ? 'pictures.clashAfterEnd' : 'pictures.clashAfterStart', {
        needs: titleOf(conflict.needs),
        count: conflict.late,
      })
  }
}

/** `kv 3 2026–kv 2 2027`; without an end, from when. */
export function intervalText({ from, to }: Interval, { t, locale }: Words): string {
  const first = formatQuarter(quarterText(from), locale)
  if (to === undefined) return t('pictures.openEnd', { from: first })
  const last = formatQuarter(quarterText(to), locale)
  return first === last ? first : `${first}–${last}`
}

/** What a unit gets too much of by a new time, or gets rid of. */
export const loadText = (
  key: 'pictures.loadMore' | 'pictures.loadLess',
  { unit, count, worst, overDays }: LoadChange,
  { t, locale }: Words,
): string => t(key, { unit: unit.title, count, month: formatMonth(worst, locale), days: overDays })

/** `BP3 beslutad 12 sep. 2026`. */
export function pointText({ day, kind, what }: RoadmapPoint, today: Day, { t, word, locale }: Words): string {
  const date = formatDay(day, locale, today)
  if (kind === 'legal') return t('pictures.pointLegal', { day: date })
  const names = what.map((one) => ('gate' in one ? word('decisionMatters', one.gate) : one.title))
  return t(kind === 'passed' ? 'pictures.pointPassed' : 'pictures.pointPlanned', {
    what: formatList([...new Set(names)], locale),
    day: date,
  })
}
