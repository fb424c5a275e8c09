/** Needs that are like the one being written, each read in place; whoever wants the same follows that one instead. */
import { useDeferredValue } from 'react'
import { Link } from 'wouter'
import { initiatives } from '#src/lists/initiatives.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'
import { useWords } from '../language.ts'
import type { NeedValues } from '../ui/ownNeeds.ts'
import { useSimilar } from '../ui/similar/useSimilar.ts'
import styles from './Need.module.css'

const MOST_SHOWN = 3
/** Fewer letters than these say nothing of what it is about. */
const ENOUGH_LETTERS = 8

export function SimilarHints({ values, follow }: { values: NeedValues; follow: (key: string) => void }) {
  const { t, word } = useWords()
  const { session } = useSession()
  const all = useItems(session.data, initiatives)
  const title = useDeferredValue(values.title)
  const enough = `${title}${values.need}`.trim().length >= ENOUGH_LETTERS
  const { found } = useSimilar(
    enough ? { title, need: values.need, benefit: values.benefit } : { title: '' },
    { most: MOST_SHOWN },
  )
  if (!enough || found.length === 0) return null
  return (
    <aside className={styles.similar} aria-labelledby='similar-title'>
      <h2 id='similar-title'>{t('propose.similar')}</h2>
      <p className={styles.help}>{t('propose.similarWhy')}</p>
      {found.slice(0, MOST_SHOWN).map(({ key, number, title: name, stage, state, unit }) => {
        const row = all.find((one) => one.key === key)
        return (
          <details key={key}>
            <summary>
              <b>{name}</b>{' '}
              <span className={styles.quiet}>
                {[number, word('stages', stage), state === 'active' ? '' : word('states', state), unit?.title]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </summary>
            {row?.need && <p>{row.need}</p>}
            {row?.benefit && <p className={styles.quiet}>{row.benefit}</p>}
            <p className={styles.actions}>
              <button type='button' className={styles.button} onClick={() => follow(key)}>
                {t('propose.same')}
                <span className='visually-hidden'> ({name})</span>
              </button>
              <Link href={`/need/${encodeURIComponent(key)}`}>
                {t('propose.open')}
                <span className='visually-hidden'> {name}</span>
              </Link>
            </p>
          </details>
        )
      })}
    </aside>
  )
}
