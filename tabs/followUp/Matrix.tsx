/** Every initiative month by month, newest month nearest its name. On a narrow screen only the newest is shown, as a list. */
import { useState } from 'react'
import { Link } from 'wouter'
import { aspects, statusReports } from '#src/lists/followUp.ts'
import type { Month } from '#src/rules/days/months.ts'
import { worstLight } from '#src/rules/reporting.ts'
import { formatMonth } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import { Light } from '../ui/lights/Light.tsx'
import { reportPath } from '../ui/reports/reportPath.ts'
import { contradictionText } from '#src/text/reportSayings.ts'
import type { Cell, Row } from './overview.ts'
import styles from './FollowUp.module.css'

/** Rows at a time: more are asked for, so that ten thousand don't freeze the page. */
const PAGE = 100

export function Matrix({ rows, months }: { rows: readonly Row[]; months: readonly Month[] }) {
  const { t, locale } = useWords()
  const { today } = useSession()
  const [count, setCount] = useState(PAGE)
  return (
    <section aria-labelledby='follow-up-matrix'>
      <h2 id='follow-up-matrix' className={styles.heading}>
        {t('followUp.matrix')}
      </h2>
      <p className={styles.quiet}>{t('followUp.keys')}</p>
      <div className={styles.scroll}>
        <table className={styles.matrix} aria-labelledby='follow-up-matrix'>
          <thead>
            <tr>
              <th scope='col'>{t('followUp.initiative')}</th>
              {months.map((month) => (
                <th key={month} scope='col'>
                  <abbr title={formatMonth(month, locale)}>{formatMonth(month, locale, { today })}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, count).map((row) => (
              <tr key={row.initiative.key}>
                <th scope='row'>
                  <span className={styles.number}>{row.initiative.number}</span>{' '}
                  <Link href={`/initiative/${encodeURIComponent(row.initiative.key)}`}>
                    {row.initiative.title}
                  </Link>
                </th>
                {row.cells.map((cell, i) => (
                  <MonthCell key={months[i]} row={row} cell={cell} month={months[i] ?? ''} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > count && (
        <button type='button' className={styles.button} onClick={() => setCount(count + PAGE)}>
          {t('followUp.more')}
        </button>
      )}
    </section>
  )
}

function MonthCell({ row, cell, month }: { row: Row; cell: Cell; month: Month }) {
  const words = useWords()
  const { t, word, label, locale } = words
  const { today } = useSession()
  if (cell.is === 'notOwed')
    return (
      <td>
        <span aria-hidden='true'>–</span>
        <span className='visually-hidden'>{t('followUp.notOwed')}</span>
      </td>
    )
  const href = reportPath(row.initiative.key, month)
  if (cell.is !== 'report')
    return (
      <td className={cell.is === 'missing' ? styles.missing : undefined}>
        <Link href={href} title={t('followUp.missingReport', { month: formatMonth(month, locale) })}>
          {t(cell.is === 'missing' ? 'followUp.missing' : 'followUp.awaited')}
        </Link>
      </td>
    )
  const { report, found } = cell
  const each = aspects.flatMap((aspect) =>
    report[aspect] ? [`${label(statusReports, aspect)}: ${word('lights', report[aspect])}`] : [],
  )
  const doubts = found.map((one) => contradictionText(one, words, today))
  return (
    <td className={found.length > 0 ? styles.questioned : undefined}>
      <Link href={href} title={[...each, ...doubts].join('\n')}>
        <Light light={worstLight(report)} />
        {found.length > 0 && <span className={styles.doubted}>{t('followUp.questioned')}</span>}
      </Link>
    </td>
  )
}
