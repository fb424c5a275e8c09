/** What is new since last month, worst first: turned, missing, doubted, grown. */
import { useState } from 'react'
import { Link } from 'wouter'
import type { Light } from '#src/lists/followUp.ts'
import { monthsAfter, type Month } from '#src/rules/days/months.ts'
import { worstLight } from '#src/rules/reporting.ts'
import { formatMonth } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import { Light as LightMark } from '../ui/lights/Light.tsx'
import { reportPath } from '../ui/reports/reportPath.ts'
import { changeText, contradictionText, questionText } from '#src/text/reportSayings.ts'
import { hasNews, type Row } from './overview.ts'
import styles from './FollowUp.module.css'

const FIRST = 8

export function Changes({ rows, months }: { rows: readonly Row[]; months: readonly Month[] }) {
  const { t, locale } = useWords()
  const [open, setOpen] = useState(false)
  const [month = ''] = months
  const before = formatMonth(monthsAfter(month, -1), locale)
  const fresh = rows.filter(hasNews)
  const shown = open ? fresh : fresh.slice(0, FIRST)
  return (
    <section className={styles.changes} aria-labelledby='follow-up-changes'>
      <h2 id='follow-up-changes'>{t('followUp.changes', { month: before })}</h2>
      {fresh.length === 0 && <p className={styles.quiet}>{t('followUp.noChanges', { month: before })}</p>}
      <ul>
        {shown.map((row) => (
          <Item key={row.initiative.key} row={row} month={month} />
        ))}
      </ul>
      {fresh.length > shown.length && (
        <button type='button' className={styles.button} onClick={() => setOpen(true)}>
          {t('followUp.allChanges', { count: fresh.length })}
        </button>
      )}
    </section>
  )
}

function Item({ row, month }: { row: Row; month: Month }) {
  const words = useWords()
  const { t, locale } = words
  const { today } = useSession()
  const { initiative, changes, cells } = row
  const [cell] = cells
  const light: Light | undefined = cell?.is === 'report' ? worstLight(cell.report) : undefined
  const said = [
    ...changes.map((change) => changeText(change, words)),
    ...(cell?.is === 'missing' ? [t('followUp.missingReport', { month: formatMonth(month, locale) })] : []),
  ]
  const found = cell?.is === 'report' ? cell.found : []
  return (
    <li>
      <span className={styles.mark}>{light ? <LightMark light={light} /> : t('followUp.missing')}</span>
      <div>
        <Link href={reportPath(initiative.key, month)}>
          {initiative.number} {initiative.title}
        </Link>
        {said.length > 0 && <div>{said.join(' · ')}</div>}
        {found.map((one) => (
          <div key={JSON.stringify(one)}>
            <b>{questionText(one, words)}</b> {contradictionText(one, words, today)}
          </div>
        ))}
        {cell?.is === 'report' && cell.report.changed && (
          <div className={styles.quiet}>{cell.report.changed}</div>
        )}
      </div>
    </li>
  )
}
