/** What was understood of a line about an action, and what is still missing. */
import type { Person } from '#src/lists/columns.ts'
import { type ActionLine, type LackInAction, lacksIn } from '#src/rules/meetings/actionLine.ts'
import { formatWeekday } from '#src/text/formatTime.ts'
import { formatList } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import buttons from '../../ui/Buttons.module.css'
import styles from './Hold.module.css'

const lackWords = {
  owner: 'holding.lackOwner',
  what: 'holding.lackWhat',
  due: 'holding.lackDue',
} as const satisfies Record<LackInAction, string>

export function Understood({
  id,
  line,
  read,
  choose,
  submit,
}: {
  id: string
  line: string
  read: ActionLine
  /** One of those the name may mean. */
  choose: (person: Person) => void
  submit: () => void
}) {
  const { t, locale } = useWords()
  const { today } = useSession()
  const { owner, what, due, maybe } = read
  const lacks = lacksIn(read)
  if (!line.trim()) return <p id={id} className='visually-hidden' />
  return (
    <div className={styles.understood}>
      <p id={id} role='status'>
        <b>{owner?.name ?? '?'}</b> · {what || '?'} ·{' '}
        {due ? t('holding.by', { day: formatWeekday(due, locale, { today }) }) : '?'}
        {due && due < today && ` ▲ ${t('holding.past')}`}
        {lacks.length > 0 && (
          <span className={styles.quiet}>
            {' '}
            –{' '}
            {t('holding.lacking', {
              what: formatList(
                lacks.map((lack) => t(lackWords[lack])),
                locale,
              ),
            })}
          </span>
        )}
      </p>
      {maybe.length > 1 && (
        <p>
          {t('holding.whichOne')}{' '}
          {maybe.map((person) => (
            <button key={person.id} type='button' className={buttons.small} onClick={() => choose(person)}>
              {person.name}
            </button>
          ))}
        </p>
      )}
      {lacks.length === 0 && (
        <button type='button' className={buttons.small} onClick={submit}>
          {t('holding.addAction')}
        </button>
      )}
    </div>
  )
}
