/** Initiatives and decisions by their numbers and words; what is looked in is read once a minute, however many ask. */
import { type Decision, decisions } from '#src/lists/decisions.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { isConfidential } from '#src/rules/confidential.ts'
import type { Answering } from './messages.ts'

export type Found = { initiative: Initiative } | { decision: Decision }

interface Entry {
  found: Found
  /** What it goes by: an exact hit there comes first. */
  number: string
  text: string
}

const KEPT_MS = 60_000
const kept = new WeakMap<Answering, { at: number; entries: Promise<Entry[]> }>()

/** The nearest first: by number, then the newest. Nothing for an empty text. */
export async function find(text: string, of: Answering, most: number): Promise<Found[]> {
  const asked = folded(text).split(/\s+/).filter(Boolean)
  if (asked.length === 0) return []
  const whole = asked.join(' ')
  const hits = (await entriesOf(of)).filter((entry) => asked.every((word) => entry.text.includes(word)))
  const rank = ({ number }: Entry) => (number === whole ? 0 : number.startsWith(whole) ? 1 : 2)
  return hits
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, most)
    .map(({ found }) => found)
}

async function entriesOf(of: Answering): Promise<Entry[]> {
  const known = kept.get(of)
  if (known && Date.now() - known.at < KEPT_MS) return known.entries
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
    .toSorted((a, b) => b.number.localeCompare(a.number, 'sv', { numeric: true }))
    .map((initiative) => entry({ initiative: light(initiative) }, initiative.number, [initiative.title]))
  const said = made
    .filter(({ archived }) => !archived)
    .toSorted((a, b) => b.decidedOn.localeCompare(a.decidedOn))
    .map((decision) =>
      entry({ decision }, decision.number, [
        decision.initiative?.title,
        decision.wording,
        decision.decidedBy.name,
      ]),
    )
  return [...needs, ...said]
}

/** Long texts of an initiative are not kept: thousands of them lie here. */
const light = (initiative: Initiative): Initiative => {
  const { key, id, version, number, title, stage, state, unit, portfolio, contact, projectManager } =
    initiative
  return {
    key,
    id,
    version,
    number,
    title,
    stage,
    state,
    portfolio,
    ...(unit && { unit }),
    ...(contact && { contact }),
    ...(projectManager && { projectManager }),
  }
}

const entry = (found: Found, number: string, texts: readonly (string | undefined)[]): Entry => ({
  found,
  number: folded(number),
  text: folded([number, ...texts].filter(Boolean).join(' ')),
})

const folded = (text: string) => text.normalize('NFC').toLowerCase().trim()
