/** The lines of an order with their reasons, and the line where the money ends; what stands below it is the waiting list. */
import { Link } from 'wouter'
import type { RankedLine } from '#src/lists/prioritising.ts'
import { formatKr, formatKrExact, formatNumber } from '#src/text/format.ts'
import type { Scored } from '#src/rules/prioritising/scoring.ts'
import { useWords } from '../language.ts'
import { Breakdown, TotalBar } from './Breakdown.tsx'
import styles from './Ranking.module.css'

export type Weighed = readonly { key: string; title: string; weight: number }[]

export interface ShownLine {
  rank: number
  initiative: { key: string; title: string; number?: string }
  basis: RankedLine['basis']
  reason?: string | undefined
  scored: Pick<Scored, 'total' | 'contributions' | 'missing'>
  needKr: number
  isCoarse?: boolean
  isWithin: boolean
  waitsFor?: readonly { key: string; title: string }[]
  /** Kronor past what may be ranked for, with this line. */
  overKr?: number | undefined
}

export function RankingLines({
  lines,
  frameEnd,
  criteria,
}: {
  lines: readonly ShownLine[]
  /** What is said where the money ends; nothing where no frame is set. */
  frameEnd?: string | undefined
  /** What is scored by, and what each weighs; empty where the forum has none. */
  criteria: Weighed
}) {
  const { t } = useWords()
  const within = lines.filter(({ isWithin }) => isWithin)
  const beyond = lines.filter(({ isWithin }) => !isWithin)
  const list = (shown: readonly ShownLine[], label: string) => (
    <ol className={styles.lines} start={shown[0]?.rank ?? 1} aria-label={label}>
      {shown.map((line) => (
        <Line key={line.initiative.key} line={line} criteria={criteria} />
      ))}
    </ol>
  )
  return (
    <>
      <section className={styles.section} aria-labelledby='ranking-lines'>
        <h2 id='ranking-lines'>{t(frameEnd ? 'ranking.within' : 'ranking.lines')}</h2>
        {within.length > 0 ? list(within, t('ranking.lines')) : <p>{t('ranking.noneWithin')}</p>}
        {frameEnd && <p className={styles.end}>{frameEnd}</p>}
      </section>
      {frameEnd && beyond.length > 0 && (
        <section className={styles.section} aria-labelledby='ranking-waiting'>
          <h2 id='ranking-waiting'>{t('ranking.waiting')}</h2>
          {list(beyond, t('ranking.waiting'))}
        </section>
      )}
    </>
  )
}

function Line({ line, criteria }: { line: ShownLine; criteria: Weighed }) {
  const { t, locale } = useWords()
  const { rank, initiative, basis, reason, needKr, isCoarse, waitsFor = [], overKr, isWithin } = line
  const why = [
    reason && t('ranking.movedWhy', { reason }),
    waitsFor.length > 0 && t('ranking.waitsFor', { titles: waitsFor.map(({ title }) => title).join(', ') }),
    !isWithin && overKr !== undefined && overKr > 0 && t('ranking.over', { kr: formatKr(overKr, locale) }),
    !isWithin && overKr !== undefined && overKr <= 0 && t('ranking.behindLine'),
  ].flatMap((sentence) => (sentence ? [sentence] : []))
  return (
    <li className={styles.line} value={rank}>
      <span className={styles.rank}>{rank}</span>
      <span>
        <Link href={`/initiative/${encodeURIComponent(initiative.key)}`}>
          {initiative.number ? `${initiative.number} ` : ''}
          {initiative.title}
        </Link>{' '}
        {basis !== 'ranked' && <span className={styles.tag}>{t(`ranking.basis.${basis}`)}</span>}
        {why.map((sentence) => (
          <div key={sentence} className={styles.why}>
            {sentence}
          </div>
        ))}
      </span>
      {criteria.length > 0 ? <Points line={line} criteria={criteria} /> : <span />}
      <span className={styles.money} title={formatKrExact(needKr, locale)}>
        {isCoarse && needKr === 0
          ? t('ranking.unknownCost')
          : t(isCoarse ? 'ranking.coarse' : 'ranking.need', { kr: formatKr(needKr, locale) })}
      </span>
    </li>
  )
}

/** The total with what it is made of, a click away. */
function Points({ line: { scored }, criteria }: { line: ShownLine; criteria: Weighed }) {
  const { t, locale } = useWords()
  const { total, contributions, missing } = scored
  if (contributions.every(({ value }) => value === undefined))
    return <span className={styles.quiet}>{t('ranking.unscored')}</span>
  return (
    <details className={styles.points}>
      <summary>
        <b>{t('ranking.points', { points: formatNumber(Math.round(total), locale) })}</b>
        {missing.length > 0 && ` · ${t('ranking.missing', { count: missing.length })}`}
        <TotalBar scored={scored} />
      </summary>
      <Breakdown scored={scored} criteria={criteria} />
    </details>
  )
}
