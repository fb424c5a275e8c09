/** Where a half-written decision is kept, also one that was sent later and then refused. */
import { draftName } from './cache.ts'

/** `what`: the gate, the change of state, or else the action; `about`: the initiative, or the decision replaced. */
export const decisionDraftName = (about: string, what: string) => draftName(about, `decision/${what}`)

/** What was said in an asked decision, and where it belongs; `undefined` for other actions. */
export function decisionDraftOf({ name, args }: { name: string; args: unknown }) {
  if (!/^(decide|supersede)/.test(name)) return undefined
  const {
    initiative,
    decision,
    gate,
    change,
    agreed: _,
    ...said
  } = args as Record<string, string | undefined>
  return { name: decisionDraftName(decision ?? initiative ?? '', gate ?? change ?? name), said }
}
