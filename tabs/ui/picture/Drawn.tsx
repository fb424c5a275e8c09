/** A picture as drawn: its SVG in a scroller, its marks within reach of keys and pointer, the card beside one of them. */
import { type RefObject, useId, useRef } from 'react'
import { useWords } from '../../language.ts'
import { HoverCard } from './HoverCard.tsx'
import type { PictureProps } from './Picture.tsx'
import { useMarks } from './useMarks.ts'
import styles from './Picture.module.css'

export function Drawn({
  figure,
  svg,
  marks,
  open,
  reveal,
  keys,
  renderCard,
  width,
  height,
  tall,
  labels,
  children,
}: Pick<
  PictureProps,
  'marks' | 'reveal' | 'keys' | 'renderCard' | 'width' | 'height' | 'tall' | 'children'
> & {
  figure: RefObject<HTMLElement | null>
  svg: RefObject<SVGSVGElement | null>
  open: ((key: string) => void) | undefined
  labels: { title: string; says: string }
}) {
  const { t } = useWords()
  const { held, hold } = useMarks(svg, { marks, open, reveal, keys })
  const ids = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const card = held && renderCard?.(held.key)
  return (
    <div
      ref={tall?.scroller ?? scroller}
      data-scroller=''
      className={`${styles.scroller} ${tall ? styles.tall : ''}`}
      style={tall && { height }}
    >
      <p id={ids} className='visually-hidden'>
        {t(open ? 'pictures.keysOpen' : 'pictures.keys')}
      </p>
      <svg
        ref={svg}
        role='group'
        aria-labelledby={labels.title}
        aria-describedby={`${labels.says} ${ids}`}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        className={styles.picture}
      >
        {children}
      </svg>
      {tall && <div style={{ height: Math.max(0, tall.height - height) }} />}
      {held && card && (
        <HoverCard held={held} hold={hold} within={figure}>
          {card}
        </HoverCard>
      )}
    </div>
  )
}
