/** A share of 100 as a bar, beside the number that says the same. */
import styles from './Criteria.module.css'

export function ShareBar({ share }: { share: number }) {
  return (
    <span className={styles.bar} aria-hidden='true'>
      <i style={{ inlineSize: `${Math.max(0, Math.min(100, share))}%` }} />
    </span>
  )
}
