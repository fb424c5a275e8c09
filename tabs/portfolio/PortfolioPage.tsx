/** Portfölj: one table of everything, searched, filtered and grouped as you type. */
import { lazy, Suspense, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { Link } from 'wouter'
import { initiatives } from '#src/lists/initiatives.ts'
import { units } from '#src/lists/organisation.ts'
import { may } from '#src/rules/permissions.ts'
import { compareTexts } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useItems, useStatus } from '../data.ts'
import { useWords } from '../language.ts'
import { Page } from '../ui/Page.tsx'
import { type TableState, useTableState } from '../ui/portfolioView/address.ts'
import { FilterBar } from '../ui/portfolioView/FilterBar.tsx'
import type { Line } from '../ui/portfolioView/groups.ts'
import { sortRows } from '../ui/portfolioView/sorting.ts'
import { departmentsOf, indexRows, look, type Row } from '../ui/portfolioView/view.ts'
import { ViewSwitch } from '../ui/portfolioView/ViewSwitch.tsx'
import type { Around } from '../ui/portfolioView/values.ts'
import { useMyRoles } from '../ui/useMyRoles.ts'
import { Waiting } from '../ui/Waiting.tsx'
import { SaveContext, useMeant } from './editing/meant.ts'
import { InitiativeTable } from './table/InitiativeTable.tsx'
import { useSelection } from './table/useSelection.ts'
import styles from './Portfolio.module.css'

const Tools = lazy(async () => ({ default: (await import('./tools/Tools.tsx')).Tools }))
const Printing = lazy(async () => ({ default: (await import('./print/Printing.tsx')).Printing }))
const FoundElsewhere = lazy(async () => ({
  default: (await import('../ui/found/FoundElsewhere.tsx')).FoundElsewhere,
}))
const BulkBar = lazy(async () => ({ default: (await import('./editing/BulkBar.tsx')).BulkBar }))
const Pasting = lazy(async () => ({ default: (await import('./paste/Pasting.tsx')).Pasting }))
const SaveTroubles = lazy(async () => ({
  default: (await import('./editing/SaveTroubles.tsx')).SaveTroubles,
}))

export function PortfolioPage() {
  const { t } = useWords()
  const { session } = useSession()
  const [state, change] = useTableState()
  const status = useStatus(session.data)
  const all = useItems(session.data, initiatives)
  const { rows: meant, isMeant, save, troubles, settle } = useMeant(all)
  const { lines, rows, counts, total, around } = useShown(meant, state)
  const selection = useSelection(lines)
  const [editMode, setEditMode] = useState(false)
  const mayImport = may('import', { id: session.person.id, roles: useMyRoles() })

  const importLink = mayImport && (
    <Link href='/portfolio/import' className={`${styles.button} no-print`}>
      {t('portfolio.import')}
    </Link>
  )
  if (all.length === 0 && status.phase !== 'ready' && status.phase !== 'failed') return <Waiting />
  if (all.length === 0)
    return (
      <Page title={t('portfolio.title')}>
        <div className={styles.empty}>
          <p>{t(mayImport ? 'portfolio.empty' : 'portfolio.emptyReader')}</p>
          {importLink}
        </div>
      </Page>
    )
  return (
    <Page
      title={t('portfolio.title')}
      fills
      tools={
        <>
          <ViewSwitch />
          {importLink}
        </>
      }
    >
      <FilterBar state={state} change={change} counts={counts} shown={rows.length} total={total} />
      {state.search.trim().length > 1 && (
        <Suspense>
          <FoundElsewhere text={state.search} />
        </Suspense>
      )}
      <Suspense fallback={<div className={styles.tools} />}>
        <Tools
          state={state}
          change={change}
          lines={lines}
          rows={rows}
          selected={selection.keys}
          around={around}
          editMode={editMode}
          setEditMode={setEditMode}
        />
      </Suspense>
      <SaveContext value={save}>
        {troubles.length > 0 && (
          <Suspense>
            <SaveTroubles troubles={troubles} rows={all} settle={settle} />
          </Suspense>
        )}
        <Suspense>
          <Pasting lines={lines} around={around} />
        </Suspense>
        {selection.keys.size > 0 && (
          <Suspense>
            <BulkBar rows={meant} selection={selection} />
          </Suspense>
        )}
        <InitiativeTable
          lines={lines}
          state={state}
          change={change}
          selection={selection}
          editMode={editMode}
          isMeant={isMeant}
          around={around}
        />
      </SaveContext>
      <Suspense>
        <Printing lines={lines} count={rows.length} state={state} around={around} />
      </Suspense>
    </Page>
  )
}

/** From all initiatives to the lines of the table, each step worked out only when what it looks at has changed. */
function useShown(all: readonly Row[], { search: typed, filters, sorting, group, folded }: TableState) {
  const words = useWords()
  const { session, today } = useSession()
  const unitRows = useItems(session.data, units)
  const { by, down } = sorting
  // What is typed is seen at once; the rows follow as soon as they can.
  const search = useDeferredValue(typed)
  const around: Around = useMemo(
    () => ({ words, today, departments: departmentsOf(unitRows) }),
    [words, today, unitRows],
  )
  const compare = useMemo(() => compareTexts(words.locale), [words.locale])
  const indexed = useMemo(() => indexRows(all, around.departments), [all, around])
  const sorted = useMemo(
    () => sortRows(indexed, { by, down }, compare, around),
    [indexed, by, down, compare, around],
  )
  const { rows, counts, hidden } = useMemo(() => look(sorted, search, filters), [sorted, search, filters])
  const grouping = useGrouping(group !== undefined)
  const groups = useMemo(
    () => (group ? grouping?.groupRows(rows, group, around, compare) : undefined),
    [grouping, rows, group, around, compare],
  )
  const lines: readonly Line[] = useMemo(
    () => (grouping && groups ? grouping.linesOf(groups, folded) : rows.map((row) => ({ row }))),
    [grouping, groups, folded, rows],
  )
  return { lines, rows, counts, total: all.length - hidden, around }
}

/** What groups rows comes with the first grouping. */
function useGrouping(wanted: boolean) {
  const [grouping, setGrouping] = useState<typeof import('../ui/portfolioView/groups.ts')>()
  useEffect(() => {
    let here = true
    if (wanted) void import('../ui/portfolioView/groups.ts').then((come) => here && setGrouping(come))
    return () => {
      here = false
    }
  }, [wanted])
  return grouping
}
