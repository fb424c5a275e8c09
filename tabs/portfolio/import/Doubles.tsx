/** Rows that may be the same need as another: a doubt to open, never a reason not to save. */
import { Link } from 'wouter'
import type { PlannedNeed } from '#src/import/plan.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { formatNumber } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import { useWords } from '../../language.ts'
import { type Double, useDoubles } from './useDoubles.ts'
import styles from './Import.module.css'

/** A longer list is read by nobody; the rest is found on each need's own page after the import. */
const MOST_SHOWN = 100

export function Doubles({ rows }: { rows: readonly PlannedNeed[] }) {
  const { t, locale } = useWords()
  const { doubles, done, total } = useDoubles(rows)
  const count = (n: number) => formatNumber(n, locale)
  if (doubles.length === 0 && done === total) return null
  return (
    <details className={styles.part}>
      <summary>
        <h2 className={styles.heading}>{t('import.doubles')}</h2>{' '}
        <span className={styles.note} role='status'>
          {done < total
            ? t('import.comparing', { done: count(done), total: count(total) })
            : count(doubles.length)}
        </span>
      </summary>
      <p className={styles.help}>{t('import.doublesHelp')}</p>
      <ul className={styles.list}>
        {doubles.slice(0, MOST_SHOWN).map((double) => (
          <li key={`${double.row.row} ${'row' in double.other ? double.other.row.row : double.other.key}`}>
            <Row row={double.row} /> {t('import.isLike')} <Other other={double.other} />
            {double.why.length > 0 && (
              <span className={styles.note}> {t('similar.why', { words: double.why.join(', ') })}</span>
            )}
          </li>
        ))}
      </ul>
      {doubles.length > MOST_SHOWN && (
        <p>{t('import.doublesMore', { count: count(doubles.length - MOST_SHOWN) })}</p>
      )}
    </details>
  )
}

function Row({ row: { row, title } }: { row: PlannedNeed }) {
  const { t } = useWords()
  return <>{`${t('import.row')} ${row}: ${title}`}</>
}

function Other({ other }: Pick<Double, 'other'>) {
  const { session } = useSession()
  const all = useItems(session.data, initiatives)
  if ('row' in other) return <Row row={other.row} />
  const need = all.find(({ key }) => key === other.key)
  return (
    <Link className={styles.link} href={`/initiative/${encodeURIComponent(other.key)}`}>
      {need ? `${need.number} ${need.title}` : other.key}
    </Link>
  )
}
