/** Portfolios, and which process their initiatives follow. */
import { choice, number, person, ref, text } from './columns.ts'
import { defineList, type ItemOf } from './list.ts'

export const processNames = {
  behovsprocessen: 'Behovsprocessen',
  portfoljprocessen: 'Portföljprocessen',
} as const
export type ProcessName = keyof typeof processNames

export const portfolios = defineList('Portfolios', 'Portföljer', {
  title: text('Namn', { required: true }),
  code: text('Kod', { required: true, indexed: true }),
  process: choice('Process', processNames, { required: true }),
  unit: ref('Enhet'),
  owner: person('Portföljägare'),
  board: ref('Styrande forum'),
  /** What its business cases are discounted by; empty for the common rate. */
  discountPercent: number('Kalkylränta (%)'),
})
export type Portfolio = ItemOf<typeof portfolios>
