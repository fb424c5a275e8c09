/** Who is told that an order waits for their word. */
import type { Person } from '#src/lists/columns.ts'
import { askedBy } from '../deciding/whoDecides.ts'
import { decidingRight, type MandateQuestion } from '../mandate.ts'

/** Nobody twice, also who holds several posts; nobody where none has the right. */
export function orderTold({ decided = [], ...question }: MandateQuestion): Person[] {
  const asked = askedBy(decidingRight(question), new Set(decided), question.today)
  return [...new Map(asked.map((person) => [person.id, person])).values()]
}
