/** By what rows are grouped, and which groups are folded: what the address says of it. Grouping itself comes when it is asked for. */
import type { ColumnName } from './columns.ts'

export const groupings = [
  'department',
  'unit',
  'stage',
  'portfolio',
  'type',
  'legal',
  'start',
] as const satisfies readonly ColumnName[]
export type Grouping = (typeof groupings)[number]

/** Which groups are folded: those named, or all but those named. */
export interface Folded {
  all: boolean
  but: readonly string[]
}
export const nothingFolded: Folded = { all: false, but: [] }

export const isOpen = ({ all, but }: Folded, key: string) => but.includes(key) === all

export const withFolded = (folded: Folded, key: string, open: boolean): Folded => {
  const others = folded.but.filter((one) => one !== key)
  return { all: folded.all, but: open === folded.all ? [...others, key] : others }
}
