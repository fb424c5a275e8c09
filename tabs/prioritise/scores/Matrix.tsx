/** Initiatives down, criteria across: worked in with the keyboard, and only the lines in sight are drawn. */
import { type ClipboardEvent, type KeyboardEvent, type RefObject, useEffect, useId } from 'react'
import type { Criterion } from '#src/lists/prioritising.ts'
import { type Cell, isWide } from '#src/rules/prioritising/assessing.ts'
import { formatKrRange, formatNumber } from '#src/text/format.ts'
import { useWords } from '../../language.ts'
import type { Windowed } from '../../ui/table/useWindowed.ts'
import type { MatrixRow } from './matrixRows.ts'
import type { Scores } from './useScores.ts'
import type { Place } from './useMatrix.ts'
import styles from './Scores.module.css'

export const ROW_PX = 52
export const HEAD_PX = 56

interface MatrixProps {
  rows: readonly MatrixRow[]
  criteria: readonly Criterion[]
  /** The criterion that is shown alone where there is no room for all; the first has number 0. */
  only?: number | undefined
  view: 'own' | 'all'
  scores: Scores
  label: string
  scroller: RefObject<HTMLDivElement | null>
  windowed: Windowed
  active: Place
  onKey: (event: KeyboardEvent) => void
  onPaste: (event: ClipboardEvent) => void
  go: (place: Place) => void
  open: () => void
}

export function Matrix({
  rows,
  criteria,
  only,
  view,
  scores,
  label,
  scroller,
  windowed,
  active,
  onKey,
  onPaste,
  go,
  open,
}: MatrixProps) {
  const { t, locale } = useWords()
  const id = useId()
  const shown = criteria.map((_, c) => c).filter((c) => only === undefined || c === only)
  const sum = criteria.reduce((total, { weight }) => total + weight, 0)
  const cellId = ({ r, c }: Place) => `${id}-${r}-${c}`
  const isDrawn = active.r >= windowed.from && active.r < windowed.to
  const activeId = cellId(active)
  useEffect(() => {
    const cell = document.getElementById(activeId)
    // Only for whoever works in it: a page that opens stays where it is.
    if (cell?.closest('[role=grid]') === document.activeElement)
      cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [activeId])
  return (
    <div
      ref={scroller}
      role='grid'
      className={styles.grid}
      tabIndex={0}
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={criteria.length + 2}
      aria-activedescendant={isDrawn && rows.length > 0 ? activeId : undefined}
      onKeyDown={onKey}
      onPaste={onPaste}
      style={{ '--cells': shown.length } as React.CSSProperties}
    >
      <div role='row' aria-rowindex={1} className={`${styles.row} ${styles.head}`}>
        <span role='columnheader' aria-colindex={1}>
          {t('scoring.initiative')}
        </span>
        {shown.map((c) => (
          <span role='columnheader' aria-colindex={c + 2} key={criteria[c]?.key} title={criteria[c]?.title}>
            <b>{criteria[c]?.title}</b>
            <small>
              {t('scoring.weightShare', {
                share: formatNumber(
                  sum > 0 ? Math.round(((criteria[c]?.weight ?? 0) * 1000) / sum) / 10 : 0,
                  locale,
                ),
              })}
            </small>
          </span>
        ))}
        <span role='columnheader' aria-colindex={criteria.length + 2}>
          {t('scoring.total')}
        </span>
      </div>
      <div role='presentation' className={styles.body} style={{ height: rows.length * ROW_PX }}>
        {rows.slice(windowed.from, windowed.to).map(({ candidate, scored }, i) => {
          const r = windowed.from + i
          const { initiative, isExternal } = candidate
          return (
            <div
              role='row'
              key={initiative.key}
              aria-rowindex={r + 2}
              className={styles.row}
              style={{ top: r * ROW_PX }}
              data-active={r === active.r || undefined}
            >
              <span role='rowheader' aria-colindex={1} className={styles.name}>
                <b title={`${initiative.number} ${initiative.title}`}>
                  {initiative.number} {initiative.title}
                </b>
                <small>
                  <About candidate={candidate} />
                </small>
              </span>
              {shown.map((c) => {
                const criterion = criteria[c]
                if (!criterion) return null
                const cell = scores.cellAt?.(initiative.key, criterion.key)
                const meant = scores.meantAt(initiative.key, criterion.key)
                return (
                  <span
                    role='gridcell'
                    key={criterion.key}
                    id={cellId({ r, c })}
                    aria-colindex={c + 2}
                    aria-selected={r === active.r && c === active.c}
                    data-mark={typeof meant === 'object' ? 'refused' : meant}
                    data-missing={!isExternal && cell?.by === 0 ? '' : undefined}
                    className={styles.cell}
                    tabIndex={-1}
                    onPointerDown={() => go({ r, c })}
                    onMouseDown={(event) => {
                      // The matrix keeps the focus: a cell that is scrolled away would take it along.
                      event.preventDefault()
                      scroller.current?.focus({ preventScroll: true })
                    }}
                    onDoubleClick={open}
                  >
                    {isExternal || !cell ? (
                      <span className={styles.quiet}>–</span>
                    ) : (
                      <CellText cell={cell} view={view} meant={meant} anchors={criterion.anchors} />
                    )}
                  </span>
                )
              })}
              <span role='gridcell' aria-colindex={criteria.length + 2} className={styles.total}>
                {!isExternal && scored.missing.length < criteria.length && (
                  <>
                    <b>{formatNumber(Math.round(scored.total), locale)}</b>
                    {scored.missing.length > 0 && (
                      <small>{t('scoring.lacks', { count: scored.missing.length })}</small>
                    )}
                  </>
                )}
              </span>
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** Why it is in before ranking, whose order it is, and how well its cost is known. */
function About({
  candidate: { initiative, basis, isShared, isUnknownCost, isExternal },
}: Pick<MatrixRow, 'candidate'>) {
  const { t, locale } = useWords()
  const { costLowKr, costHighKr } = initiative
  const says = [
    isExternal && t('scoring.external'),
    basis !== 'ranked' && !isExternal && t(`scoring.basis.${basis}`),
    isShared && t('scoring.shared'),
    isUnknownCost
      ? t('scoring.costUnknown')
      : costLowKr !== costHighKr
        ? t('scoring.costCoarse', { range: formatKrRange(costLowKr, costHighKr, locale) ?? '' })
        : t('scoring.cost', { kr: formatKrRange(costLowKr, costHighKr, locale) ?? '' }),
  ]
  return says.filter((one) => typeof one === 'string').join(' · ')
}

function CellText({
  cell,
  view,
  meant,
  anchors,
}: {
  cell: Cell
  view: 'own' | 'all'
  meant: ReturnType<Scores['meantAt']>
  anchors: readonly string[] | undefined
}) {
  const { t, locale } = useWords()
  const said =
    meant === undefined ? '' : t(typeof meant === 'object' ? 'scoring.isRefused' : `scoring.is.${meant}`)
  if (view === 'all') {
    if (cell.mean === undefined) return <span className={styles.none}>{t('scoring.none')}</span>
    const { lowest = 0, highest = 0, by } = cell
    return (
      <>
        <b>{formatNumber(Math.round(cell.mean * 10) / 10, locale)}</b>
        <small>
          {by > 1 && lowest !== highest
            ? t(isWide(cell) ? 'scoring.wide' : 'scoring.spread', { lowest, highest, by })
            : t('scoring.by', { by })}
        </small>
        <span className='visually-hidden'>{said}</span>
      </>
    )
  }
  const { own } = cell
  if (!own)
    return <span className={styles.none}>{t(cell.by === 0 ? 'scoring.none' : 'scoring.noneOwn')}</span>
  return (
    <>
      <b>{own.value}</b>
      <small>{own.reason ? '' : t('scoring.noReason')}</small>
      <span className='visually-hidden'>{[anchors?.[own.value - 1], said].filter(Boolean).join('. ')}</span>
    </>
  )
}
