/** What lands on a unit in a month or a quarter, one by one: the heaviest first, others' projects named as such. */
import { useEffect, useRef } from 'react'
import type { Arrival, MonthLoad, UnitLoad } from '#src/rules/pictures/unitLoad.ts'
import { receptionKinds } from '#src/lists/receptions.ts'
import { formatList } from '#src/text/format.ts'
import { useWords } from '../../language.ts'
import { InitiativeLink } from '../lens/InitiativeLink.tsx'
import { cellLabel, columnName } from './says.ts'
import type { Column } from './windows.ts'
import styles from '../lens/Lens.module.css'

export function Landing({ load, column, month }: { load: UnitLoad; column: Column; month: MonthLoad }) {
  const words = useWords()
  const { t, of, locale } = words
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const kindsOf = (arrivals: readonly Arrival[]) => {
    const names = arrivals.map(({ kind }) => (kind ? of(receptionKinds, kind) : t('receiving.unplanned')))
    const [first, ...others] = [...new Set(names)].toSorted()
    return formatList([first ?? '', ...others.map((name) => name.toLowerCase())], locale)
  }
  const byInitiative = [...Map.groupBy(month.arrivals, ({ initiative }) => initiative.key).values()]
  const rows = byInitiative
    .flatMap((arrivals) => {
      const [first] = arrivals
      return first ? [{ initiative: first.initiative, arrivals, days: daysOf(arrivals) }] : []
    })
    .toSorted((a, b) => b.days - a.days)
  return (
    <section className={styles.below} aria-live='polite'>
      <h3 ref={heading}>
        {t('receiving.lands', { unit: load.unit.title, month: columnName(column, words) })}
      </h3>
      <p className={styles.quiet}>{cellLabel(load, column, month, words)}</p>
      <ul className={styles.rows}>
        {rows.map(({ initiative, arrivals, days }) => (
          <li key={initiative.key}>
            <span className={styles.main}>
              <InitiativeLink initiative={initiative} />
            </span>
            <span className={styles.end}>
              {kindsOf(arrivals)}
              {elsewhere(arrivals, load) && `, ${elsewhere(arrivals, load)}`}
              {days > 0 && `, ${t('receiving.days', { count: days })}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const daysOf = (arrivals: readonly Arrival[]) => arrivals.reduce((sum, { days = 0 }) => sum + days, 0)

/** The units under it that receive, where it isn't the unit itself. */
const elsewhere = (arrivals: readonly Arrival[], { unit }: UnitLoad) =>
  [...new Set(arrivals.flatMap((one) => (one.unit.key === unit.key ? [] : [one.unit.title])))].join(', ')
