/** A person's digest of a day: which lines are new to them, in what order, how many are shown. Languages are the text's business. */
import type { Day } from '#src/lists/columns.ts'
import type { ReminderKind, Sending, SentLine } from '#src/lists/reminding.ts'
import { type Choice, isPaused } from './reminderChoice.ts'
import { type DigestGroup, digestGroups, groupOfKind, type ReminderLine, sentLine } from '../reminders.ts'
import { isWorkingDay } from '../days/workingDays.ts'

/** So many lines are shown; the rest is "and n more". */
export const MOST_LINES = 10
/** A message keeps what its lines are filled with: more than this waits for the next day. */
const MOST_CLAIMED = 200

/** What a person has been sent. */
export interface Told {
  /** Keys of lines that have reached them, or are on their way. */
  told: ReadonlySet<string>
  /** Keys of lines of a message that nobody knows came. */
  again: ReadonlySet<string>
  /** Whether what waited when reminders began has been summed up for them. */
  summed: boolean
}

export const nothingTold: Told = { told: new Set(), again: new Set(), summed: false }

/** What each person has been sent, by Entra id. A message that failed or found nobody has told nothing. */
export function toldBy(sendings: Iterable<Sending>): Map<string, Told> {
  const found = new Map<string, { told: Set<string>; again: Set<string>; summed: boolean }>()
  for (const { person, state, lines = [], waits } of sendings) {
    if (!person || state === 'failed' || state === 'unreachable') continue
    const known = found.get(person.id) ?? { told: new Set(), again: new Set(), summed: false }
    found.set(person.id, known)
    for (const { key } of lines) (state === 'unconfirmed' ? known.again : known.told).add(key)
    if (waits !== undefined && state !== 'unconfirmed') known.summed = true
  }
  return found
}

/** Whether anything is sent on the day at all. */
export const isSendingDay = (today: Day, holidays: ReadonlySet<Day>) => isWorkingDay(today, holidays)

export interface Digest {
  /** All that it tells of; the first of them are shown. */
  lines: SentLine[]
  /** So many waited when reminders began: told once, as a sum. */
  waits?: number
}

/** Lines of one person that they are to be told of now; empty when they have paused. */
export function newLines(
  lines: readonly ReminderLine[],
  { told, choice, today, start }: { told: Told; choice: Choice | undefined; today: Day; start: Day },
): ReminderLine[] {
  if (isPaused(choice, today)) return []
  return lines.filter(
    ({ key, kind, since }) => since >= start && !told.told.has(key) && !choice?.off?.includes(kind),
  )
}

/**
 * The digest, or nothing when there is nothing to tell. `start`: the day reminders began here: what was due before is summed up
 * once, so that an old portfolio floods nobody.
 */
export function composeDigest(
  lines: readonly ReminderLine[],
  of: { told: Told; choice: Choice | undefined; today: Day; start: Day },
): Digest | undefined {
  const fresh = newLines(lines, of)
  const waits = of.told.summed || isPaused(of.choice, of.today) ? 0 : waitedBefore(lines, of)
  if (fresh.length === 0 && waits === 0) return undefined
  const chosen = inOrder(fresh).slice(0, MOST_CLAIMED)
  return {
    lines: chosen.map((line) => sentLine(line, of.told.again)),
    ...(waits > 0 && { waits }),
  }
}

export interface ShownDigest {
  groups: { group: DigestGroup; lines: SentLine[] }[]
  /** So many more are on Home. */
  more: number
}

/** The lines that are shown, by what is to be done. */
export function shownDigest(lines: readonly SentLine[], most = MOST_LINES): ShownDigest {
  const shown = lines.slice(0, most)
  return {
    groups: digestGroups.flatMap((group) => {
      const own = shown.filter(({ kind }) => groupOfKind(kind) === group)
      return own.length > 0 ? [{ group, lines: own }] : []
    }),
    more: lines.length - shown.length,
  }
}

/** What is to be answered first, and of the same sort what was due first. */
const inOrder = (lines: readonly ReminderLine[]) =>
  lines.toSorted(
    (a, b) => place(a.kind) - place(b.kind) || a.due.localeCompare(b.due) || (a.key < b.key ? -1 : 1),
  )

const place = (kind: ReminderKind) => digestGroups.indexOf(groupOfKind(kind))

/** What is only to be known waits for nobody. */
const waitedBefore = (
  lines: readonly ReminderLine[],
  { choice, start }: { choice: Choice | undefined; start: Day },
): number =>
  lines.filter(
    ({ kind, since }) => since < start && groupOfKind(kind) !== 'know' && !choice?.off?.includes(kind),
  ).length
