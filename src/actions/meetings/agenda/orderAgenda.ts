/** Puts the items of an agenda in an order. */
import * as v from 'valibot'
import { agendaItems } from '#src/lists/meetings.ts'
import { GraphError, isChangedByOther } from '#src/graph/errors.ts'
import { frozenFaults } from '#src/rules/meetings/meetingState.ts'
import { Refused } from '#src/rules/refusal.ts'
import { type Done, stamp, type Work } from '../../work.ts'
import { keyArg } from '../args.ts'
import { atMeeting, demandRight } from '../place.ts'

const MOST_ITEMS = 300
const MOST_ATTEMPTS = 4

export const orderAgendaArgs = v.strictObject({
  meeting: keyArg,
  /** Keys of items in their order; those on the agenda that aren't named follow as they stood. */
  items: v.pipe(v.array(keyArg), v.maxLength(MOST_ITEMS)),
})

export async function orderAgenda(
  work: Work,
  { meeting: key, items: wanted }: v.InferOutput<typeof orderAgendaArgs>,
): Promise<Done> {
  const place = await atMeeting(work, key)
  demandRight(work, 'prepare', place)
  const faults = frozenFaults(place.meeting)
  if (faults.length > 0) throw new Refused(...faults)
  const at = new Map([...new Set(wanted)].map((item, i) => [item, i]))
  for (let attempt = 1; ; attempt++) {
    const there = await work.store.where(agendaItems, { column: 'meeting', value: key })
    const ordered = there
      .filter(({ state, archived }) => !archived && (state === 'agenda' || state === 'treated'))
      .toSorted(
        (a, b) =>
          (at.get(a.key) ?? wanted.length) - (at.get(b.key) ?? wanted.length) ||
          (a.order ?? 0) - (b.order ?? 0),
      )
    const changes = ordered.flatMap((item, i) => (item.order === i + 1 ? [] : [{ item, order: i + 1 }]))
    if (changes.length === 0) return { agendaItems: ordered }
    if (attempt > MOST_ATTEMPTS) throw new Refused({ why: 'changedByOther', fields: [] })
    // Whoever writes in an item meanwhile is not in the way: what failed is read and tried again.
    const answers = await work.store.changeMany(
      agendaItems,
      changes.map(({ item, order }) => ({ item, changes: { order, ...stamp(work) } })),
    )
    const other = answers.find((error) => error instanceof GraphError && !isChangedByOther(error))
    if (other) throw other
  }
}
