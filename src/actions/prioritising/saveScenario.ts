/** Keeps a scenario of a forum under a name: one's own, or shared with the forum; what was set and what came of it. */
import * as v from 'valibot'
import { balanceAxes, measures } from '#src/lists/balance.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { type Scenario, type ScenarioResult, scenarios } from '#src/lists/prioritising.ts'
import { isConfidential, openPlaceRefusals } from '#src/rules/initiatives/confidential.ts'
import { same } from '#src/rules/initiatives/editing.ts'
import { forumPermissions, mayChangeScenario } from '#src/rules/prioritising/forumRights.ts'
import { Refused } from '#src/rules/refusal.ts'
import { isWorkingOrder } from '#src/rules/prioritising/workingOrder.ts'
import { keysOf, shortText } from '../schemas.ts'
import { type Done, loadOrganisation, rolesOf, stamp, type Work } from '../work.ts'
import { demandForum } from './forForum.ts'

/** More than a forum chooses among; a column of text holds no more either. */
const MOST = 1000
const LONGEST = 60_000

const year = v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2200))
const amount = v.pipe(v.number(), v.finite(), v.minValue(0))
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
const amounts = v.record(shortText, amount)
const ids = v.pipe(v.array(shortText), v.maxLength(MOST))
const perYear = v.record(v.pipe(v.string(), v.regex(/^\d{4}$/)), v.number())

const settings = v.strictObject({
  years: v.pipe(v.array(year), v.minLength(1), v.maxLength(6)),
  frames: amounts,
  personDays: amounts,
  forcedIn: ids,
  forcedOut: ids,
  starts: v.record(shortText, v.pipe(v.array(year), v.maxLength(6))),
  corridors: v.pipe(
    v.array(
      v.strictObject({
        axis: v.picklist(keysOf(balanceAxes)),
        value: shortText,
        measure: v.exactOptional(v.picklist(keysOf(measures))),
        least: v.exactOptional(share),
        most: v.exactOptional(share),
      }),
    ),
    v.maxLength(10),
  ),
  exclusions: v.exactOptional(v.pipe(v.array(v.tuple([shortText, shortText])), v.maxLength(MOST))),
  assumed: v.exactOptional(amounts),
  isRunningFree: v.exactOptional(v.boolean()),
  receiving: v.exactOptional(amounts),
  isReceivingFree: v.exactOptional(v.boolean()),
})

const result = v.strictObject({
  chosen: v.record(shortText, year),
  value: v.number(),
  gap: v.pipe(v.number(), v.minValue(0)),
  basis: shortText,
  reckoned: v.exactOptional(
    v.strictObject({
      items: v.record(
        shortText,
        v.strictObject({
          value: v.number(),
          start: year,
          isIn: v.boolean(),
          cost: perYear,
          days: perYear,
          needs: ids,
          receives: v.exactOptional(amounts),
        }),
      ),
      limits: v.record(v.string(), v.number()),
    }),
  ),
})

export const saveScenarioArgs = v.strictObject({
  scenario: shortText,
  forum: shortText,
  title: shortText,
  shared: v.boolean(),
  settings,
  /** What came of it; none while nothing fits. */
  result: v.optional(result),
})
type Args = v.InferOutput<typeof saveScenarioArgs>

export async function saveScenario(work: Work, args: Args): Promise<Done> {
  const forum = await demandForum(work, 'tryOut', args.forum)
  const { scenario: key, title, shared } = args
  // What a forum has moved by hand is kept in a row of the same list, and changed in its own way.
  if (isWorkingOrder({ key })) throw new Refused({ why: 'notFound', what: 'scenarios', key })
  const there = await work.store.byKey(scenarios, key)
  if (there) await demandMine(work, there, args.forum)
  await refuseConfidential(work, args)
  const wanted = {
    title,
    shared,
    settings: args.settings,
    result: args.result ? fitting(args.result) : null,
    archived: false,
  }
  if (!there) {
    const { result: came, ...rest } = wanted
    const { item } = await work.store.create(scenarios, {
      key,
      forum: { key: forum.key, title: forum.title },
      by: work.me,
      on: work.today,
      ...rest,
      ...(came && { result: came }),
      ...stamp(work),
    })
    return { scenarios: [item] }
  }
  const stands = (Object.keys(wanted) as (keyof typeof wanted)[]).every((name) =>
    same(there[name] ?? (name === 'result' ? null : false), wanted[name]),
  )
  if (stands) return { scenarios: [there] }
  const changed = await work.store.change(
    scenarios,
    { id: there.id, version: work.seen[key] ?? there.version },
    { ...wanted, on: work.today, ...stamp(work) },
  )
  return { scenarios: [changed] }
}

/** Throws Refused when the scenario isn't the person's to change, or stands for another forum. */
export async function demandMine(work: Work, there: Scenario, forum: string) {
  const organisation = await loadOrganisation(work)
  const found = organisation.forums.find(({ key }) => key === there.forum.key)
  const who = { id: work.me.id, roles: rolesOf(work.me.id, organisation) }
  if (there.forum.key !== forum || isWorkingOrder(there))
    throw new Refused({ why: 'notFound', what: 'scenarios', key: there.key })
  if (!mayChangeScenario(who, there, found))
    throw new Refused({
      why: 'notYourTask',
      roles: [...forumPermissions.weigh.roles],
      people: there.by ? [there.by] : [],
    })
}

/** All staff read scenarios: what is confidential may not be told of there, not by its number either. */
async function refuseConfidential({ store }: Work, { settings: set, result: came }: Args) {
  const named = new Set([
    ...set.forcedIn,
    ...set.forcedOut,
    ...Object.keys(set.starts),
    ...Object.keys(set.assumed ?? {}),
    ...(set.exclusions ?? []).flat(),
    ...Object.keys(came?.chosen ?? {}),
    ...Object.entries(came?.reckoned?.items ?? {}).flatMap(([id, { needs }]) => [id, ...needs]),
  ])
  const rows = named.size > 0 ? await store.all(initiatives) : []
  const refusals = openPlaceRefusals(rows.filter((row) => named.has(row.key) && isConfidential(row)))
  if (refusals.length > 0) throw new Refused(...refusals)
}

/** Where all of it is more than a column holds, the fingerprint still tells that something has changed. */
function fitting(came: ScenarioResult): ScenarioResult {
  if (JSON.stringify(came).length <= LONGEST) return came
  const { reckoned: _, ...rest } = came
  return rest
}
