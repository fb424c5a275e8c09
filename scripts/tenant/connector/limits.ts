/** How many requests a bot may make. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
import type { Core } from '../call.ts'
import { throttled } from './refusals.ts'

/** Requests in so many seconds, for each bot and conversation. */
const windows = {
  send: [
    [1, 7],
    [2, 8],
    [30, 60],
    [3600, 1800],
  ],
  read: [
    [1, 14],
    [2, 16],
    [30, 120],
    [3600, 3600],
  ],
} as const

const seen = new WeakMap<Core, Map<string, number[]>>()

/** Throws 429. `conversation` may be a person, when one is made. */
export function limitConversation(
  core: Core,
  kind: keyof typeof windows,
  bot: string,
  conversation: string,
): void {
  if (!core.flags.chatLimits) return
  const key = `${kind} ${bot} ${conversation}`
  for (const [seconds, most] of windows[kind]) limit(core, key, seconds, most)
  note(core, key, 3600)
}

/** Requests a second of one application in the tenant. */
export function limitApp(core: Core, bot: string): void {
  const most = core.flags.chatRequestsPerSecond
  if (most === 0) return
  limit(core, bot, 1, most)
  note(core, bot, 1)
}

/** What was refused is not counted. */
function limit(core: Core, key: string, seconds: number, most: number): void {
  const now = Date.now()
  const times = seen.get(core)?.get(key) ?? []
  const within = times.filter((at) => at > now - seconds * 1000)
  const oldest = within[0]
  if (within.length < most || oldest === undefined) return
  throw throttled(Math.max(1, Math.ceil((oldest + seconds * 1000 - now) / 1000)))
}

function note(core: Core, key: string, seconds: number): void {
  const known = seen.get(core) ?? new Map<string, number[]>()
  seen.set(core, known)
  const now = Date.now()
  known.set(key, [...(known.get(key) ?? []).filter((at) => at > now - seconds * 1000), now])
}
