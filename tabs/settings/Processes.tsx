/** The processes as they stand in the rules: read here, changed only by a new version of the product. */
import { type ProcessName, processNames } from '#src/lists/portfolios.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { matterOfStage, stagesOf } from '#src/rules/processes.ts'
import { formatList } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'
import { useWords } from '../language.ts'
import styles from './Settings.module.css'

export function Processes() {
  const { t, word, locale } = useWords()
  const { session } = useSession()
  const rows = useItems(session.data, portfolios)
  return (
    <section aria-labelledby='part-title'>
      <h2 id='part-title'>{t('settings.processes')}</h2>
      <p className={styles.quiet}>{t('settings.processesAbout')}</p>
      {(Object.keys(processNames) as ProcessName[]).map((process) => {
        const used = rows.filter((row) => row.process === process).map(({ title }) => title)
        return (
          <section key={process} aria-labelledby={`process-${process}`}>
            <h3 id={`process-${process}`}>{word('processNames', process)}</h3>
            <p className={styles.quiet}>
              {used.length > 0
                ? t('settings.usedBy', { portfolios: formatList(used, locale) })
                : t('settings.usedByNone')}
            </p>
            <div className={styles.scroller}>
              <table className={styles.table}>
                <thead>
                  <tr>
                    <th scope='col'>{t('settings.stage')}</th>
                    <th scope='col'>{t('settings.stageMatter')}</th>
                  </tr>
                </thead>
                <tbody>
                  {stagesOf(process).map((stage) => {
                    const matter = matterOfStage(stage, process)
                    return (
                      <tr key={stage}>
                        <th scope='row'>{word('stages', stage)}</th>
                        <td data-label={t('settings.stageMatter')}>
                          {matter ? word('matters', matter) : '–'}
                        </td>
                      </tr>
                    )
                  })}
                </tbody>
              </table>
            </div>
          </section>
        )
      })}
    </section>
  )
}
