/** What an item does with its initiative, in words: as a choice of the form, and once it is decided. */
import type { Outcome } from '#src/lists/decisions.ts'
import { initiatives, type State } from '#src/lists/initiatives.ts'
import type { ItemEffect } from '#src/lists/meetings.ts'
import type { GateName } from '#src/rules/gates.ts'
import { formatKrExact } from '#src/text/format.ts'
import type { Words } from '#src/text/words.ts'
import type { EffectChoice } from './effects.ts'

export function choiceText(choice: EffectChoice, { t, word }: Words): string {
  const [does, first, second] = choice.split('/')
  switch (does) {
    case 'gate':
      return t('holding.effectGate', {
        gate: word('decisionMatters', first as GateName),
        outcome: word('outcomes', second as Outcome),
      })
    case 'state':
      return t('holding.effectState', { state: word('states', first as State) })
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

export function effectText(effect: ItemEffect, words: Words): string {
  const { t, label, locale } = words
  switch (effect.does) {
    case 'gate':
      return choiceText(`gate/${effect.gate as GateName}/${effect.outcome}`, words)
    case 'state':
      return choiceText(`state/${effect.to}`, words)
    case 'financing':
      return `${t('holding.effectFinancing')}: ${formatKrExact(effect.totalKr ?? effect.amountKr, locale)}`
    case 'owner':
      return `${label(initiatives, effect.role)}: ${effect.person.name}`
    case 'priority':
      return `${t('holding.effectPriority')}: ${effect.rank}`
  }
}
