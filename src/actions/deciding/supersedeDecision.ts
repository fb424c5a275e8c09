/** Puts a new decision in the place of an earlier one: other words, another outcome, or none. The earlier one stays as it was written. */
import * as v from 'valibot'
import { type Decision, decisions, outcomes } from '#src/lists/decisions.ts'
import { roundFinancing } from '#src/rules/money/financing.ts'
import { Refused } from '#src/rules/refusal.ts'
import { processOf } from '#src/rules/processes.ts'
import { effectInstead, mandateInstead, supersedeRefusals } from '#src/rules/deciding/superseding.ts'
import { decide } from './decide.ts'
import { amountKr, keysOf, shortText, text } from '../schemas.ts'
import { type Done, loadPreparation, type Work } from '../work.ts'

export const supersedeDecisionArgs = v.strictObject({
  /** The key of the decision that is replaced. */
  decision: shortText,
  /** The same outcome changes the words only; `annul` puts nothing in its place. */
  outcome: v.picklist(keysOf(outcomes)),
  wording: text,
  grounds: text,
  conditions: v.optional(text),
  caseNumber: v.optional(shortText),
  amountKr: v.optional(amountKr),
  agreed: v.optional(v.boolean()),
})

export async function supersedeDecision(
  work: Work,
  { decision: key, ...args }: v.InferOutput<typeof supersedeDecisionArgs>,
): Promise<Done> {
  const old = await work.store.byKey(decisions, key)
  if (!old?.initiative) throw new Refused({ why: 'notFound', what: 'decision', key })
  const { outcome } = args
  const words = { ...args, initiative: old.initiative.key }
  return decide(work, old.matter, words, async (initiative, { organisation, made }) => {
    const preparation = await loadPreparation(work, initiative, organisation)
    const process = processOf(initiative, organisation.portfolios)
    const amounts = amountsOf(old, args.amountKr, { ...preparation, outcome, made })
    return {
      outcome,
      effect: effectInstead(old, outcome),
      ...mandateInstead(old, { mandates: organisation.mandates, process }),
      ...amounts,
      instead: old,
      refusals: [
        ...supersedeRefusals(old, outcome, { decisions: made, preparation }),
        ...(amounts.refusals ?? []),
      ],
    }
  })
}

/** The amount that now holds: the one given, else the one that held. */
function amountsOf(
  old: Decision,
  given: number | undefined,
  of: Omit<Parameters<typeof roundFinancing>[0], 'amountKr' | 'party'>,
): Partial<ReturnType<typeof roundFinancing>> {
  if (of.outcome === 'annul') return {}
  const total = given ?? old.totalKr ?? old.amountKr
  if (total === undefined) return {}
  return old.matter === 'financing'
    ? roundFinancing({
        ...of,
        amountKr: total,
        party: old.party,
        made: of.made.filter((d) => d !== old && d.key !== old.key),
      })
    : { amountKr: total }
}
