/** Portfölj: one table of everything, searched and filtered as you type. */
import { useDeferredValue, useMemo } from 'react'
import { Link } from 'wouter'
import { initiatives } from '#src/lists/initiatives.ts'
import { people } from '#src/lists/organisation.ts'
import { may } from '#src/rules/permissions.ts'
import { processes } from '#src/rules/processes.ts'
import { compareTexts } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useItems, useStatus } from '../data.ts'
import { useWords } from '../language.ts'
import { Page } from '../ui/Page.tsx'
import { useTableState } from '../ui/portfolioView/address.ts'
import { FilterBar } from '../ui/portfolioView/FilterBar.tsx'
import { countFacet, facets, filterRows, indexRows, sortRows } from '../ui/portfolioView/view.ts'
import { Waiting } from '../ui/Waiting.tsx'
import { InitiativeTable } from './InitiativeTable.tsx'
import styles from './Portfolio.module.css'

const stageOrder = Object.values(processes).flatMap((rows) => rows.map((row) => row.stage))

export function PortfolioPage() {
  const { t, locale } = useWords()
  const { session } = useSession()
  const [state, change] = useTableState()
  const status = useStatus(session.data)
  const all = useItems(session.data, initiatives)
  const who = useItems(session.data, people)

  const search = useDeferredValue(state.search)
  const indexed = useMemo(() => indexRows(all), [all])
  const rows = useMemo(
    () =>
      sortRows(filterRows(indexed, search, state.filters), state.sorting, compareTexts(locale), stageOrder),
    [indexed, search, state.filters, state.sorting, locale],
  )
  const counts = useMemo(
    () =>
      Object.fromEntries(facets.map((facet) => [facet, countFacet(indexed, search, state.filters, facet)])),
    [indexed, search, state.filters],
  )
  const mayImport = useMemo(() => {
    const roles = who.filter((row) => row.person.id === session.person.id).flatMap((row) => row.roles ?? [])
    return may('import', { id: session.person.id, roles })
  }, [who, session.person.id])

  const importLink = mayImport && (
    <Link href='/portfolio/import' className={`${styles.button} no-print`}>
      {t('portfolio.import')}
    </Link>
  )
  if (all.length === 0 && status.phase !== 'ready' && status.phase !== 'failed') return <Waiting />
  return (
    <Page title={t('portfolio.title')} fills={all.length > 0} tools={all.length > 0 && importLink}>
      {all.length === 0 ? (
        <div className={styles.empty}>
          <p>{t(mayImport ? 'portfolio.empty' : 'portfolio.emptyReader')}</p>
          {importLink}
        </div>
      ) : (
        <>
          <FilterBar state={state} change={change} counts={counts} shown={rows.length} total={all.length} />
          <InitiativeTable rows={rows} sorting={state.sorting} sort={(sorting) => change({ sorting })} />
        </>
      )}
    </Page>
  )
}
