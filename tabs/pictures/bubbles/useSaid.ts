/** What the bubbles say in words: of each figure, of each bubble, of the axes and of all of it. */
import { useMemo } from 'react'
import type { Initiative } from '#src/lists/initiatives.ts'
import { type Figures, type Measure, measures, worstThree } from '#src/rules/pictures/bubbles.ts'
import { formatList, formatNumber } from '#src/text/format.ts'
import type { Words } from '#src/text/words.ts'
import { useWords } from '../../language.ts'
import type { BubbleChoice } from './choice.ts'
import { axisText, figureText } from './figureText.ts'
import type { Bubble } from './place.ts'

export interface Told {
  shown: readonly Initiative[]
  figures: ReadonlyMap<string, Figures>
}

export type FigureOf = (measure: Measure, key: string) => string

/** `labels`: of each bubble, with all of its figures; worked out once, however often it is drawn. */
export function useSaid({ shown, figures }: Told): {
  figureOf: FigureOf
  axisNames: Record<Measure, string>
  labels: ReadonlyMap<string, string>
} {
  const words = useWords()
  return useMemo(() => {
    const { t } = words
    const figureOf = (measure: Measure, key: string) => figureText(measure, figures.get(key), words)
    const costs = shown.flatMap(({ key }) => {
      const own = figures.get(key)
      return own?.cost === undefined ? [] : own.isCostYearly === true
    })
    const names = measures.map((measure) => [measure, t(`pictures.measure.${measure}`)] as const)
    const labels = shown.map(({ key, number, title, legal }) => {
      const own = figures.get(key)
      const known = names.filter(([measure]) => own?.[measure] !== undefined)
      const said = [
        `${number} ${title}`,
        ...known.map(([measure, name]) => `${name} ${figureOf(measure, key)}`),
        ...(legal === 'yes' ? [t('pictures.mandatory')] : []),
      ]
      return [key, said.join(', ')] as const
    })
    return {
      figureOf,
      axisNames: Object.fromEntries(
        measures.map((measure) => [measure, axisText(measure, costs, words)]),
      ) as Record<Measure, string>,
      labels: new Map(labels),
    }
  }, [shown, figures, words])
}

/** How many there are, what to ask about first, and what isn't there. */
export function bubblesSay(
  { shown, figures }: Told,
  {
    choice,
    bubbles,
    unplaced,
    figureOf,
    words,
  }: {
    choice: BubbleChoice
    bubbles: readonly Bubble[]
    unplaced: readonly Initiative[]
    figureOf: FigureOf
    words: Words
  },
): string {
  const { t, locale } = words
  const [x, y] = axesOf(choice, words)
  const worst = worstThree(shown, figures, choice)
  const isCost = choice.x === 'cost' || choice.y === 'cost'
  const yearly = isCost ? bubbles.filter(({ key }) => figures.get(key)?.isCostYearly).length : 0
  return [
    t('pictures.bubblesSay', { count: formatNumber(bubbles.length, locale), x, y }),
    worst.length > 0 &&
      choice.x !== choice.y &&
      t('pictures.bubblesWorst', {
        x,
        y,
        names: formatList(
          worst.map(({ key, title }) => `${title} (${figureOf(choice.x, key)})`),
          locale,
        ),
      }),
    yearly > 0 &&
      yearly < bubbles.length &&
      t('pictures.bubblesYearly', { count: formatNumber(yearly, locale) }),
    unplaced.length > 0 && t('pictures.bubblesUnknown', { count: formatNumber(unplaced.length, locale) }),
  ]
    .filter(Boolean)
    .join(' ')
}

/** Axes without anything on them say nothing: which ones would? */
export function nothingPlaced({ shown, figures }: Told, choice: BubbleChoice, words: Words): string {
  const { t, locale } = words
  const known = measures.flatMap((measure) => {
    const count = shown.filter(({ key }) => figures.get(key)?.[measure] !== undefined).length
    return count > 0
      ? `${t(`pictures.measure.${measure}`).toLowerCase()} (${formatNumber(count, locale)})`
      : []
  })
  const [x, y] = axesOf(choice, words)
  const none = t('pictures.bubblesNone', { x, y })
  return known.length > 0
    ? `${none} ${t('pictures.bubblesKnown', { known: formatList(known, locale) })}`
    : none
}

const axesOf = ({ x, y }: BubbleChoice, { t }: Words) =>
  [t(`pictures.measure.${x}`).toLowerCase(), t(`pictures.measure.${y}`).toLowerCase()] as const
