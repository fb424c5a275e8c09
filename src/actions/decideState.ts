/** Pauses, stops or reopens an initiative; its history and the stage it left stay. */
import * as v from 'valibot'
import { matterOfStage, stateChanges } from '#src/rules/processes.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { decide } from './decide.ts'
import { keysOf, shortText, text } from './schemas.ts'
import type { Done, Work } from './work.ts'

export const decideStateArgs = v.strictObject({
  initiative: shortText,
  change: v.picklist(keysOf(stateChanges)),
  wording: text,
  grounds: v.optional(text),
})

export function decideState(work: Work, args: v.InferOutput<typeof decideStateArgs>): Promise<Done> {
  const { from, to } = stateChanges[args.change]
  return decide(work, 'state', args, async (initiative) => {
    const matter = matterOfStage(initiative.stage)
    const refusals: Refusal[] = [
      ...(initiative.external ? [{ why: 'external' } as const] : []),
      ...(initiative.archived ? [{ why: 'archived' } as const] : []),
      ...(matter ? [] : [{ why: 'noGate', stage: initiative.stage } as const]),
      ...((from as readonly string[]).includes(initiative.state)
        ? []
        : [{ why: 'wrongState', state: initiative.state } as const]),
    ]
    return { outcome: args.change, effect: { state: to }, mandate: matter ?? 'start', refusals }
  })
}
