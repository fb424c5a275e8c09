/** The benefits of an initiative: each with who is answerable, and what it gives in a year, low, likely and high. */
import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { benefits } from '#src/lists/businessCase.ts'
import type { AmountUnit } from '#src/rules/money/amounts.ts'
import { benefitSum } from '#src/rules/money/businessCase.ts'
import { newKey } from '../../act.ts'
import { useWords } from '../../language.ts'
import type { Whole } from '../../ui/useWhole.ts'
import { BenefitForm } from '../BenefitForm.tsx'
import { Amounts } from './Amounts.tsx'
import { markOf } from './CostGrid.tsx'
import { RefusedCells } from './RefusedCells.tsx'
import { useCells } from './useCells.ts'
import styles from './Grid.module.css'

const columns = ['lowKr', 'likelyKr', 'highKr'] as const
type ColumnName = (typeof columns)[number]

export function BenefitGrid({ whole, unit, mayEdit }: { whole: Whole; unit: AmountUnit; mayEdit: boolean }) {
  const { t, word, label } = useWords()
  const [open, setOpen] = useState<string>()
  const [fresh, setFresh] = useState(newKey)
  const rows = whole.benefits
    .filter(({ archived }) => !archived)
    .toSorted((a, b) => a.title.localeCompare(b.title, 'sv'))
  const rowOf = (key: string) => rows.find((row) => row.key === key)
  const cells = useCells({
    list: 'benefits',
    initiative: whole.initiative.key,
    target: (key, column) => ({
      item: rowOf(key),
      values: (kr) => ({ [column]: kr }),
      make: undefined,
    }),
    cellOf: ({ row, values }) => {
      const column = columns.find((name) => name in values)
      return column && { row, column }
    },
  })
  const kr = (key: string, column: string) => {
    const meant = cells.meant(key, column)
    return meant ? (meant.kr ?? undefined) : rowOf(key)?.[column as ColumnName]
  }
  // As meant: what is being saved counts at once.
  const sums = benefitSum(
    rows.map((row) => {
      const [lowKr, likelyKr, highKr] = columns.map((column) => kr(row.key, column))
      return { ...row, lowKr, likelyKr, highKr }
    }),
  )
  const close = () => {
    setOpen(undefined)
    setFresh(newKey())
  }
  const opened = rowOf(open ?? '')
  return (
    <div>
      <h3>{t('initiative.benefitsPerYear')}</h3>
      {rows.length === 0 ? (
        <p className={styles.quiet}>{t('initiative.noBenefits')}</p>
      ) : (
        <Amounts
          label={t('initiative.benefitsPerYear')}
          unit={unit}
          mayEdit={mayEdit}
          across={false}
          columns={columns.map((id) => ({ id, label: label(benefits, id).replace(/\s*\(.*\)$/, '') }))}
          rows={rows.map((row) => ({
            id: row.key,
            name: row.title,
            head: (
              <div className={styles.head}>
                <span>
                  {row.title}
                  <small>
                    {[word('benefitKinds', row.kind), row.owner?.name ?? t('initiative.noOwner'), row.year]
                      .filter(Boolean)
                      .join(' · ')}
                  </small>
                </span>
                {mayEdit && (
                  <Button
                    size='small'
                    appearance='subtle'
                    aria-label={`${t('initiative.edit')} ${row.title}`}
                    onClick={() => setOpen(row.key)}
                  >
                    {t('initiative.edit')}
                  </Button>
                )}
              </div>
            ),
          }))}
          kr={kr}
          mark={(key, column) => markOf(cells.meant(key, column))}
          change={cells.change}
          sums={[
            { label: t('initiative.total'), kr: (column) => sums[(column ?? 'likelyKr') as ColumnName] },
          ]}
        />
      )}
      <RefusedCells
        cells={cells.refused}
        nameOf={(cell) => `${rowOf(cell.row)?.title ?? ''}, ${label(benefits, cell.column)}:`}
        settle={cells.settle}
        drop={cells.drop}
      />
      {mayEdit && open === undefined && (
        <div className={styles.tools}>
          <Button size='small' onClick={() => setOpen('new')}>
            {t('initiative.addBenefit')}
          </Button>
        </div>
      )}
      {(open === 'new' || opened) && (
        <BenefitForm
          key={opened?.key ?? fresh}
          row={opened}
          rowKey={opened?.key ?? fresh}
          initiative={whole.initiative}
          close={close}
        />
      )}
    </div>
  )
}
