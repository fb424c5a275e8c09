/** Initiatives and decisions by their numbers and words: what is looked in is kept for a while, what is found is read as it stands. */
import { type Decision, decisions } from '#src/lists/decisions.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import type { Person } from '#src/lists/columns.ts'
import { isConfidential } from '#src/rules/initiatives/confidential.ts'
import type { Answering } from './messages.ts'

export type Found = { initiative: Initiative } | { decision: Decision }

interface Entry {
  kind: 'initiative' | 'decision'
  key: string
  /** What it goes by: a hit there comes first. */
  number: string
  text: string
}

/** After so long it is read anew, while those who ask are answered with what is there; later than that they wait. */
const FRESH_MS = 60_000
const KEPT_MS = 15 * 60_000

interface Kept {
  at: number
  entries: Promise<Entry[]>
  /** It is being read anew. */
  next?: Promise<unknown>
}
const kept = new WeakMap<Answering, Kept>()

/** The nearest first: by number, then the newest. Nothing for an empty text. */
export async function find(text: string, of: Answering, most: number): Promise<Found[]> {
  const asked = folded(text).split(/\s+/).filter(Boolean)
  if (asked.length === 0) return []
  const whole = asked.join(' ')
  const rank = ({ number }: Entry) => (number === whole ? 0 : number.startsWith(whole) ? 1 : 2)
  const hits = (await entriesOf(of))
    .filter((entry) => asked.every((word) => entry.text.includes(word)))
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, most)
  return asTheyStand(hits, of)
}

/** Those whom a person asks about most, before they have written anything: their own under way, then the newest. */
export async function nearest(me: Person, of: Answering, most: number): Promise<Found[]> {
  const columns = ['contact', 'proposer', 'projectManager', 'projectOwner'] as const
  const [[mine = []], entries] = await Promise.all([
    of.store.whereIn(columns.map((column) => ({ list: initiatives, column, values: [me.id] }))),
    entriesOf(of),
  ])
  const own = [...new Map(mine.map((one) => [one.key, one])).values()].filter(
    (one) => one.state === 'active' && !one.archived && !isConfidential(one),
  )
  const found = own.toSorted(newestFirst).slice(0, most)
  const known = new Set(found.map(({ key }) => key))
  const others = entries.filter(({ kind, key }) => kind === 'initiative' && !known.has(key))
  return [
    ...found.map((initiative) => ({ initiative })),
    ...(await asTheyStand(others.slice(0, most - found.length), of)),
  ]
}

const newestFirst = (a: Initiative, b: Initiative) =>
  b.number.localeCompare(a.number, 'sv', { numeric: true })

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

async function entriesOf(of: Answering): Promise<Entry[]> {
  const known = kept.get(of)
  const age = known ? Date.now() - known.at : Number.POSITIVE_INFINITY
  if (known && age < FRESH_MS) return known.entries
  if (known && age < KEPT_MS) {
    known.next ??= read(of).then(
      (entries) => kept.set(of, { at: Date.now(), entries: Promise.resolve(entries) }),
      (error: unknown) => {
        delete known.next
        of.log.warn({ err: error }, 'what is searched could not be read')
      },
    )
    return known.entries
  }
  const entries = read(of)
  kept.set(of, { at: Date.now(), entries })
  // What failed is asked for again by the next.
  entries.catch(() => kept.delete(of))
  return entries
}

async function read({ store }: Answering): Promise<Entry[]> {
  const [rows, made] = await store.allOf([initiatives, decisions])
  const needs = rows
    .filter((one) => !one.archived && !isConfidential(one))
    .toSorted(newestFirst)
    .map((one) => entry('initiative', one, [one.title]))
  const said = made
    .filter(({ archived }) => !archived)
    .toSorted((a, b) => b.decidedOn.localeCompare(a.decidedOn))
    .map((one) => entry('decision', one, [one.initiative?.title, one.wording, one.decidedBy.name]))
  return [...needs, ...said]
}

const entry = (
  kind: Entry['kind'],
  { key, number }: { key: string; number: string },
  texts: readonly (string | undefined)[],
): Entry => ({
  kind,
  key,
  number: folded(number),
  text: folded([number, ...texts].filter(Boolean).join(' ')),
})

const folded = (text: string) => text.normalize('NFC').toLowerCase().trim()
