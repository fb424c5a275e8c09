/** People with something due whom the bot has no way to reach: a row for each, for the administrator to see. */
import type { Day, Person } from '#src/lists/columns.ts'
import { addresses } from '#src/lists/reminding.ts'
import type { ListStore } from '#src/graph/listStore.ts'

/** A round notes no more than this: the next one goes on. */
const MOST_AT_ONCE = 200

export async function noteMissing(
  store: Pick<ListStore, 'createMany'>,
  people: readonly Person[],
  day: Day,
): Promise<void> {
  await store.createMany(
    addresses,
    people.slice(0, MOST_AT_ONCE).map((person) => ({
      key: person.id,
      title: person.name || person.id,
      claim: person.id,
      person,
      state: 'unreachable' as const,
      since: day,
      lastError: 'notInstalled',
    })),
  )
}
