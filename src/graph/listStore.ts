/** Reads and writes the items of declared lists: one item at a time, repeatable by `Key`, never over another's change. */
import type { SiteUserId } from '#src/lists/columns.ts'
import {
  type ChangesOf,
  type DraftOf,
  encode,
  internalName,
  type ItemOf,
  type List,
} from '#src/lists/list.ts'
import { batch } from './batch.ts'
import type { Graph } from './client.ts'
import { GraphError, isDuplicate, isLost } from './errors.ts'
import { manyItems } from './manyItems.ts'
import {
  fieldsOf,
  itemsPath,
  itemsQuery,
  literal,
  PAGE,
  type Site,
  toItem,
  type WireItem,
  type WirePage,
} from './wireItems.ts'

const HALF_A_DAY_MS = 43_200_000

export type ListStore = ReturnType<typeof listStore>

/** An indexed column of ours and the text it must equal. */
export interface Equals {
  column: string
  value: string
}

export function listStore({
  graph,
  site,
  siteUserId = () => undefined,
  unreadable = () => undefined,
}: {
  graph: Graph
  site: Site
  siteUserId?: SiteUserId
  /** Told of each row that a whole list was read without: somebody wrote it in SharePoint in a way that we can't read. */
  unreadable?: (error: unknown) => void
}) {
  const readable = <L extends List>(list: L, wires: readonly WireItem[]): ItemOf<L>[] =>
    wires.flatMap((wire) => {
      try {
        return [toItem(list, wire)]
      } catch (error) {
        unreadable(error)
        return []
      }
    })

  async function wirePages(path: string): Promise<WireItem[]> {
    const items: WireItem[] = []
    // A page may be empty and still have a next one (https://learn.microsoft.com/graph/paging).
    for (let next: string | undefined = path; next !== undefined; ) {
      const page: WirePage = await graph<WirePage>({ path: next })
      items.push(...page.value)
      next = page['@odata.nextLink']
    }
    return items
  }

  async function pages<L extends List>(list: L, path: string): Promise<ItemOf<L>[]> {
    return (await wirePages(path)).map((wire) => toItem(list, wire))
  }

  async function together(asked: { list: List; path: string }[]): Promise<WireItem[][]> {
    const answers = await batch(graph, asked)
    return Promise.all(
      asked.map(async (_, i) => {
        const page = answers[i]
        if (page instanceof GraphError) throw page
        const { value, '@odata.nextLink': next } = page as WirePage
        return next === undefined ? value : [...value, ...(await wirePages(next))]
      }),
    )
  }

  const store = {
    /** For what isn't a list: the files of the site, asked for as the same person. */
    graph,
    site,
    ...manyItems({ graph, site, siteUserId }),

    /** Every item that can be read, with all columns. */
    all: async <L extends List>(list: L) =>
      readable(list, await wirePages(`${itemsPath(site, list)}?${itemsQuery(list, 'whole')}`)),

    /** The items whose indexed column holds this text (`initiative` means its key). */
    where: <L extends List>(list: L, equals: Equals) => pages(list, wherePath(site, list, equals)),

    /** Several whole lists in one `$batch`, without rows that can't be read; pages beyond the first one by one. */
    async allOf<const Ls extends readonly List[]>(lists: Ls): Promise<{ [I in keyof Ls]: ItemOf<Ls[I]>[] }> {
      const found = await together(
        lists.map((list) => ({ list, path: `${itemsPath(site, list)}?${itemsQuery(list, 'whole')}` })),
      )
      return lists.map((list, i) => readable(list, found[i] ?? [])) as never
    },

    /** The rows of several lists that belong to one item, in one `$batch`. `table`: without columns that are read on demand. */
    async whereOf<const Ls extends readonly List[]>(
      lists: Ls,
      equals: Equals,
      depth: 'table' | 'whole' = 'whole',
    ): Promise<{ [I in keyof Ls]: ItemOf<Ls[I]>[] }> {
      const found = await together(
        lists.map((list) => ({ list, path: wherePath(site, list, equals, depth) })),
      )
      return lists.map((list, i) => (found[i] ?? []).map((wire) => toItem(list, wire))) as never
    },

    /** The items whose indexed text column starts so. */
    startingWith: async <L extends List>(list: L, { column, value }: Equals) =>
      readable(
        list,
        await wirePages(
          `${itemsPath(site, list)}?$filter=startswith(fields/${internalName(column)},${literal(value)})&${itemsQuery(list, 'whole')}`,
        ),
      ),

    /** The texts of an indexed column that start so, and nothing else of the items. */
    async textsStartingWith(list: List, { column, value }: Equals): Promise<string[]> {
      const name = internalName(column)
      const filter = `startswith(fields/${name},${literal(value)})`
      const wires = await wirePages(
        `${itemsPath(site, list)}?$filter=${filter}&$select=id&$expand=fields($select=${name})&$top=${PAGE}`,
      )
      return wires.map((wire) => String(wire.fields?.[name] ?? ''))
    },

    /** The items of several lists whose indexed column holds one of the texts: a read for each text, in `$batch`es. */
    async whereIn<const Ls extends readonly List[]>(
      asked: {
        [I in keyof Ls]: { list: Ls[I]; column: string; values: readonly string[] }
      },
    ): Promise<{ [I in keyof Ls]: ItemOf<Ls[I]>[] }> {
      const reads = asked.flatMap(({ list, column, values }) =>
        values.map((value) => ({ list, path: wherePath(site, list, { column, value }) })),
      )
      const found = await together(reads)
      return asked.map(({ list }) =>
        readable(list, found.filter((_, i) => reads[i]?.list === list).flat()),
      ) as never
    },

    /** The items whose indexed day column is this day or later. */
    async since<L extends List>(list: L, column: keyof DraftOf<L> & string, day: string) {
      // A day is kept as its Swedish midnight, which is the evening before in UTC: asked for from the midday before.
      const from = new Date(Date.parse(day) - HALF_A_DAY_MS).toISOString()
      const filter = `fields/${internalName(column)}%20ge%20${literal(from)}`
      const wires = await wirePages(`${itemsPath(site, list)}?$filter=${filter}&${itemsQuery(list, 'whole')}`)
      return readable(list, wires).filter((item) => String((item as Record<string, unknown>)[column]) >= day)
    },

    /** For each value the key of the item whose unique column holds it, in `$batch`es. */
    async holdersOf(list: List, column: string, values: readonly string[]): Promise<(string | undefined)[]> {
      const answers = await batch(
        graph,
        values.map((value) => ({
          path: `${itemsPath(site, list)}?$filter=fields/${internalName(column)}%20eq%20${literal(value)}&$select=id&$expand=fields($select=Key)`,
        })),
      )
      return answers.map((answer) => {
        if (answer instanceof GraphError) throw answer
        return (answer as WirePage).value.map((wire) => String(wire.fields?.Key))[0]
      })
    },

    async byKey<L extends List>(list: L, key: string): Promise<ItemOf<L> | undefined> {
      return (await store.where(list, { column: 'key', value: key }))[0]
    },

    async byId<L extends List>(list: L, id: string): Promise<ItemOf<L>> {
      return toItem(
        list,
        await graph<WireItem>({
          path: `${itemsPath(site, list)}/${id}?$select=id&$expand=${fieldsOf(list, 'whole')}`,
        }),
      )
    },

    /**
     * Creates the item, or gives the one that already has its key: a write whose answer was lost is asked again
     * without harm. Throws GraphError when another unique column is taken (see `isDuplicate`).
     */
    async create<L extends List>(
      list: L,
      draft: DraftOf<L> & { key: string },
      again = true,
    ): Promise<{ item: ItemOf<L>; existed: boolean }> {
      const fields = withoutEmpty(encode(list, draft as ChangesOf<L>, siteUserId))
      try {
        const made = await graph<WireItem>({ method: 'POST', path: itemsPath(site, list), body: { fields } })
        const item = made.fields
          ? { ...toItem(list, made), ...daysOf(list, draft) }
          : await store.byId(list, made.id)
        return { item, existed: false }
      } catch (error) {
        if (!isDuplicate(error) && !isLost(error)) throw error
        const existing = await store.byKey(list, draft.key)
        if (existing) return { item: existing, existed: true }
        if (isDuplicate(error) || !again) throw error
        return store.create(list, draft, false)
      }
    },

    /** Creates many in `$batch`es; those whose key was there already are left as they are. Throws the first other refusal. */
    async createMany<L extends List>(
      list: L,
      drafts: readonly (DraftOf<L> & { key: string })[],
    ): Promise<{ existed: Set<string> }> {
      const answers = await batch(
        graph,
        drafts.map((draft) => ({
          method: 'POST',
          path: itemsPath(site, list),
          body: { fields: withoutEmpty(encode(list, draft as ChangesOf<L>, siteUserId)) },
        })),
      )
      const refused = answers.flatMap((answer, i) =>
        answer instanceof GraphError ? [{ answer, key: drafts[i]?.key ?? '' }] : [],
      )
      const other = refused.find(({ answer }) => !isDuplicate(answer))
      if (other) throw other.answer
      const holders = await store.holdersOf(
        list,
        'key',
        refused.map(({ key }) => key),
      )
      const taken = refused.find((_, i) => holders[i] === undefined)
      if (taken) throw taken.answer
      return { existed: new Set(refused.map(({ key }) => key)) }
    },

    /** Changes the item if nobody has since the version that was read. Throws GraphError 412 otherwise. */
    async change<L extends List>(
      list: L,
      item: { id: string; version: string },
      changes: ChangesOf<L>,
    ): Promise<ItemOf<L>> {
      if (!item.version)
        throw new GraphError({
          status: 412,
          code: 'noVersion',
          message: 'A change needs the version it was made from',
        })
      await graph({
        method: 'PATCH',
        path: `${itemsPath(site, list)}/${item.id}/fields`,
        body: encode(list, changes, siteUserId),
        headers: { 'If-Match': item.version },
      })
      return store.byId(list, item.id)
    },
  }
  return store
}

/** The address of a filtered read; the column is one of the indexed. */
export function wherePath(
  site: Site,
  list: List,
  { column, value }: Equals,
  depth: 'table' | 'whole' = 'whole',
): string {
  const kind = list.columns[column]?.kind
  const suffix = kind === 'ref' ? 'Key' : kind === 'person' ? 'Entra' : ''
  const filter = `fields/${internalName(column)}${suffix}%20eq%20${literal(value)}`
  return `${itemsPath(site, list)}?$filter=${filter}&${itemsQuery(list, depth)}`
}

/** The answer to a POST has wrong dates: what was written is known better here.
 * https://github.com/microsoftgraph/microsoft-graph-docs/issues/5293 */
const daysOf = <L extends List>(list: L, draft: DraftOf<L>): Partial<DraftOf<L>> =>
  Object.fromEntries(
    Object.entries(draft).filter(([key, value]) => value !== undefined && list.columns[key]?.kind === 'day'),
  ) as Partial<DraftOf<L>>

/** Explicit nulls can fail on create (https://github.com/microsoftgraph/msgraph-sdk-dotnet-core/issues/656). */
const withoutEmpty = (fields: object) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
