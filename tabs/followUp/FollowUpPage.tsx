/** Traffic lights of all running work: what changed since last month first, then every initiative month by month. */
import { useCallback, useMemo, useState } from 'react'
import { useSearch } from 'wouter'
import { projectPoints, type StatusReport, statusReports } from '#src/lists/followUp.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { useSession } from '../context.ts'
import { useItems, useStatus } from '../data.ts'
import { useWords } from '../language.ts'
import { Page } from '../ui/Page.tsx'
import { useRead } from '../ui/useRead.ts'
import { Changes } from './Changes.tsx'
import { Filters } from './Filters.tsx'
import { filterIn, filterText } from './filterAddress.ts'
import { Matrix } from './Matrix.tsx'
import { type Filter, monthsShown, monthsToRead, overviewOf, passes } from './overview.ts'
import { Unread } from '../ui/Unread.tsx'
import styles from './FollowUp.module.css'

export function FollowUpPage() {
  const { t } = useWords()
  const { session, today } = useSession()
  const all = useItems(session.data, initiatives)
  const { phase } = useStatus(session.data)
  const { reports, points, error, reload } = useMonths(today)
  const address = useSearch()
  const [filter, setFilter] = useState(() => filterIn(address))
  const change = (next: Filter) => {
    setFilter(next)
    // The filter stays in the link, without a step back for each choice.
    const { pathname, search } = window.location
    window.history.replaceState(window.history.state, '', pathname + filterText(next, search))
  }
  const months = useMemo(() => monthsShown(reports ?? [], today), [reports, today])
  const rows = useMemo(
    () => overviewOf({ initiatives: all, reports: reports ?? [], points: points ?? [], months, today }),
    [all, reports, points, months, today],
  )
  const shown = rows.filter((row) => passes(row, filter, session.person.id))
  const isHere = reports !== undefined && (all.length > 0 || phase === 'ready' || phase === 'failed')
  return (
    <Page title={t('followUp.title')}>
      {error !== undefined && <Unread reload={reload} />}
      {!isHere && error === undefined && <p role='status'>{t('followUp.loading')}</p>}
      {isHere && rows.length === 0 && <p>{t('followUp.empty')}</p>}
      {isHere && rows.length > 0 && (
        <>
          <Filters rows={rows} month={months[0] ?? ''} filter={filter} change={change} />
          <p className={styles.quiet} role='status'>
            {shown.length === 0
              ? t('followUp.noHits')
              : t('followUp.shown', { shown: shown.length, total: rows.length })}
          </p>
          {shown.length > 0 && (
            <>
              <Changes rows={shown} months={months} />
              <Matrix key={JSON.stringify(filter)} rows={shown} months={months} />
            </>
          )}
        </>
      )}
    </Page>
  )
}

/** The reports of the months shown, and the points of the projects that haven't been passed. */
function useMonths(today: string) {
  const reports = useRead(
    'statusReports',
    useCallback(
      async (store: ListReader) => {
        // Month by month: SharePoint refuses a filter that meets more than 5,000 rows (https://learn.microsoft.com/sharepoint/troubleshoot/lists-and-libraries/items-exceeds-list-view-threshold).
        const [found] = await store.whereIn([
          { list: statusReports, column: 'month', values: monthsToRead(today) },
        ])
        return found
      },
      [today],
    ),
    useCallback((report: StatusReport) => monthsToRead(today).includes(report.month), [today]),
  )
  const points = useRead(
    'projectPoints',
    useCallback((store: ListReader) => store.all(projectPoints), []),
    always,
  )
  return {
    reports: reports.rows,
    points: points.rows,
    error: reports.error ?? points.error,
    reload: () => {
      reports.reload()
      points.reload()
    },
  }
}

const always = () => true
