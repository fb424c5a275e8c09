/** The register on paper: all that is shown, with the header on every sheet, and above it what it shows and when. */
import { forums } from '#src/lists/organisation.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import type { RegisterEntry, RegisterFilter } from '#src/rules/deciding/register.ts'
import { formatDay, formatNumber } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import { useWords } from '../../language.ts'
import { columns } from './DecisionTable.tsx'
import { carriedText, nameText, outcomeText, whereText } from './sayings.ts'
import styles from '../../ui/table/Print.module.css'

export function PrintDecisions({
  entries,
  filter,
}: {
  entries: readonly RegisterEntry[]
  filter: RegisterFilter
}) {
  const words = useWords()
  const { t, word, locale } = words
  const { session, today } = useSession()
  const forum = useItems(session.data, forums).find(({ key }) => key === filter.forum)
  const about = useItems(session.data, initiatives).find(({ key }) => key === filter.initiative)
  const { text, from, to, outcome, carried } = filter
  const shows = [
    today,
    t('decisions.count', { count: formatNumber(entries.length, locale) }),
    text && t('decisions.searched', { text }),
    forum?.title,
    about && `${about.number} ${about.title}`,
    (from || to) && `${from ?? ''}–${to ?? ''}`,
    outcome && word('outcomes', outcome),
    carried && t(carried === 'done' ? 'decisions.carriedDone' : 'decisions.carriedOpen'),
  ].filter(Boolean)
  return (
    <div data-print className={styles.print} lang={locale}>
      <h1>{t('decisions.title')}</h1>
      <p>{shows.join(' · ')}</p>
      <table>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope='col'>
                {t(`decisionColumn.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.decision.key}>
              <td>{nameText(entry, words)}</td>
              <td>{formatDay(entry.decision.decidedOn, locale, today)}</td>
              <td>
                <b>{entry.initiative?.title ?? entry.decision.title}</b>
                <br />
                {entry.decision.wording}
              </td>
              <td>{whereText(entry)}</td>
              <td>{outcomeText(entry, words)}</td>
              <td>{carriedText(entry, words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
