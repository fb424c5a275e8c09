/** What a file would change: new rows, changed ones with their columns, and what can't be understood. */
import { Button } from '@fluentui/react-components'
import type { OrganisationPlan, PlannedRow, PlanProblem } from '#src/import/organisation/plan.ts'
import { lists } from '#src/lists/all.ts'
import { organisationLists } from '#src/rules/organisation/organising.ts'
import { formatList } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { valueText } from '../../ui/fields/FieldView.tsx'
import styles from '../Settings.module.css'

export function Plan({
  plan,
  apply,
}: {
  plan: OrganisationPlan
  apply: (rows: readonly PlannedRow[]) => void
}) {
  const { t, locale } = useWords()
  const [added, changed] = [plan.rows.filter(({ isNew }) => isNew), plan.rows.filter(({ isNew }) => !isNew)]
  return (
    <div className={styles.plan}>
      {plan.unread.length > 0 && (
        <p>{t('settings.planUnread', { sheets: formatList(plan.unread, locale) })}</p>
      )}
      {plan.problems.length > 0 && (
        <section role='alert'>
          <h3>{t('settings.planProblems', { count: plan.problems.length })}</h3>
          <ul>
            {plan.problems.map((problem) => (
              <li key={`${problem.sheet} ${problem.line} ${problem.field}`}>
                <b>{t('settings.problemAt', { sheet: problem.sheet, line: problem.line })}</b>{' '}
                <ProblemText problem={problem} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {plan.rows.length === 0 && plan.problems.length === 0 && <p>{t('settings.planNothing')}</p>}
      <Rows title={t('settings.planNew', { count: added.length })} rows={added} />
      <Rows title={t('settings.planChanged', { count: changed.length })} rows={changed} />
      {plan.rows.length > 0 && (
        <>
          <p className={styles.quiet}>{t('settings.planSame', { count: plan.same })}</p>
          <Button appearance='primary' onClick={() => apply(plan.rows)}>
            {t('settings.apply', { count: plan.rows.length })}
          </Button>
        </>
      )}
    </div>
  )
}

function Rows({ title, rows }: { title: string; rows: readonly PlannedRow[] }) {
  const words = useWords()
  const { today } = useSession()
  if (rows.length === 0) return null
  return (
    <details open={rows.length <= 20}>
      <summary>{title}</summary>
      <ul>
        {rows.map(({ list, key, title: name, changes }) => (
          <li key={key}>
            <b>{name}</b>{' '}
            {Object.entries(changes)
              .filter(([field]) => field !== 'title')
              .map(
                ([field, value]) =>
                  `${words.label(lists[list], field)}: ${valueText({ list: lists[list], field, value, words, today })}`,
              )
              .join(' · ')}
          </li>
        ))}
      </ul>
    </details>
  )
}

function ProblemText({ problem: { sheet, field, problem, text } }: { problem: PlanProblem }) {
  const { t, label } = useWords()
  const list = organisationLists
    .map((key) => lists[key])
    .find((each) => each.label === sheet || each.name === sheet)
  const place = { field: list ? label(list, field) : field, limit: 255 }
  const said =
    problem === 'unknownPerson' || problem === 'unknownRow' || problem === 'unknownWord'
      ? t(`settings.${problem}`, place)
      : t(`problem.${problem}`, place)
  return <>{text === '' ? said : t('settings.problemText', { problem: said, text })}</>
}
