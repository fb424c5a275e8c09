/** Writes the items of declared lists beside reading them: one item at a time, repeatable by `Key`, never over another's change. */
import type { SiteUserId } from '#src/lists/columns.ts'
import { type ChangesOf, type DraftOf, encode, type ItemOf, type List } from '#src/lists/list.ts'
import { batch } from './batch.ts'
import { columnReads } from './columnReads.ts'
import { GraphError, isDuplicate, isLost } from './errors.ts'
import { listReader, type ReaderOptions } from './listReader.ts'
import { manyItems } from './manyItems.ts'
import { movingRows } from './movingRows.ts'
import { placesFor, refuseOpenNames } from './places.ts'
import { placeOf } from './twoPlaces.ts'
import { fieldsOf, itemsPath, toItem, type WireItem } from './wireItems.ts'

/** What the server reads and writes with, for one person: `narrow` tells whether what is confidential is among it. */
export type ListStore = ReturnType<typeof listStore>

/** An item that was read, as far as writing to it needs. */
export interface Held {
  id: string
  version: string
  confidential?: true
}

export function listStore({
  siteUserId = () => undefined,
  ...reading
}: ReaderOptions & { siteUserId?: SiteUserId }) {
  const { graph, site, narrow = () => true } = reading

  const store = {
    ...listReader(reading),
    ...columnReads({ graph, site }),
    ...manyItems({ graph, site, siteUserId }),
    ...movingRows({ graph, site, siteUserId }),

    /** Whether what is confidential is read. */
    narrow,

    /** As it stands now, in a list that has no confidential twin: there the id alone doesn't tell which row it is. */
    async byId<L extends List>(list: L, id: string): Promise<ItemOf<L>> {
      if (list.twin) throw new Error(`${list.name} is in two places: use again`)
      return store.again(list, { id })
    },

    /** As it stands now. The item tells where it is. */
    async again<L extends List>(
      list: L,
      { id, confidential }: Pick<Held, 'id' | 'confidential'>,
    ): Promise<ItemOf<L>> {
      const place = placeOf(list, { ...(confidential && { confidential }) })
      const wire = await graph<WireItem>({
        path: `${itemsPath(site, place)}/${id}?$select=id&$expand=${fieldsOf(list, 'whole')}`,
      })
      return toItem(list, confidential ? { ...wire, confidential } : wire)
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
      const [place = list] = await placesFor({ graph, site }, list, [draft])
      const fields = withoutEmpty(encode(list, draft as ChangesOf<L>, siteUserId))
      const here = place === list ? {} : { confidential: true as const }
      try {
        const made = await graph<WireItem>({ method: 'POST', path: itemsPath(site, place), body: { fields } })
        const item = made.fields
          ? { ...toItem(list, { ...made, ...here }), ...daysOf(list, draft) }
          : await store.again(list, { id: made.id, ...here })
        return { item, existed: false }
      } catch (error) {
        if (!isDuplicate(error) && !isLost(error)) throw error
        const existing = await store.byKey(list, draft.key)
        if (existing) return { item: existing, existed: true }
        // It stands where whoever asks may not read.
        if (isDuplicate(error) && place !== list && !narrow())
          throw new GraphError({
            status: 404,
            code: 'itemNotFound',
            message: 'The item is not theirs to see',
          })
        if (isDuplicate(error) || !again) throw error
        return store.create(list, draft, false)
      }
    },

    /** Creates many in `$batch`es; those whose key was there already are left as they are. Throws the first other refusal. */
    async createMany<L extends List>(
      list: L,
      drafts: readonly (DraftOf<L> & { key: string })[],
    ): Promise<{ existed: Set<string> }> {
      const places = await placesFor({ graph, site }, list, drafts)
      const answers = await batch(
        graph,
        drafts.map((draft, i) => ({
          method: 'POST',
          path: itemsPath(site, places[i] ?? list),
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
    async change<L extends List>(list: L, item: Held, changes: ChangesOf<L>): Promise<ItemOf<L>> {
      if (!item.version)
        throw new GraphError({
          status: 412,
          code: 'noVersion',
          message: 'A change needs the version it was made from',
        })
      if (!item.confidential) await refuseOpenNames({ graph, site }, list, changes)
      await graph({
        method: 'PATCH',
        path: `${itemsPath(site, placeOf(list, item))}/${item.id}/fields`,
        body: encode(list, changes, siteUserId),
        headers: { 'If-Match': item.version },
      })
      return store.again(list, item)
    },
  }
  return store
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
