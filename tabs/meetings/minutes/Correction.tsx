/** What a corrected version says otherwise than the one before it, and why. */
import { agendaItems } from '#src/lists/meetings.ts'
import type { MinutesPicture } from '#src/rules/minutes.ts'
import { formatDay } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { numberedTitle } from './corrected.ts'
import styles from './Minutes.module.css'

export function Correction({ picture: { correction, items } }: { picture: MinutesPicture }) {
  const words = useWords()
  const { t, locale } = words
  const { today } = useSession()
  if (!correction) return null
  const { of, by, on, reason, changes } = correction
  const nameOf = (key: string) => {
    const item = items.find((one) => one.key === key)
    return item ? numberedTitle(item) : key
  }
  return (
    <div className={styles.decision}>
      <h3>{t('minutes.correctionOf', { version: of })}</h3>
      <p>{t('minutes.correctedBy', { name: by.name, day: formatDay(on, locale, today), reason })}</p>
      <ul className={styles.names}>
        {changes.map(({ item, field, before, after }) => (
          <li key={`${item} ${field}`}>
            {t('minutes.changed', {
              what: `${nameOf(item)}, ${words.label(agendaItems, field)}`,
              before: before || t('minutes.empty'),
              after: after || t('minutes.empty'),
            })}
          </li>
        ))}
      </ul>
    </div>
  )
}
