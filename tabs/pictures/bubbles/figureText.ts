/** Figures of bubbles in words. */
import { riskLevels } from '#src/lists/followUp.ts'
import type { Measure } from '#src/rules/pictures/bubbles.ts'
import { formatKr, formatNumber } from '#src/text/format.ts'
import type { Words } from '#src/text/words.ts'

type RiskLevel = keyof typeof riskLevels
const levels = Object.keys(riskLevels) as RiskLevel[]

export const riskText = (step: number, { word }: Words) => {
  const level = levels[step - 1]
  return level ? word('riskLevels', level) : ''
}

/** `4,2 mnkr/år`, `Hög`, `240 persondagar`; what is unknown is said to be. */
export function figureText(
  measure: Measure,
  value: number | undefined,
  words: Words,
  { isYearly = false }: { isYearly?: boolean } = {},
): string {
  const { t, locale } = words
  if (value === undefined) return t('pictures.unknown')
  switch (measure) {
    case 'cost':
      return `${formatKr(value, locale)}${isYearly ? t('pictures.perYear') : ''}`
    case 'benefit':
      return `${formatKr(value, locale)}${t('pictures.perYear')}`
    case 'risk':
      return riskText(value, words)
    case 'score':
      return t('pictures.points', { points: formatNumber(Math.round(value), locale) })
    case 'effort':
      return t('pictures.days', { days: formatNumber(Math.round(value), locale) })
  }
}

/** Beside a line of an axis. */
export function tickText(measure: Measure, value: number, words: Words): string {
  if (measure === 'risk') return riskText(value, words)
  if (measure === 'cost' || measure === 'benefit') return formatKr(value, words.locale)
  return formatNumber(value, words.locale)
}
