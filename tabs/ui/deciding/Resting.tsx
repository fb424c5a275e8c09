/** An initiative that rests: paused, stopped or screened out. Says who may take it up again, not what its next gate lacks. */
import { mandates } from '#src/lists/organisation.ts'
import type { GateName } from '#src/rules/gates.ts'
import { decidersOf, decidingRight } from '#src/rules/mandate.ts'
import { matterOfStage, stateChanges } from '#src/rules/processes.ts'
import { decidersText, inSentence } from '#src/text/refusals.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import { useWords } from '../../language.ts'
import type { Whole } from '../useWhole.ts'

export function Resting({ whole, gate }: { whole: Whole; gate: GateName | undefined }) {
  const words = useWords()
  const { t, word } = words
  const { session, today } = useSession()
  const rows = useItems(session.data, mandates)
  const { initiative } = whole
  const { tree, process } = whole.preparation
  const state = inSentence(word('states', initiative.state))
  const matter = matterOfStage(initiative.stage, process)
  const reopens = (stateChanges.reopen.from as readonly string[]).includes(initiative.state)
  const right = reopens && matter && decidingRight({ matter, initiative, mandates: rows, tree, today })
  const who = right ? decidersOf(right) : []
  return (
    <p>
      {gate && reopens
        ? t('initiative.resting', { state, gate: inSentence(word('decisionMatters', gate)) })
        : t('initiative.restingNoGate', { state })}
      {who.length > 0 && ` ${t('initiative.reopenedBy', { who: decidersText(who, words) })}`}
    </p>
  )
}
