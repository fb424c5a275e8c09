/** The order by points and how sure it is, brought and worked out when somebody opens it. */
import { lazy, Suspense, use, useState } from 'react'
import { useWords } from '../language.ts'
import type { PointsOf } from './ByPoints.tsx'

const ByPoints = lazy(async () => ({ default: (await import('./ByPoints.tsx')).ByPoints }))

export function PointsFold(given: {
  of: readonly PointsOf[]
  criteria: readonly { key: string; title: string; weight: number }[]
}) {
  const words = useWords()
  use(words.learn('scoring'))
  const { t } = words
  const [isOpen, setOpen] = useState(false)
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('scoring.byPoints')}</summary>
      {isOpen && (
        <Suspense fallback={<p role='status'>{t('scoring.drawing')}</p>}>
          <ByPoints {...given} />
        </Suspense>
      )}
    </details>
  )
}
