/** What a person has chosen of their reminders, and whether they are reached: read for them, since no one else may read it. */
import * as v from 'valibot'
import { addresses, reminderChoices, sendings } from '#src/lists/reminding.ts'
import type { Done, Work } from '../work.ts'

export const loadMyRemindersArgs = v.strictObject({})

export async function loadMyReminders({ me, store }: Work): Promise<Done> {
  const [chosen, reached, senders] = await store.whereIn([
    { list: reminderChoices, column: 'key', values: [me.id] },
    { list: addresses, column: 'claim', values: [me.id] },
    { list: sendings, column: 'key', values: ['sender'] },
  ])
  const [choice] = chosen
  const [address] = reached
  const until = senders[0]?.progress?.until
  return {
    myReminders: {
      ...(choice && { choice }),
      ...(address && {
        address: { state: address.state, ...(address.since && { since: address.since }) },
      }),
      ...(until !== undefined && { until }),
    },
  }
}
