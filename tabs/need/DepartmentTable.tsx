/** The needs of each department: how many in each stage, and how long those that wait have waited. */
import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import type { Initiative, Stage } from '#src/lists/initiatives.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { type DepartmentRow, departmentsOf, sumOf } from '#src/rules/needs/coverage.ts'
import { processes, processOf } from '#src/rules/processes.ts'
import type { UnitTree } from '#src/rules/organisation/tree.ts'
import { compareTexts, formatNumber } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'
import { useWords } from '../language.ts'
import { EVERY_STATE, NONE, portfolioAddress } from './portfolioAddress.ts'
import styles from './Need.module.css'

type SortColumn = 'department' | 'needs' | Stage | 'ended' | 'median' | 'oldest'

export function DepartmentTable({
  rows,
  tree,
  portfolio,
}: {
  rows: readonly Initiative[]
  tree: UnitTree
  portfolio: string
}) {
  const { t, word, locale } = useWords()
  const { session, today } = useSession()
  const portfolioRows = useItems(session.data, portfolios)
  const [sorting, setSorting] = useState<{ by: SortColumn; down: boolean }>({ by: 'needs', down: true })
  const { departments, sum, stages } = useMemo(() => {
    const its = (row: Pick<Initiative, 'portfolio' | 'stage'>) => processOf(row, portfolioRows)
    const all = sumOf(undefined, rows, today, its)
    return {
      departments: departmentsOf(rows, { tree, today, processOf: its }),
      sum: all,
      stages: stageOrder.filter((stage) => all.stages.has(stage)),
    }
  }, [rows, tree, today, portfolioRows])

  const nameOf = ({ department }: DepartmentRow) => department?.title ?? t('coverage.noDepartment')
  const columns: SortColumn[] = ['department', 'needs', ...stages, 'ended', 'median', 'oldest']
  const headOf = (column: SortColumn) => (isStage(column) ? word('stages', column) : t(`coverage.${column}`))
  const compare = compareTexts(locale)
  const sorted = departments.toSorted((a, b) => {
    if (sorting.by === 'department') return (sorting.down ? -1 : 1) * compare(nameOf(a), nameOf(b))
    const [first, second] = [figureOf(a, sorting.by), figureOf(b, sorting.by)]
    // Departments without the figure stand last, whichever way.
    if (first === undefined || second === undefined)
      return Number(first === undefined) - Number(second === undefined)
    return (sorting.down ? -1 : 1) * (first - second) || compare(nameOf(a), nameOf(b))
  })
  const figure = (row: DepartmentRow, column: SortColumn) => {
    const value = figureOf(row, column)
    return value === undefined ? '–' : formatNumber(value, locale)
  }
  const addressOf = (row: DepartmentRow, column: SortColumn) => {
    const its = { department: row.department?.title ?? NONE, portfolio }
    if (column === 'needs') return portfolioAddress({ ...its, state: EVERY_STATE })
    return isStage(column)
      ? portfolioAddress({ ...its, stage: column, state: 'active', external: 'no' })
      : undefined
  }
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={styles.scroller} role='region' aria-label={t('coverage.wide')} tabIndex={0}>
        <table className={styles.table}>
          <caption className='visually-hidden'>{t('coverage.departments')}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th
                  key={column}
                  scope='col'
                  className={column === 'department' ? '' : styles.number}
                  aria-sort={sorting.by === column ? (sorting.down ? 'descending' : 'ascending') : 'none'}
                >
                  <button
                    type='button'
                    className={styles.sort}
                    onClick={() =>
                      setSorting({
                        by: column,
                        down: sorting.by === column ? !sorting.down : column !== 'department',
                      })
                    }
                  >
                    {headOf(column)}
                    <span aria-hidden='true'>
                      {sorting.by === column ? (sorting.down ? ' ↓' : ' ↑') : ''}
                    </span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.map((row) => (
              <tr key={row.department?.key ?? NONE}>
                <th scope='row'>{nameOf(row)}</th>
                {columns.slice(1).map((column) => {
                  const address = figureOf(row, column) ? addressOf(row, column) : undefined
                  return (
                    <td key={column} className={styles.number}>
                      {address ? (
                        <Link href={address}>
                          {figure(row, column)}
                          <span className='visually-hidden'>{` ${nameOf(row)}, ${headOf(column)}`}</span>
                        </Link>
                      ) : (
                        figure(row, column)
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope='row'>{t('coverage.total')}</th>
              {columns.slice(1).map((column) => (
                <td key={column} className={styles.number}>
                  {figure(sum, column)}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      <p className={styles.quiet}>{t('coverage.ages')}</p>
    </>
  )
}

const stageOrder: Stage[] = [
  ...new Set(Object.values(processes).flatMap((rows) => rows.map(({ stage }): Stage => stage))),
]

const isStage = (column: SortColumn): column is Stage => (stageOrder as string[]).includes(column)

function figureOf(row: DepartmentRow, column: SortColumn): number | undefined {
  if (isStage(column)) return row.stages.get(column) ?? 0
  switch (column) {
    case 'needs':
      return row.total
    case 'ended':
      return row.ended
    case 'median':
      return row.medianDays
    case 'oldest':
      return row.oldestDays
    default:
      return undefined
  }
}
