/** What a decision does with its initiative, said in the language of the page. */
import type { ItemEffect } from '#src/lists/meetings.ts'
import { formatKr } from '#src/text/format.ts'
import type { Words } from '#src/text/words.ts'

export function effectText(effect: ItemEffect, { t, word, locale }: Words): string {
  switch (effect.does) {
    case 'gate':
      return effect.amountKr === undefined
        ? t('minutes.effectGate', { gate: effect.gate, outcome: word('outcomes', effect.outcome) })
        : t('minutes.effectGateKr', {
            gate: effect.gate,
            outcome: word('outcomes', effect.outcome),
            amount: formatKr(effect.amountKr, locale),
          })
    case 'state':
      return t('minutes.effectState', { state: word('states', effect.to) })
    case 'financing':
      return t('minutes.effectFinancing', { amount: formatKr(effect.amountKr, locale) })
    case 'owner':
      return t(`minutesEffect.${effect.role}`, { name: effect.person.name })
    case 'priority':
      return t('minutes.effectPriority', { rank: effect.rank })
  }
}
