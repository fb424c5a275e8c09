/** What the next gate lacks, each a way to the field it is written in. */
import type { GateName } from '#src/rules/gates.ts'
import { type Need, needs } from '#src/rules/needs.ts'
import { useWords } from '../../language.ts'
import styles from './Deciding.module.css'

/** More than this is folded: a long list of lacks hides what is there. */
const MOST_OPEN = 8

export function MissingNeeds({
  gate,
  missing,
  goTo,
}: {
  gate: GateName
  missing: readonly Need[]
  goTo: (field: string) => void
}) {
  const { t } = useWords()
  if (missing.length === 0) return <p>{t('initiative.ready')}</p>
  return (
    <details open={missing.length <= MOST_OPEN}>
      <summary>
        {t('initiative.missing', { gate })} ({missing.length})
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
