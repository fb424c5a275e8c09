/** Who has which right and from where: chosen by person, and as a table of tasks. */
import { Field } from '@fluentui/react-components'
import { useState } from 'react'
import type { Person } from '#src/lists/columns.ts'
import { mandates, people } from '#src/lists/organisation.ts'
import { rightsOf, sourcesOf, tasks } from '#src/rules/deciding/rights.ts'
import { formatDay, formatList } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'
import { useWords } from '../language.ts'
import { useOptions } from '../ui/fields/options.ts'
import { OnePicker } from '../ui/fields/Picker.tsx'
import styles from './Settings.module.css'

export function Rights() {
  const { t, word, locale } = useWords()
  const { session } = useSession()
  const who = useItems(session.data, people)
  const options = useOptions('head')
  const [person, setPerson] = useState<Person>(session.person)
  return (
    <section aria-labelledby='part-title'>
      <h2 id='part-title'>{t('settings.rights')}</h2>
      <p className={styles.quiet}>{t('settings.rightsAbout')}</p>
      <Field label={t('settings.rightsOf')} className={styles.narrow ?? ''}>
        <OnePicker
          label={t('settings.rightsOf')}
          options={options}
          value={person}
          change={(value) => setPerson((value as Person | null) ?? session.person)}
        />
      </Field>
      <PersonRights person={person} />
      <h3>{t('settings.tasks')}</h3>
      <div className={styles.scroller}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope='col'>{t('settings.task')}</th>
              <th scope='col'>{t('settings.byRole')}</th>
              <th scope='col'>{t('settings.byTie')}</th>
            </tr>
          </thead>
          <tbody>
            {tasks.map((task) => {
              const { roles, ties = [], seats = [] } = sourcesOf(task)
              return (
                <tr key={task}>
                  <th scope='row'>{t(`task.${task}`)}</th>
                  <td data-label={t('settings.byRole')}>
                    {formatList(
                      roles.map((role) =>
                        t('settings.roleHeldBy', {
                          role: word('roles', role),
                          count: who.filter((row) => row.roles?.includes(role)).length,
                        }),
                      ),
                      locale,
                    )}
                  </td>
                  <td data-label={t('settings.byTie')}>
                    {formatList(
                      [...ties.map((tie) => t(`tie.${tie}`)), ...seats.map((seat) => t(`seat.${seat}`))],
                      locale,
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <p className={styles.quiet}>{t('settings.rightsSharePoint')}</p>
    </section>
  )
}

function PersonRights({ person }: { person: Person }) {
  const { t, word, locale } = useWords()
  const { session, today } = useSession()
  const who = useItems(session.data, people)
  const posts = useItems(session.data, mandates)
  const rights = rightsOf(person.id, { people: who, mandates: posts, today })
  if (rights.length === 0) return <p>{t('settings.noRights', { name: person.name })}</p>
  return (
    <ul className={styles.rights} aria-label={t('settings.rightsOfName', { name: person.name })}>
      {rights.map((right) =>
        right.from === 'role' ? (
          <li key={right.role}>
            <b>{word('roles', right.role)}</b>
            {right.tasks.length > 0 &&
              `: ${formatList(
                right.tasks.map((task) => t(`task.${task}`)),
                locale,
              )}`}
          </li>
        ) : (
          <li key={`${right.from} ${right.mandate.key}`}>
            <b>{t('settings.decides', { matter: word('matters', right.mandate.matter) })}</b>{' '}
            {[
              right.mandate.title,
              word('mandateScopes', right.mandate.scope),
              right.mandate.unit?.title,
              right.mandate.portfolio?.title,
            ]
              .filter(Boolean)
              .join(', ')}
            {right.from === 'standIn' &&
              ` · ${t(right.now ? 'settings.standsInNow' : 'settings.standsIn', {
                name: right.mandate.holder.name,
                from: day(right.mandate.standInFrom),
                to: day(right.mandate.standInTo),
              })}`}
          </li>
        ),
      )}
    </ul>
  )
  function day(value: string | undefined) {
    return value ? formatDay(value, locale, today) : '…'
  }
}
