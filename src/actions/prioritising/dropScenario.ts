/** Puts a scenario away: archived, as all that the product takes out of use. */
import * as v from 'valibot'
import { scenarios } from '#src/lists/prioritising.ts'
import { Refused } from '#src/rules/refusal.ts'
import { shortText } from '../schemas.ts'
import { type Done, stamp, type Work } from '../work.ts'
import { demandForum } from './forForum.ts'
import { demandMine } from './saveScenario.ts'

export const dropScenarioArgs = v.strictObject({ scenario: shortText })

export async function dropScenario(
  work: Work,
  { scenario: key }: v.InferOutput<typeof dropScenarioArgs>,
): Promise<Done> {
  const there = await work.store.byKey(scenarios, key)
  if (!there) throw new Refused({ why: 'notFound', what: 'scenarios', key })
  await demandForum(work, 'tryOut', there.forum.key)
  await demandMine(work, there, there.forum.key)
  if (there.archived) return { scenarios: [there] }
  const { id, version } = there
  const archived = await work.store.change(
    scenarios,
    { id, version: work.seen[key] ?? version },
    { archived: true, ...stamp(work) },
  )
  return { scenarios: [archived] }
}
