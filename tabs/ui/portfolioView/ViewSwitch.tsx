/** The views of one filtered set of initiatives: going from one to the other keeps search and filters. */
import { Link, useLocation, useSearch } from 'wouter'
import { useWords } from '../../language.ts'
import styles from './FilterBar.module.css'

const views = [
  ['/portfolio', 'portfolio.asTable'],
  ['/board', 'portfolio.asFunnel'],
  ['/bubbles', 'portfolio.asBubbles'],
  ['/roadmap', 'portfolio.asRoadmap'],
  ['/flow', 'portfolio.asFlow'],
  ['/receiving', 'portfolio.asReceiving'],
  ['/balance', 'portfolio.asBalance'],
  ['/changes', 'portfolio.asChanges'],
] as const

export function ViewSwitch() {
  const { t } = useWords()
  const [here] = useLocation()
  const search = useSearch()
  return (
    <nav aria-label={t('portfolio.shape')} className={`${styles.views} no-print`}>
      {views.map(([path, name]) => (
        <Link
          key={path}
          href={`${path}${search && `?${search}`}`}
          className={styles.view ?? ''}
          aria-current={here === path || (here === '/' && path === '/portfolio') ? 'page' : undefined}
        >
          {t(name)}
        </Link>
      ))}
    </nav>
  )
}
