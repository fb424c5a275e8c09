/** Asks for one action at a time and keeps what was refused; what can't be sent now waits in the queue, and counts as asked. */
import { useState } from 'react'
import type { ActionArgs, ActionName } from '#src/actions/index.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { useSession } from '../context.ts'

export interface Asking {
  /** True when it is done, or will be when the net is back. */
  ask: <N extends ActionName>(
    name: N,
    args: ActionArgs<N>,
    seen?: Record<string, string>,
    key?: string,
  ) => Promise<boolean>
  refusals: readonly Refusal[]
  busy: boolean
  forget: () => void
}

export function useAsk(): Asking {
  const { session } = useSession()
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const [asked, setAsked] = useState(0)
  const ask: Asking['ask'] = async (name, args, seen, key) => {
    setAsked((count) => count + 1)
    try {
      const answer = await session.acting.act(name, args, seen, key)
      const refused = 'refusals' in answer ? answer.refusals : []
      setRefusals(refused)
      return refused.length === 0
    } finally {
      setAsked((count) => count - 1)
    }
  }
  return { ask, refusals, busy: asked > 0, forget: () => setRefusals([]) }
}
