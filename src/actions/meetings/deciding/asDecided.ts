/** Decides what an item decided, by the same code as any decision, as the one who decided and on the day of the meeting. */
import type { Ref } from '#src/lists/columns.ts'
import type { AgendaItem, ItemEffect, Meeting } from '#src/lists/meetings.ts'
import type { GivenVoice } from '#src/lists/voices.ts'
import { nextGate } from '#src/rules/gates.ts'
import { matterOfOutcome, registered, wordingOf } from '#src/rules/meetings/itemDecision.ts'
import { needsReason } from '#src/rules/meetings/outcomes.ts'
import { processOf, type StateChange, stateChanges } from '#src/rules/processes.ts'
import { Refused } from '#src/rules/refusal.ts'
import { decisionKey, voiceDecisionKey } from '#src/rules/meetings/voices.ts'
import { decideFinancing } from '../../deciding/decideFinancing.ts'
import { decideGate } from '../../deciding/decideGate.ts'
import { decideState } from '../../deciding/decideState.ts'
import { endorse } from '../../deciding/endorse.ts'
import { type AtMeeting, type Done, loadInitiative, loadOrganisation, type Work } from '../../work.ts'
import { type Decided as OfForum, decideOfForum } from '../ofForum.ts'
import { decideOwner, decidePriority } from './ownerAndPriority.ts'
import { refOf } from '../place.ts'

type Trial = Pick<AtMeeting, 'trial'>

/** As the one who decided. */
export function asDecided(work: Work, item: AgendaItem, meeting: Meeting, trial: Trial = {}): Promise<Done> {
  const { effect, outcome = 'noted', decidedBy } = item
  if (!decidedBy || outcome === 'dropped') return Promise.resolve({})
  const as = workAs(work, item, meeting, { ...trial, me: decidedBy, key: decisionKey(item) })
  const decided = {
    item,
    outcome: registered(outcome),
    wording: wordingOf({ ...item, outcome }, item) ?? item.title,
  }
  return effect
    ? effects[effect.does](as, decided, effect as never)
    : decideOfForum(as, { ...decided, matter: matterOfOutcome(outcome) })
}

/** As one of several who each decide for an authority of their own, or stand behind the matter for it. */
export function asSaid(
  work: Work,
  item: AgendaItem,
  meeting: Meeting,
  { voice: { party, by, says, wording, caseNumber }, ...trial }: { voice: GivenVoice } & Trial,
): Promise<Done> {
  const { effect, initiative } = item
  if (!effect || !initiative) return Promise.resolve({})
  if (says === 'endorses') {
    if (trial.trial) return Promise.resolve({})
    const key = `${item.key}/endorses/${party.key}`
    return endorse(
      { ...workAs(work, item, meeting, { me: by, key }) },
      { initiative: initiative.key, party: party.key },
    )
  }
  const as = workAs(work, item, meeting, {
    ...trial,
    me: by,
    key: voiceDecisionKey(item, { party }),
    party: party.key,
  })
  const { outcome = 'noted' } = item
  const common = wordingOf({ ...item, outcome }, item)
  const decided = { item, outcome: says, wording: wording?.trim() || common || item.title, caseNumber }
  return effects[effect.does](as, decided, {
    ...effect,
    ...(effect.does === 'gate' && { outcome: says }),
  } as never)
}

function workAs(
  { store, today, me: writer }: Work,
  item: AgendaItem,
  meeting: Meeting,
  { me, key, ...at }: Pick<Work, 'me' | 'key'> & Pick<AtMeeting, 'trial' | 'party'>,
): Work {
  return {
    store,
    today,
    me,
    key,
    seen: {},
    at: {
      meeting: refOf(meeting),
      item: refOf(item),
      forum: item.forum,
      recordedBy: item.recordedBy ?? writer,
      decidedOn: item.decidedOn ?? meeting.day,
      conflicted: item.conflicted ?? [],
      ...at,
    },
  }
}

type Decided = Omit<OfForum, 'matter'>
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
function wordsOf({ item, wording, caseNumber }: Decided, isExplained: boolean) {
  const grounds = item.basis?.trim() || item.toComplete?.trim() || (isExplained ? wording : undefined)
  return {
    initiative: item.initiative?.key ?? '',
    wording,
    ...(grounds && { grounds }),
    ...(caseNumber?.trim() && { caseNumber: caseNumber.trim() }),
  }
}

/** The decision that was written down, as a reference. */
export const madeIn = ({ decisions }: Done, key: string): Ref | undefined => {
  const made = decisions?.find((decision) => decision.key === key)
  return made && { key: made.key, title: made.number }
}
