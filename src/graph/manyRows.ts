/** Reads of lists that may grow past what SharePoint finds by a filter: 5,000 rows. Whole lists are read page by page, whatever their size. */
import type { Day } from '#src/lists/columns.ts'
import type { ItemOf, List } from '#src/lists/list.ts'
import { criteria, type Score, scores } from '#src/lists/prioritising.ts'
import { partsOf, type Sending, sendings } from '#src/lists/reminding.ts'
import { isTooMany } from './errors.ts'
import type { ListReader } from './listReader.ts'

/** What the filter finds, or the whole list sifted here when that is too much. */
export async function howeverMany<L extends List>(
  store: Pick<ListReader, 'all'>,
  list: L,
  { read, keeps }: { read: () => Promise<ItemOf<L>[]>; keeps: (item: ItemOf<L>) => boolean },
): Promise<ItemOf<L>[]> {
  try {
    return await read()
  } catch (error) {
    if (!isTooMany(error)) throw error
    return (await store.all(list)).filter(keeps)
  }
}

/** Every message of a day: at once, or part by part when there are more than fit in an answer. */
export async function messagesOf(
  store: Pick<ListReader, 'startingWith' | 'whereIn'>,
  day: Day,
): Promise<Sending[]> {
  try {
    return await store.startingWith(sendings, { column: 'part', value: `${day}/` })
  } catch (error) {
    if (!isTooMany(error)) throw error
    const [found] = await store.whereIn([{ list: sendings, column: 'part', values: partsOf(day) }])
    return found
  }
}

/** Every score given in some forums: at once, or criterion by criterion when there are more than fit in an answer. */
export async function scoresOf(
  store: Pick<ListReader, 'whereIn'>,
  forums: readonly string[],
): Promise<Score[]> {
  try {
    const [found] = await store.whereIn([{ list: scores, column: 'forum', values: forums }])
    return found
  } catch (error) {
    if (!isTooMany(error)) throw error
    const [weighed] = await store.whereIn([{ list: criteria, column: 'forum', values: forums }])
    const [found] = await store.whereIn([
      { list: scores, column: 'criterion', values: weighed.map(({ key }) => key) },
    ])
    return found
  }
}
