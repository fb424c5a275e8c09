/** Figures of bubbles in words. */
import { riskLevels } from '#src/lists/followUp.ts'
import type { Figures, Measure } from '#src/rules/pictures/bubbles.ts'
import { formatKr, formatNumber } from '#src/text/format.ts'
import type { Words } from '#src/text/words.ts'

type RiskLevel = keyof typeof riskLevels
const levels = Object.keys(riskLevels) as RiskLevel[]

export const riskText = (step: number, { word }: Words) => {
  const level = levels[step - 1]
  return level ? word('riskLevels', level) : ''
}

/** `4,2 mnkr/år`, `Hög`, `240 persondagar`; what is unknown is said to be. */
export function figureText(measure: Measure, own: Figures | undefined, words: Words): string {
  const { t, locale } = words
  const value = own?.[measure]
  if (value === undefined) return t('pictures.unknown')
  switch (measure) {
    case 'cost':
      return `${formatKr(value, locale)}${own?.isCostYearly ? t('pictures.perYear') : ''}`
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

/** Of an axis or a column: what is measured, and in what. `areYearly`: of each cost that is known, whether it is of one year. */
export function axisText(measure: Measure, areYearly: readonly boolean[], { t }: Words): string {
  if (measure !== 'cost') return t(`pictures.axis.${measure}`)
  if (!areYearly.includes(true)) return t('pictures.axis.cost')
  return t(areYearly.includes(false) ? 'pictures.axis.costEither' : 'pictures.axis.costYearly')
}

/** Beside a line of an axis. */
export function tickText(measure: Measure, value: number, words: Words): string {
  if (measure === 'risk') return riskText(value, words)
  if (measure === 'cost' || measure === 'benefit') return formatKr(value, words.locale)
  return formatNumber(value, words.locale)
}
