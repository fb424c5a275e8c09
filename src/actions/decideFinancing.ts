/** Decides an initiative's financing, within the amount of the mandate; BP4 asks for this decision. */
import * as v from 'valibot'
import { decide } from './decide.ts'
import { amountKr, shortText, text } from './schemas.ts'
import type { Done, Work } from './work.ts'

export const decideFinancingArgs = v.strictObject({
  initiative: shortText,
  outcome: v.picklist(['grant', 'refuse']),
  amountKr,
  wording: text,
  grounds: v.optional(text),
  conditions: v.optional(text),
})

export function decideFinancing(work: Work, args: v.InferOutput<typeof decideFinancingArgs>): Promise<Done> {
  return decide(work, 'financing', args, async (initiative) => ({
    outcome: args.outcome,
    effect: {},
    mandate: 'financing',
    amountKr: args.amountKr,
    refusals: [
      ...(initiative.external ? [{ why: 'external' } as const] : []),
      ...(initiative.archived ? [{ why: 'archived' } as const] : []),
      ...(initiative.state === 'active' ? [] : [{ why: 'notActive', state: initiative.state } as const]),
    ],
  }))
}
