/** What the next decision lacks, each a way to the field it is written in. */
import { type Need, needs } from '#src/rules/needs.ts'
import { useWords } from '../../language.ts'
import styles from './Deciding.module.css'

/** More than this is folded: a long list of lacks hides what is there. */
const MOST_OPEN = 8

export function MissingNeeds({
  title,
  missing,
  goTo,
}: {
  /** What it is that lacks them. */
  title: string
  missing: readonly Need[]
  goTo: (field: string) => void
}) {
  const { t } = useWords()
  if (missing.length === 0) return <p>{t('initiative.ready')}</p>
  return (
    <details open={missing.length <= MOST_OPEN}>
      <summary>
        {title} ({missing.length})
      </summary>
      <ul className={styles.missing}>
        {missing.map((need) => (
          <li key={need}>
            <button type='button' className={styles.linkButton} onClick={() => goTo(needs[need].field)}>
              {t(`need.${need}`)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
