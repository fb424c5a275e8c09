/** The status of an initiative on its own page: the latest report, and the way to write the next. */
import { Link } from 'wouter'
import type { Initiative } from '#src/lists/initiatives.ts'
import { reportingMonth } from '#src/rules/days/months.ts'
import { may } from '#src/rules/permissions.ts'
import { isRunning, owesReport } from '#src/rules/reminding/owing.ts'
import { contradictionsOf } from '#src/rules/reporting.ts'
import { formatDay, formatMonth } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { ReportLights } from './ReportLights.tsx'
import { reportPath } from './reportPath.ts'
import { contradictionText, questionText } from '#src/text/reportSayings.ts'
import { useReports } from './useReports.ts'
import { Unread } from '../Unread.tsx'
import styles from './Reports.module.css'

export function ReportsSection({ initiative }: { initiative: Initiative }) {
  const words = useWords()
  const { t, locale } = words
  const { session, today } = useSession()
  const { reports, points, error, reload } = useReports(initiative)
  // A need that has never run has nothing to say here.
  if (!error && reports?.length === 0 && !isRunning(initiative)) return null
  const latest = reports?.[0]
  const month = reportingMonth(today)
  const isMine = may('report', { id: session.person.id, roles: [] }, initiative)
  const owed =
    reports && !reports.some((r) => r.month === month) && owesReport(initiative, month, reports.at(-1)?.month)
  return (
    <section className={styles.section} aria-labelledby='title-reports'>
      <h2 id='title-reports'>{t('report.section')}</h2>
      {error !== undefined && <Unread reload={reload} />}
      {!reports && error === undefined && <p role='status'>{t('followUp.loading')}</p>}
      {reports && !latest && <p>{t('report.never')}</p>}
      {latest && (
        <>
          <p>
            <Link href={reportPath(initiative.key, latest.month)}>
              {t('report.latest', { month: formatMonth(latest.month, locale) })}
            </Link>{' '}
            · {t('report.by', { who: latest.by.name, day: formatDay(latest.sentOn, locale, today) })}
          </p>
          <ReportLights report={latest} />
          {contradictionsOf({ report: latest, initiative, points, on: today, sentOn: latest.sentOn }).map(
            (found) => (
              <p key={JSON.stringify(found)} className={styles.doubt}>
                <b>{questionText(found, words)}</b> {contradictionText(found, words, today)}
              </p>
            ),
          )}
          {latest.changed && <p className={styles.text}>{latest.changed}</p>}
        </>
      )}
      {owed && !isMine && <p>{t('followUp.missingReport', { month: formatMonth(month, locale) })}</p>}
      {owed && isMine && (
        <p>
          <Link href={reportPath(initiative.key, month)} className={styles.primary}>
            {t('report.write', { month: formatMonth(month, locale) })}
          </Link>
        </p>
      )}
    </section>
  )
}
