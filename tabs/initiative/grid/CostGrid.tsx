/** The costs of an initiative: kinds down, years across, with the project's sum and what it costs to run afterwards. */
import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { costItems, costKinds } from '#src/lists/businessCase.ts'
import type { AmountUnit } from '#src/rules/money/amounts.ts'
import {
  byKind,
  type CostHead,
  costRowId,
  costRows,
  costSum,
  headOf,
  isRunning,
  yearsOf,
} from '#src/rules/money/businessCase.ts'
import { yearOf } from '#src/rules/calendar.ts'
import { financingOf } from '#src/rules/money/costFinancing.ts'
import { formatKr } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import type { Whole } from '../../ui/useWhole.ts'
import { Amounts } from './Amounts.tsx'
import { CostHeadForm } from './CostHeadForm.tsx'
import type { Edit } from './NumberGrid.tsx'
import { RefusedCells } from './RefusedCells.tsx'
import { useCells } from './useCells.ts'
import styles from './Grid.module.css'

const YEARS_AT_FIRST = 3

export function CostGrid({ whole, unit, mayEdit }: { whole: Whole; unit: AmountUnit; mayEdit: boolean }) {
  const words = useWords()
  const { t, word, label, locale } = words
  const { today } = useSession()
  const { initiative } = whole
  const [extra, setExtra] = useState<number[]>([])
  const [begun, setBegun] = useState<CostHead[]>([])
  const [open, setOpen] = useState<string>()

  const kept = costRows(whole.costItems)
  const known = new Set(kept.map(({ id }) => id))
  const rows = [
    ...kept,
    // A row that has no amount yet is only here, until one is written.
    ...[...new Map(begun.map((head) => [costRowId(head), head])).values()]
      .map((head) => ({ ...head, id: costRowId(head), items: new Map<number, never>() }))
      .filter(({ id }) => !known.has(id)),
  ].toSorted(byKind)
  const rowOf = (id: string) => rows.find((row) => row.id === id)
  const found = yearsOf([...whole.costItems, ...extra.map((year) => ({ year }))])
  const first = Number(initiative.start?.slice(0, 4)) || yearOf(today)
  const years = found.length > 0 ? found : Array.from({ length: YEARS_AT_FIRST }, (_, i) => first + i)
  const [from, to] = [years[0] ?? first, years.at(-1) ?? first]

  const cells = useCells({
    list: 'costItems',
    initiative: initiative.key,
    target: (id, year) => {
      const row = rowOf(id)
      const item =
        row?.items.get(Number(year)) ??
        // One that was emptied is taken up again.
        whole.costItems.find((c) => c.archived && c.year === Number(year) && costRowId(c) === id)
      return {
        item,
        values: (kr) =>
          kr === null ? { archived: true } : { amountKr: kr, ...(item?.archived && { archived: false }) },
        make: row && { ...headOf(row), year: Number(year) },
      }
    },
    cellOf: ({ row: key, values }) => {
      for (const row of rows)
        for (const [year, item] of row.items)
          if (item.key === key) return { row: row.id, column: String(year) }
      const head = values as unknown as CostHead & { year?: number }
      return head.kind && head.year ? { row: costRowId(head), column: String(head.year) } : undefined
    },
  })
  const kr = (id: string, year: string) => {
    const meant = cells.meant(id, year)
    return meant ? (meant.kr ?? undefined) : rowOf(id)?.items.get(Number(year))?.amountKr
  }
  const change = (edits: Edit[]) => {
    // A row stays when its last amount is taken away: it may be written anew.
    const emptied = edits.flatMap((edit) => (edit.kr === null ? (rowOf(edit.row) ?? []) : []))
    if (emptied.length > 0) setBegun((before) => [...before, ...emptied.map(headOf)])
    cells.change(edits)
  }
  const sum = (running: boolean) => (year?: string) =>
    rows
      .filter((row) => isRunning(row) === running)
      .flatMap(({ id }) => (year ? [year] : years.map(String)).map((one) => kr(id, one) ?? 0))
      .reduce((total, one) => total + one, 0)
  const frameSum = (year?: string) =>
    rows
      .filter((row) => financingOf(row) === 'development')
      .flatMap(({ id }) => (year ? [year] : years.map(String)).map((one) => kr(id, one) ?? 0))
      .reduce((total, one) => total + one, 0)
  const nameOf = (head: CostHead) =>
    [
      ...new Set([
        word('costKinds', head.kind),
        head.title,
        head.financing && word('financings', head.financing),
        head.payer?.title,
      ]),
    ]
      .filter(Boolean)
      .join(', ')
  const { runningKr, runningFrom } = costSum(whole.costItems)
  const missing = (Object.keys(costKinds) as CostHead['kind'][]).filter(
    (kind) => !rows.some((row) => row.kind === kind),
  )
  const opened = open === undefined ? undefined : rowOf(open)
  return (
    <div>
      <h3>{t('initiative.costsPerYear')}</h3>
      {rows.length === 0 ? (
        <p className={styles.quiet}>{t('initiative.noCosts')}</p>
      ) : (
        <Amounts
          label={t('initiative.costsPerYear')}
          unit={unit}
          mayEdit={mayEdit}
          across
          columns={years.map((year) => ({ id: String(year), label: String(year) }))}
          rows={rows.map((row) => ({
            id: row.id,
            name: nameOf(row),
            head: (
              <div className={styles.head}>
                <span>
                  {word('costKinds', row.kind)}
                  {row.title !== word('costKinds', row.kind) && <small>{row.title}</small>}
                  <small>{word('financings', financingOf(row))}</small>
                  {row.payer && (
                    <small>
                      {label(costItems, 'payer')}: {row.payer.title}
                    </small>
                  )}
                </span>
                {mayEdit && (
                  <Button
                    size='small'
                    appearance='subtle'
                    aria-label={`${t('initiative.edit')} ${nameOf(row)}`}
                    onClick={() => setOpen(row.id)}
                  >
                    {t('initiative.edit')}
                  </Button>
                )}
              </div>
            ),
          }))}
          kr={kr}
          mark={(row, year) => markOf(cells.meant(row, year))}
          change={change}
          sums={[
            { label: t('initiative.projectTotal'), kr: sum(false) },
            { label: t('initiative.frameTotal'), kr: frameSum },
            ...(rows.some(isRunning) ? [{ label: t('initiative.runningTotal'), kr: sum(true) }] : []),
          ]}
        />
      )}
      {runningKr !== undefined && (
        <p className={styles.quiet}>
          {t('initiative.runningAfter', { amount: formatKr(runningKr, locale), year: runningFrom ?? '' })}
        </p>
      )}
      <RefusedCells
        cells={cells.refused}
        nameOf={(cell) => {
          const row = rowOf(cell.row)
          return `${row ? nameOf(row) : ''} ${cell.column}:`
        }}
        settle={cells.settle}
        drop={cells.drop}
      />
      {mayEdit && open === undefined && (
        <div className={styles.tools}>
          <Button size='small' onClick={() => setOpen('new')}>
            {t('initiative.addCost')}
          </Button>
          {missing.length > 0 && (
            <Button
              size='small'
              onClick={() =>
                setBegun((before) => [
                  ...before,
                  ...missing.map((kind) => ({ kind, title: word('costKinds', kind) })),
                ])
              }
            >
              {t('initiative.allKinds')}
            </Button>
          )}
          {rows.length > 0 &&
            [from - 1, to + 1].map((year) => (
              <Button
                key={year}
                size='small'
                aria-label={t('initiative.addYear', { year })}
                onClick={() => setExtra((before) => [...before, ...years, year])}
              >
                + {year}
              </Button>
            ))}
        </div>
      )}
      {(open === 'new' || opened) && (
        <CostHeadForm
          key={open}
          row={opened}
          initiative={initiative.key}
          begin={(head) => setBegun((before) => [...before, head])}
          forget={(id) => setBegun((before) => before.filter((head) => costRowId(head) !== id))}
          close={() => setOpen(undefined)}
        />
      )}
    </div>
  )
}

/** How a cell that isn't saved yet is marked. */
export const markOf = (meant: { refusals: readonly unknown[] } | undefined) =>
  meant && (meant.refusals.length > 0 ? 'refused' : 'saving')
