/** The worker that knows every need of the session, kept true as needs change, and asked by all who show similar ones. */
import { initiatives } from '#src/lists/initiatives.ts'
import type { Alike, FindOptions, KnownNeed, NeedText } from '#src/similar/similar.ts'
import type { Data } from '../../data.ts'
import type { SimilarAnswer, SimilarAsked } from '../../workers/similar.ts'

export interface Finder {
  /** The most alike first; `undefined` when the worker broke, or was let go before it answered. */
  find: (text: NeedText, options?: FindOptions) => Promise<Alike[] | undefined>
  /** Takes rows that are no needs yet, in place of those of before. */
  putDrafts: (rows: readonly KnownNeed[]) => void
  /** What is like such a row; `undefined` as for `find`. */
  compare: (row: KnownNeed, options: FindOptions) => Promise<Compared | undefined>
  /** Whoever uses the finder holds it; answers how to let go. */
  hold: () => () => void
}

/** Needs that are known, and other rows of the same workbook. */
export interface Compared {
  found: Alike[]
  drafts: Alike[]
}

/** So many needs a message: what somebody asks meanwhile is answered between two. */
const A_MESSAGE = 500
/** The next page may well ask again; after that, the memory is given back. */
const LINGER_MS = 60_000

const startWorker = () => new Worker(new URL('../../workers/similar.ts', import.meta.url), { type: 'module' })

const finders = new WeakMap<Data, Finder>()

export function finderOf(data: Data): Finder {
  const finder = finders.get(data) ?? createFinder(data)
  finders.set(data, finder)
  return finder
}

export function createFinder(data: Data, { start = startWorker, lingerMs = LINGER_MS } = {}): Finder {
  let worker: Worker | undefined
  let stopListening: (() => void) | undefined
  let sent = new Map<string, string>()
  let told: unknown
  let holders = 0
  let last = 0
  const waiting = new Map<number, (answer: Compared | undefined) => void>()

  function stop() {
    worker?.terminate()
    worker = undefined
    stopListening?.()
    stopListening = undefined
    sent = new Map()
    told = undefined
    for (const settle of waiting.values()) settle(undefined)
    waiting.clear()
  }

  function started(): Worker {
    if (worker) return worker
    const mine = start()
    worker = mine
    mine.addEventListener('message', ({ data: { id, found, drafts = [] } }: MessageEvent<SimilarAnswer>) => {
      waiting.get(id)?.({ found, drafts })
      waiting.delete(id)
    })
    const broke = () => worker === mine && stop()
    mine.addEventListener('error', broke)
    mine.addEventListener('messageerror', broke)
    stopListening = data.subscribe(() => tellChanges(mine))
    tellChanges(mine)
    return mine
  }

  /** Only what has changed since it was told. */
  function tellChanges(to: Worker) {
    const rows = data.items(initiatives)
    if (rows === told) return
    told = rows
    const keys = new Set(rows.map(({ key }) => key))
    const drop = [...sent.keys()].filter((key) => !keys.has(key))
    const changed = rows.filter(({ key, version }) => sent.get(key) !== version)
    for (const key of drop) sent.delete(key)
    for (const { key, version } of changed) sent.set(key, version)
    if (drop.length > 0) to.postMessage({ kind: 'change', put: [], drop } satisfies SimilarAsked, [])
    for (let at = 0; at < changed.length; at += A_MESSAGE) {
      const put = changed
        .slice(at, at + A_MESSAGE)
        .map(({ key, title, need, benefit }) => ({ key, title, need, benefit }))
      to.postMessage({ kind: 'change', put, drop: [] } satisfies SimilarAsked, [])
    }
  }
  const ask = (asked: (id: number) => SimilarAsked) =>
    new Promise<Compared | undefined>((resolve) => {
      const id = ++last
      waiting.set(id, resolve)
      started().postMessage(asked(id), [])
    })

  return {
    find: async (text, options = {}) => (await ask((id) => ({ kind: 'find', id, text, options })))?.found,
    putDrafts(rows) {
      const to = started()
      for (let at = 0; at === 0 || at < rows.length; at += A_MESSAGE) {
        const put = rows.slice(at, at + A_MESSAGE)
        to.postMessage({ kind: 'drafts', put, anew: at === 0 } satisfies SimilarAsked, [])
      }
    },
    compare: (text, options) => ask((id) => ({ kind: 'compare', id, text, options })),
    hold() {
      holders++
      let held = true
      return () => {
        if (!held) return
        held = false
        holders--
        if (holders === 0) setTimeout(() => holders === 0 && stop(), lingerMs)
      }
    },
  }
}
