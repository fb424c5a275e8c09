/** Writes a decision down once: its own running number per year, and a claim that only the first may have. */
import { type Decision, type DecisionDraft, decisions } from '#src/lists/decisions.ts'
import { isDuplicate } from '#src/graph/errors.ts'
import { yearOf } from '#src/rules/calendar.ts'
import { Refused } from '#src/rules/refusal.ts'
import type { Work } from './work.ts'

const MOST_ATTEMPTS = 25

/** Throws Refused `alreadyDecided` when somebody else was first. */
export async function record(
  { store, today }: Work,
  draft: Omit<DecisionDraft, 'number'>,
): Promise<Decision> {
  let next = await nextNumber(store, yearOf(today))
  for (let attempt = 1; ; attempt++, next++) {
    try {
      return (await store.create(decisions, { ...draft, number: numberOf(yearOf(today), next) })).item
    } catch (error) {
      if (!isDuplicate(error) || attempt === MOST_ATTEMPTS) throw error
      const [first] = await store.where(decisions, { column: 'claim', value: draft.claim })
      if (first)
        throw new Refused({
          why: 'alreadyDecided',
          number: first.number,
          by: first.decidedBy,
          on: first.decidedOn,
        })
    }
  }
}

/** `2024-0017`: sorts as text within and between years. */
const numberOf = (year: number, n: number) => `${year}-${String(n).padStart(4, '0')}`

async function nextNumber(store: Work['store'], year: number) {
  const made = await store.startingWith(decisions, { column: 'number', value: `${year}-` })
  return 1 + Math.max(0, ...made.map((d) => Number(d.number.slice(5))))
}
