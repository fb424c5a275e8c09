/** A report that was sent: read, never changed. */
import { type ProjectPoint, type StatusReport, statusReports } from '#src/lists/followUp.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { changesBetween, contradictionsOf, judgedOn } from '#src/rules/reporting.ts'
import { formatDay, formatKr, formatKrExact, formatMonth } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import { ReportLights } from '../ui/reports/ReportLights.tsx'
import { changeText, contradictionText, questionText } from '#src/text/reportSayings.ts'
import styles from './Report.module.css'

export function ReportView({
  report,
  before,
  initiative,
  points,
  isLatest,
}: {
  report: StatusReport
  before: StatusReport | undefined
  initiative: Initiative
  points: readonly ProjectPoint[]
  isLatest: boolean
}) {
  const words = useWords()
  const { t, word, label, locale } = words
  const { today } = useSession()
  const found = contradictionsOf({
    report,
    initiative,
    points,
    on: isLatest ? today : judgedOn(report.month, today),
    ...(isLatest && { sentOn: report.sentOn }),
  })
  const changes = before ? changesBetween(before, report) : []
  const { forecastKr, allocationKr, spentKr } = report
  const amounts = [
    [label(statusReports, 'forecastKr'), forecastKr],
    [label(statusReports, 'allocationKr'), allocationKr],
    [label(statusReports, 'spentKr'), spentKr],
  ] as const
  return (
    <>
      <p className={styles.quiet}>
        {t('report.by', { who: report.by.name, day: formatDay(report.sentOn, locale, today) })}
      </p>
      <section className={styles.part} aria-labelledby='report-lights'>
        <h2 id='report-lights'>{t('report.lights')}</h2>
        <ReportLights report={report} />
        {found.length > 0 && (
          <div className={styles.doubt}>
            {found.map((one) => (
              <div key={JSON.stringify(one)}>
                <b>{questionText(one, words)}</b> {contradictionText(one, words, today)}
              </div>
            ))}
          </div>
        )}
        <Text label={label(statusReports, 'explanation')} text={report.explanation} />
      </section>
      {before && changes.length > 0 && (
        <section className={styles.part} aria-labelledby='report-since'>
          <h2 id='report-since'>{t('report.since', { month: formatMonth(before.month, locale) })}</h2>
          <ul>
            {changes.map((change) => (
              <li key={JSON.stringify(change)}>{changeText(change, words)}</li>
            ))}
          </ul>
        </section>
      )}
      {amounts.some(([, kr]) => kr !== undefined) && (
        <section className={styles.part} aria-labelledby='report-money'>
          <h2 id='report-money'>{t('report.money')}</h2>
          <dl className={styles.figures}>
            {amounts.map(
              ([name, kr]) =>
                kr !== undefined && (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{formatKrExact(kr, locale)}</dd>
                  </div>
                ),
            )}
            {forecastKr !== undefined && allocationKr !== undefined && (
              <div>
                <dt>{t('report.deviation')}</dt>
                <dd>
                  {forecastKr === allocationKr
                    ? t('report.onAllocation')
                    : t(forecastKr > allocationKr ? 'report.over' : 'report.under', {
                        kr: formatKr(Math.abs(forecastKr - allocationKr), locale),
                      })}
                </dd>
              </div>
            )}
          </dl>
        </section>
      )}
      <Text label={label(statusReports, 'changed')} text={report.changed} />
      <Text label={label(statusReports, 'next')} text={report.next} />
      {report.risks && report.risks.length > 0 && (
        <section className={styles.part} aria-labelledby='report-risks'>
          <h2 id='report-risks'>{label(statusReports, 'risks')}</h2>
          <ul>
            {report.risks.map((risk) => (
              <li key={`${risk.level} ${risk.text}`}>
                <b>{word('riskLevels', risk.level)}</b> {risk.text}
                {risk.remedy && ` – ${risk.remedy}`}
                {risk.closed && ` (${t('report.riskClosed').toLowerCase()})`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Text({ label, text }: { label: string; text: string | undefined }) {
  if (!text) return null
  return (
    <section className={styles.part}>
      <h2>{label}</h2>
      <p className={styles.text}>{text}</p>
    </section>
  )
}
