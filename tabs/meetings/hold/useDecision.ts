/** What a decision form says, worked out from what is filled in, who is there and how the initiative stands. */
import { useMemo } from 'react'
import type { Person } from '#src/lists/columns.ts'
import type { AgendaItem, ItemOutcome } from '#src/lists/meetings.ts'
import { forums, mandates, people, type PersonRow } from '#src/lists/organisation.ts'
import { decisionFaults, type ItemDecision, ruleOf, wordingOf } from '#src/rules/itemDecision.ts'
import { type Deciders, decidersAmong } from '#src/rules/presentDeciders.ts'
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

/** What is filled in; kept in the browser until it is recorded. */
export interface DecisionDraft {
  outcome?: ItemOutcome
  wording?: string
  toComplete?: string
  decidedBy?: Person
  conflicted?: readonly Person[]
  effect?: EffectDraft
  atOnce?: boolean
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

/** The address of the tab may say who it is before anything says their name. */
const nameOf = (person: Person, known: readonly PersonRow[]) =>
  known.find((row) => row.person.id === person.id)?.person ?? person

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
  const conflicted = draft.conflicted ?? item.conflicted ?? []
  const present = useMemo(
    () => (isBetween ? [nameOf(session.person, known)] : presentOf(attending)),
    [isBetween, session.person, known, attending],
  )
  const choices = outcome && whole?.complete ? effectChoices(outcome, whole.preparation) : []
  const meant = draft.effect ?? { choice: outcome ? usualChoice(outcome, choices) : '' }
  const effectDraft: EffectDraft = choices.includes(meant.choice) ? meant : { choice: '' }
  const effect = effectOf(effectDraft)
  const effectKey = JSON.stringify([effect, conflicted])
  const deciders = useMemo(() => {
    if (!effect || !whole) return nobody
    return decidersAmong(present, effect, {
      preparation: whole.preparation,
      decisions: whole.decisions,
      mandates: posts,
      forums: bodies,
      // As of the day of the meeting, as the server judges.
      today: meeting.day < today ? meeting.day : today,
      conflicted,
      rolesOf: (id) => known.filter(({ person }) => person.id === id).flatMap(({ roles }) => roles ?? []),
    })
    // oxlint-disable-next-line react/exhaustive-deps -- effect and conflicted are new objects each time, compared by what they say
  }, [effectKey, whole, present, posts, bodies, known, meeting.day, today])

  const candidates = present.filter(({ id }) => !conflicted.some((one) => one.id === id))
  const able = deciders.able.map(({ person }) => person)
  const chair = candidates.find(({ id }) => id === meeting.chair?.id)
  const asked = candidates.find(({ id }) => id === draft.decidedBy?.id)
  const mayStand = asked && (!effect || able.some(({ id }) => id === asked.id))
  const decidedBy = mayStand ? asked : ((effect ? able[0] : undefined) ?? asked ?? chair ?? candidates[0])
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
          atOnce: draft.atOnce,
        }
      : undefined
  const faults = decision
    ? decisionFaults(decision, {
        meeting,
        attendance: attending.flatMap(({ person, presence }) => (presence ? [{ person, presence }] : [])),
        item,
        me: session.person,
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
    nobodyMay: effect !== undefined && whole !== undefined && able.length === 0,
    candidates,
    able,
    conflicted,
    decision,
    faults,
    lacks: chosen?.lacks ?? deciders.lacks,
    agreement: chosen?.agreement,
    unfinished: isUnfinished(effectDraft),
  }
}
