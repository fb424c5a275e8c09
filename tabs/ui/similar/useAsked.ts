/** Asks for an action and keeps what came of it, for the page to say. */
import { useState } from 'react'
import type { ActionArgs, ActionName } from '#src/actions/index.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { useSession } from '../../context.ts'

/** `ask` answers whether it was done, or will be when the net is back. */
export function useAsked() {
  const { session } = useSession()
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const [busy, setBusy] = useState(false)
  const ask = async <N extends ActionName>(name: N, args: ActionArgs<N>): Promise<boolean> => {
    setBusy(true)
    const answer = await session.acting.act(name, args)
    setBusy(false)
    setRefusals('refusals' in answer ? answer.refusals : [])
    return !('refusals' in answer)
  }
  return { ask, busy, refusals }
}
