/** Initiatives and decisions by their numbers and words: looked for in what is kept, read as they stand when they are found. */
import { type Decision, decisions } from '#src/lists/decisions.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import type { Person } from '#src/lists/columns.ts'
import { isConfidential } from '#src/rules/initiatives/confidential.ts'
import { keptRows } from './keptRows.ts'
import type { Answering } from './messages.ts'

export type Found = { initiative: Initiative } | { decision: Decision }

interface Entry {
  kind: 'initiative' | 'decision'
  key: string
  /** What it goes by: a hit there comes first. */
  number: string
  text: string
  /** When it was decided. */
  day: string
}

/** The nearest first: by number, then the newest. Nothing for an empty text. */
export async function find(text: string, of: Answering, most: number): Promise<Found[]> {
  const asked = folded(text).split(/\s+/).filter(Boolean)
  if (asked.length === 0) return []
  const whole = asked.join(' ')
  const rank = ({ number }: Entry) => (number === whole ? 0 : number.startsWith(whole) ? 1 : 2)
  const { needs, made } = await entriesOf(of)
  const holds = ({ text: said }: Entry) => asked.every((word) => said.includes(word))
  const hits = [...needs.filter(holds).toSorted(newestFirst), ...made.filter(holds).toSorted(latestFirst)]
  return asTheyStand(hits.toSorted((a, b) => rank(a) - rank(b)).slice(0, most), of)
}

/** Those whom a person asks about most, before they have written anything: their own under way, then the newest. */
export async function nearest(me: Person, of: Answering, most: number): Promise<Found[]> {
  const columns = ['contact', 'proposer', 'projectManager', 'projectOwner'] as const
  const [[mine = []], { needs }] = await Promise.all([
    of.store.whereIn(columns.map((column) => ({ list: initiatives, column, values: [me.id] }))),
    entriesOf(of),
  ])
  const own = [...new Map(mine.map((one) => [one.key, one])).values()].filter(
    (one) => one.state === 'active' && !one.archived && !isConfidential(one),
  )
  const found = own.toSorted(newestFirst).slice(0, most)
  const known = new Set(found.map(({ key }) => key))
  const others = needs.filter(({ key }) => !known.has(key)).toSorted(newestFirst)
  return [
    ...found.map((initiative) => ({ initiative })),
    ...(await asTheyStand(others.slice(0, most - found.length), of)),
  ]
}

/** Made once: ten thousand are sorted while somebody types. */
const byNumber = new Intl.Collator('sv', { numeric: true })
const newestFirst = (a: { number: string }, b: { number: string }) => byNumber.compare(b.number, a.number)
const latestFirst = (a: Entry, b: Entry) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)

/** What has become confidential, or was put away, since it was looked in is no longer found. */
async function asTheyStand(hits: readonly Entry[], { store }: Answering): Promise<Found[]> {
  const keysOf = (kind: Entry['kind']) => hits.filter((hit) => hit.kind === kind).map(({ key }) => key)
  const [needs, made] = await store.whereIn([
    { list: initiatives, column: 'key', values: keysOf('initiative') },
    { list: decisions, column: 'key', values: keysOf('decision') },
  ])
  return hits.flatMap(({ kind, key }): Found[] => {
    if (kind === 'decision') {
      const decision = made.find((one) => one.key === key && !one.archived)
      return decision ? [{ decision }] : []
    }
    const initiative = needs.find((one) => one.key === key && !one.archived && !isConfidential(one))
    return initiative ? [{ initiative }] : []
  })
}

async function entriesOf({ store }: Answering): Promise<{ needs: Entry[]; made: Entry[] }> {
  const items = await keptRows(store)
  return {
    needs: items(initiatives)
      .filter((one) => !one.archived && !isConfidential(one))
      .map((one) => entryOf(one, 'initiative', [one.title])),
    made: items(decisions)
      .filter(({ archived }) => !archived)
      .map((one) => entryOf(one, 'decision', [one.initiative?.title, one.wording, one.decidedBy.name])),
  }
}

/** A row that has changed is another: what it was found by is worked out once. */
const entries = new WeakMap<Initiative | Decision, Entry>()

function entryOf(row: Initiative | Decision, kind: Entry['kind'], texts: (string | undefined)[]): Entry {
  const known = entries.get(row)
  if (known) return known
  const text = folded([row.number, ...texts].filter(Boolean).join(' '))
  const day = 'decidedOn' in row ? row.decidedOn : ''
  const made: Entry = { kind, key: row.key, number: folded(row.number), text, day }
  entries.set(row, made)
  return made
}

const folded = (text: string) => text.normalize('NFC').toLowerCase().trim()
