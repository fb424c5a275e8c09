/** Decides an initiative's financing, within the amount of the mandate; where it is shared each party decides its own share. */
import { heldBy } from '#src/rules/needs/mergedStage.ts'
import * as v from 'valibot'
import { roundFinancing } from '#src/rules/money/financing.ts'
import { isRefusal } from '#src/rules/mandate.ts'
import { decide } from './decide.ts'
import { amountKr, shortText, text } from '../schemas.ts'
import type { Done, Work } from '../work.ts'

export const decideFinancingArgs = v.strictObject({
  initiative: shortText,
  outcome: v.picklist(['grant', 'refuse']),
  /** All of it, the other parties' shares included. */
  amountKr,
  wording: text,
  grounds: v.optional(text),
  conditions: v.optional(text),
  caseNumber: v.optional(shortText),
  agreed: v.optional(v.boolean()),
})

export function decideFinancing(work: Work, args: v.InferOutput<typeof decideFinancingArgs>): Promise<Done> {
  const mandate = 'financing'
  return decide(work, mandate, args, async (initiative, { organisation: { tree }, made, mine }) => {
    const by = mine({ mandate })
    const party = isRefusal(by) ? undefined : by.party
    const { refusals, ...amounts } = roundFinancing({ ...args, initiative, tree, party, made })
    return {
      outcome: args.outcome,
      effect: {},
      mandate,
      ...amounts,
      refusals: [
        ...(initiative.state === 'active' ? [] : [{ why: 'notActive', ...heldBy(initiative) } as const]),
        ...refusals,
      ],
    }
  })
}
