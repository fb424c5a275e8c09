/** What runs: the lights of the latest report, and one line of what is new. */
import { Link } from 'wouter'
import { aspects, statusReports } from '#src/lists/followUp.ts'
import type { DepartmentState } from '#src/rules/meetings/departmentState.ts'
import { formatMonth } from '#src/text/format.ts'
import type { Words } from '#src/text/words.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { Light } from '../../ui/lights/Light.tsx'
import { reportPath } from '../../ui/reports/reportPath.ts'
import { changeText, contradictionText, questionText } from '#src/text/reportSayings.ts'
import common from '../Parts.module.css'
import { Part } from './Part.tsx'
import styles from './Department.module.css'

type Row = DepartmentState['running'][number]

export function Running({ running }: Pick<DepartmentState, 'running'>) {
  const words = useWords()
  const { t, label, locale } = words
  const { today } = useSession()
  return (
    <Part
      title={t('department.running')}
      rows={running}
      empty={t('department.noneRunning')}
      more={
        <Link className={common.link} href='/followUp'>
          {t('department.toFollowUp')}
        </Link>
      }
    >
      {(row) => {
        const { initiative, reported } = row
        return (
          <li key={initiative.key}>
            <Link className={common.link} href={`/initiative/${encodeURIComponent(initiative.key)}`}>
              {initiative.number} {initiative.title}
            </Link>
            {reported ? (
              <div className={styles.lights}>
                {aspects.map((aspect) => {
                  const light = reported.newest[aspect]
                  return (
                    light && (
                      <span key={aspect}>
                        {label(statusReports, aspect)} <Light light={light} />
                      </span>
                    )
                  )
                })}
                <Link className={common.link} href={reportPath(initiative.key, reported.newest.month)}>
                  {formatMonth(reported.newest.month, locale)}
                </Link>
              </div>
            ) : (
              <span className={common.quiet}> · {t('department.noReport')}</span>
            )}
            <div>{newsOf(row, words, today)}</div>
          </li>
        )
      }}
    </Part>
  )
}

/** What changed since the report before the last dialogue, else what the figures doubt, else what was written. */
function newsOf({ reported }: Row, words: Words, today: string): string {
  if (!reported) return ''
  const [change] = reported.changes
  if (change) return changeText(change, words)
  const [doubt] = reported.found
  if (doubt) return `${questionText(doubt, words)} ${contradictionText(doubt, words, today)}`
  return reported.newest.changed?.split('\n')[0] ?? ''
}
