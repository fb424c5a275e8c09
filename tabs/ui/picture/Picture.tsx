/** The frame every picture stands in: what it says in words, its table twin, print, copy as image, and the keyboard among its marks. */
import { type ReactNode, type RefObject, useCallback, useId, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useWords } from '../../language.ts'
import { useKeys } from '../keys/keys.ts'
import { saveFile } from '../table/saveFile.ts'
import { imageOf, putOnClipboard } from './copyImage.ts'
import { Drawn } from './Drawn.tsx'
import type { MarkAt } from './nearest.ts'
import { useOfWhat } from './ofWhat.ts'
import { PictureTable, type Twin } from './PictureTable.tsx'
import { pictureKeys } from './pictureKeys.ts'
import { useLeft, useTwin } from './usePictureAddress.ts'
import styles from './Picture.module.css'

/** Of a sign and what it means: `sign` is drawn in 16 by 16. */
export interface LegendRow {
  sign: ReactNode
  text: string
}

export interface PictureProps {
  /** Of the file it is saved as, without its ending. */
  name: string
  title: string
  /** What the picture says, in sentences: shown, and read out with it. */
  says: string
  /** Of a large picture a function: worked out when it is shown. */
  table: Twin | (() => Twin)
  /** The picture's own units; one is a pixel. */
  width: number
  height: number
  /** All marks in an order that makes sense to go through, also those that aren't drawn just now. */
  marks: readonly MarkAt[]
  /** Where a mark leads; without it marks only tell. */
  hrefOf?: ((key: string) => string) | undefined
  /** What else pressing a mark does, such as to unfold it; true when it did, and nothing is opened. */
  press?: ((key: string) => boolean) | undefined
  /** What is shown beside a mark that is pointed at or has the focus; its label must say the same. */
  renderCard?: ((key: string) => ReactNode) | undefined
  reveal?: ((key: string) => void) | undefined
  keys?: ((event: KeyboardEvent, mark: string | undefined) => boolean) | undefined
  legend?: readonly LegendRow[]
  /** Choices of the picture's own, beside those of the frame. */
  tools?: ReactNode
  /** What no place in the picture can show, such as initiatives without figures. */
  beside?: ReactNode
  /** Of a picture that is scrolled in its frame: how high all of it is, and what stays above it; `height` is then that of the frame. */
  tall?:
    | {
        height: number
        scroller: RefObject<HTMLDivElement | null>
        head?: { height: number; drawn: ReactNode }
      }
    | undefined
  /** What lies over the picture in boxes of HTML: a layer that is moved there is not painted anew, a part of an SVG is. `data-clip` on what cuts it. */
  moving?: ReactNode
  /** On paper instead of the picture, where that is larger than a sheet. */
  sheets?: ReactNode
  /** Why there is only the table here, such as on a phone. */
  onlyTable?: string | undefined
  children: ReactNode
}

export function Picture({
  name,
  title,
  says,
  table,
  width,
  height,
  marks,
  hrefOf,
  press,
  renderCard,
  reveal,
  keys,
  legend = [],
  tools,
  beside,
  tall,
  moving,
  sheets,
  onlyTable,
  children,
}: PictureProps) {
  const { t } = useWords()
  useKeys(pictureKeys)
  const ids = useId()
  const figure = useRef<HTMLElement>(null)
  const stage = useRef<HTMLDivElement>(null)
  const signs = useRef<HTMLUListElement>(null)
  const [chosen, setTwin] = useTwin()
  const twin = chosen || onlyTable !== undefined
  const [told, setTold] = useState('')
  const left = useLeft()
  const ofWhat = useOfWhat()
  const [, navigate] = useLocation()
  const open = useMemo(
    () =>
      (hrefOf ?? press) &&
      ((key: string) => {
        if (press?.(key)) return
        const href = hrefOf?.(key)
        if (href) navigate(href, { state: { ...left, row: key } })
      }),
    [hrefOf, press, navigate, left],
  )
  const copy = useCallback(async () => {
    const drawn = stage.current
    if (!drawn) return
    const rows = [...(signs.current?.children ?? [])].map((row) => ({
      sign: row.querySelector('svg') ?? undefined,
      text: row.textContent,
    }))
    const image = imageOf(drawn, { title, ofWhat, says, legend: rows })
    try {
      if (await putOnClipboard(image)) return setTold(t('pictures.copied'))
      saveFile(`${name}.png`, 'image/png', new Uint8Array(await (await image).arrayBuffer()))
      setTold(t('pictures.saved', { file: `${name}.png` }))
    } catch {
      setTold(t('pictures.notCopied'))
    }
  }, [name, title, ofWhat, says, t])

  return (
    <figure
      ref={figure}
      aria-labelledby={`${ids}title`}
      className={`${styles.figure} ${twin ? styles.asTable : ''}`}
    >
      <div className={styles.head}>
        <h2 id={`${ids}title`}>{title}</h2>
        <div className={`${styles.tools} no-print`}>
          {!twin && tools}
          {onlyTable === undefined && (
            <div role='group' aria-label={t('pictures.showAs')} className={styles.switch}>
              <button type='button' aria-pressed={!twin} onClick={() => setTwin(false)}>
                {t('pictures.asPicture')}
              </button>
              <button type='button' aria-pressed={twin} onClick={() => setTwin(true)}>
                {t('pictures.asTable')}
              </button>
            </div>
          )}
          {!twin && (
            <button type='button' className={styles.button} onClick={() => void copy()}>
              {t('pictures.copy')}
            </button>
          )}
          <button type='button' className={styles.button} onClick={() => window.print()}>
            {t('pictures.print')}
          </button>
        </div>
      </div>
      <p id={`${ids}says`} className={styles.says}>
        {says}
      </p>
      {onlyTable !== undefined && <p className={`${styles.says} no-print`}>{onlyTable}</p>}
      <p role='status' className={`${styles.told} no-print`}>
        {told}
      </p>
      {twin ? (
        <PictureTable title={title} table={typeof table === 'function' ? table() : table} state={left} />
      ) : (
        <Drawn
          figure={figure}
          stage={stage}
          marks={marks}
          open={open}
          reveal={reveal}
          keys={keys}
          renderCard={renderCard}
          width={width}
          height={height}
          tall={tall}
          moving={moving}
          labels={{ title: `${ids}title`, says: `${ids}says` }}
        >
          {children}
        </Drawn>
      )}
      {!twin && sheets}
      {!twin && legend.length > 0 && (
        <ul ref={signs} className={styles.legend} aria-label={t('pictures.legend')}>
          {legend.map(({ sign, text }) => (
            <li key={text}>
              <svg viewBox='0 0 16 16' width='16' height='16' aria-hidden='true'>
                {sign}
              </svg>
              {text}
            </li>
          ))}
        </ul>
      )}
      {beside}
    </figure>
  )
}
