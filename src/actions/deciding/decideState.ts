/** Pauses, stops or reopens an initiative in any stage of its process; its history and the stage it left stay. */
import { heldBy } from '#src/rules/needs/mergedStage.ts'
import * as v from 'valibot'
import { matterOfStage, processOf, stateChanges } from '#src/rules/processes.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { decide } from './decide.ts'
import { keysOf, shortText, text } from '../schemas.ts'
import type { Done, Work } from '../work.ts'

export const decideStateArgs = v.strictObject({
  initiative: shortText,
  change: v.picklist(keysOf(stateChanges)),
  wording: text,
  grounds: v.optional(text),
  caseNumber: v.optional(shortText),
  agreed: v.optional(v.boolean()),
})

export function decideState(work: Work, args: v.InferOutput<typeof decideStateArgs>): Promise<Done> {
  const { from, to } = stateChanges[args.change]
  return decide(work, 'state', args, async (initiative, { organisation: { portfolios } }) => {
    const matter = matterOfStage(initiative.stage, processOf(initiative, portfolios))
    const refusals: Refusal[] = [
      ...(matter ? [] : [{ why: 'noGate', stage: initiative.stage } as const]),
      ...((from as readonly string[]).includes(initiative.state)
        ? []
        : [{ why: 'wrongState', ...heldBy(initiative) } as const]),
    ]
    return { outcome: args.change, effect: { state: to }, mandate: matter ?? 'start', refusals }
  })
}
