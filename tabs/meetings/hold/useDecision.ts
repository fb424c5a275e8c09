/** What a decision form says, worked out from what is filled in, who is there and how the initiative stands. */
import { useMemo } from 'react'
import type { Person } from '#src/lists/columns.ts'
import type { Outcome } from '#src/lists/decisions.ts'
import type { AgendaItem, ItemEffect, ItemOutcome } from '#src/lists/meetings.ts'
import { forums, mandates, people } from '#src/lists/organisation.ts'
import { decisionFaults, type ItemDecision, ruleOf, wordingOf } from '#src/rules/meetings/itemDecision.ts'
import { nextGate, outcomesOf } from '#src/rules/gates.ts'
import { type Deciders, decidersAmong, type PresentAsking } from '#src/rules/meetings/presentDeciders.ts'
import { partiesAmong } from '#src/rules/meetings/presentParties.ts'
import { ownDecisions, speaker, withVoices } from '#src/rules/meetings/voices.ts'
import type { Voice } from '#src/lists/voices.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import type { Whole } from '../../ui/useWhole.ts'
import type { HeldMeeting } from '../useMeeting.ts'
import {
  draftOfEffect,
  effectChoices,
  type EffectDraft,
  effectOf,
  isUnfinished,
  usualChoice,
} from './effects.ts'
import { type Attending, presentOf } from './people.ts'
import { useVoices } from './useVoices.ts'

/** What is filled in; kept in the browser until it is recorded. */
export interface DecisionDraft {
  outcome?: ItemOutcome
  wording?: string
  toComplete?: string
  decidedBy?: Person
  conflicted?: readonly Person[]
  effect?: EffectDraft
  /** What is filled in for an authority, by `voiceKey`. */
  voices?: Readonly<Record<string, VoiceDraft>>
  atOnce?: boolean
}

export interface VoiceDraft {
  says?: Outcome | 'endorses' | ''
  by?: Person
  wording?: string
  caseNumber?: string
}

/** The form of what was decided before. */
export const draftOf = (item: AgendaItem): DecisionDraft => ({
  ...(item.outcome && { outcome: item.outcome, effect: draftOfEffect(item.effect) }),
  ...(item.wording && { wording: item.wording }),
  ...(item.toComplete && { toComplete: item.toComplete }),
  ...(item.decidedBy && { decidedBy: item.decidedBy }),
  ...(item.conflicted?.length && { conflicted: item.conflicted }),
  ...(item.atOnce && { atOnce: true }),
})

const nobody: Deciders = { able: [], others: [], lacks: [] }

export function useDecision({
  held: { meeting, template },
  item,
  attending,
  draft,
  whole,
}: {
  held: HeldMeeting
  item: AgendaItem
  attending: readonly Attending[]
  draft: DecisionDraft
  whole: Whole | undefined
}) {
  const { session, today } = useSession()
  const posts = useItems(session.data, mandates)
  const bodies = useItems(session.data, forums)
  const known = useItems(session.data, people)
  const { outcome } = draft
  const isBetween = meeting.kind === 'between'
  const { person: me } = session
  const conflicted = draft.conflicted ?? item.conflicted ?? []
  const present = useMemo(() => (isBetween ? [me] : presentOf(attending)), [isBetween, me, attending])
  // The same object while nothing it is made of changes: what is worked out from it is kept.
  const conflictedKey = JSON.stringify(conflicted)
  const asking = useMemo(
    (): PresentAsking | undefined =>
      whole && {
        preparation: whole.preparation,
        decisions: whole.decisions,
        mandates: posts,
        forums: bodies,
        // As of the day of the meeting, as the server judges.
        today: meeting.day < today ? meeting.day : today,
        conflicted: JSON.parse(conflictedKey) as Person[],
        rolesOf: (id) => known.filter(({ person }) => person.id === id).flatMap(({ roles }) => roles ?? []),
      },
    [whole, posts, bodies, known, conflictedKey, meeting.day, today],
  )
  const isJoint = useMemo(() => asking !== undefined && isByParties(asking), [asking])
  const choices = outcome && whole?.complete ? effectChoices(outcome, whole.preparation, isJoint) : []
  const meant = draft.effect ?? { choice: outcome ? usualChoice(outcome, choices) : '' }
  const effectDraft: EffectDraft = choices.includes(meant.choice) ? meant : { choice: '' }
  const effectKey = JSON.stringify(effectOf(effectDraft) ?? null)
  const effect = useMemo(() => (JSON.parse(effectKey) as ItemEffect | null) ?? undefined, [effectKey])
  const voices = useVoices({ item, draft, effect, present, asking, people: known })
  const endorsed = voices.said.filter(({ says }) => says === 'endorses')
  const endorsedKey = JSON.stringify(endorsed)
  const deciders = useMemo(
    () => (effect && asking ? decidersAmong(present, effect, asIfEndorsed(asking, endorsedKey)) : nobody),
    [effect, asking, present, endorsedKey],
  )
  const parties = voices.parties.map(({ party }) => party)

  const candidates = present.filter(({ id }) => !conflicted.some((one) => one.id === id))
  const able = deciders.able.map(({ person }) => person)
  const chair = candidates.find(({ id }) => id === meeting.chair?.id)
  const asked = candidates.find(({ id }) => id === draft.decidedBy?.id)
  const mayStand = asked && (!effect || able.some(({ id }) => id === asked.id))
  const ownDecider = parties.length > 0 ? speaker(voices.said, me) : undefined
  const one = mayStand ? asked : ((effect ? able[0] : undefined) ?? asked ?? chair ?? candidates[0])
  const decidedBy = ownDecider ?? one
  const rule = outcome && ruleOf(outcome)
  const said = { outcome: outcome ?? 'noted', wording: draft.wording, toComplete: draft.toComplete }
  const wording = draft.wording ?? (outcome ? (wordingOf(said, item) ?? '') : '')
  const decision: ItemDecision | undefined =
    outcome && decidedBy
      ? {
          outcome,
          wording,
          toComplete: draft.toComplete,
          conflicted,
          decidedBy,
          effect,
          ...(voices.said.length > 0 && { voices: withVoices(item.voices, voices.said, parties) }),
          atOnce: draft.atOnce,
        }
      : undefined
  const faults = decision
    ? decisionFaults(decision, {
        meeting,
        attendance: attending.flatMap(({ person, presence }) => (presence ? [{ person, presence }] : [])),
        item,
        me,
        guidesOnly: template?.guidesOnly,
      })
    : []
  const chosen = deciders.able.find(({ person }) => person.id === decidedBy?.id)
  return {
    rule,
    wording,
    choices,
    effectDraft,
    deciders,
    /** Nobody who is there may decide it. */
    nobodyMay:
      effect !== undefined &&
      whole !== undefined &&
      (parties.length > 0 ? voices.parties.every((row) => row.able.length === 0) : able.length === 0),
    voices,
    candidates,
    able,
    conflicted,
    decision,
    faults,
    lacks: chosen?.lacks ?? deciders.lacks,
    agreement: chosen?.agreement,
    unfinished: isUnfinished(effectDraft),
    /** Each authority decides for itself, and none of them says anything now. */
    nothingSaid: parties.length > 0 && ownDecisions(voices.said).length === 0,
  }
}

/** Whether several authorities each decide the gate that the initiative stands before. */
function isByParties(asking: PresentAsking): boolean {
  const { initiative, process } = asking.preparation
  const gate = nextGate(initiative, process)
  const outcome = gate && outcomesOf(gate, true, initiative)[0]
  return (
    Boolean(outcome) &&
    partiesAmong([], { does: 'gate', gate: gate ?? '', outcome: outcome ?? 'goOn' }, asking).length > 0
  )
}

/** What is lacking is judged as if those who now say that they stand behind it had done so. */
function asIfEndorsed(asking: PresentAsking, said: string): PresentAsking {
  const voices = JSON.parse(said) as Voice[]
  const { preparation, today } = asking
  const { initiative } = preparation
  const endorsements = [
    ...(initiative.endorsements ?? []),
    ...voices.flatMap(({ party, by }) => (by ? [{ unit: party, by, day: today }] : [])),
  ]
  return { ...asking, preparation: { ...preparation, initiative: { ...initiative, endorsements } } }
}
