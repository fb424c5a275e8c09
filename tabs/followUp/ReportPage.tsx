/** An initiative's status report for a month: read when it is sent, written when it is mine to write. */
import { useEffect, useRef, useState } from 'react'
import { Link, useSearch } from 'wouter'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { isMonth, monthOf, monthsAfter, type Month, reportingMonth } from '#src/rules/days/months.ts'
import { may } from '#src/rules/permissions.ts'
import { allocationKnown, reportRefusals } from '#src/rules/reporting.ts'
import { formatList, formatMonth } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useItems, useStatus } from '../data.ts'
import { useWords } from '../language.ts'
import { Page } from '../ui/Page.tsx'
import { Refusals } from '../ui/Refusals.tsx'
import { reportPath } from '../ui/reports/reportPath.ts'
import { type Reports, useReports } from '../ui/reports/useReports.ts'
import { Unread } from '../ui/Unread.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { LeftDraft } from './LeftDraft.tsx'
import { ReportForm } from './ReportForm.tsx'
import { ReportView } from './ReportView.tsx'
import styles from './Report.module.css'

export function ReportPage({ id }: { id: string }) {
  const { t } = useWords()
  const { session } = useSession()
  const initiative = useItems(session.data, initiatives).find((i) => i.key === id)
  const { phase } = useStatus(session.data)
  if (initiative) return <OfInitiative initiative={initiative} />
  if (phase !== 'ready' && phase !== 'failed') return <Waiting />
  return (
    <Page title={t('app.title')}>
      <p>{t('app.notFound')}</p>
    </Page>
  )
}

function OfInitiative({ initiative }: { initiative: Initiative }) {
  const { t, locale } = useWords()
  const { today } = useSession()
  const read = useReports(initiative)
  const asked = new URLSearchParams(useSearch()).get('month') ?? ''
  const month = isMonth(asked) ? asked : monthToShow(read.reports ?? [], today)
  return (
    <Page title={t('report.title', { month: formatMonth(month, locale) })}>
      <p className={styles.lead}>
        <Link href='/followUp'>{t('followUp.title')}</Link> · {initiative.number}{' '}
        <Link href={`/initiative/${encodeURIComponent(initiative.key)}`}>{initiative.title}</Link> ·{' '}
        {initiative.portfolio.title}
      </p>
      {read.error !== undefined && <Unread reload={read.reload} />}
      {read.reports && (
        <OfMonth key={month} initiative={initiative} month={month} {...read} reports={read.reports} />
      )}
      {!read.reports && read.error === undefined && <p role='status'>{t('followUp.loading')}</p>}
      <Months initiative={initiative.key} month={month} today={today} />
    </Page>
  )
}

function OfMonth({
  initiative,
  month,
  reports,
  points,
  financedKr,
}: Reports & { initiative: Initiative; month: Month; reports: NonNullable<Reports['reports']> }) {
  const { t, locale } = useWords()
  const { session, today } = useSession()
  const sent = reports.find((report) => report.month === month)
  const before = reports.find((report) => report.month < month)
  const said = useJustSent(sent !== undefined)
  if (sent)
    return (
      <div className={styles.read}>
        <p ref={said} tabIndex={-1} role='status' className={styles.sent}>
          {said && t('report.sent')}
        </p>
        <ReportView
          report={sent}
          before={before}
          initiative={initiative}
          points={points}
          isLatest={reports[0] === sent}
        />
        <LeftDraft report={sent} />
      </div>
    )
  const refusals = reportRefusals(initiative, month, today)
  if (refusals.length === 0 && may('report', { id: session.person.id, roles: [] }, initiative))
    return (
      <ReportForm
        initiative={initiative}
        month={month}
        last={before}
        allocationKr={allocationKnown(month, reports, financedKr)}
        points={points}
      />
    )
  const leaders = [initiative.projectManager, initiative.projectOwner].flatMap((person) => person?.name ?? [])
  return (
    <>
      <p>{t('report.none', { month: formatMonth(month, locale) })}</p>
      {refusals.length > 0 ? (
        <Refusals refusals={refusals} />
      ) : (
        <p>
          {leaders.length > 0
            ? t('report.waitsFor', { who: formatList(leaders, locale) })
            : t('report.waitsForNobody')}
        </p>
      )}
    </>
  )
}

/** Where the focus goes when the form has turned into the report it became; `undefined` for a report that was there. */
function useJustSent(isSent: boolean) {
  const [wasSent] = useState(isSent)
  const line = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (isSent && !wasSent) line.current?.focus()
  }, [isSent, wasSent])
  return wasSent ? undefined : line
}

function Months({ initiative, month, today }: { initiative: string; month: Month; today: string }) {
  const { t, locale } = useWords()
  const [previous, next] = [monthsAfter(month, -1), monthsAfter(month, 1)]
  return (
    <nav className={styles.months} aria-label={t('report.months')}>
      <Link href={reportPath(initiative, previous)}>
        {t('report.previous', { month: formatMonth(previous, locale) })}
      </Link>
      {next <= monthOf(today) && (
        <Link href={reportPath(initiative, next)}>
          {t('report.nextMonth', { month: formatMonth(next, locale) })}
        </Link>
      )}
    </nav>
  )
}

/** The month that is reported now; this one when that is done already and this one is too. */
function monthToShow(reports: NonNullable<Reports['reports']>, today: string): Month {
  const latest = reports[0]?.month ?? ''
  const now = reportingMonth(today)
  return latest > now ? latest : now
}
