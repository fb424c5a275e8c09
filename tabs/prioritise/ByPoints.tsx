/** The order that points alone make: ties, what is missing, what each is made of, and how well the order holds. */
import { useMemo, useState } from 'react'
import { ranked, type Scored } from '#src/rules/prioritising/scoring.ts'
import { type Steadiness, uncertainOf } from '#src/rules/prioritising/stability.ts'
import { formatList, formatNumber } from '#src/text/format.ts'
import { useWords } from '../language.ts'
import { Breakdown, TotalBar } from './Breakdown.tsx'
import { useSteadiness } from './useSteadiness.ts'
import styles from './ByPoints.module.css'

export interface PointsOf {
  initiative: { key: string; number?: string; title: string; costLowKr?: number; costHighKr?: number }
  scored: Scored
}

/** How wrong a single score may be, in steps, when it is reckoned with. */
const HALF = 0.5
const SURE = 0.8
const FAIRLY = 0.5

export function ByPoints({
  of,
  criteria,
}: {
  /** Those that rank; it must keep its identity between renders. */
  of: readonly PointsOf[]
  criteria: readonly { key: string; title: string; weight: number }[]
}) {
  const { t, locale } = useWords()
  const [by, setBy] = useState<'total' | 'perKrona'>('total')
  const [slack, setSlack] = useState(true)
  const shown = useMemo(() => {
    const some = of.filter(({ scored }) => scored.contributions.some(({ by: count }) => count > 0))
    return by === 'total' ? some : some.filter(({ initiative }) => costOf(initiative) !== undefined)
  }, [of, by])
  const uncertain = useMemo(
    () =>
      shown.map(({ initiative, scored }) => {
        const cost = costOf(initiative)
        return uncertainOf(scored, { ...(cost && { cost }), slack: slack ? HALF : 0 })
      }),
    [shown, slack],
  )
  const steady = useSteadiness(uncertain, by)
  const order = useMemo(() => {
    const worth = shown.map(({ initiative, scored }) => {
      const cost = costOf(initiative)
      const each = by === 'total' || !cost ? 1 : (cost.low + cost.high) / 2
      return { ...scored, total: scored.total / each }
    })
    return ranked(worth)
  }, [shown, by])
  const known = new Map(shown.map((one) => [one.initiative.key, one]))
  const without = of.filter(({ initiative }) => costOf(initiative) === undefined)
  if (of.every(({ scored }) => scored.contributions.every(({ by: count }) => count === 0)))
    return <p>{t('scoring.nobodyScored')}</p>
  return (
    <section aria-label={t('scoring.byPoints')} className={styles.section}>
      <p className={styles.quiet}>{t('scoring.byPointsAbout')}</p>
      <div className={`${styles.tools} no-print`}>
        <label>
          {t('scoring.orderBy')}{' '}
          <select value={by} onChange={(event) => setBy(event.target.value as typeof by)}>
            <option value='total'>{t('scoring.orderBy.total')}</option>
            <option value='perKrona'>{t('scoring.orderBy.perKrona')}</option>
          </select>
        </label>
        <label>
          <input type='checkbox' checked={slack} onChange={(event) => setSlack(event.target.checked)} />{' '}
          {t('scoring.slack')}
        </label>
      </div>
      <ol className={styles.list}>
        {order.map(({ initiative: key, rank, isTied }) => {
          const one = known.get(key)
          if (!one) return null
          const { initiative, scored } = one
          return (
            <li key={key} value={rank}>
              <span className={styles.rank}>
                {rank}
                {isTied && <small>{t('scoring.tied')}</small>}
              </span>
              <span className={styles.name}>
                {initiative.number} {initiative.title}
                <small>
                  <HowSure of={steady?.get(key)} />
                </small>
              </span>
              <details className={styles.points}>
                <summary>
                  <TotalBar scored={scored} />
                  {t('scoring.points', { points: formatNumber(Math.round(scored.total), locale) })}
                  {scored.missing.length > 0 && ` · ${t('scoring.lacks', { count: scored.missing.length })}`}
                </summary>
                <Breakdown scored={scored} criteria={criteria} />
              </details>
            </li>
          )
        })}
      </ol>
      {by === 'perKrona' && without.length > 0 && (
        <p className={styles.quiet}>
          {t('scoring.noCost', {
            names: formatList(
              without.map(({ initiative }) => initiative.number ?? initiative.title),
              locale,
            ),
          })}
        </p>
      )}
    </section>
  )
}

/** In words, with the number behind. */
function HowSure({ of }: { of: Steadiness | undefined }) {
  const { t, locale } = useWords()
  if (!of) return t('scoring.drawing')
  const { holds, from, to } = of
  const share = formatNumber(Math.round(holds * 100), locale)
  if (holds >= SURE || from === to) return t('scoring.sure', { share })
  return t(holds >= FAIRLY ? 'scoring.fairly' : 'scoring.unsure', { share, from, to })
}

function costOf({ costLowKr, costHighKr }: PointsOf['initiative']) {
  const low = costLowKr ?? costHighKr
  const high = costHighKr ?? costLowKr
  return low !== undefined && high !== undefined && high > 0 ? { low, high } : undefined
}
