/** Health care's own decision, from idea to broad roll-out: beside the portfolio's gates, at the time chosen for each initiative. */
import { heldBy } from '#src/rules/needs/mergedStage.ts'
import * as v from 'valibot'
import type { Refusal } from '#src/rules/refusal.ts'
import { decide } from './decide.ts'
import { shortText, text } from '../schemas.ts'
import type { Done, Work } from '../work.ts'

export const decideIdeaToRolloutArgs = v.strictObject({
  initiative: shortText,
  outcome: v.picklist(['grant', 'refuse', 'wait']),
  wording: text,
  grounds: v.optional(text),
  conditions: v.optional(text),
  /** The process has a case number of its own; without one here, the initiative's. */
  caseNumber: v.optional(shortText),
  agreed: v.optional(v.boolean()),
})

export function decideIdeaToRollout(
  work: Work,
  args: v.InferOutput<typeof decideIdeaToRolloutArgs>,
): Promise<Done> {
  return decide(work, 'ideaToRollout', args, async (initiative) => {
    const { state, stage, ideaCaseNumber, ideaDecision } = initiative
    const caseNumber = args.caseNumber ?? ideaCaseNumber
    const refusals: Refusal[] = [
      ...(state === 'active' ? [] : [{ why: 'notActive', ...heldBy(initiative) } as const]),
      ...(ideaDecision || stage === 'closed' ? [{ why: 'noGate', stage } as const] : []),
    ]
    if (!caseNumber) refusals.push({ why: 'missing', matter: 'ideaToRollout', needs: ['ideaCaseNumber'] })
    return { outcome: args.outcome, effect: {}, mandate: 'ideaToRollout', caseNumber, refusals }
  })
}
