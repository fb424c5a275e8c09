/** Decides a gate of Behovsprocessen: go on, back, wait or screen out. */
import * as v from 'valibot'
import { outcomes } from '#src/lists/decisions.ts'
import { gateNames, gateOf, gateRefusals, matterOf, outcomesOf } from '#src/rules/gates.ts'
import { decide } from './decide.ts'
import { keysOf, shortText, text } from './schemas.ts'
import { type Done, loadPreparation, type Work } from './work.ts'

export const decideGateArgs = v.strictObject({
  initiative: shortText,
  gate: v.picklist(gateNames),
  outcome: v.picklist(keysOf(outcomes)),
  wording: text,
  grounds: v.optional(text),
  conditions: v.optional(text),
  caseNumber: v.optional(shortText),
})

export function decideGate(work: Work, args: v.InferOutput<typeof decideGateArgs>): Promise<Done> {
  return decide(work, args.gate, args, async (initiative, { tree }, byParties) => {
    const preparation = await loadPreparation(work, initiative, tree)
    const allowed = outcomesOf(args.gate, byParties).includes(args.outcome)
    return {
      outcome: args.outcome,
      effect: gateOf(args.gate).outcomes[args.outcome] ?? {},
      mandate: matterOf(args.gate, args.outcome),
      refusals: [
        ...gateRefusals(args.gate, preparation, args.outcome),
        ...(allowed ? [] : [{ why: 'outcomeNotAllowed', outcome: args.outcome } as const]),
      ],
    }
  })
}
