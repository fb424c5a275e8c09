/** A picture as drawn: its SVG and what moves over it, its marks within reach of keys and pointer, the card beside one of them. */
import { type RefObject, useId, useRef } from 'react'
import { useWords } from '../../language.ts'
import { HoverCard } from './HoverCard.tsx'
import type { PictureProps } from './Picture.tsx'
import { useMarks } from './useMarks.ts'
import styles from './Picture.module.css'

export function Drawn({
  figure,
  stage,
  marks,
  open,
  reveal,
  keys,
  renderCard,
  width,
  height,
  tall,
  labels,
  moving,
  children,
}: Pick<
  PictureProps,
  'marks' | 'reveal' | 'keys' | 'renderCard' | 'width' | 'height' | 'tall' | 'moving' | 'children'
> & {
  figure: RefObject<HTMLElement | null>
  /** What all of it is drawn on. */
  stage: RefObject<HTMLDivElement | null>
  open: ((key: string) => void) | undefined
  labels: { title: string; says: string }
}) {
  const { t } = useWords()
  const { held, hold } = useMarks(stage, { marks, open, reveal, keys })
  const ids = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const own = tall ? tall.height - (tall.head?.height ?? 0) : height
  const card = held && renderCard?.(held.key)
  return (
    <div
      ref={tall?.scroller ?? scroller}
      data-scroller=''
      data-clip={tall && ''}
      className={`${styles.scroller} ${tall ? styles.tall : ''}`}
      style={tall && { height }}
    >
      <p id={ids} className='visually-hidden'>
        {t(open ? 'pictures.keysOpen' : 'pictures.keys')}
      </p>
      <div
        ref={stage}
        role='group'
        aria-labelledby={labels.title}
        aria-describedby={`${labels.says} ${ids}`}
        className={styles.stage}
      >
        {tall?.head && (
          <svg width={width} height={tall.head.height} className={styles.above}>
            {tall.head.drawn}
          </svg>
        )}
        <svg
          viewBox={`0 0 ${width} ${own}`}
          width={width}
          height={own}
          className={tall ? undefined : styles.picture}
        >
          {children}
        </svg>
        {moving}
      </div>
      {held && card && (
        <HoverCard held={held} hold={hold} within={figure}>
          {card}
        </HoverCard>
      )}
    </div>
  )
}
