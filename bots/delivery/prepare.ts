/** The messages that are to be made now: digests whose time has come, and what is urgent besides. */
import type { Person } from '#src/lists/columns.ts'
import type { SendingDraft } from '#src/lists/reminding.ts'
import { composeDigest, newLines, nothingTold } from '#src/rules/reminding/digest.ts'
import { digestMinutes } from '#src/rules/reminding/reminderChoice.ts'
import { type ReminderLine, sentLine } from '#src/rules/reminders.ts'
import { isResent } from '#src/rules/reminding/resending.ts'
import type { Memory } from './memory.ts'
import { digestDraft, urgentDraft } from './messages.ts'

/** Urgent matters for one person beyond these go with the next digest: five cards in a row are no kindness. */
const MOST_URGENT = 3
const DAY_MINUTES = 24 * 60

export interface Prepared {
  drafts: SendingDraft[]
  /** People with something due whom the bot has no way to reach. */
  unreached: Person[]
}

export function prepare(memory: Memory, minutes: number): Prepared {
  const prepared: Prepared = { drafts: [], unreached: [] }
  if (minutes < memory.restsUntil) return prepared
  for (const [id, lines] of memory.lines) {
    const to = lines[0]?.to
    if (!to) continue
    if (memory.addresses.get(id)?.state !== 'reachable') {
      if (!memory.addresses.has(id)) prepared.unreached.push(to)
      continue
    }
    prepared.drafts.push(...messagesFor(to, lines, memory, minutes))
  }
  if (prepared.drafts.length + prepared.unreached.length === 0) memory.restsUntil = nextTime(memory, minutes)
  return prepared
}

/** The soonest time of a digest after this one, among those who have had none today. */
function nextTime({ lines, digested, choices }: Memory, minutes: number): number {
  let next = DAY_MINUTES
  for (const id of lines.keys()) {
    const at = digestMinutes(choices.get(id))
    if (at > minutes && at < next && !digested.has(id)) next = at
  }
  return next
}

function messagesFor(
  to: Person,
  lines: readonly ReminderLine[],
  memory: Memory,
  minutes: number,
): SendingDraft[] {
  const { day, start } = memory
  const choice = memory.choices.get(to.id)
  const told = memory.told.get(to.id) ?? nothingTold
  const of = { told, choice, today: day, start }
  if (!memory.digested.has(to.id) && digestMinutes(choice) <= minutes) {
    const digest = composeDigest(lines, of)
    return digest ? [digestDraft(to, day, digest)] : []
  }
  // What nobody knows came is never pushed by itself again.
  return newLines(lines, of)
    .filter(({ urgent, since, key }) => urgent && since === day && !told.again.has(key))
    .slice(0, MOST_URGENT)
    .map((line) => urgentDraft(to, day, sentLine(line)))
    .filter(({ claim }) => !memory.urged.has(claim))
}

/** Keeps in mind what has been claimed, so that the day's next round makes nothing twice. */
export function claimed(
  memory: Memory,
  drafts: readonly Pick<SendingDraft, 'kind' | 'person' | 'lines' | 'claim' | 'waits'>[],
): void {
  for (const { kind, person, lines = [], claim, waits } of drafts) {
    if (kind === 'urgent') memory.urged.add(claim)
    if (!person) continue
    if (kind === 'digest' && !isResent({ claim })) memory.digested.add(person.id)
    const before = memory.told.get(person.id) ?? nothingTold
    memory.told.set(person.id, {
      told: new Set([...before.told, ...lines.map(({ key }) => key)]),
      again: before.again,
      summed: before.summed || waits !== undefined,
    })
  }
}
