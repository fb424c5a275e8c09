/** Similar needs as a list: which they are, where they stand, and the words that made them alike. */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useWords } from '../../language.ts'
import type { SimilarNeed } from './useSimilar.ts'
import styles from './Similar.module.css'

/** `renderAction` makes a button for a need, beside it. The page's subjects must hold `similar`. */
export function SimilarNeeds({
  found,
  renderAction,
}: {
  found: readonly SimilarNeed[]
  renderAction?: (need: SimilarNeed) => ReactNode
}) {
  const { t, word } = useWords()
  return (
    <ul className={styles.list}>
      {found.map((need) => (
        <li key={need.key} className={styles.need}>
          <div className={styles.what}>
            <Link className={styles.link} href={`/initiative/${encodeURIComponent(need.key)}`}>
              {need.number} {need.title}
            </Link>
            <div className={styles.quiet}>
              {[
                t(`similarLevel.${need.level}`),
                word('stages', need.stage),
                ...(need.state === 'active' ? [] : [word('states', need.state)]),
                ...(need.unit ? [need.unit.title] : []),
              ].join(' · ')}
            </div>
            {need.why.length > 0 && (
              <div className={styles.quiet}>{t('similar.why', { words: need.why.join(', ') })}</div>
            )}
          </div>
          {renderAction && <div className={styles.action}>{renderAction(need)}</div>}
        </li>
      ))}
    </ul>
  )
}
