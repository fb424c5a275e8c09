/** Bubbles: the initiatives that fit the filters, by two of their figures at a time. */
import { useRef } from 'react'
import type { Initiative } from '#src/lists/initiatives.ts'
import { useWords } from '../language.ts'
import { useWidth } from '../ui/picture/useWidth.ts'
import { Bubbles } from './bubbles/Bubbles.tsx'
import { useBubbleChoice } from './bubbles/choice.ts'
import { Choices } from './bubbles/Choices.tsx'
import { useFigures } from './bubbles/useFigures.ts'
import { alive, PicturePage } from './PicturePage.tsx'
import { Unread } from '../ui/Unread.tsx'

export function BubblesPage() {
  return (
    <PicturePage title='pictures.bubbles' keep={alive}>
      {(shown) => <Shown shown={shown} />}
    </PicturePage>
  )
}

/** What the frame takes of the width, on either side. */
const AROUND = 40

function Shown({ shown }: { shown: readonly Initiative[] }) {
  const { t } = useWords()
  const [choice, change] = useBubbleChoice()
  // The card beside a bubble tells all of its figures.
  const { figures, error, reload } = useFigures(shown)
  const room = useRef<HTMLDivElement>(null)
  const width = useWidth(room)
  return (
    <div ref={room}>
      <Choices choice={choice} change={change} />
      {error !== undefined && <Unread reload={reload} about={t('pictures.unread')} />}
      {figures ? (
        <Bubbles shown={shown} figures={figures} choice={choice} width={width - AROUND} />
      ) : (
        error === undefined && <p role='status'>{t('pictures.reading')}</p>
      )}
    </div>
  )
}
