/** What the city's meetings decided, as decisions: by whom, about what, by which mandate, and what they moved. */
import type { DecisionDraft, DecisionMatter, Outcome, TrailDraft } from '#src/lists/decisions.ts'
import { type Initiative, type Stage, stages } from '#src/lists/initiatives.ts'
import { claimOf } from '#src/rules/meetings/outcomes.ts'
import type { MeetingEffect, WrittenItem, WrittenMeeting } from './meetingFile.ts'
import { type City, itemKey, meetingRef } from './city.ts'
import { given } from './words.ts'

const gateOutcomes: Record<string, Outcome> = {
  'go on': 'goOn',
  'go on, flera avdelningar': 'goOn',
  återremiss: 'remit',
  'sort out': 'screenOut',
  'back to 3': 'back',
}

const outcomes: Record<string, Outcome> = {
  bifall: 'grant',
  avslag: 'refuse',
  återremiss: 'remit',
  bordläggning: 'table',
}

/** What a decision without a gate is about, by what it changes; the first of its effects says. */
const matters: Record<string, DecisionMatter> = {
  financing: 'financing',
  effectOwner: 'owner',
  steeringGroup: 'owner',
  priority: 'priority',
}

/** Undefined for an item without a decision, and for one whose minutes nobody has verified yet. `made` counts the rounds of each matter. */
export function decisionRow(
  city: City,
  meeting: WrittenMeeting,
  item: WrittenItem,
  made: Map<string, number>,
): DecisionDraft | undefined {
  const { decision, gate } = item
  if (!decision || meeting.minutesStatus !== 'justerat') return undefined
  const [first, ...rest] = (item.initiatives ?? []).flatMap((number) => city.initiative(number) ?? [])
  const about = (gate && city.initiative(gate.initiative)) ?? first
  const effect = item.effects?.find(({ change, preliminary }) => change && matters[change] && !preliminary)
  const matter = gate ? (gate.gate as DecisionMatter) : (matters[effect?.change ?? ''] ?? 'other')
  const key = `${itemKey(meeting, item)}/decision`
  const attempt = (made.get(`${about?.key}/${matter}`) ?? 0) + 1
  made.set(`${about?.key}/${matter}`, attempt)
  const decidedBy = city.who(decision.decidedBy)
  const mandate = city.organisation.mandates.find(
    (row) => row.holder.id === decidedBy.id && row.matter === matter,
  )
  const person = city.organisation.people.find(({ key: one }) => one === decision.decidedBy)
  const outcome = gate ? gateOutcomes[gate.outcome] : outcomes[decision.outcome]
  if (!outcome) throw new Error(`What became of ${decision.number}?`)
  return {
    key,
    number: decision.number,
    title: item.title,
    claim: about && matter !== 'other' ? claimOf({ initiative: about.key, matter, attempt }) : key,
    matter,
    attempt,
    outcome,
    wording: decision.wording,
    decidedBy,
    post: mandate?.title ?? person?.jobTitle ?? '',
    kind: mandate?.kind ?? 'execution',
    decidedOn: meeting.date,
    forum: city.ref(meeting.forum),
    meeting: meetingRef(meeting),
    item: { key: itemKey(meeting, item), title: item.title },
    recordedBy: city.who(meeting.secretary),
    ...standing(about, outcome),
    ...given({
      initiative: about && { key: about.key, title: about.title },
      also: rest.length > 0 ? rest.map(({ key: one, title }) => ({ key: one, title })) : undefined,
      mandate: mandate && { key: mandate.key, title: mandate.title },
      amountKr: amountOf(effect),
    }),
    changedBy: decidedBy,
    changedOn: meeting.date,
  }
}

const amountOf = (effect: MeetingEffect | undefined) =>
  effect?.change === 'financing' ? effect.amount : undefined

/** Only what went on from the first stage moved anything: the workbook has where everything has come since. */
function standing(about: Initiative | undefined, outcome: Outcome) {
  const stage: Stage = about?.stage ?? 'collection'
  const state = about?.state ?? 'active'
  if (outcome === 'goOn')
    return { fromStage: 'collection', toStage: 'screening', fromState: 'active', toState: 'active' } as const
  return { fromStage: stage, toStage: stage, fromState: state, toState: state }
}

/** The history of each decision about an initiative, by which the server knows that it is carried out. */
export function decisionTrail(decisions: readonly DecisionDraft[]): TrailDraft[] {
  return decisions.flatMap((decision): TrailDraft[] => {
    const { initiative, fromStage, toStage } = decision
    if (!initiative) return []
    const base = {
      key: `${decision.key}/applied`,
      title: decision.title,
      initiative,
      day: decision.decidedOn,
      person: decision.decidedBy,
      decision: { key: decision.key, title: decision.number },
      changedBy: decision.decidedBy,
      changedOn: decision.decidedOn,
    }
    if (fromStage !== toStage)
      return [{ ...base, kind: 'stage', field: 'stage', from: stages[fromStage], to: stages[toStage] }]
    if (decision.matter === 'financing')
      return [{ ...base, kind: 'money', field: 'financing', to: String(decision.amountKr ?? '') }]
    return [{ ...base, kind: 'decision' }]
  })
}
