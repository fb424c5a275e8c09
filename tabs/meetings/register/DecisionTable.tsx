/** The decisions as a table, or as cards on a phone: only the rows in sight are drawn, and the keyboard reaches them all. */
import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useRef, useState } from 'react'
import type { RegisterEntry } from '#src/rules/deciding/register.ts'
import { useWords } from '../../language.ts'
import { useKeys } from '../../ui/keys/keys.ts'
import { registerKeys } from '../../ui/keys/rows.ts'
import { useMatches } from '../../ui/table/useMatches.ts'
import { useWindowed } from '../../ui/table/useWindowed.ts'
import { DecisionRow } from './DecisionRow.tsx'
import styles from './Decisions.module.css'

const ROW_PX = 56
const CARD_PX = 108
const HEAD_PX = 36
const NARROW = '(max-width: 640px)'

export const columns = ['number', 'day', 'what', 'where', 'outcome', 'carried'] as const

export function DecisionTable({
  entries,
  openKey,
  open,
}: {
  entries: readonly RegisterEntry[]
  openKey: string | undefined
  open: (key: string) => void
}) {
  const { t } = useWords()
  useKeys(registerKeys)
  const scroller = useRef<HTMLDivElement>(null)
  const card = useMatches(NARROW)
  const heightPx = card ? CARD_PX : ROW_PX
  const headPx = card ? 0 : HEAD_PX
  const windowed = useWindowed(scroller, { count: entries.length, heightPx, headPx })
  const [first] = useState(() => entries.findIndex(({ decision }) => decision.key === openKey))
  const [chosen, setChosen] = useState(Math.max(0, first))
  const [moved, setMoved] = useState(false)
  const at = Math.min(chosen, Math.max(0, entries.length - 1))
  const begun = useRef(false)
  useLayoutEffect(() => {
    if (!begun.current && first > 0) windowed.show(first, 'center')
    begun.current = true
  }, [first, windowed])
  useLayoutEffect(() => {
    if (moved)
      scroller.current?.querySelector<HTMLElement>(`[data-line="${at}"]`)?.focus({ preventScroll: true })
  }, [at, moved])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const entry = entries[at]
    if (event.key === 'Enter' && entry) open(entry.decision.key)
    else {
      const to = lineAfter(event.key, at, { page: windowed.page(), last: entries.length - 1 })
      if (to === undefined) return
      windowed.show(to)
      setChosen(to)
      setMoved(true)
    }
    event.preventDefault()
  }
  const onClick = ({ target }: MouseEvent) => {
    const line = (target as HTMLElement).closest<HTMLElement>('[data-line]')?.dataset.line
    const entry = line === undefined ? undefined : entries[Number(line)]
    if (!entry) return
    setChosen(Number(line))
    open(entry.decision.key)
  }
  const { from, to } = windowed
  const inSight = Array.from({ length: to - from }, (_, i) => from + i)
  // The row that Tab reaches is always there, also when it has been scrolled out of sight.
  const drawn =
    entries.length === 0 || (at >= from && at < to)
      ? inSight
      : at < from
        ? [at, ...inSight]
        : [...inSight, at]
  return (
    <div
      role='grid'
      aria-label={t('decisions.title')}
      aria-rowcount={entries.length + 1}
      aria-describedby='decisions-keys'
      className={styles.table}
      style={{ ['--line' as string]: `${heightPx}px` }}
    >
      <span id='decisions-keys' className='visually-hidden'>
        {t('decisions.keys')}
      </span>
      <div
        ref={scroller}
        role='presentation'
        className={styles.scroller}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onBlur={() => setMoved(false)}
      >
        <div role='rowgroup' className={card ? 'visually-hidden' : styles.head}>
          <div role='row' aria-rowindex={1} className={styles.row}>
            {columns.map((name) => (
              <div key={name} role='columnheader' className={styles[name]}>
                {t(`decisionColumn.${name}`)}
              </div>
            ))}
          </div>
        </div>
        {entries.length === 0 ? (
          <div role='rowgroup'>
            <div role='row'>
              <div role='gridcell' className={styles.empty}>
                {t('decisions.noHits')}
              </div>
            </div>
          </div>
        ) : (
          <div role='rowgroup' className={styles.lines} style={{ height: entries.length * heightPx }}>
            {drawn.map((line) => {
              const entry = entries[line]
              return (
                entry && (
                  <DecisionRow
                    key={entry.decision.key}
                    entry={entry}
                    line={line}
                    topPx={line * heightPx}
                    card={card}
                    reached={line === at}
                    isOpen={entry.decision.key === openKey}
                  />
                )
              )
            })}
          </div>
        )}
      </div>
    </div>
  )
}

/** Where a key leads from a row; `undefined` when it moves nothing. */
function lineAfter(key: string, at: number, { page, last }: { page: number; last: number }) {
  const steps: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: last,
  }
  const to = Object.hasOwn(steps, key) ? steps[key] : undefined
  return to === undefined ? undefined : Math.min(Math.max(to, 0), Math.max(last, 0))
}
