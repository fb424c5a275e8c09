/** What the initiative's page says of what units are to receive, in English. */
import { receptionKinds, receptions } from '#src/lists/receptions.ts'
import type { sentences as swedish } from '../sv/receptions.ts'

export const sentences = {
  'receptions.title': 'Receiving',
  'receptions.says': '{count} {count|unit receives|units receive}, all fits',
  'receptions.saysOver': '{count} {count|unit receives|units receive}, too much on {over}',
  'receptions.none':
    'Nobody has planned which units receive it and when. Add roll-out, training and stand-ins to see whether the units have room.',
  'receptions.notRead': 'What is to be received could not be read.',
  'receptions.over': '{unit} has room for {room} person-days a month, but all that lands there is {months}.',
  'receptions.month': '{days} in {month}',
  'receptions.row': '{kind} {from} – {to}',
  'receptions.days': '{count} {count|person-day|person-days} a month',
  'receptions.unsaid': 'days not said',
  'receptions.edit': 'Change',
  'receptions.change': 'Change {title}',
  'receptions.add': 'Add what is received',
} satisfies Record<keyof typeof swedish, string>

export const sets = [
  [receptionKinds, { rollout: 'Roll-out', training: 'Training', standIns: 'Stand-ins' }],
] as const
export const forms = [receptions]
