/** Reads the items of declared lists, those of their confidential twins among them for whoever may see these. */
import { type DraftOf, internalName, type ItemOf, type List } from '#src/lists/list.ts'
import type { Graph } from './client.ts'
import { type ReadsTwins, twoPlaces } from './twoPlaces.ts'
import {
  type Equals,
  itemsPath,
  itemsQuery,
  literal,
  type Site,
  toItem,
  wherePath,
  type WireItem,
} from './wireItems.ts'

const HALF_A_DAY_MS = 43_200_000

/** What is read with, as a person or as the server. */
export type ListReader = ReturnType<typeof listReader>

export interface ReaderOptions {
  graph: Graph
  site: Site
  /** Told of each row that a whole list was read without: somebody wrote it in SharePoint in a way that we can't read. */
  unreadable?: (error: unknown) => void
  /** Whether confidential rows are read; left out, they are asked for, and who may not see them gets none. */
  narrow?: ReadsTwins
}

export function listReader({
  graph,
  site,
  unreadable = () => undefined,
  narrow = () => true,
}: ReaderOptions) {
  const { readAll, readOne } = twoPlaces({ graph, site, narrow })
  const readable = <L extends List>(list: L, wires: readonly WireItem[] = []): ItemOf<L>[] =>
    wires.flatMap((wire) => {
      try {
        return [toItem(list, wire)]
      } catch (error) {
        unreadable(error)
        return []
      }
    })
  const wholePath = (place: List) => `${itemsPath(site, place)}?${itemsQuery(place, 'whole')}`

  const reader = {
    /** For what isn't a list: the files of the site, asked for as the same person. */
    graph,
    site,

    /** Every item that can be read, with all columns. */
    all: async <L extends List>(list: L) => readable(list, await readOne(list, wholePath)),

    /** The items whose indexed column holds this text (`initiative` means its key). */
    where: async <L extends List>(list: L, equals: Equals): Promise<ItemOf<L>[]> =>
      (await readOne(list, (place) => wherePath(site, place, equals))).map((wire) => toItem(list, wire)),

    /** Several whole lists in one `$batch`, without rows that can't be read; pages beyond the first one by one. */
    async allOf<const Ls extends readonly List[]>(lists: Ls): Promise<{ [I in keyof Ls]: ItemOf<Ls[I]>[] }> {
      const found = await readAll(lists.map((list) => ({ list, pathIn: wholePath })))
      return lists.map((list, i) => readable(list, found[i])) as never
    },

    /** The rows of several lists that belong to one item, in one `$batch`. `table`: without columns that are read on demand. */
    async whereOf<const Ls extends readonly List[]>(
      lists: Ls,
      equals: Equals,
      depth: 'table' | 'whole' = 'whole',
    ): Promise<{ [I in keyof Ls]: ItemOf<Ls[I]>[] }> {
      const found = await readAll(
        lists.map((list) => ({ list, pathIn: (place) => wherePath(site, place, equals, depth) })),
      )
      return lists.map((list, i) => (found[i] ?? []).map((wire) => toItem(list, wire))) as never
    },

    /** The items whose indexed text column starts so. */
    async startingWith<L extends List>(list: L, { column, value }: Equals): Promise<ItemOf<L>[]> {
      const filter = `startswith(fields/${internalName(column)},${literal(value)})`
      return readable(
        list,
        await readOne(
          list,
          (place) => `${itemsPath(site, place)}?$filter=${filter}&${itemsQuery(place, 'whole')}`,
        ),
      )
    },

    /** The items of several lists whose indexed column holds one of the texts: a read for each text, in `$batch`es. */
    async whereIn<const Ls extends readonly List[]>(
      asked: {
        [I in keyof Ls]: { list: Ls[I]; column: string; values: readonly string[] }
      },
    ): Promise<{ [I in keyof Ls]: ItemOf<Ls[I]>[] }> {
      const reads = asked.flatMap(({ list, column, values }) =>
        values.map((value) => ({ list, pathIn: (place: List) => wherePath(site, place, { column, value }) })),
      )
      const found = await readAll(reads)
      return asked.map(({ list }) =>
        readable(list, found.filter((_, i) => reads[i]?.list === list).flat()),
      ) as never
    },

    /** The items whose indexed day column is this day or later. */
    async since<L extends List>(list: L, column: keyof DraftOf<L> & string, day: string) {
      // A day is kept as its Swedish midnight, which is the evening before in UTC: asked for from the midday before.
      const from = new Date(Date.parse(day) - HALF_A_DAY_MS).toISOString()
      const filter = `fields/${internalName(column)}%20ge%20${literal(from)}`
      const wires = await readOne(
        list,
        (place) => `${itemsPath(site, place)}?$filter=${filter}&${itemsQuery(place, 'whole')}`,
      )
      return readable(list, wires).filter((item) => String((item as Record<string, unknown>)[column]) >= day)
    },

    async byKey<L extends List>(list: L, key: string): Promise<ItemOf<L> | undefined> {
      return (await reader.where(list, { column: 'key', value: key }))[0]
    },
  }
  return reader
}
