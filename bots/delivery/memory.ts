/** What the one who sends keeps in mind of a day; all of it is read from the lists again whenever somebody else takes over. */
import type { Day } from '#src/lists/columns.ts'
import {
  type Address,
  addresses,
  reminderChoices,
  type ReminderChoice,
  type Sending,
  sendings,
} from '#src/lists/reminding.ts'
import { isTooMany } from '#src/graph/errors.ts'
import { daysEarlier } from '#src/rules/calendar.ts'
import { type Told, toldBy } from '#src/rules/reminding/digest.ts'
import { dueLines, HORIZON_DAYS, type ReminderLine } from '#src/rules/reminders.ts'
import type { ReminderFacts } from '#src/rules/reminding/reminderFacts.ts'
import { isResent } from '#src/rules/reminding/resending.ts'
import type { Rows, RowStore } from './rows.ts'
import { type Units, UNITS } from './units.ts'

const START = 'start'

export interface Memory {
  day: Day
  /** The day reminders began here. */
  start: Day
  told: Map<string, Told>
  /** Entra ids of those whose digest of the day is claimed. */
  digested: Set<string>
  /** `claim` of urgent messages made today. */
  urged: Set<string>
  /** Due lines by Entra id, worked out at `gatheredAt`. */
  lines: Map<string, ReminderLine[]>
  gatheredAt: number
  /** By `claim`, read at `metAt`. */
  addresses: Map<string, Address>
  choices: Map<string, ReminderChoice>
  metAt: number
  /** When those who came or left today were last read. */
  lookedAt: number
  /** Nobody is to be told of anything before this minute of the day, unless something above becomes another. */
  restsUntil: number
}

/** How a message's person or channel is claimed. */
export const addressClaim = ({ person, forum }: Pick<Sending, 'person' | 'forum'>) =>
  person ? person.id : `forum/${forum?.key}`

/** Read at the start of a day, or when taking over. A digest that an earlier day left unsent is overtaken by today's. */
export async function remember(rows: Rows, store: RowStore, day: Day): Promise<Memory> {
  const start = await startDay(store, day)
  const horizon = daysEarlier(day, HORIZON_DAYS)
  const known = await rows.sentBetween(start > horizon ? start : horizon, day)
  const overtaken = known.filter((row) => row.kind === 'digest' && row.state === 'waiting' && row.day < day)
  for (const row of overtaken) await rows.settle(row, { state: 'failed', lastCode: 'overtaken' })
  const left = new Set(overtaken.map(({ key }) => key))
  const counted = known.filter(({ key }) => !left.has(key))
  return {
    day,
    start,
    told: toldBy(counted),
    digested: new Set(counted.flatMap((row) => digestOf(row, day))),
    urged: new Set(),
    lines: new Map(),
    gatheredAt: Number.NEGATIVE_INFINITY,
    addresses: new Map(),
    choices: new Map(),
    metAt: Number.NEGATIVE_INFINITY,
    lookedAt: Number.NEGATIVE_INFINITY,
    restsUntil: 0,
  }
}

/** Before every day: what has waited however long. */
const EVER = ''

/** What is due, as it stands now. While all that was ever sent is read, what waited before the horizon is counted as well. */
export function refresh(memory: Memory, facts: ReminderFacts, now: number): void {
  const isNew = memory.start > daysEarlier(memory.day, HORIZON_DAYS)
  const lines = isNew ? dueLines(facts, EVER) : dueLines(facts)
  memory.lines = Map.groupBy(lines, ({ to }) => to.id)
  memory.gatheredAt = now
  memory.restsUntil = 0
}

/** Who is reached how, and what they have chosen, as it stands now. */
export async function meet(
  memory: Memory,
  { store, units, now }: { store: RowStore; units: Units; now: number },
): Promise<void> {
  await units.take(2 * UNITS.read)
  const [reached, chosen] = await store.allOf([addresses, reminderChoices])
  memory.addresses = new Map(reached.map((row) => [row.claim, row]))
  memory.choices = new Map(chosen.map((row) => [row.person.id, row]))
  memory.metAt = now
  memory.lookedAt = now
  memory.restsUntil = 0
}

/** Whoever has let the bot in today, or sent it away: known long before everybody is read again. */
export async function meetNew(
  memory: Memory,
  { store, units, now }: { store: RowStore; units: Units; now: number },
): Promise<void> {
  await units.take(UNITS.read)
  const came = await store.since(addresses, 'since', memory.day).catch((error: unknown) => {
    // On the day that thousands come they are met with all the others.
    if (isTooMany(error)) return []
    throw error
  })
  for (const row of came) {
    if (memory.addresses.get(row.claim)?.version !== row.version) memory.restsUntil = 0
    memory.addresses.set(row.claim, row)
  }
  memory.lookedAt = now
}

const digestOf = (row: Sending, today: Day) =>
  row.kind === 'digest' && row.day === today && row.person && !isResent(row) ? [row.person.id] : []

async function startDay(store: RowStore, day: Day): Promise<Day> {
  const found = await store.byKey(sendings, START)
  if (found) return found.day
  const draft = { key: START, title: START, claim: START, kind: 'start', state: 'sent', day } as const
  return (await store.create(sendings, draft)).item.day
}
