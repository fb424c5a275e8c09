/** What has been decided at meetings and isn't carried out yet, as the register shows it beside what is. */
import type { Decision, DecisionMatter, Outcome } from '#src/lists/decisions.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { AgendaItem, ItemOutcome } from '#src/lists/meetings.ts'
import { isDecision, matterOfOutcome, registered, wordingOf } from '../meetings/itemDecision.ts'
import { decisionKey, ownDecisions, voiceDecisionKey } from '../meetings/voices.ts'

/**
 * The decisions of items that wait for their minutes, or that a rule stood in the way of, under the keys they will have; none
 * that has been written down. They have no number yet: `number` is empty.
 */
export function pendingDecisions(
  items: readonly AgendaItem[],
  {
    written,
    initiatives,
  }: {
    /** Keys of the decisions that have been written down. */
    written: ReadonlySet<string>
    initiatives: readonly Pick<Initiative, 'key' | 'stage' | 'state'>[]
  },
): Decision[] {
  const known = new Map(initiatives.map((initiative) => [initiative.key, initiative]))
  return items.flatMap((item): Decision[] => {
    const { key, outcome, decidedBy, decidedOn, carrying } = item
    const waits = carrying === 'waiting' || carrying === 'refused'
    if (!waits || item.archived || !outcome || outcome === 'dropped' || !decidedBy || !decidedOn) return []
    if (!isDecision({ ...item, outcome })) return []
    const { stage, state } = known.get(item.initiative?.key ?? '') ?? fallback
    const wording = wordingOf({ ...item, outcome }, item) ?? item.title
    const own = ownDecisions(item.voices).map(
      ({ by, party, says, wording: own, caseNumber }): Partial<Decision> & Made => ({
        key: voiceDecisionKey(item, { party }),
        outcome: says,
        wording: own ?? wording,
        decidedBy: by,
        party,
        ...(caseNumber && { caseNumber }),
      }),
    )
    const one: Made = { key: decisionKey(item), outcome: outcomeOf(item, outcome), wording, decidedBy }
    return (own.length > 0 ? own : [one])
      .filter((made) => !written.has(made.key))
      .map((made) => ({
        id: '',
        version: '',
        title: item.title,
        number: '',
        claim: made.key,
        matter: matterOf(item, outcome),
        attempt: 1,
        post: '',
        kind: 'execution',
        decidedOn,
        fromStage: stage,
        toStage: stage,
        fromState: state,
        toState: state,
        forum: item.forum,
        item: { key, title: item.title },
        ...(item.meeting && { meeting: item.meeting }),
        ...(item.initiative && { initiative: item.initiative }),
        ...(item.also && { also: item.also }),
        ...(item.basis && { grounds: item.basis }),
        ...(item.conflicted && { conflicted: item.conflicted }),
        ...(item.recordedBy && { recordedBy: item.recordedBy }),
        ...made,
      }))
  })
}

type Made = Pick<Decision, 'key' | 'outcome' | 'wording' | 'decidedBy'>

const fallback = { stage: 'collection', state: 'active' } as const

const stateOutcomes: Partial<Record<Initiative['state'], Outcome>> = {
  active: 'reopen',
  paused: 'pause',
  stopped: 'stop',
  screenedOut: 'screenOut',
}

/** What the decision will be about when it is written down. */
function matterOf({ effect }: AgendaItem, outcome: ItemOutcome): DecisionMatter {
  if (!effect) return matterOfOutcome(outcome)
  return effect.does === 'gate' ? (effect.gate as DecisionMatter) : effect.does
}

function outcomeOf({ effect }: AgendaItem, outcome: Exclude<ItemOutcome, 'dropped'>): Outcome {
  if (effect?.does === 'gate') return effect.outcome
  return (effect?.does === 'state' && stateOutcomes[effect.to]) || registered(outcome)
}
