/** What a unit is to receive, month by month: roll-outs, training and stand-ins, also from projects that others lead. */
import { choice, day, note, number, ref, text } from './columns.ts'
import { defineList, type DraftOf, type ItemOf } from './list.ts'

export const receptionKinds = {
  rollout: 'Införande',
  training: 'Utbildning',
  standIns: 'Vikarier',
} as const
export type ReceptionKind = keyof typeof receptionKinds

/** One initiative's claim on one unit. What the unit has room for is kept with the unit (`receivingDays`). */
export const receptions = defineList(
  'Receptions',
  'Planerat mottagande',
  {
    title: text('Vad som tas emot', { required: true }),
    initiative: ref('Initiativ', { required: true, indexed: true }),
    unit: ref('Mottagande enhet', { required: true, indexed: true }),
    kind: choice('Slag', receptionKinds, { required: true }),
    from: day('Från', { required: true }),
    to: day('Till', { required: true }),
    days: number('Persondagar per månad', { least: 0 }),
    note: note('Anmärkning'),
  },
  { load: 'route', twin: true },
)
export type Reception = ItemOf<typeof receptions>
export type ReceptionDraft = DraftOf<typeof receptions>
