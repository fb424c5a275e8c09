/** One need by number and title, with where it stands; the way to its page. */
import { Link } from 'wouter'
import type { Initiative } from '#src/lists/initiatives.ts'
import { useWords } from '../../language.ts'
import styles from './Similar.module.css'

export function NeedLink({ need }: { need: Initiative }) {
  const { t, word } = useWords()
  const contact = need.contact?.name ?? need.contactAsWritten
  return (
    <div className={styles.what}>
      <Link className={styles.link} href={`/initiative/${encodeURIComponent(need.key)}`}>
        {need.number} {need.title}
      </Link>
      <div className={styles.quiet}>
        {[
          word('stages', need.stage),
          ...(need.state === 'active' ? [] : [word('states', need.state)]),
          ...(need.unit ? [need.unit.title] : []),
          ...(contact ? [t('similar.contact', { who: contact })] : []),
        ].join(' · ')}
      </div>
    </div>
  )
}
