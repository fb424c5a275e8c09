/** Small things that minutes say again and again: a person with title, who does what by when. */
import type { MinutesAction } from '#src/rules/meetings/minutesItems.ts'
import type { NamedPerson } from '#src/rules/meetings/minutesPeople.ts'
import { formatDay } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import styles from './Minutes.module.css'

export const withTitle = ({ name, title }: NamedPerson) => (title ? `${name}, ${title}` : name)

/** Who does what by when, as a line each. */
export function ActionList({ actions }: { actions: readonly MinutesAction[] }) {
  const { t, locale } = useWords()
  const { today } = useSession()
  return (
    <ul className={styles.names}>
      {actions.map(({ key, title, owner, due }) => (
        <li key={key}>
          {t('minutes.actionLine', { what: title, who: owner.name, day: formatDay(due, locale, today) })}
        </li>
      ))}
    </ul>
  )
}
