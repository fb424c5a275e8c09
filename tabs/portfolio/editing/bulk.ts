/** Sends the edits of many rows piece by piece, tells how far it has come, and can take all of it back as one act. */
import type { Refusal } from '#src/rules/refusal.ts'
import { newKey } from '../../act.ts'
import type { Session } from '../../session.ts'
import type { Edit } from './meant.ts'

/** Small enough to show progress. */
const PIECE = 20

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
  { undoing, tell }: { undoing: boolean; tell: (bulk: Bulk) => void },
): Promise<void> {
  const key = newKey()
  let bulk: Bulk = { phase: 'saving', undoing, done: 0, total: edits.length, left: [], undo: [] }
  const become = (next: Partial<Bulk>) => {
    bulk = { ...bulk, ...next }
    tell(bulk)
  }
  become({})
  let waiting = false
  for (let at = 0; at < edits.length; at += PIECE) {
    const piece = edits.slice(at, at + PIECE)
    const answer = await acting.act('editMany', { rows: piece }, {}, `${key}/${at}`)
    const left =
      'refusals' in answer
        ? piece.map((edit) => ({ key: edit.initiative, refusals: answer.refusals }))
        : 'done' in answer
          ? (answer.done.left ?? [])
          : []
    waiting ||= 'waiting' in answer
    const kept = new Set(left.map((one) => one.key))
    const changed = piece.filter((edit) => !kept.has(edit.initiative))
    become({
      done: bulk.done + piece.length,
      left: [...bulk.left, ...left],
      undo: [...bulk.undo, ...changed.map(turned)],
    })
  }
  become({ phase: waiting ? 'waiting' : 'done' })
}

const turned = ({ initiative, changes, base }: Edit): Edit => ({ initiative, changes: base, base: changes })
