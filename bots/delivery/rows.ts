/** The rows of messages: claimed, read back, marked; each request takes its resource units first. */
import type { Day } from '#src/lists/columns.ts'
import type { ChangesOf } from '#src/lists/list.ts'
import { type Sending, type SendingDraft, sendings, sendingStates } from '#src/lists/reminding.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import type { ListStore } from '#src/graph/listStore.ts'
import { daysBetween } from '#src/rules/calendar.ts'
import { messagesOf } from '#src/graph/manyRows.ts'
import { daysLater } from '#src/rules/days/workingDays.ts'
import { type Units, UNITS } from './units.ts'

/** What of the store delivery uses. */
export type RowStore = Pick<
  ListStore,
  | 'all'
  | 'allOf'
  | 'where'
  | 'whereIn'
  | 'startingWith'
  | 'since'
  | 'byKey'
  | 'byId'
  | 'create'
  | 'createMany'
  | 'change'
  | 'changeMany'
>

type Changes = ChangesOf<typeof sendings>
/** Whoever has a message on its way knows best how it went: written over what others thought meanwhile. */
const WHATEVER = '*'
const ATTEMPTS = 4
const DAYS_AT_ONCE = 5

export type Rows = ReturnType<typeof sendingRows>

export function sendingRows(store: RowStore, units: Units) {
  const withState = async (state: keyof typeof sendingStates): Promise<Sending[]> => {
    await units.take(UNITS.read)
    return store.where(sendings, { column: 'state', value: sendingStates[state] })
  }
  const rows = {
    /** Claims messages; what somebody has claimed already stays theirs. */
    async claim(drafts: readonly SendingDraft[]): Promise<void> {
      await units.take(drafts.length * UNITS.write)
      await store.createMany(sendings, drafts)
    },
    waiting: () => withState('waiting'),
    onTheWay: () => withState('sending'),
    /** Day by day, a few at a time: all of two months is more than SharePoint finds at once. */
    async sentBetween(from: Day, to: Day): Promise<Sending[]> {
      const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => daysLater(from, i))
      const found: Sending[] = []
      for (let at = 0; at < days.length; at += DAYS_AT_ONCE) {
        const some = days.slice(at, at + DAYS_AT_ONCE)
        await units.take(some.length * UNITS.read)
        const read = await Promise.all(some.map((day) => messagesOf(store, day)))
        for (const rows of read) found.push(...rows)
      }
      return found
    },
    /** Whether the message became mine to send, seen in the row itself when the answer was lost. */
    async begin(row: Sending, holder: string): Promise<boolean> {
      await units.take(UNITS.write)
      const changes: Changes = { state: 'sending', lastCode: holder, attempts: (row.attempts ?? 0) + 1 }
      const [error] = await attempt(() => store.changeMany(sendings, [{ item: row, changes }]))
      if (!error) return true
      const now = await store.byId(sendings, row.id)
      return now.state === 'sending' && now.lastCode === holder
    },
    /** Writes how it went. Throws when it can't be written: the message is then found on its way, as nobody knows. */
    async end(row: Sending, changes: Changes): Promise<void> {
      for (let tried = 1; ; tried++) {
        await units.take(UNITS.write)
        const [error] = await attempt(() =>
          store.changeMany(sendings, [{ item: { id: row.id, version: WHATEVER }, changes }]),
        )
        if (!error) return
        if (tried === ATTEMPTS) throw error
      }
    },
    async again(row: Sending): Promise<Sending> {
      await units.take(UNITS.read)
      return store.byId(sendings, row.id)
    },
    /** Changes a row that nobody has changed since it was read; answers whether it did. */
    async settle(row: Sending, changes: Changes): Promise<boolean> {
      await units.take(UNITS.write)
      const [error] = await store.changeMany(sendings, [{ item: row, changes }])
      if (error && !isChangedByOther(error)) throw error
      return !error
    },
  }
  return rows
}

/** What a batch threw as a whole is what it refused the change for. */
async function attempt<T>(work: () => Promise<(T | undefined)[]>): Promise<(T | undefined)[]> {
  try {
    return await work()
  } catch (error) {
    return [error as T]
  }
}
