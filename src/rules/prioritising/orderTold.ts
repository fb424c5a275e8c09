/** Who is told that an order waits for their word. */
import type { Person } from '#src/lists/columns.ts'
import { actor } from '../deciding/whoDecides.ts'
import { decidingRight, type MandateQuestion } from '../mandate.ts'

/** One for each post that hasn't said its word, nobody twice; none where nobody has the right. */
export function orderTold({ decided = [], ...question }: MandateQuestion): Person[] {
  const right = decidingRight(question)
  if (right.kind === 'nobody') return []
  const posts =
    right.kind === 'one'
      ? right.posts
      : right.parties.filter(({ party }) => !decided.includes(party.key)).flatMap((one) => one.posts)
  const asked = posts.map((post) => actor(post, question.today))
  return [...new Map(asked.map((person) => [person.id, person])).values()]
}
