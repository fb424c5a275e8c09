/** What the next decision lacks, each a way to the field it is written in. */
import { type Need, needs } from '#src/rules/needs.ts'
import { useWords } from '../../language.ts'
import styles from './Deciding.module.css'

/** More than this is folded: a long list of lacks hides what is there. */
const MOST_OPEN = 8

export function MissingNeeds({
  title,
  ready = '',
  missing,
  goTo,
}: {
  /** What it is that lacks them. */
  title: string
  /** Before the sentence that nothing is missing. */
  ready?: string
  missing: readonly Need[]
  goTo: (field: string) => void
}) {
  const { t } = useWords()
  if (missing.length === 0) {
    const said = t('initiative.ready')
    return <p>{ready ? ready + said.charAt(0).toLowerCase() + said.slice(1) : said}</p>
  }
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
