/** Sends one's own scores as they are given: at once, in order, many together while an answer is on its way. */
import type { ActionArgs } from '#src/actions/index.ts'
import { cellKey, type OwnScore } from '#src/rules/prioritising/assessing.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { MOST_SCORES } from '#src/rules/prioritising/scoring.ts'
import type { Answer } from '../../act.ts'

export type ScoreArg = ActionArgs<'saveScores'>['scores'][number]

/** A score that isn't saved as meant yet. */
export interface MeantScore extends OwnScore {
  initiative: string
  criterion: string
  base: OwnScore
  refusals: readonly Refusal[]
}

export interface ScoreEdit extends OwnScore {
  initiative: string
  criterion: string
}

export function createSender({
  send,
  changed,
}: {
  send: (scores: ScoreArg[]) => Promise<Answer>
  changed: (meant: ReadonlyMap<string, MeantScore>) => void
}) {
  let meant: ReadonlyMap<string, MeantScore> = new Map()
  const unsent = new Set<string>()
  let running = false

  const become = (change: (next: Map<string, MeantScore>) => void) => {
    const next = new Map(meant)
    change(next)
    meant = next
    changed(meant)
  }
  /** What was answered: gone from here, unless it has been written anew since. */
  const settle = (sent: readonly (readonly [string, MeantScore])[], refusals: readonly Refusal[]) =>
    become((next) => {
      for (const [key, one] of sent) {
        const now = next.get(key)
        if (now === one) {
          if (refusals.length > 0) next.set(key, { ...one, refusals })
          else next.delete(key)
        } else if (now && refusals.length > 0) next.set(key, { ...now, base: one.base })
      }
    })

  /** One that can't be saved is no reason to lose the others of its block: halves until it is alone. */
  async function sendSome(some: readonly (readonly [string, MeantScore])[]): Promise<void> {
    const answer = await send(some.map(([, one]) => argOf(one)))
    if ('refusals' in answer && some.length > 1) {
      const half = Math.ceil(some.length / 2)
      await sendSome(some.slice(0, half))
      return sendSome(some.slice(half))
    }
    settle(some, 'refusals' in answer ? answer.refusals : [])
  }

  async function pump() {
    if (running) return
    running = true
    try {
      while (unsent.size > 0) {
        const some = [...unsent].slice(0, MOST_SCORES).flatMap((key) => {
          unsent.delete(key)
          const one = meant.get(key)
          return one ? [[key, one] as const] : []
        })
        if (some.length > 0) await sendSome(some)
      }
    } finally {
      running = false
    }
  }

  return {
    /** `before`: one's own as it was shown. */
    edit(edits: readonly (ScoreEdit & { before: OwnScore })[]) {
      become((next) => {
        for (const { before, ...edit } of edits) {
          const key = cellKey(edit.initiative, edit.criterion)
          const earlier = next.get(key)
          const isUnsent = earlier !== undefined && unsent.has(key)
          const base = isUnsent ? earlier.base : earlier?.refusals.length ? theirsOf(earlier) : before
          const reason = edit.reason === undefined && isUnsent ? earlier.reason : edit.reason
          next.set(key, { ...edit, base, refusals: [], ...(reason !== undefined && { reason }) })
          unsent.add(key)
        }
      })
      // The answer before is in the picture first: what it saved is what these start from.
      void Promise.resolve().then(pump)
    },
    /** What waited for the net and was then refused comes back to its cells. */
    giveBack(scores: readonly ScoreArg[], refusals: readonly Refusal[]) {
      become((next) => {
        for (const { base, ...one } of scores)
          next.set(cellKey(one.initiative, one.criterion), {
            initiative: one.initiative,
            criterion: one.criterion,
            value: one.value,
            ...(one.reason !== undefined && { reason: one.reason }),
            base: { value: base.value, ...(base.reason !== undefined && { reason: base.reason }) },
            refusals,
          })
      })
    },
    /** Lets a refused one go: what is saved stands. */
    drop: (one: { initiative: string; criterion: string }) =>
      become((next) => void next.delete(cellKey(one.initiative, one.criterion))),
  }
}

const argOf = ({ initiative, criterion, value, reason, base }: MeantScore): ScoreArg => ({
  initiative,
  criterion,
  value,
  ...(reason !== undefined && { reason }),
  base: { value: base.value, ...(base.reason !== undefined && { reason: base.reason }) },
})

/** As it stands at the server, where that is what it was refused for. */
function theirsOf({ base, refusals }: MeantScore): OwnScore {
  const fields = refusals.flatMap((refusal) => (refusal.why === 'changedByOther' ? refusal.fields : []))
  return fields.reduce<OwnScore>((now, { field, theirs }) => ({ ...now, [field]: theirs }), base)
}
