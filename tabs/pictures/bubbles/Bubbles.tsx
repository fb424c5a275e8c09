/** Bubbles in their frame: placed by what is known, the rest named beside, and told in words. */
import { useId, useMemo, useState } from 'react'
import type { Initiative } from '#src/lists/initiatives.ts'
import { portfolios as portfolioList } from '#src/lists/portfolios.ts'
import { type Figures, type Measure, measures } from '#src/rules/pictures/bubbles.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import { useWords } from '../../language.ts'
import { useKeys } from '../../ui/keys/keys.ts'
import { Picture } from '../../ui/picture/Picture.tsx'
import { zoomKeys } from '../../ui/picture/pictureKeys.ts'
import { usePrinting } from '../../ui/table/usePrinting.ts'
import { initiativeHref } from '../PicturePage.tsx'
import type { BubbleChoice } from './choice.ts'
import { Layer } from './Layer.tsx'
import { legendOf } from './legend.tsx'
import type { Drawing } from './Marks.tsx'
import { placeBubbles } from './place.ts'
import { MARGIN, Plot } from './Plot.tsx'
import { Unplaced } from './Unplaced.tsx'
import { bubblesSay, nothingPlaced, useSaid } from './useSaid.ts'
import { createZoom } from './zoom.ts'
import styles from './Bubbles.module.css'

const STEP = 60

export function Bubbles({
  shown,
  figures,
  choice,
  width,
}: {
  shown: readonly Initiative[]
  figures: ReadonlyMap<string, Figures>
  choice: BubbleChoice
  width: number
}) {
  useKeys(zoomKeys)
  const words = useWords()
  const { t } = words
  const nameOf = (measure: Measure) => t(`pictures.measure.${measure}`)
  const { session } = useSession()
  const rows = useItems(session.data, portfolioList)
  const [zoom] = useState(createZoom)
  const prefix = useId().replaceAll(/\W/g, '')
  const isPaper = usePrinting()
  const box = useMemo(
    () => ({
      width: Math.max(160, width - MARGIN.left - MARGIN.right),
      height: Math.round(Math.max(240, Math.min(460, width * 0.5))),
    }),
    [width],
  )
  const portfolios = useMemo(
    () => rows.filter(({ key }) => shown.some(({ portfolio }) => portfolio.key === key)),
    [rows, shown],
  )
  const placed = useMemo(
    () => placeBubbles(shown, figures, { choice, box, portfolios: portfolios.map(({ key }) => key) }),
    [shown, figures, choice, box, portfolios],
  )
  const { bubbles, x, y, unplaced, limits } = placed
  const byKey = useMemo(() => new Map(shown.map((one) => [one.key, one])), [shown])
  const { figureOf, axisNames, labels } = useSaid({ shown, figures })
  const fill = choice.colour === 'portfolio' ? 'portfolio' : choice.colour ? 'step' : 'plain'
  const drawing = useMemo(
    (): Drawing => ({ bubbles, box, fill, prefix, labels }),
    [bubbles, box, fill, prefix, labels],
  )
  const says = useMemo(
    () => bubblesSay({ shown, figures }, { choice, bubbles, unplaced, figureOf, words }),
    [shown, figures, choice, bubbles, unplaced, figureOf, words],
  )

  const keys = (event: KeyboardEvent) => {
    const way = event.shiftKey ? ways[event.key] : undefined
    if (way) zoom.panBy(way[0] * STEP, way[1] * STEP, box)
    else if (event.key === '+') zoom.zoomBy(1.4, box)
    else if (event.key === '-') zoom.zoomBy(1 / 1.4, box)
    else if (event.key === '0') zoom.all(box)
    else return false
    return true
  }
  return (
    <Picture
      name='bubbles'
      title={t('pictures.bubblesTitle', { x: nameOf(choice.x), y: nameOf(choice.y).toLowerCase() })}
      says={says}
      width={box.width + MARGIN.left + MARGIN.right}
      height={box.height + MARGIN.top + MARGIN.bottom}
      marks={bubbles}
      moving={!isPaper && <Layer drawing={drawing} zoom={zoom} />}
      hrefOf={initiativeHref}
      reveal={(key) => {
        const found = bubbles.find((bubble) => bubble.key === key)
        if (found) zoom.show(found, box)
      }}
      keys={keys}
      renderCard={(key) => (
        <>
          <strong>{byKey.get(key)?.title}</strong>
          <p>
            {byKey.get(key)?.number} · {byKey.get(key)?.portfolio.title}
            {byKey.get(key)?.legal === 'yes' && ` · ${t('pictures.mandatory')}`}
          </p>
          <dl>
            {measures.map((measure) => (
              <div key={measure} style={{ display: 'contents' }}>
                <dt>{nameOf(measure)}</dt>
                <dd>{figureOf(measure, key)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      onlyTable={bubbles.length === 0 ? nothingPlaced({ shown, figures }, choice, words) : undefined}
      legend={legendOf({ choice, limits, portfolios, words })}
      tools={
        <>
          {(
            [
              ['+', 'pictures.zoomIn', () => zoom.zoomBy(1.4, box)],
              ['−', 'pictures.zoomOut', () => zoom.zoomBy(1 / 1.4, box)],
            ] as const
          ).map(([sign, label, press]) => (
            <button key={sign} type='button' className={styles.button} aria-label={t(label)} onClick={press}>
              {sign}
            </button>
          ))}
          <button type='button' className={styles.button} onClick={() => zoom.all(box)}>
            {t('pictures.zoomAll')}
          </button>
        </>
      }
      table={() => ({
        columns: [
          { name: t('pictures.initiative') },
          ...measures.map((measure) => ({ name: axisNames[measure], end: true })),
          { name: t('pictures.mandatory') },
        ],
        rows: shown.map(({ key, number, title, legal }) => ({
          key,
          href: initiativeHref(key),
          cells: [
            `${number} ${title}`,
            ...measures.map((measure) => figureOf(measure, key)),
            legal === 'yes' ? words.word('yesNoUnknown', 'yes') : '',
          ],
        })),
      })}
      beside={unplaced.length > 0 && <Unplaced unplaced={unplaced} figures={figures} choice={choice} />}
    >
      <Plot
        drawing={drawing}
        axes={{ x, y, nameX: axisNames[choice.x], nameY: axisNames[choice.y] }}
        zoom={zoom}
        isPaper={isPaper}
      />
    </Picture>
  )
}

const ways: Record<string, readonly [number, number]> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}
