/** Writes down what became of an item at a meeting, or between meetings; carries it out when that isn't to wait for the minutes. */
import * as v from 'valibot'
import { decisions, outcomes } from '#src/lists/decisions.ts'
import { states } from '#src/lists/initiatives.ts'
import {
  type AgendaItem,
  attendance,
  type ItemEffect,
  itemOutcomes,
  type Meeting,
} from '#src/lists/meetings.ts'
import { people } from '#src/lists/organisation.ts'
import { gateNames } from '#src/rules/gates.ts'
import {
  decisionFaults,
  type ItemDecision,
  keepsFromDeciding,
  saysTheSame,
  wordingOf,
} from '#src/rules/meetings/itemDecision.ts'
import { Refused } from '#src/rules/refusal.ts'
import { takesEffect } from '#src/rules/meetings/verifying.ts'
import { addsVoices, newVoices, speaker } from '#src/rules/meetings/voices.ts'
import { amountKr, keysOf } from '../../schemas.ts'
import type { Done, Work } from '../../work.ts'
import { answerBack } from '../agenda/answerBack.ts'
import { keyArg, personArg } from '../args.ts'
import { carryOut, refusalsNow } from './carryOut.ts'
import { voiceArg, voicesOf } from './itemVoices.ts'
import { together } from '../together.ts'
import { writeDecision } from './writeDecision.ts'
import { atItem, demandDraft, demandRight, demandUnbiased, type PlaceOfItem, readItem } from '../place.ts'

const said = v.pipe(v.string(), v.maxLength(63_000))

const effect: v.GenericSchema<ItemEffect> = v.variant('does', [
  v.strictObject({
    does: v.literal('gate'),
    gate: v.picklist(gateNames as [(typeof gateNames)[number], ...typeof gateNames]),
    outcome: v.picklist(keysOf(outcomes)),
    amountKr: v.exactOptional(amountKr),
    agreed: v.exactOptional(v.boolean()),
  }),
  v.strictObject({ does: v.literal('state'), to: v.picklist(keysOf(states)) }),
  v.strictObject({ does: v.literal('financing'), amountKr, totalKr: v.exactOptional(amountKr) }),
  v.strictObject({
    does: v.literal('owner'),
    role: v.picklist(['projectOwner', 'effectOwner', 'projectManager', 'contact']),
    person: personArg,
  }),
  v.strictObject({
    does: v.literal('priority'),
    rank: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  }),
])

/** The whole decision each time: what isn't given is taken away, but for who left and who differs. */
export const decideItemArgs = v.strictObject({
  item: keyArg,
  outcome: v.picklist(keysOf(itemOutcomes)),
  /** Not given: as proposed. */
  wording: v.optional(said),
  toComplete: v.optional(said),
  differing: v.optional(said),
  conflicted: v.optional(v.pipe(v.array(personArg), v.maxLength(100))),
  /** Not given: whoever chairs; between meetings the one who writes. */
  decidedBy: v.optional(personArg),
  effect: v.optional(effect),
  /** Where several authorities each decide for themselves, or stand behind the matter. */
  said: v.optional(v.pipe(v.array(voiceArg), v.maxLength(50))),
  atOnce: v.optional(v.boolean()),
})
type Args = v.InferOutput<typeof decideItemArgs>

export async function decideItem(work: Work, args: Args): Promise<Done> {
  const item = await readItem(work, args.item)
  const place = await atItem(work, item)
  const { meeting } = place
  if (!meeting) throw new Refused({ why: 'meeting', fault: 'notOpen' })
  const voices = await voicesOf(work, place, args)
  const decision = decisionOf(work, { ...args, voices }, meeting, item)
  demandTurn(work, place, decision)
  if (saysTheSame(item, decision) && item.carrying !== undefined) return again(work, place, meeting)
  if (isClosed(item, decision)) throw new Refused({ why: 'meeting', fault: 'carriedOut' })
  demandDraft(place)
  if (meeting.kind !== 'between' && (meeting.state === 'planned' || meeting.state === 'called'))
    throw new Refused({ why: 'meeting', fault: 'notOpen' })
  const columns = columnsOf(work, args, decision, meeting, item)
  const decided: AgendaItem = Object.assign({}, item, columns)
  await demandSound(work, { ...place, meeting, decided }, decision)

  const written = await writeDecision(work, { item, columns, decision })
  const carried = isDue(place, meeting, written) ? await carryOut(work, written, meeting) : {}
  return together({ agendaItems: [written, ...(await answerBack(work, written))] }, carried)
}

function decisionOf(
  work: Work,
  args: Args & Pick<ItemDecision, 'voices'>,
  meeting: Meeting,
  item: AgendaItem,
): ItemDecision {
  const chair = meeting.kind === 'between' ? work.me : meeting.chair
  const { voices } = args
  const decidedBy = args.decidedBy ?? (voices && speaker(voices, work.me)) ?? chair
  if (!decidedBy)
    throw new Refused({
      why: 'invalid',
      problems: [{ field: 'decidedBy', problem: 'required' }],
      of: 'AgendaItems',
    })
  const { outcome, wording, toComplete, effect: does, atOnce } = args
  const conflicted = args.conflicted ?? item.conflicted
  return { outcome, wording, toComplete, effect: does, voices, atOnce, decidedBy, conflicted }
}

/** What has taken effect is replaced by another decision; an authority that hadn't decided may still do so. */
const isClosed = (item: AgendaItem, { voices }: ItemDecision) =>
  (item.decision !== undefined || item.carrying === 'done') && !addsVoices(item.voices, voices)

/** Between meetings everyone writes down their own decisions; at meetings the chair and the secretary do. */
function demandTurn(work: Work, place: PlaceOfItem, { decidedBy }: ItemDecision) {
  if (place.meeting?.kind !== 'between' || decidedBy.id !== work.me.id) demandRight(work, 'decideIn', place)
  demandUnbiased(work, undefined, place.initiatives.values())
}

/** Asked again: carried out when that was left undone, or when what stood in the way may be gone. */
function again(work: Work, place: PlaceOfItem, meeting: Meeting): Promise<Done> {
  const { item } = place
  const isOpen = item.carrying === 'waiting' || item.carrying === 'refused'
  if (isOpen && isDue(place, meeting, item)) return carryOut(work, item, meeting)
  return work.store
    .where(decisions, { column: 'item', value: item.key })
    .then((made) => ({ agendaItems: [item], decisions: made }))
}

/** Whether there is something to carry out, and it isn't to wait for the minutes. What does nothing is written down with them. */
const isDue = ({ verifications }: PlaceOfItem, meeting: Meeting, item: AgendaItem) =>
  item.effect !== undefined && takesEffect(item, meeting, verifications)

/** Throws Refused with everything that keeps the decision from being made. */
async function demandSound(
  work: Work,
  { template, meeting, item, decided }: PlaceOfItem & { meeting: Meeting; decided: AgendaItem },
  decision: ItemDecision,
) {
  const named = [
    decision.decidedBy,
    ...newVoices(item.voices, decision.voices ?? []).map(({ by }) => by),
    ...(decision.effect?.does === 'owner' ? [decision.effect.person] : []),
  ]
  const [there, known] = await work.store.whereIn([
    { list: attendance, column: 'meeting', values: [meeting.key] },
    { list: people, column: 'person', values: named.map(({ id }) => id) },
  ])
  const persons = [...there, ...known].filter(({ archived }) => !archived).map(({ person }) => person.id)
  const unknown = named.filter(({ id }) => !persons.includes(id))
  const refusals = [
    ...unknown.map(({ name }) => ({ why: 'notFound', what: 'person', key: name }) as const),
    ...decisionFaults(decision, {
      meeting,
      attendance: there.filter(({ archived }) => !archived),
      item,
      me: work.me,
      guidesOnly: template?.guidesOnly,
    }),
  ]
  const mandate = decision.effect && refusals.length === 0 ? await refusalsNow(work, decided, meeting) : []
  const all = [...refusals, ...keepsFromDeciding(mandate)]
  if (all.length > 0) throw new Refused(...all)
}

function columnsOf(work: Work, args: Args, decision: ItemDecision, meeting: Meeting, item: AgendaItem) {
  const { outcome, toComplete, decidedBy, effect: does, atOnce } = decision
  return {
    outcome,
    wording: outcome === 'dropped' ? undefined : spoken(decision, item),
    toComplete: toComplete?.trim() || undefined,
    ...(args.differing !== undefined && { differing: args.differing.trim() || undefined }),
    ...(args.conflicted && { conflicted: args.conflicted }),
    decidedBy,
    recordedBy: work.me,
    decidedOn: meeting.day < work.today ? meeting.day : work.today,
    effect: does,
    voices: decision.voices && [...decision.voices],
    atOnce: atOnce === true,
    state: 'treated' as const,
    carrying: does ? ('waiting' as const) : ('nothing' as const),
    refused: undefined,
  }
}

/** What an outcome says by itself isn't said twice. */
const spoken = (decision: ItemDecision, item: AgendaItem) =>
  decision.wording?.trim() || decision.outcome !== 'noted' ? wordingOf(decision, item) : undefined
