/** Saves the rows piece by piece, says how far it has come, waits out a lost net and goes on where it stopped. */
import type { ImportedRow } from '#src/actions/needs/importNeeds.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import type { Answer } from '../../act.ts'
import type { Session } from '../../session.ts'

export interface Progress {
  /** `waiting`: no answer came; what was sent last waits in the queue and the rest follows it. */
  phase: 'saving' | 'waiting' | 'paused' | 'stopped' | 'finished'
  done: number
  total: number
  created: number
  existed: number
  refusals: readonly Refusal[]
}

export interface Saving {
  progress: () => Progress
  subscribe: (listener: () => void) => () => void
  /** What the rows are called together: by it the import is undone. */
  batch: string
  /** Stops before the next piece. */
  pause: () => void
  /** Goes on after a stop or a pause, from the first piece that isn't saved. */
  resume: () => void
}

/** The most that is sent at once: small enough to show progress, and far below what the server takes. */
const PIECE_ROWS = 50
const PIECE_LETTERS = 1_000_000

type Asking = Pick<Session, 'acting' | 'onDone' | 'onRefused'> & { data: Pick<Session['data'], 'refresh'> }

export function startSaving(
  session: Asking,
  {
    mark,
    batch,
    portfolio,
    rows,
    total,
  }: { mark: string; batch: string; portfolio: string; rows: Iterable<ImportedRow>; total: number },
): Saving {
  const pieces = inPieces(rows)
  const listeners = new Set<() => void>()
  let piece = pieces.next().value
  let pausing = false
  let progress: Progress = {
    phase: 'saving',
    done: 0,
    total,
    created: 0,
    existed: 0,
    refusals: [],
  }
  const become = (change: Partial<Progress>) => {
    progress = { ...progress, ...change }
    for (const listener of listeners) listener()
  }

  async function run() {
    while (piece) {
      if (pausing) return become({ phase: 'paused' })
      const key = await keyOf(mark, portfolio, piece)
      const answered = await session.acting.act('importNeeds', { portfolio, batch, rows: piece }, {}, key)
      if ('waiting' in answered) become({ phase: 'waiting' })
      const answer = 'waiting' in answered ? await sentLater(session, key) : answered
      if ('refusals' in answer) return become({ phase: 'stopped', refusals: answer.refusals })
      const saved = piece.length
      piece = pieces.next().value
      become({
        phase: 'saving',
        done: progress.done + saved,
        created: progress.created + (answer.done.created ?? 0),
        existed: progress.existed + (answer.done.existed ?? 0),
      })
    }
    become({ phase: 'finished' })
    void session.data.refresh()
  }
  const start = () => {
    pausing = false
    become({ phase: 'saving', refusals: [] })
    run().catch(() => become({ phase: 'stopped', refusals: [{ why: 'unavailable' }] }))
  }

  start()
  return {
    progress: () => progress,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    batch,
    pause: () => {
      pausing = true
    },
    resume: () => {
      if (progress.phase === 'stopped' || progress.phase === 'paused') start()
    },
  }
}

type Settled = Exclude<Answer, { waiting: true }>

/** The answer to what waits in the queue, when it has been sent at last. */
function sentLater({ acting, onDone, onRefused }: Asking, key: string): Promise<Settled> {
  return new Promise((resolve) => {
    let done: Settled | undefined
    const settle = (answer: Settled) => {
      for (const stop of stops) stop()
      resolve(answer)
    }
    const gone = () => !acting.queue().some((asked) => asked.key === key)
    const stops = [
      onRefused((asked, refusals) => asked.key === key && settle({ refusals })),
      onDone((answer) => {
        // Only an import tells how many it made; it is told before its place in the queue is given up.
        if (answer.created !== undefined) done = { done: answer }
      }),
      acting.subscribe(() => done && gone() && settle(done)),
    ]
  })
}

/** The same piece of the same file has the same key, so that asking again doubles nothing. */
async function keyOf(mark: string, portfolio: string, piece: readonly ImportedRow[]) {
  return `import-${mark}-${await fingerprint(new TextEncoder().encode(JSON.stringify([portfolio, piece])))}`
}

/**
 * What an import is called: its day first, then the file and what tells it from another of that name. One that was broken off
 * keeps its name when the same file is gone on with on a later day, so that all of it is taken back as one.
 */
export function batchName(
  day: string,
  file: string,
  mark: string,
  before: Iterable<string | undefined> = [],
) {
  const own = ` ${file.slice(0, 90)} (${mark.slice(0, 6)})`
  for (const name of before) if (name?.endsWith(own) && name.length === own.length + day.length) return name
  return `${day}${own}`
}

/** 24 hexadecimal digits that tell what the bytes are. */
export async function fingerprint(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest.subarray(0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function* inPieces(rows: Iterable<ImportedRow>): Generator<ImportedRow[], undefined> {
  let piece: ImportedRow[] = []
  let letters = 0
  for (const row of rows) {
    const size = JSON.stringify(row).length
    if (piece.length > 0 && (piece.length === PIECE_ROWS || letters + size > PIECE_LETTERS)) {
      yield piece
      piece = []
      letters = 0
    }
    piece.push(row)
    letters += size
  }
  if (piece.length > 0) yield piece
  return undefined
}
