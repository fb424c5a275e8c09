/** The search of Möten: forums by what they are called, meetings and decisions by their words, and the way to search initiatives. */
import { lazy, Suspense, useId } from 'react'
import { Link } from 'wouter'
import type { Forum } from '#src/lists/organisation.ts'
import { foldedSearch } from '#src/rules/deciding/register.ts'
import { useWords } from '../language.ts'
import { useSlashKey } from '../ui/keys/useSlashKey.ts'
import styles from './Meetings.module.css'
import parts from './Parts.module.css'

const FoundElsewhere = lazy(async () => ({
  default: (await import('../ui/found/FoundElsewhere.tsx')).FoundElsewhere,
}))

export function SearchMeetings({
  text,
  change,
  forums,
}: {
  text: string
  change: (text: string) => void
  forums: readonly Forum[]
}) {
  const { t } = useWords()
  const id = useId()
  useSlashKey(id)
  const asked = isSearch(text)
  const bodies = asked ? forumsNamed(forums, text) : []
  return (
    <search>
      <div className={parts.filters}>
        <input
          id={id}
          type='search'
          className={styles.search}
          aria-label={t('meetings.search')}
          placeholder={t('meetings.search')}
          value={text}
          onChange={({ target }) => change(target.value)}
        />
      </div>
      {asked && (
        <section className={styles.section} aria-labelledby={`${id}-found`}>
          <h2 id={`${id}-found`}>{t('meetings.found')}</h2>
          {bodies.length > 0 && (
            <p className={styles.foundForums}>
              <b>{t('meetings.foundForums')}</b>{' '}
              {bodies.map(({ key, title }) => (
                <Link key={key} className={styles.link} href={`/forum/${encodeURIComponent(key)}`}>
                  {title}
                </Link>
              ))}
            </p>
          )}
          <Suspense>
            <FoundElsewhere text={text} />
          </Suspense>
          <p className={styles.foundForums}>
            <Link className={styles.link} href={`/portfolio?q=${encodeURIComponent(text.trim())}`}>
              {t('meetings.searchInitiatives')}
            </Link>
          </p>
        </section>
      )}
    </search>
  )
}

/** One letter is in nearly everything. */
export const isSearch = (text: string) => text.trim().length > 1

function forumsNamed(forums: readonly Forum[], text: string): Forum[] {
  const terms = foldedSearch(text).split(/\s+/).filter(Boolean)
  return forums.filter(({ title, short }) => {
    const said = foldedSearch(`${title} ${short ?? ''}`)
    return terms.every((term) => said.includes(term))
  })
}
