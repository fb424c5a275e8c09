/** Narrows the follow-up: by portfolio, by how things stand, to what is mine. Each choice tells how many it gives. */
import { useId } from 'react'
import { formatMonth } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import { type Filter, passes, type Row, type Standing, standings, standingsOf } from './overview.ts'
import styles from './FollowUp.module.css'

export function Filters({
  rows,
  month,
  filter,
  change,
}: {
  rows: readonly Row[]
  /** The newest one. */
  month: string
  filter: Filter
  change: (filter: Filter) => void
}) {
  const { t, word, locale } = useWords()
  const { session } = useSession()
  const [portfolioId, lightId] = [useId(), useId()]
  const without = (part: keyof Filter) => rows.filter((row) => passes(row, filter, session.person.id, part))
  const portfolios = new Map(rows.map(({ initiative: { portfolio } }) => [portfolio.key, portfolio.title]))
  const inPortfolio = Map.groupBy(without('portfolio'), ({ initiative }) => initiative.portfolio.key)
  const standing = without('standing')
  const nameOf = (name: Standing) =>
    name === 'questioned'
      ? t('followUp.questionedGreen')
      : name === 'missing'
        ? t('followUp.missing')
        : word('lights', name)
  return (
    <div className={styles.filters}>
      <label htmlFor={portfolioId}>{t('followUp.portfolio')}</label>
      <select
        id={portfolioId}
        value={filter.portfolio}
        onChange={(event) => change({ ...filter, portfolio: event.target.value })}
      >
        <option value=''>{t('followUp.all')}</option>
        {[...portfolios]
          .toSorted(([, a], [, b]) => a.localeCompare(b, locale))
          .map(([key, title]) => (
            <option key={key} value={key}>
              {title} ({inPortfolio.get(key)?.length ?? 0})
            </option>
          ))}
      </select>
      <label htmlFor={lightId}>{t('followUp.light', { month: formatMonth(month, locale) })}</label>
      <select
        id={lightId}
        value={filter.standing}
        onChange={(event) => change({ ...filter, standing: event.target.value as Standing | '' })}
      >
        <option value=''>{t('followUp.all')}</option>
        {standings.map((name) => (
          <option key={name} value={name}>
            {nameOf(name)} ({standing.filter((row) => standingsOf(row).includes(name)).length})
          </option>
        ))}
      </select>
      <label className={styles.mine}>
        <input
          type='checkbox'
          checked={filter.mine}
          onChange={(event) => change({ ...filter, mine: event.target.checked })}
        />{' '}
        {t('followUp.mine')}
      </label>
    </div>
  )
}
