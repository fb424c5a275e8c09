/** Asks the server to act. What can't be sent now is kept in order and sent when the net is back: it holds what the person meant. */
import type { ActionArgs, ActionName } from '#src/actions/index.ts'
import type { Done } from '#src/actions/work.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import type { BrowserCache } from './cache.ts'
import { type Asked, createQueue } from './queue.ts'

export type Answer = { done: Done } | { refusals: Refusal[] } | { waiting: true }

export interface Acting {
  act: <N extends ActionName>(
    name: N,
    args: ActionArgs<N>,
    seen?: Record<string, string>,
    key?: string,
  ) => Promise<Answer>
  /** Puts last in the queue, all at once, what follows on something that couldn't be sent. */
  putOff: (asked: readonly Omit<Asked, 'seen' | 'at'>[]) => Promise<void>
  /** What only the server may read: asked for now or not at all, and never kept for later. */
  ask: <N extends ActionName>(name: N, args: ActionArgs<N>) => Promise<Answer>
  /** What has yet to be sent, oldest first. */
  queue: () => readonly Asked[]
  sending: () => boolean
  /** The server wants the person signed in again; what was meant waits meanwhile. */
  signInNeeded: () => boolean
  /** Takes back what has not been sent. */
  discard: (key: string) => Promise<void>
  /** When the server last took a change from this page. */
  savedAt: () => Date | undefined
  subscribe: (listener: () => void) => () => void
  /** Sends what an earlier page left. */
  open: () => Promise<void>
  /** Sends what waits; stops at the first that can't be sent. */
  flush: () => Promise<void>
}

const AGAIN_MS = 15_000

/** A sortable key of our own: time, then chance. */
export const newKey = () => `${Date.now().toString(36)}-${crypto.randomUUID()}`

export function createActing({
  cache,
  token,
  done,
  refused,
  send = (url, init) => fetch(url, init),
}: {
  cache: BrowserCache
  /** `fresh` when the last one was not taken. Throws `SignInNeeded` when only the person can get one. */
  token: (how: { fresh: boolean }) => Promise<string>
  /** Called with what the server answered, also for what was sent later. */
  done: (done: Done) => void
  /** Called when something sent later was refused: the person must be told. */
  refused: (asked: Asked, refusals: Refusal[]) => void
  send?: typeof fetch
}): Acting {
  let sending = 0
  let savedAt: Date | undefined
  let signInNeeded = false
  let flushing: Promise<void> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()
  const tell = () => listeners.forEach((listener) => listener())
  // Taken up at once: something new must stand behind what an earlier page left, never in its place.
  const queue = createQueue(cache, tell)

  async function post(asked: Asked): Promise<Answer> {
    sending++
    tell()
    try {
      const answer = await call(asked)
      if ('done' in answer) {
        savedAt = new Date()
        done(answer.done)
      }
      return answer
    } finally {
      sending--
      tell()
    }
  }

  async function call(asked: Asked, fresh = false): Promise<Answer> {
    try {
      const response = await send(`/api/actions/${asked.name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${await token({ fresh })}` },
        body: JSON.stringify({ key: asked.key, args: asked.args, seen: asked.seen }),
      })
      const answer = (await response.json()) as { done?: Done; refusals?: Refusal[] }
      if (answer.done) {
        signInNeeded = false
        return { done: answer.done }
      }
      const refusals = answer.refusals ?? [{ why: 'unavailable' }]
      if (refusals.some(({ why }) => why === 'notSignedIn')) {
        if (!fresh) return await call(asked, true)
        signInNeeded = true
        return { waiting: true }
      }
      return refusals.some(({ why }) => why === 'unavailable' || why === 'busy')
        ? { waiting: true }
        : { refusals }
    } catch (error) {
      if (error instanceof Error && error.name === 'SignInNeeded') signInNeeded = true
      // No answer came. The key makes it safe to ask again, so it waits in the queue.
      return { waiting: true }
    }
  }

  async function sendAll() {
    for (let next = queue.all()[0]; next; next = queue.all()[0]) {
      const answer = await post(next)
      if ('waiting' in answer) return later()
      await queue.remove(next.key)
      if ('refusals' in answer) refused(next, answer.refusals)
    }
  }

  const later = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      void acting.flush()
    }, AGAIN_MS)
  }

  const acting: Acting = {
    async act(name, args, seen = {}, key = newKey()) {
      const asked: Asked = { key, name, args, seen, at: Date.now() }
      await queue.restored
      if (queue.all().length > 0) await acting.flush()
      const answer = queue.all().length > 0 ? { waiting: true as const } : await post(asked)
      if ('waiting' in answer) {
        await queue.add(asked)
        later()
      }
      return answer
    },
    async putOff(all) {
      await queue.add(...all.map((asked) => ({ ...asked, seen: {}, at: Date.now() })))
      later()
    },
    ask: async (name, args) => {
      const answer = await call({ key: newKey(), name, args, seen: {}, at: Date.now() })
      tell()
      return answer
    },
    queue: queue.all,
    sending: () => sending > 0,
    signInNeeded: () => signInNeeded,
    discard: queue.remove,
    savedAt: () => savedAt,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async open() {
      await queue.restored
      await acting.flush()
    },
    flush: () => {
      flushing ??= sendAll().finally(() => {
        flushing = undefined
      })
      return flushing
    },
  }
  return acting
}
