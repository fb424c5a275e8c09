/** What the portfolio is looked at along besides what every gate asks for, and the shares a forum wants kept. */
import { choice, number, ref, text } from './columns.ts'
import { defineList, type DraftOf, type ItemOf } from './list.ts'

/** The installation's own axes: their words are changed here, and stand in SharePoint as they are written (S2). */
export const pios = {
  process: 'Process',
  information: 'Information',
  organisation: 'Organisation',
  system: 'System',
} as const
export const complexities = { simple: 'Enkel', complex: 'Komplex' } as const
export const natures = { infrastructure: 'Infrastruktur', directBenefit: 'Direkt nytta' } as const

/** Columns of an initiative that it can be placed by. */
export const balanceAxes = {
  pios: 'PiOS',
  complexity: 'Komplexitet',
  nature: 'Karaktär',
  legal: 'Lagkrav',
  scope: 'Omfattning',
  type: 'Initiativtyp',
  unit: 'Enhet',
  portfolio: 'Portfölj',
  stage: 'Steg',
} as const
export type Axis = keyof typeof balanceAxes

export const measures = { kr: 'Kronor', count: 'Antal' } as const
export type Measure = keyof typeof measures

/** A share that a forum wants kept: at least, at most, or between, in per cent of kronor or of how many. */
export const corridors = defineList(
  'Corridors',
  'Korridorer',
  {
    title: text('Korridor', { required: true }),
    forum: ref('Forum', { required: true, indexed: true }),
    axis: choice('Axel', balanceAxes, { required: true }),
    value: text('Värde på axeln', { required: true }),
    measure: choice('Mäts i', measures, { required: true }),
    leastPercent: number('Minst (%)'),
    mostPercent: number('Högst (%)'),
  },
  { load: 'route' },
)
export type Corridor = ItemOf<typeof corridors>
export type CorridorDraft = DraftOf<typeof corridors>
