/** What an item may do with its initiative, as a choice of the form. */
import type { Outcome } from '#src/lists/decisions.ts'
import type { State } from '#src/lists/initiatives.ts'
import type { GateName } from '#src/rules/gates.ts'
import type { Words } from '#src/text/words.ts'
import type { EffectChoice } from './effects.ts'

export function choiceText(choice: EffectChoice, { t, word }: Words): string {
  const [does, first, second] = choice.split('/')
  switch (does) {
    case 'gate':
      return t('effect.gate', {
        gate: word('decisionMatters', first as GateName),
        outcome: word('outcomes', second as Outcome),
      })
    case 'state':
      return t(`effect.${first as State}`)
    case 'financing':
      return t('holding.effectFinancing')
    case 'owner':
      return t('holding.effectOwner')
    case 'priority':
      return t('holding.effectPriority')
    default:
      return t('holding.effectNone')
  }
}
