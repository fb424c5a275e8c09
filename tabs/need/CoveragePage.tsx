/** What happened to all the needs: what became of them, and how old those are that wait, department by department. */
import { useMemo } from 'react'
import { Link, useSearchParams } from 'wouter'
import { initiatives } from '#src/lists/initiatives.ts'
import { units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { coverageOf } from '#src/rules/needs/coverage.ts'
import { processOf } from '#src/rules/processes.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'
import { formatNumber } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useItems, useStatus } from '../data.ts'
import { useWords } from '../language.ts'
import { Page } from '../ui/Page.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { BecameTable } from './BecameTable.tsx'
import { DepartmentTable } from './DepartmentTable.tsx'
import { EVERY_STATE, portfolioAddress } from './portfolioAddress.ts'
import styles from './Need.module.css'

export function CoveragePage() {
  const { t, locale } = useWords()
  const { session } = useSession()
  const [params, setParams] = useSearchParams()
  const status = useStatus(session.data)
  const all = useItems(session.data, initiatives)
  const portfolioRows = useItems(session.data, portfolios)
  const unitRows = useItems(session.data, units)
  const tree = useMemo(() => treeOf(unitRows), [unitRows])
  const chosen = params.get('portfolio') ?? ''
  const rows = useMemo(
    () => (chosen ? all.filter(({ portfolio }) => portfolio.key === chosen) : all),
    [all, chosen],
  )
  const used = portfolioRows.filter(({ key }) => all.some(({ portfolio }) => portfolio.key === key))
  const coverage = useMemo(
    () => coverageOf(rows, (row) => processOf(row, portfolioRows)),
    [rows, portfolioRows],
  )
  const processes = [...new Set(rows.map((row) => processOf(row, portfolioRows)))]
  if (all.length === 0 && status.phase !== 'ready' && status.phase !== 'failed') return <Waiting />
  const number = (value: number) => formatNumber(value, locale)
  return (
    <Page
      title={all.length === 0 ? t('coverage.none') : t('coverage.title', { count: number(rows.length) })}
      tools={
        <div className={`${styles.actions} no-print`}>
          {used.length > 1 && (
            <label>
              {t('coverage.portfolio')}{' '}
              <select
                className={styles.select}
                value={chosen}
                onChange={({ target }) =>
                  setParams(
                    (before) => {
                      const next = new URLSearchParams(before)
                      if (target.value) next.set('portfolio', target.value)
                      else next.delete('portfolio')
                      return next
                    },
                    { replace: true },
                  )
                }
              >
                <option value=''>{t('coverage.all')}</option>
                {used.map(({ key, title }) => (
                  <option key={key} value={key}>
                    {title}
                  </option>
                ))}
              </select>
            </label>
          )}
          <button type='button' className={styles.button} onClick={() => window.print()}>
            {t('coverage.print')}
          </button>
        </div>
      }
    >
      {all.length === 0 ? (
        <p>{t('coverage.empty')}</p>
      ) : (
        <>
          <section className={styles.section} aria-labelledby='became-title'>
            <h2 id='became-title'>{t('coverage.became')}</h2>
            <BecameTable coverage={coverage} portfolio={chosen} processes={processes} />
            <p>
              {t('coverage.notes', {
                decided: number(coverage.decided),
              })}{' '}
              <Link href={portfolioAddress({ hasContact: 'no', state: EVERY_STATE, portfolio: chosen })}>
                {t('coverage.noContact', { count: number(coverage.withoutContact) })}
              </Link>
              {' · '}
              <Link href={portfolioAddress({ hasUnit: 'no', state: EVERY_STATE, portfolio: chosen })}>
                {t('coverage.noUnit', { count: number(coverage.withoutUnit) })}
              </Link>
            </p>
          </section>
          <section className={styles.section} aria-labelledby='departments-title'>
            <h2 id='departments-title'>{t('coverage.departments')}</h2>
            <DepartmentTable rows={rows} tree={tree} portfolio={chosen} />
          </section>
        </>
      )}
    </Page>
  )
}
