/** Who does what by when: born at a meeting, followed until it is done. */
import { choice, day, json, note, person, ref, text } from './columns.ts'
import { defineList, type ItemOf } from './list.ts'
import { isDay, isObject } from './shapes.ts'

export const actionStates = { open: 'Öppen', done: 'Klar', dropped: 'Utgår' } as const

/** A date that was moved, or an action handed over: what it was before, and why. */
export interface ActionChange {
  on: string
  by: string
  reason: string
  due?: string
  owner?: string
}

const areChanges = (value: unknown): value is ActionChange[] =>
  Array.isArray(value) && value.every((change) => isObject(change) && isDay(change.on))

/** Called Actions in SharePoint; `actions` in code is what people do through the server. */
export const actionItems = defineList(
  'Actions',
  'Åtgärder',
  {
    title: text('Vad', { required: true }),
    owner: person('Vem', { required: true, indexed: true }),
    due: day('Senast', { required: true, indexed: true }),
    state: choice('Läge', actionStates, { required: true, indexed: true }),
    forum: ref('Forum', { required: true, indexed: true }),
    meeting: ref('Möte', { indexed: true }),
    item: ref('Punkt', { indexed: true }),
    initiative: ref('Initiativ', { indexed: true }),
    closedOn: day('Avslutad den'),
    comment: note('Kommentar'),
    changes: json(areChanges)('Ändringar'),
  },
  { load: 'route', large: true },
)
export type ActionItem = ItemOf<typeof actionItems>
