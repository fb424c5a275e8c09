/** Conflicts of the road map, and its times, in words. */
import { type Conflict, type Interval, quarterText } from '#src/rules/pictures/roadmap.ts'
import { formatQuarter } from '#src/text/format.ts'
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
