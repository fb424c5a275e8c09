/** The road map: the initiatives that fit the filters over three years. */
import { useRef } from 'react'
import type { Initiative } from '#src/lists/initiatives.ts'
import { useWidth } from '../ui/picture/useWidth.ts'
import { alive, PicturePage } from './PicturePage.tsx'
import { Roadmap } from './roadmap/Roadmap.tsx'

export function RoadmapPage() {
  return (
    <PicturePage title='pictures.roadmap' keep={alive}>
      {(shown) => <Shown shown={shown} />}
    </PicturePage>
  )
}

/** What the frame takes of the width, and the bar one scrolls by. */
const AROUND = 50

function Shown({ shown }: { shown: readonly Initiative[] }) {
  const room = useRef<HTMLDivElement>(null)
  const width = useWidth(room)
  return (
    <div ref={room}>
      <Roadmap shown={shown} width={width - AROUND} />
    </div>
  )
}
