/** What other rows call an initiative: its number while it is confidential, its title when it isn't. */
import { actionItems } from '#src/lists/actionItems.ts'
import { dependencies } from '#src/lists/businessCase.ts'
import type { Ref } from '#src/lists/columns.ts'
import { decisions, trail } from '#src/lists/decisions.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import type { ChangesOf, ItemOf, List } from '#src/lists/list.ts'
import { agendaItems } from '#src/lists/meetings.ts'
import { positions } from '#src/lists/minutes.ts'
import { leanRows } from '#src/graph/lean.ts'
import type { Held } from '#src/graph/listStore.ts'
import { matterTitle, refToOthers } from '#src/rules/initiatives/confidential.ts'
import { nameOf } from '#src/rules/needs/merging.ts'
import type { Work } from '../work.ts'

/** Writes only what is called otherwise. Throws GraphError 412 when one of the rows was changed meanwhile. */
export async function renameInOthers(work: Work, initiative: Initiative): Promise<void> {
  const { store } = work
  const { key } = initiative
  const ref = refToOthers(initiative)
  const differs = (one: Ref | undefined) => one?.key === key && one.title !== ref.title
  const renamed = (refs: readonly Ref[]) => refs.map((one) => (one.key === key ? ref : one))

  const own = await store.where(trail, { column: 'initiative', value: key })
  const [waiting, merged, similar, others, naming] = await store.whereIn([
    { list: dependencies, column: 'needs', values: [key] },
    { list: initiatives, column: 'mergedInto', values: [key] },
    { list: initiatives, column: 'key', values: (initiative.similar ?? []).map((one) => one.key) },
    {
      list: trail,
      column: 'key',
      values: own.flatMap(({ kind, key: of }) => (isPaired(kind) ? otherEnd(of) : [])),
    },
    { list: decisions, column: 'key', values: await decisionsNaming(work, key) },
  ])
  for (const row of waiting.filter(({ needs }) => differs(needs)))
    await store.change(dependencies, row, { needs: ref, title: ref.title })
  // Who last changed them stays: what they are called here says nothing new of them.
  for (const one of eachOnce([...merged, ...similar])) {
    const into = differs(one.mergedInto)
    const alike = one.similar?.some(differs)
    if (into || alike)
      await store.change(initiatives, one, {
        ...(into && { mergedInto: ref }),
        ...(alike && { similar: renamed(one.similar ?? []) }),
      })
  }
  for (const entry of others) {
    const end = entry.from === undefined ? 'to' : 'from'
    if (entry.initiative.key !== key && entry[end] !== nameOf(initiative))
      await store.change(trail, entry, { [end]: nameOf(initiative) })
  }
  await changeAll(work, decisions, naming, ({ also }) => also?.some(differs) && { also: renamed(also) })
  const about = { column: 'initiative', value: key }
  const [items, todo, views] = await store.whereOf([agendaItems, actionItems, positions], about)
  // The matter was called as the initiative is: papers that are made from now on don't say it.
  const called = ({ initiative: of, title: before }: { initiative?: Ref; title: string }) => {
    const title = matterTitle(before, initiative, of)
    return (differs(of) || title !== before) && { initiative: ref, title }
  }
  await changeAll(work, agendaItems, items, called)
  await changeAll(work, actionItems, todo, (item) => differs(item.initiative) && { initiative: ref })
  await changeAll(work, positions, views, called)
}

/** In one go, and without asking whether they may name it: they did. */
async function changeAll<L extends List>(
  { store }: Work,
  list: L,
  items: readonly ItemOf<L>[],
  changesOf: (item: ItemOf<L>) => ChangesOf<L> | false | undefined,
) {
  const asked = items.flatMap((item) => {
    const changes = changesOf(item)
    return changes ? [{ item: item as Held, changes }] : []
  })
  const failed = (await store.changeMany(list, asked)).find((error) => error !== undefined)
  if (failed) throw failed
}

const eachOnce = (found: readonly Initiative[]) => new Map(found.map((one) => [one.key, one])).values()

/** What two initiatives have in common is told in both: one entry's key is the other's with this behind it. */
const isPaired = (kind: string) => kind === 'similar' || kind === 'merged'
const OTHER = '/other'
const otherEnd = (key: string) => (key.endsWith(OTHER) ? key.slice(0, -OTHER.length) : key + OTHER)

/** Decisions about several initiatives aren't found by a filter: of all, the keys of those that name this one. */
async function decisionsNaming({ store }: Work, initiative: string): Promise<string[]> {
  const rows = await leanRows(store, decisions, ['Key', 'AlsoKeys'])
  return rows.flatMap(({ Key, AlsoKeys }) =>
    String(AlsoKeys ?? '').includes(initiative) ? [String(Key)] : [],
  )
}
