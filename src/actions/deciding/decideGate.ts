/** Decides a gate of whatever process the initiative follows: forward, back, wait, screen out, or up to the next level. */
import * as v from 'valibot'
import { outcomes } from '#src/lists/decisions.ts'
import { forumAbove, raisedTo } from '#src/rules/deciding/escalation.ts'
import { gateNames, gateOf, gateRefusals, matterOf, outcomesOf } from '#src/rules/gates.ts'
import { isRefusal } from '#src/rules/mandate.ts'
import { decide } from './decide.ts'
import { amountKr, keysOf, shortText, text } from '../schemas.ts'
import { type Done, loadPreparation, type Work } from '../work.ts'

export const decideGateArgs = v.strictObject({
  initiative: shortText,
  gate: v.picklist(gateNames as [(typeof gateNames)[number], ...typeof gateNames]),
  outcome: v.picklist(keysOf(outcomes)),
  wording: text,
  grounds: v.optional(text),
  conditions: v.optional(text),
  caseNumber: v.optional(shortText),
  /** What the step is decided to cost, held against the limit of the mandate. */
  amountKr: v.optional(amountKr),
  agreed: v.optional(v.boolean()),
})

export function decideGate(work: Work, args: v.InferOutput<typeof decideGateArgs>): Promise<Done> {
  const { gate, outcome } = args
  return decide(work, gate, args, async (initiative, { organisation, made, rightTo, mine }) => {
    const preparation = await loadPreparation(work, initiative, organisation)
    const level = raisedTo(made, gate)
    const byParties = rightTo({ mandate: matterOf(gate), raisedTo: level }).kind === 'all'
    const refusals = gateRefusals(gate, preparation, outcome)
    if (outcome === 'escalate' && gateOf(gate).raises) {
      // Raised by whoever may decide, however much it is about.
      const mandate = matterOf(gate, outcome)
      const by = mine({ mandate, raisedTo: level })
      const raise = isRefusal(by) ? undefined : forumAbove(level ?? by.mandate.forum, organisation)
      return {
        outcome,
        effect: {},
        mandate,
        raisedTo: level,
        raise,
        refusals: [...refusals, ...(isRefusal(by) || raise ? [] : [{ why: 'nowhereToRaise' } as const])],
      }
    }
    const allowed = outcomesOf(gate, byParties, initiative).includes(outcome)
    return {
      outcome,
      effect: gateOf(gate).outcomes[outcome] ?? {},
      mandate: matterOf(gate, outcome, byParties),
      raisedTo: level,
      amountKr: args.amountKr,
      refusals: [...refusals, ...(allowed ? [] : [{ why: 'outcomeNotAllowed', outcome } as const])],
    }
  })
}
