/** Keeps what several authorities decide on as it stands, while some of them have decided and others haven't. */
import type { Initiative } from '#src/lists/initiatives.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { lockedFields, roundRefusals } from '#src/rules/deciding/jointRound.ts'
import { processOf } from '#src/rules/processes.ts'
import { Refused } from '#src/rules/refusal.ts'
import { decisionsAbout, type Work } from '../work.ts'

/** Throws Refused when a change of these columns would fall between two authorities' decisions on the same matter. */
export async function keepRounds(
  work: Work,
  initiative: Initiative,
  changed: readonly string[],
): Promise<void> {
  if (!changed.some((field) => (lockedFields as readonly string[]).includes(field))) return
  const decisions = await decisionsAbout(work, initiative.key)
  if (!decisions.some((d) => d.party)) return
  const process = processOf(initiative, await work.store.all(portfolios))
  const refusals = roundRefusals({ changed, decisions, initiative, process })
  if (refusals.length > 0) throw new Refused(...refusals)
}
