/** Takes an import back piece by piece, says how far it has come, and which rows stay because somebody has worked with them. */
import type { KeptReason } from '#src/rules/needs/undoing.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import type { Session } from '../../session.ts'

export interface Undoing {
  /** `waiting`: no answer came; what has been asked is done when it does, the rest is asked for by trying again. */
  phase: 'undoing' | 'waiting' | 'stopped' | 'finished'
  done: number
  total: number
  undone: number
  kept: readonly { key: string; because: KeptReason }[]
  refusals: readonly Refusal[]
}

/** Small enough to show progress, and below what the server takes at once. */
const PIECE = 100

type Asking = Pick<Session, 'acting' | 'data'>

/** Of the session, so that it goes on while somebody looks at another page. */
export interface Undo {
  of: () => { batch: Batch; undoing: Undoing } | undefined
  start: (session: Asking, batch: Batch) => void
  subscribe: (listener: () => void) => () => void
}

/** One import of one portfolio. */
export interface Batch {
  name: string
  portfolio: string
  keys: readonly string[]
}

const kept = new WeakMap<Asking, Undo>()

export function undoOf(session: Asking): Undo {
  const undo = kept.get(session) ?? createUndo()
  kept.set(session, undo)
  return undo
}

function createUndo(): Undo {
  let now: ReturnType<Undo['of']>
  const listeners = new Set<() => void>()
  return {
    of: () => now,
    start(session, batch) {
      void undoImport(session, { batch: batch.name, keys: batch.keys }, (undoing) => {
        now = { batch, undoing }
        for (const listener of listeners) listener()
      })
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

async function undoImport(
  { acting, data }: Asking,
  { batch, keys }: { batch: string; keys: readonly string[] },
  tell: (undoing: Undoing) => void,
): Promise<void> {
  let undoing: Undoing = { phase: 'undoing', done: 0, total: keys.length, undone: 0, kept: [], refusals: [] }
  const become = (next: Partial<Undoing>) => {
    undoing = { ...undoing, ...next }
    tell(undoing)
  }
  become({})
  for (let at = 0; at < keys.length; at += PIECE) {
    const rows = keys.slice(at, at + PIECE)
    // Asking again for the same rows does nothing twice, so that each piece may have a key of its own.
    const answer = await acting.act('undoImport', { batch, rows })
    if ('refusals' in answer) return become({ phase: 'stopped', refusals: answer.refusals })
    if ('waiting' in answer) return become({ phase: 'waiting' })
    become({
      done: undoing.done + rows.length,
      undone: undoing.undone + (answer.done.undone ?? 0),
      kept: [...undoing.kept, ...(answer.done.kept ?? [])],
    })
  }
  await data.refresh()
  become({ phase: 'finished' })
}
