/** How often one conversation may be written to; a channel that much happens in waits without holding up the others. */
import type { Clock } from './clock.ts'

/** Per bot and conversation: so many in so long (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit). */
const windows = [
  { most: 7, ms: 1000 },
  { most: 8, ms: 2000 },
  { most: 60, ms: 30_000 },
  { most: 1800, ms: 3_600_000 },
] as const
const LONGEST_MS = 3_600_000
/** Conversations kept before those that have been quiet are forgotten. */
const SWEEP_AT = 2000

export function createConversationLimits(clock: Clock) {
  const sent = new Map<string, number[]>()

  const sweep = (now: number) => {
    for (const [key, times] of sent) if ((times.at(-1) ?? 0) <= now - LONGEST_MS) sent.delete(key)
  }
  return {
    /** Milliseconds until the conversation may be written to; 0 takes the place. */
    take(conversation: string): number {
      const now = clock.now()
      if (sent.size > SWEEP_AT) sweep(now)
      const times = (sent.get(conversation) ?? []).filter((at) => at > now - LONGEST_MS)
      const waits = windows.map(({ most, ms }) => {
        const first = times.at(-most)
        return first === undefined ? 0 : Math.max(0, first + ms - now)
      })
      const wait = Math.max(...waits)
      if (wait === 0) times.push(now)
      sent.set(conversation, times)
      return wait
    },
  }
}
