/** What the signs of the bubbles mean. */
import { riskLevels } from '#src/lists/followUp.ts'
import { SERIES } from '../../ui/picture/Patterns.tsx'
import type { LegendRow } from '../../ui/picture/Picture.tsx'
import type { Words } from '#src/text/words.ts'
import type { BubbleChoice } from './choice.ts'
import { riskText, tickText } from './figureText.ts'
import { shades } from './Marks.tsx'

const dot = (values: React.SVGProps<SVGCircleElement>) => (
  <circle cx={8} cy={8} r={6} stroke='var(--ink)' strokeWidth={0.75} {...values} />
)

export function legendOf({
  choice: { colour, size },
  limits,
  portfolios,
  words,
}: {
  choice: BubbleChoice
  limits: readonly number[]
  portfolios: readonly { key: string; title: string }[]
  words: Words
}): LegendRow[] {
  const { t } = words
  return [
    ...colours(),
    { sign: dot({ fill: 'none', stroke: 'var(--mark)', strokeWidth: 3 }), text: t('pictures.hollow') },
    ...(size
      ? [
          {
            sign: dot({ fill: 'var(--paper)', strokeDasharray: '3 2', r: 4 }),
            text: t('pictures.sizeUnknown', { measure: t(`pictures.measure.${size}`).toLowerCase() }),
          },
        ]
      : []),
  ]

  function colours(): LegendRow[] {
    if (!colour) return []
    if (colour === 'portfolio')
      return portfolios.map(({ title }, i) => ({
        sign: dot({ fill: `var(--series${i % SERIES})` }),
        text: title,
      }))
    const shade = (i: number) => dot({ fill: 'var(--mark)', fillOpacity: shades[i] ?? 1 })
    const unknown = { sign: dot({ fill: 'var(--paper)' }), text: t('pictures.colourUnknown') }
    if (colour === 'risk')
      return [
        ...Object.keys(riskLevels).map((_, i) => ({
          sign: shade(i + 1),
          text: `${t('pictures.measure.risk')}: ${riskText(i + 1, words).toLowerCase()}`,
        })),
        unknown,
      ]
    const said = limits.map((limit) => tickText(colour, limit, words))
    const name = t(`pictures.measure.${colour}`)
    return [
      ...shades.map((_, i) => ({
        sign: shade(i),
        text:
          i === 0
            ? t('pictures.below', { name, value: said[0] ?? '' })
            : t('pictures.from', { name, value: said[i - 1] ?? '' }),
      })),
      unknown,
    ]
  }
}
