/** A matter that a post may not decide alone is raised to the forum over its own; its history goes with it. */
import type { Ref } from '#src/lists/columns.ts'
import type { Decision, DecisionMatter } from '#src/lists/decisions.ts'
import type { Forum, Mandate } from '#src/lists/organisation.ts'
import { latestOf } from '../meetings/outcomes.ts'

/** The forum a matter has been raised to; `undefined` while it lies with the post that has the mandate for it. */
export function raisedTo(decisions: readonly Decision[], matter: DecisionMatter): Ref | undefined {
  const latest = latestOf(decisions, matter)
  return latest?.outcome === 'escalate' ? latest.raisedTo : undefined
}

/** The nearest forum above that guides a post with the mandate for what is raised; `undefined` at the top. A circle ends where it began. */
export function forumAbove(
  from: Ref | undefined,
  { forums, mandates }: { forums: readonly Forum[]; mandates: readonly Mandate[] },
): Ref | undefined {
  const met = new Set<string>()
  const above = (key: string | undefined) => forums.find((f) => f.key === key)?.escalatesTo
  for (let forum = above(from?.key); forum && !met.has(forum.key); forum = above(forum.key)) {
    met.add(forum.key)
    const { key } = forum
    if (mandates.some((m) => !m.archived && m.matter === 'escalation' && m.forum?.key === key)) return forum
  }
  return undefined
}
