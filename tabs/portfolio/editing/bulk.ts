/** Sends the edits of many rows piece by piece, tells how far it has come, and can take all of it back as one act. */
import type { Refusal } from '#src/rules/refusal.ts'
import { newKey } from '../../act.ts'
import type { Session } from '../../session.ts'
import { warnOfLeaving } from '../import/useLeaveWarning.ts'
import type { Edit } from './meant.ts'

/** Small enough to show progress, and for thousands as large as a request may be. */
const PIECE = { small: 20, large: 50 }
const MANY = 1000

export interface Bulk {
  /** `waiting`: without net; what was meant waits in the queue and is shown as if it were saved. */
  phase: 'saving' | 'done' | 'waiting'
  undoing: boolean
  done: number
  total: number
  /** Rows that are as they were, and why. */
  left: readonly { key: string; refusals: readonly Refusal[] }[]
  /** What takes it back; empty when nothing was changed. */
  undo: readonly Edit[]
}

export async function runBulk(
  { acting }: Pick<Session, 'acting'>,
  edits: readonly Edit[],
  {
    undoing,
    tell,
    stop,
  }: {
    undoing: boolean
    tell: (bulk: Bulk) => void
    /** Those that have not been sent are left as they are. */
    stop?: AbortSignal
  },
): Promise<void> {
  const key = newKey()
  let bulk: Bulk = { phase: 'saving', undoing, done: 0, total: edits.length, left: [], undo: [] }
  const become = (next: Partial<Bulk>) => {
    bulk = { ...bulk, ...next }
    tell(bulk)
  }
  become({})
  const pieces = piecesOf(edits, key)
  const isStopped = () => stop?.aborted === true
  // Also when nothing shows it any more: what has not been sent is known to this page only.
  const mayLeave = warnOfLeaving()
  for (const [at, piece] of pieces.entries()) {
    if (isStopped()) break
    const { rows } = piece.args
    const answer = await acting.act('editMany', piece.args, {}, piece.key)
    const left =
      'refusals' in answer
        ? rows.map((edit) => ({ key: edit.initiative, refusals: answer.refusals }))
        : 'done' in answer
          ? (answer.done.left ?? [])
          : []
    const kept = new Set(left.map((one) => one.key))
    const changed = rows.filter((edit) => !kept.has(edit.initiative))
    become({
      done: bulk.done + rows.length,
      left: [...bulk.left, ...left],
      undo: [...bulk.undo, ...changed.map(turned)],
    })
    if ('waiting' in answer) {
      // The rest waits behind it, safe even if the page is closed now.
      await acting.putOff(pieces.slice(at + 1))
      become({
        phase: 'waiting',
        done: edits.length,
        undo: [...bulk.undo, ...edits.slice(bulk.done).map(turned)],
      })
      break
    }
  }
  mayLeave()
  if (bulk.phase === 'saving') become({ phase: 'done', total: bulk.done })
}

/** As the requests that carry them. */
function piecesOf(edits: readonly Edit[], key: string) {
  const size = edits.length > MANY ? PIECE.large : PIECE.small
  return Array.from({ length: Math.ceil(edits.length / size) }, (_, i) => ({
    key: `${key}/${i * size}`,
    name: 'editMany' as const,
    args: { rows: edits.slice(i * size, (i + 1) * size) },
  }))
}

const turned = ({ initiative, changes, base }: Edit): Edit => ({ initiative, changes: base, base: changes })
