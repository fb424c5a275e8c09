/** Moves an initiative in a forum's order by hand, with a reason, or takes the move back. Nothing is decided by it. */
import * as v from 'valibot'
import { type MovedByHand, type Scenario, scenarios } from '#src/lists/prioritising.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import { Refused } from '#src/rules/refusal.ts'
import { emptySettings, moveFault, workingOrderKey } from '#src/rules/prioritising/workingOrder.ts'
import { refOf } from '../meetings/place.ts'
import { shortText } from '../schemas.ts'
import { type Done, loadOrganisation, stamp, type Work } from '../work.ts'
import { demandForum } from './forForum.ts'
import { rankingNow } from './rankingNow.ts'

export const overrideRankArgs = v.strictObject({
  forum: shortText,
  year: v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2200)),
  initiative: shortText,
  /** Nothing takes back what was moved. */
  move: v.nullable(
    v.strictObject({
      /** The initiative it is to stand above; last when there is none. */
      before: v.optional(shortText),
      rank: v.pipe(v.number(), v.integer(), v.minValue(1)),
      reason: v.pipe(v.string(), v.trim(), v.maxLength(4000)),
    }),
  ),
})

const MOST_ATTEMPTS = 6

export async function overrideRank(
  work: Work,
  { forum: asked, year, initiative, move }: v.InferOutput<typeof overrideRankArgs>,
): Promise<Done> {
  const forum = await demandForum(work, 'tryOut', asked)
  if (move && move.reason === '') throw new Refused({ why: 'reasonMissing' })
  const made: MovedByHand | undefined = move
    ? { initiative, rank: move.rank, reason: move.reason, ...(move.before && { before: move.before }) }
    : undefined
  for (let attempt = 1; ; attempt++) {
    const now = await rankingNow(work, forum, year, await loadOrganisation(work))
    const { lines, shared, external } = now.ranking
    const before = now.order?.settings.moved ?? []
    const last = before.find((one) => one.initiative === initiative)
    if (JSON.stringify(last) === JSON.stringify(made)) return { scenarios: now.order ? [now.order] : [] }
    const all = [...lines, ...shared, ...external]
    const fault = made && moveFault(all, made, now.rows.dependencies)
    if (fault) {
      const title = all.find((one) => one.initiative.key === initiative)?.initiative.title ?? initiative
      throw new Refused({ why: 'ranking', ranking: { ...fault, title } })
    }
    const moved = [...before.filter((one) => one.initiative !== initiative), ...(made ? [made] : [])]
    try {
      return { scenarios: [await write(now.order, moved)] }
    } catch (error) {
      if (!isChangedByOther(error) || attempt === MOST_ATTEMPTS) throw error
    }
  }

  async function write(order: Scenario | undefined, moved: MovedByHand[]): Promise<Scenario> {
    const settings = { ...(order?.settings ?? emptySettings(year)), moved }
    if (order) return work.store.change(scenarios, order, { settings, ...stamp(work) })
    const draft = {
      key: workingOrderKey(forum.key, year),
      title: `${forum.title} ${year}`,
      forum: refOf(forum),
      settings,
      by: work.me,
      on: work.today,
      shared: true,
      ...stamp(work),
    }
    const { item } = await work.store.create(scenarios, draft)
    // Somebody was first: theirs is added to.
    return JSON.stringify(item.settings.moved) === JSON.stringify(moved)
      ? item
      : work.store.change(scenarios, item, {
          settings: { ...item.settings, moved: [...(item.settings.moved ?? []), ...moved] },
          ...stamp(work),
        })
  }
}
