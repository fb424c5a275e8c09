/** A card has been dropped where a decision leads: says at once why it can't be made, or opens it with the outcome chosen. */
import { lazy, Suspense, useEffect, useState } from 'react'
import type { Initiative } from '#src/lists/initiatives.ts'
import { mandates } from '#src/lists/organisation.ts'
import { type Move, moveTo, type Target } from '#src/rules/needs/funnel.ts'
import { isRefusal, mandateOf } from '#src/rules/mandate.ts'
import { matterOfStage } from '#src/rules/processes.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'
import { useWords } from '../language.ts'
import type { Deciding } from '../ui/deciding/decidingForm.ts'
import { useDeciding } from '../ui/deciding/useDeciding.ts'
import { useWhole, type Whole } from '../ui/useWhole.ts'
import styles from './Board.module.css'

const DecisionDialog = lazy(() =>
  import('../ui/deciding/DecisionDialog.tsx').then((m) => ({ default: m.DecisionDialog })),
)

/** How a move ended: with a decision (its number when it has reached the server), with nothing, or not allowed. */
export type Ended = { number?: string | undefined } | { refusals: Refusal[] } | { move: Move }

interface Given {
  target: Target
  end: (ended: Ended) => void
}

export function Decide({ card, target, end }: Given & { card: Initiative }) {
  const { t } = useWords()
  const { whole, missing, error } = useWhole(card.key)
  useEffect(() => {
    if (missing) end({ refusals: [{ why: 'notFound', what: 'Initiatives', key: card.key }] })
    else if (error !== undefined && !whole?.complete) end({ refusals: [{ why: 'unavailable' }] })
  }, [missing, error, whole?.complete, card.key, end])
  if (whole?.complete) return <Judged whole={whole} target={target} end={end} />
  return (
    <p role='status' className={styles.trying}>
      {t('board.trying', { title: card.title })}
    </p>
  )
}

function Judged({ whole, target, end }: Given & { whole: Whole }) {
  const verdict = useVerdict(whole, target)
  // As it stood when the card was dropped: what the decision changes is not judged again.
  const [first] = useState(verdict)
  useEffect(() => {
    if (!('deciding' in first)) end(first)
  }, [first, end])
  if (!('deciding' in first)) return null
  return (
    <Suspense fallback={null}>
      <DecisionDialog
        deciding={first.deciding}
        initiative={whole.initiative}
        close={(number) => end({ number })}
      />
    </Suspense>
  )
}

function useVerdict(whole: Whole, target: Target): { deciding: Deciding } | Ended {
  const { session, today } = useSession()
  const rows = useItems(session.data, mandates)
  const may = useDeciding(whole)
  const { initiative, preparation } = whole
  // Read whole, it may stand elsewhere than the card did.
  const move = moveTo(target, initiative, preparation.process)
  if (move.kind === 'gate') {
    const { gate, outcome } = move
    const { choices } = may
    const refusals = eachOnce(may.against(outcome))
    if (refusals.length === 0 && choices.some((choice) => choice.outcome === outcome))
      return { deciding: { kind: 'gate', gate, choices, begin: outcome } }
    const mayRaise = choices.some((choice) => choice.outcome === 'escalate')
    return mayRaise && refusals.every(isBeyondUs)
      ? { deciding: { kind: 'gate', gate, choices, begin: 'escalate', instead: refusals } }
      : { refusals }
  }
  if (move.kind === 'state') {
    const by = may.states.find(({ change }) => change === move.change)?.by
    if (by) return { deciding: { kind: 'state', change: move.change, by } }
    const matter = matterOfStage(initiative.stage, preparation.process)
    const question = { initiative, mandates: rows, tree: preparation.tree, today }
    const answer = matter && mandateOf(session.person, { ...question, matter })
    const refusal: Refusal = answer && isRefusal(answer) ? answer : { why: 'noGate', stage: initiative.stage }
    return { refusals: [refusal] }
  }
  return { move }
}

/** What nobody at this level may decide: it can only be raised to the next. */
const isBeyondUs = ({ why }: Refusal) => why === 'noMandate' || why === 'overAmount'

/** Who decides may be unknown for want of something that is missing anyway: that is said once. */
function eachOnce(refusals: readonly Refusal[]): Refusal[] {
  const said = new Set<string>()
  return refusals.filter((refusal) => {
    if (refusal.why !== 'missing') return true
    const isNew = refusal.needs.some((need) => !said.has(need))
    refusal.needs.forEach((need) => said.add(need))
    return isNew
  })
}
