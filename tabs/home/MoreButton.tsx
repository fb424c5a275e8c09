/** Shows the rest of a list that was cut, and cuts it again. */
import { formatNumber } from '#src/text/format.ts'
import { useWords } from '../language.ts'
import styles from './Home.module.css'

export function MoreButton({
  count,
  most,
  all,
  change,
}: {
  count: number
  most: number
  all: boolean
  change: (all: boolean) => void
}) {
  const { t, locale } = useWords()
  if (count <= most) return null
  return (
    <button type='button' className={styles.more} aria-expanded={all} onClick={() => change(!all)}>
      {all ? t('home.showFewer') : t('home.showAll', { count: formatNumber(count, locale) })}
    </button>
  )
}
