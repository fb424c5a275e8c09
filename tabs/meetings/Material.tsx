/** What an item rests on: files and pages, those with an address as links. */
import type { Link } from '#src/lists/shapes.ts'
import { useWords } from '../language.ts'
import styles from './Meetings.module.css'

export function Material({ links }: { links: readonly Link[] | undefined }) {
  const { t } = useWords()
  if (!links?.length) return null
  return (
    <ul className={styles.material} aria-label={t('meetings.material')}>
      {links.map(({ name, url }, i) => (
        <li key={`${i} ${name}`}>
          {url ? (
            <a className={styles.link} href={url} target='_blank' rel='noreferrer'>
              {name}
            </a>
          ) : (
            name
          )}
        </li>
      ))}
    </ul>
  )
}
