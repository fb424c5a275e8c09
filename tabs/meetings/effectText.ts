/** What a decision does with its initiative, in words: in the sitting and in the minutes as on their paper. */
import type { ItemEffect } from '#src/lists/meetings.ts'
import type { GateName } from '#src/rules/gates.ts'
import { formatKrExact } from '#src/text/format.ts'
import type { Words } from '#src/text/words.ts'

export function effectText(effect: ItemEffect, { t, word, locale }: Words): string {
  const kr = (amount: number) => formatKrExact(amount, locale)
  switch (effect.does) {
    case 'gate': {
      const said = {
        gate: word('decisionMatters', effect.gate as GateName),
        outcome: word('outcomes', effect.outcome),
      }
      return effect.amountKr === undefined
        ? t('effect.gate', said)
        : t('effect.gateKr', { ...said, amount: kr(effect.amountKr) })
    }
    case 'state':
      return t(`effect.${effect.to}`)
    case 'financing':
      return effect.totalKr === undefined
        ? t('effect.financing', { amount: kr(effect.amountKr) })
        : t('effect.financingOf', { amount: kr(effect.amountKr), total: kr(effect.totalKr) })
    case 'owner':
      return t(`effect.${effect.role}`, { name: effect.person.name })
    case 'priority':
      return t('effect.priority', { rank: effect.rank })
  }
}
