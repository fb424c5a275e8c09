/** When minutes may be fixed, who answers for a version of them, and what the answers come to. */
import type { Person } from '#src/lists/columns.ts'
import type { AgendaItem, ItemKind, Meeting } from '#src/lists/meetings.ts'
import type { Answer, Verification } from '#src/lists/minutes.ts'
import { isDecision } from './itemDecision.ts'
import { onTheAgenda } from './minutesItems.ts'
import type { Refusal } from '../refusal.ts'
import { addsVoices } from './voices.ts'

/** What stands in the way of fixing and verifying; each has a sentence of its own (`meeting.…`). */
export type VerifyingFault =
  /** Something that was to be decided has no outcome. */
  | 'noOutcome'
  /** Another version than the one that was read is what is asked about. */
  | 'newVersion'
  /** Somebody has answered already, and otherwise. */
  | 'answered'
  /** The item has no decision that is verified by itself. */
  | 'notAtOnce'
  /** A correction that changes nothing, or what is no part of the minutes. */
  | 'nothingToCorrect'
  /** Only fixed minutes are corrected; a draft is simply changed. */
  | 'notFixed'

/** Items of these kinds end in something: minutes aren't fixed while one of them is open. */
const ending = ['gate', 'decision', 'deviation'] as const satisfies readonly ItemKind[]

/** What keeps minutes from being fixed, besides where the meeting has come. */
export function fixingFaults(items: readonly AgendaItem[]): Refusal[] {
  const treated = onTheAgenda(items)
  if (treated.length === 0) return [{ why: 'meeting', fault: 'empty' }]
  const open = treated.filter(
    ({ kind, outcome }) => outcome === undefined && (ending as readonly ItemKind[]).includes(kind),
  )
  if (open.length === 0) return []
  return [{ why: 'meeting', fault: 'noOutcome', names: open.map(({ title }) => title) }]
}

/** Whether the minutes are read and approved by verifiers before they are fixed. */
export const isVerified = ({ minutesKind, verification }: Pick<Meeting, 'minutesKind' | 'verification'>) =>
  minutesKind === 'protocol' && verification === true

/** Whether everybody has approved; one who returns it is enough to stop it. Nobody asked is nobody's approval. */
export function verdictOf(asked: readonly Pick<Verification, 'answer'>[]): Answer {
  if (asked.some(({ answer }) => answer === 'returned')) return 'returned'
  return asked.length > 0 && asked.every(({ answer }) => answer === 'approved') ? 'approved' : 'asked'
}

/** What keeps a person from answering. `asked`: everybody who was asked about what lies with the verifiers now. */
export function answerFaults(
  { me, hash, answer, comment }: { me: Person; hash: string; answer: Answer; comment?: string | undefined },
  asked: readonly Pick<Verification, 'person' | 'hash' | 'answer'>[],
): Refusal[] {
  const mine = asked.find(({ person }) => person.id === me.id)
  if (!mine) return [{ why: 'notYourTask', roles: [], people: asked.map(({ person }) => person) }]
  if (mine.hash !== hash) return [{ why: 'meeting', fault: 'newVersion' }]
  if (mine.answer !== 'asked' && mine.answer !== answer) return [{ why: 'meeting', fault: 'answered' }]
  if (answer !== 'returned' || comment?.trim()) return []
  return [{ why: 'invalid', problems: [{ field: 'comment', problem: 'required' }], of: 'Verifications' }]
}

/** What keeps an item from being verified by itself, before the rest. */
export function atOnceFaults(
  item: AgendaItem,
  meeting: Pick<Meeting, 'minutesKind' | 'verification' | 'verifiers'>,
): Refusal[] {
  const { outcome, atOnce } = item
  if (!isVerified(meeting)) return [{ why: 'meeting', fault: 'notVerified' }]
  if (!atOnce || !outcome || !isDecision({ ...item, outcome }))
    return [{ why: 'meeting', fault: 'notAtOnce' }]
  if (meeting.verifiers?.length) return []
  return [{ why: 'invalid', problems: [{ field: 'verifiers', problem: 'required' }], of: 'Meetings' }]
}

/** Whether what was decided on the item takes effect now: at the meeting, when its minutes are fixed, or when it was verified by itself. */
export function takesEffect(
  item: Pick<AgendaItem, 'key' | 'atOnce'>,
  { state, effectAt }: Pick<Meeting, 'state' | 'effectAt'>,
  verifications: readonly Pick<Verification, 'item' | 'edition' | 'answer'>[] = [],
): boolean {
  if (state === 'verified' || state === 'settled') return true
  if (state !== 'cancelled' && effectAt === 'atMeeting') return true
  return item.atOnce === true && verdictOf(latestOf(verifications, item.key)) === 'approved'
}

/** Whether a decision of fixed minutes waits to be carried out, or to be written into the register; one that was refused waits for somebody. */
export const isLeftToDo = (item: AgendaItem): boolean =>
  item.outcome !== undefined &&
  isDecision({ ...item, outcome: item.outcome }) &&
  (item.decision === undefined || addsVoices(item.voices, item.voices)) &&
  item.carrying !== 'refused'

/** Those asked about the latest version of a paragraph by itself, or of the minutes. */
export function latestOf<V extends Pick<Verification, 'item' | 'edition'>>(
  all: readonly V[],
  item?: string,
): V[] {
  const own = all.filter(({ item: of }) => of?.key === item)
  const latest = Math.max(0, ...own.map(({ edition }) => edition))
  return own.filter(({ edition }) => edition === latest)
}

/** Columns of an item that a correction may say otherwise. What was decided is changed by a new decision only. */
export const correctable = [
  'title',
  'notes',
  'proposals',
  'basis',
  'wording',
  'toComplete',
  'differing',
  'answer',
] as const satisfies readonly (keyof AgendaItem)[]
export type Correctable = (typeof correctable)[number]
