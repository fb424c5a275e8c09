/** Carries out what was decided on an item, by the same code as any decision, for the one who decided; once, however often it is asked. */
import type { Decision } from '#src/lists/decisions.ts'
import { type AgendaItem, agendaItems, type ItemEffect, type Meeting } from '#src/lists/meetings.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import { isDecision, matterOfOutcome, registered, wordingOf } from '#src/rules/itemDecision.ts'
import { nextGate } from '#src/rules/gates.ts'
import { needsReason } from '#src/rules/outcomes.ts'
import { processOf, stateChanges, type StateChange } from '#src/rules/processes.ts'
import { type Refusal, Refused } from '#src/rules/refusal.ts'
import { decideFinancing } from '../decideFinancing.ts'
import { decideGate } from '../decideGate.ts'
import { decideState } from '../decideState.ts'
import { type AtMeeting, type Done, loadInitiative, loadOrganisation, type Work } from '../work.ts'
import { decideOfForum, decideOwner, decidePriority } from './ofForum.ts'
import { refOf } from './place.ts'

const MOST_ATTEMPTS = 6

/** The key of the decision that an item leads to. */
export const decisionKey = (item: Pick<AgendaItem, 'key'>) => `${item.key}/decision`

/**
 * Carries out the item's decision and notes on the item how it went: `done`, or `refused` with what the rules forbade. What is
 * only written into the register stays `nothing`. Throws what isn't a refusal: asked again, it goes on.
 */
export async function carryOut(work: Work, item: AgendaItem, meeting: Meeting): Promise<Done> {
  const { outcome, decidedBy } = item
  if (!outcome || outcome === 'dropped' || !decidedBy || !isDecision({ ...item, outcome }))
    return { agendaItems: [item] }
  try {
    const done = await decideAs(work, item, meeting)
    const decision = done.decisions?.find(({ key }) => key === decisionKey(item))
    return { ...done, agendaItems: [await noteDone(work, item, decision)] }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { agendaItems: [await noteRefused(work, item, error.refusals)] }
  }
}

/** What would be refused if the decision were carried out now; nothing is written. */
export async function refusalsNow(work: Work, item: AgendaItem, meeting: Meeting): Promise<Refusal[]> {
  try {
    await decideAs(work, item, meeting, { trial: true })
    return []
  } catch (error) {
    if (error instanceof Refused) return error.refusals
    throw error
  }
}

/** Decides as the one who decided, on the day of the meeting. */
function decideAs(work: Work, item: AgendaItem, meeting: Meeting, trial: Pick<AtMeeting, 'trial'> = {}) {
  const { effect, outcome = 'noted', decidedBy, recordedBy, decidedOn } = item
  if (!decidedBy || outcome === 'dropped') return Promise.resolve<Done>({})
  const as: Work = {
    store: work.store,
    today: work.today,
    me: decidedBy,
    key: decisionKey(item),
    seen: {},
    at: {
      meeting: refOf(meeting),
      item: refOf(item),
      forum: item.forum,
      recordedBy: recordedBy ?? work.me,
      decidedOn: decidedOn ?? meeting.day,
      conflicted: item.conflicted ?? [],
      ...trial,
    },
  }
  const wording = wordingOf({ ...item, outcome }, item) ?? item.title
  const decided = { item, outcome: registered(outcome), wording }
  return effect
    ? effects[effect.does](as, decided, effect as never)
    : decideOfForum(as, { ...decided, matter: matterOfOutcome(outcome) })
}

type Decided = Parameters<typeof decideOwner>[2]
type Effects = {
  [D in ItemEffect['does']]: (
    work: Work,
    decided: Decided,
    effect: Extract<ItemEffect, { does: D }>,
  ) => Promise<Done>
}

/** What is done for each kind of effect. */
const effects: Effects = {
  gate: (work, decided, { gate, outcome, amountKr, agreed }) =>
    decideGate(work, {
      ...wordsOf(decided, needsReason(outcome)),
      gate: gate as Parameters<typeof decideGate>[1]['gate'],
      outcome,
      amountKr,
      agreed,
    }),
  async state(work, decided, { to }) {
    const change = (Object.keys(stateChanges) as StateChange[]).find((name) => stateChanges[name].to === to)
    if (change) return decideState(work, { ...wordsOf(decided, true), change })
    // Screening out is an outcome of the gate that the initiative stands before.
    const [initiative, { portfolios }] = await Promise.all([
      loadInitiative(work, decided.item.initiative?.key ?? ''),
      loadOrganisation(work),
    ])
    const gate = nextGate(initiative, processOf(initiative, portfolios))
    if (!gate) throw new Refused({ why: 'noGate', stage: initiative.stage })
    return decideGate(work, { ...wordsOf(decided, true), gate, outcome: 'screenOut' })
  },
  financing: (work, decided, { amountKr, totalKr }) =>
    decideFinancing(work, {
      ...wordsOf(decided, decided.outcome === 'refuse'),
      outcome: decided.outcome === 'refuse' ? 'refuse' : 'grant',
      amountKr: totalKr ?? amountKr,
    }),
  owner: (work, decided, effect) => decideOwner(work, effect, decided),
  priority: (work, decided, effect) => decidePriority(work, effect, decided),
}

/** What the decision says; where a reason is asked for and nothing else is noted, the wording is the reason. */
const wordsOf = ({ item, wording }: Decided, isExplained: boolean) => {
  const grounds = item.basis?.trim() || item.toComplete?.trim() || (isExplained ? wording : undefined)
  return { initiative: item.initiative?.key ?? '', wording, ...(grounds && { grounds }) }
}

const noteDone = (work: Work, item: AgendaItem, decision: Decision | undefined) =>
  note(work, item, {
    carrying: item.effect ? 'done' : 'nothing',
    refused: null,
    ...(decision && { decision: { key: decision.key, title: decision.number } }),
  })

const noteRefused = (work: Work, item: AgendaItem, refusals: readonly Refusal[]) =>
  note(work, item, { carrying: 'refused', refused: JSON.stringify(refusals) })

/** Whoever else writes in the item meanwhile is left alone: this only says how far it has come. */
async function note(
  { store }: Work,
  item: AgendaItem,
  changes: Pick<Parameters<typeof store.change<typeof agendaItems>>[2], 'carrying' | 'refused' | 'decision'>,
): Promise<AgendaItem> {
  let now = item
  for (let attempt = 1; ; attempt++) {
    const stands =
      now.carrying === changes.carrying &&
      (now.refused ?? null) === (changes.refused ?? null) &&
      (!changes.decision || now.decision?.key === changes.decision.key)
    if (stands) return now
    try {
      return await store.change(agendaItems, now, changes)
    } catch (error) {
      if (!isChangedByOther(error) || attempt === MOST_ATTEMPTS) throw error
      now = await store.byId(agendaItems, now.id)
    }
  }
}
