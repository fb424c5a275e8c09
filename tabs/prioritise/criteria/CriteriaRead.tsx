/** A forum's criteria for whoever only reads them. */
import type { Criterion } from '#src/lists/prioritising.ts'
import { formatNumber } from '#src/text/format.ts'
import { useWords } from '../../language.ts'
import { ShareBar } from './ShareBar.tsx'
import styles from './Criteria.module.css'

export function CriteriaRead({ rows }: { rows: readonly Criterion[] }) {
  const { t, locale } = useWords()
  const sum = rows.reduce((total, { weight }) => total + weight, 0)
  if (rows.length === 0) return <p>{t('scoring.noCriteriaYet')}</p>
  return (
    <ol className={styles.list}>
      {rows.map(({ key, title, meaning, weight, anchors = [] }) => {
        const share = sum > 0 ? (weight * 100) / sum : 0
        return (
          <li key={key} className={styles.card}>
            <h3>{title}</h3>
            <span className={styles.share}>
              <ShareBar share={share} />
              {t('scoring.shareOf', { share: formatNumber(Math.round(share * 10) / 10, locale) })}
            </span>
            {meaning && <p>{meaning}</p>}
            {anchors.some(Boolean) && (
              <ol className={styles.anchors}>
                {anchors.map((anchor, i) => (
                  <li key={i}>{anchor}</li>
                ))}
              </ol>
            )}
          </li>
        )
      })}
    </ol>
  )
}
