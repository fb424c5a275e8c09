/** What a choice may use: frames and person-days of each year, as decided or as set by hand. */
import type { Ref } from '#src/lists/columns.ts'
import type { FrameYearDraft, ResourceDraft, ScenarioSettings } from '#src/lists/prioritising.ts'
import type { AmountLimit, ReceivingLimit } from '../selection.ts'
import { frameOf } from './frames.ts'

export interface LimitRows {
  /** Those the forum governs. */
  portfolios: readonly Ref[]
  /** It governs all there are: what all may use together counts too. */
  isWhole: boolean
  resources: readonly Pick<ResourceDraft, 'portfolio' | 'initiative' | 'year' | 'days' | 'archived'>[]
  frames: readonly FrameYearDraft[]
}

/** `2027`, or `pf-vp/2027`: how settings name a limit; `u-hospital/2027-Q1` for a unit's room. */
export const limitName = (limit: LimitName): string => {
  if ('unit' in limit) return `${limit.unit}/${limit.quarter}`
  return limit.portfolio === undefined ? String(limit.year) : `${limit.portfolio}/${limit.year}`
}
type LimitName = Pick<AmountLimit, 'year' | 'portfolio'> | Pick<ReceivingLimit, 'unit' | 'quarter'>

/** Frames less what is kept for concepts, and person-days; what is set by hand instead. */
export function limitsOf(
  { frames, resources, portfolios, isWhole }: LimitRows,
  { years, frames: byHand, personDays }: ScenarioSettings,
): { limits: AmountLimit[]; unlimited: Pick<AmountLimit, 'year' | 'portfolio'>[] } {
  const limits: AmountLimit[] = []
  const unlimited: Pick<AmountLimit, 'year' | 'portfolio'>[] = []
  for (const year of years) {
    for (const portfolio of [...portfolios.map(({ key }) => key), ...(isWhole ? [undefined] : [])]) {
      const where = { year, ...(portfolio !== undefined && { portfolio }) }
      const name = limitName(where)
      const frame = frameOf(frames, where)
      const kr = byHand[name] ?? (frame && Math.max(frame.amountKr - frame.conceptKr, 0))
      if (kr !== undefined) limits.push({ of: 'cost', ...where, most: kr })
      else if (portfolio !== undefined) unlimited.push(where)
      const rows = resources.filter(
        (row) => !row.archived && !row.initiative && row.year === year && row.portfolio?.key === portfolio,
      )
      const days =
        personDays[name] ?? (rows.length > 0 ? rows.reduce((sum, row) => sum + row.days, 0) : undefined)
      if (days !== undefined) limits.push({ of: 'personDays', ...where, most: days })
    }
  }
  return { limits, unlimited }
}
