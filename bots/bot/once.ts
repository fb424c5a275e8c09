/** What people write is answered once: Teams sends it again, as the same activity, when 15 seconds have passed without an answer. */
import type { AddressBook } from './addresses.ts'
import type { Turn } from './activity.ts'

/** Of all who write to this server. */
const MOST_KEPT = 500

/**
 * Whether a message is mine to answer. This server remembers the latest; what another server has taken up stands in the person's row.
 * https://github.com/MicrosoftDocs/msteams-docs/issues/6084
 */
export function firstTime(
  book: Pick<AddressBook, 'claimMessage'>,
  failed: (error: unknown) => void,
): (turn: Turn, message: string | undefined) => Promise<boolean> {
  const known = new Set<string>()
  return async (turn, message) => {
    // One without an id can't be told from another.
    const id = message ?? crypto.randomUUID()
    // An id is the millisecond it was written, told apart within its conversation only.
    const key = `${id} ${turn.conversation}`
    if (known.has(key)) return false
    known.add(key)
    for (const oldest of known) {
      if (known.size <= MOST_KEPT) break
      known.delete(oldest)
    }
    return book.claimMessage(turn, key).catch((error: unknown) => {
      // Rather twice than never.
      failed(error)
      return true
    })
  }
}
