/** Gives items their § in the forum's series of the year: consecutive for those that are numbered together, also across servers. */
import { yearOf } from '#src/rules/calendar.ts'
import type { Day, Ref } from '#src/lists/columns.ts'
import { type AgendaItem, agendaItems, type Meeting } from '#src/lists/meetings.ts'
import { type Paragraph, paragraphs } from '#src/lists/minutes.ts'
import { GraphError, isChangedByOther, isDuplicate } from '#src/graph/errors.ts'
import {
  nextNumber,
  openRun,
  paragraphClaim,
  paragraphKey,
  takenNumbers,
} from '#src/rules/meetings/paragraphs.ts'
import { Refused } from '#src/rules/refusal.ts'
import type { Work } from '../../work.ts'
import { refOf } from '../place.ts'

const MOST_ATTEMPTS = 60
/** Characters of the titles in one run: a note holds them all. */
const MOST_OF_TITLES = 40_000

/**
 * The § of the items, in their order; an item that has one keeps it. The first free number is claimed for the first, together with
 * the names of those that follow: from then on each has its number, and whoever comes next, on whatever server, writes down what is
 * left before claiming one of their own. A crash leaves no gap, and two meetings don't mix.
 */
export async function numberItems(
  work: Work,
  meeting: Meeting,
  items: readonly Pick<AgendaItem, 'key' | 'title'>[],
): Promise<Paragraph[]> {
  const { store } = work
  const year = yearOf(meeting.day)
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const ofYear = { column: 'claim', value: `${meeting.forum.key}/${year}/` }
    // Also those of rows that somebody has written in so that they can't be read. Asked for first: what is read of runs after it
    // tells of every number that is taken here.
    const claims = await store.textsStartingWith(paragraphs, ofYear)
    const [given, own] = await Promise.all([
      store.startingWith(paragraphs, ofYear),
      store.where(paragraphs, { column: 'meeting', value: meeting.key }),
    ])
    const taken = takenNumbers([...claims, ...given.map(({ claim }) => claim)])
    const open = openRun(given, taken)
    const numbered = new Map([...own, ...given].map((row) => [row.item.key, row]))
    const left = items.filter(({ key }) => !numbered.has(key))
    try {
      if (open) {
        const shared = {
          forum: meeting.forum,
          meeting: open.first.meeting,
          fixedOn: open.first.fixedOn,
          year,
        }
        await store.createMany(
          paragraphs,
          open.rest.map(({ item, number }) => toRow({ ...shared, item, number })),
        )
      } else if (left.length > 0) {
        await claimFirst(work, { meeting, year, number: nextNumber(taken), items: left })
      } else return items.flatMap(({ key }) => numbered.get(key) ?? [])
    } catch (error) {
      // Somebody else was first with the number or with writing it down: what they wrote is read, and gone on from.
      if (!isDuplicate(error) && !isChangedByOther(error)) throw error
    }
  }
  throw new Refused({ why: 'busy', seconds: 10 })
}

function claimFirst(
  work: Work,
  { meeting, year, number, items }: { meeting: Meeting; year: number; number: number; items: readonly Ref[] },
) {
  const [first] = items
  if (!first) throw new GraphError({ status: 500, code: 'nothingToNumber', message: 'No items to number' })
  const longest = Math.max(20, Math.floor(MOST_OF_TITLES / items.length))
  const fixedOn = meeting.fixedOn ?? work.today
  return work.store.create(paragraphs, {
    ...toRow({ forum: meeting.forum, meeting: refOf(meeting), year, fixedOn, item: first, number }),
    run: items.map(({ key, title }) => ({ key, title: title.slice(0, longest) })),
  })
}

const toRow = ({
  forum,
  meeting,
  year,
  fixedOn,
  item,
  number,
}: {
  forum: Ref
  meeting: Ref
  year: number
  fixedOn: Day
  item: Ref
  number: number
}) => ({
  key: paragraphKey(item),
  title: item.title,
  claim: paragraphClaim(forum.key, year, number),
  forum,
  meeting,
  item: { key: item.key, title: item.title },
  year,
  number,
  fixedOn,
})

/** Shows each item its number; the numbers themselves are those of Paragraphs. Answers the items as they then stand. */
export async function showNumbers(
  { store }: Work,
  items: readonly AgendaItem[],
  given: readonly Paragraph[],
  more: { state?: 'treated' } = {},
): Promise<AgendaItem[]> {
  const numbers = new Map(given.map((row) => [row.item.key, row.number]))
  const wanted = (item: AgendaItem) => ({
    ...(numbers.has(item.key) && { paragraph: numbers.get(item.key) as number }),
    ...more,
  })
  const differs = (item: AgendaItem) =>
    Object.entries(wanted(item)).some(([name, value]) => item[name as 'paragraph'] !== value)
  const shown = new Map(items.map((item) => [item.key, item]))
  for (let attempt = 1; attempt <= 4; attempt++) {
    const open = [...shown.values()].filter(differs)
    if (open.length === 0) break
    const answers = await store.changeMany(
      agendaItems,
      open.map((item) => ({ item, changes: wanted(item) })),
    )
    const failed = answers.find((error) => error && !isChangedByOther(error))
    if (failed) throw failed
    // Somebody who still wrote in an item had it changed meanwhile: it is read and tried again.
    const now = await store.whereIn([
      { list: agendaItems, column: 'key', values: open.map(({ key }) => key) },
    ])
    for (const item of now.flat()) shown.set(item.key, item)
  }
  return items.map((item) => shown.get(item.key) ?? item)
}
