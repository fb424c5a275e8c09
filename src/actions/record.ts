/** Writes a decision down once: its own running number per year, and a claim that only the first may have. */
import { type Decision, type DecisionDraft, decisions } from '#src/lists/decisions.ts'
import { isDuplicate } from '#src/graph/errors.ts'
import { yearOf } from '#src/rules/calendar.ts'
import { Refused } from '#src/rules/refusal.ts'
import type { Work } from './work.ts'

const MOST_ATTEMPTS = 25

/** Throws Refused `alreadyDecided` when somebody else was first, or when the key already stands for another decision. */
export async function record(
  { store, today, at }: Work,
  draft: Omit<DecisionDraft, 'number'>,
): Promise<Decision> {
  const where = at && { meeting: at.meeting, item: at.item, recordedBy: at.recordedBy }
  let next = await nextNumber(store, yearOf(today))
  for (let attempt = 1; ; attempt++, next++) {
    try {
      const number = numberOf(yearOf(today), next)
      const { item } = await store.create(decisions, { ...draft, ...where, number })
      if (item.claim !== draft.claim) throw alreadyDecided(item)
      return item
    } catch (error) {
      if (!isDuplicate(error) || attempt === MOST_ATTEMPTS) throw error
      const [first] = await store.where(decisions, { column: 'claim', value: draft.claim })
      if (first) throw alreadyDecided(first)
    }
  }
}

export const alreadyDecided = ({ number, decidedBy, decidedOn }: Decision) =>
  new Refused({ why: 'alreadyDecided', number, by: decidedBy, on: decidedOn })

/** `2024-0017`: sorts as text within and between years. */
const numberOf = (year: number, n: number) => `${year}-${String(n).padStart(4, '0')}`

async function nextNumber(store: Work['store'], year: number) {
  // Of confidential decisions too, whoever asks: a number is given once.
  const made = await store.textsStartingWith(decisions, { column: 'number', value: `${year}-` })
  // A number that somebody has changed by hand counts for nothing.
  const numbers = made.map((number) => Number(number.slice(5))).filter(Number.isSafeInteger)
  return 1 + Math.max(0, ...numbers)
}
