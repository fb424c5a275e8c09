/** What the business case comes to: its value in today's kronor, who pays, what it costs afterwards, and what has no price. */
import { use, useId } from 'react'
import { useSearchParams } from 'wouter'
import { portfolios } from '#src/lists/portfolios.ts'
import { yearOf } from '#src/rules/calendar.ts'
import { type CaseValue as Value, caseSpan, caseValueOf } from '#src/rules/money/caseValue.ts'
import { MOST_RATE, rateOf } from '#src/rules/money/netValue.ts'
import { formatKr, formatList, formatNumber } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'
import { useWords } from '../language.ts'
import type { Whole } from '../ui/useWhole.ts'
import { CaseCurve } from './CaseCurve.tsx'
import { CaseYears, PaidBy } from './CaseTables.tsx'
import styles from './Case.module.css'

const MOST_YEARS = 30

export function CaseValue({ whole: { initiative, costItems, benefits } }: { whole: Whole }) {
  const words = useWords()
  use(words.learn('caseValue'))
  const { t, word, locale } = words
  const { today } = useSession()
  const id = useId()
  const span = caseSpan(costItems, benefits, yearOf(today))
  const { data } = useSession().session
  const set = rateOf(useItems(data, portfolios).find(({ key }) => key === initiative.portfolio.key))
  const [settings, setSettings] = useCaseSettings(span, set)
  const value = caseValueOf(costItems, benefits, settings)
  const alive = <T extends { archived?: boolean }>(rows: readonly T[]) =>
    rows.some(({ archived }) => !archived)
  if (!alive(costItems) && !alive(benefits)) return <p className={styles.quiet}>{t('case.nothing')}</p>
  const kr = (amount: number) => formatKr(amount, locale)
  const payersOf = (payers: readonly string[]) =>
    payers.length > 0 ? t('case.payers', { names: formatList(payers, locale) }) : ''
  const until = Array.from({ length: MOST_YEARS }, (_, i) => span.from + i)
  return (
    <section aria-labelledby={id} className={styles.case}>
      <h3 id={id}>{t('case.title')}</h3>
      <p className={styles.says}>
        <Says value={value} until={settings.until} />
      </p>
      <fieldset className={`${styles.settings} no-print`}>
        <legend className='visually-hidden'>{t('case.settings')}</legend>
        <label>
          {t('case.rate')}{' '}
          <input
            type='number'
            min={0}
            max={MOST_RATE * 100}
            step={0.5}
            value={percentOf(settings.rate)}
            onChange={(event) => setSettings({ rate: Number(event.target.value) / 100 })}
          />
        </label>
        <label>
          {t('case.until')}{' '}
          <select
            value={settings.until}
            onChange={(event) => setSettings({ until: Number(event.target.value) })}
          >
            {until.map((year) => (
              <option key={year} value={year}>
                {year}
              </option>
            ))}
          </select>
        </label>
      </fieldset>
      <p className={styles.quiet}>
        {settings.rate !== set && `${t('case.rateSet', { percent: formatNumber(percentOf(set), locale) })} `}
        {t('case.prices', { year: initiative.priceYear ?? settings.from, from: settings.from })}
      </p>
      <CaseCurve value={value} />
      <CaseYears value={value} />
      {value.paid.length > 0 && <PaidBy paid={value.paid} years={value.years.map(({ year }) => year)} />}
      <h4>{t('case.after')}</h4>
      {value.after.length === 0 ? (
        <p>{t('case.afterNone')}</p>
      ) : (
        <>
          <p>{t('case.afterSum', { kr: kr(value.afterKr) })}</p>
          <ul>
            {value.after.map(({ financing, payers, kr: amount }) => (
              <li key={financing}>
                {t('case.afterBy', {
                  source: word('financings', financing),
                  payers: payersOf(payers),
                  kr: kr(amount),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      <h4>{t('case.gives')}</h4>
      {value.valued.length + value.notValued.length === 0 && <p>{t('case.noBenefits')}</p>}
      <ul>
        {value.valued.map(({ kind, kr: { low, likely, high } }) => (
          <li key={kind}>
            {t('case.givesKind', {
              kind: word('benefitKinds', kind),
              low: kr(low),
              likely: kr(likely),
              high: kr(high),
            })}
          </li>
        ))}
      </ul>
      {value.notValued.length > 0 && (
        <>
          <h4>{t('case.notValued')}</h4>
          <ul>
            {value.notValued.map(({ key, title, unit, measure, owner }) => (
              <li key={key}>{[title, unit?.title, owner?.name, measure].filter(Boolean).join(' · ')}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Says({ value, until }: { value: Value; until: number }) {
  const { t, locale } = useWords()
  const { net, cost, benefit, paidBackIn, perKrona } = value
  const kr = (amount: number) => formatKr(amount, locale)
  if (benefit.high === 0) return t('case.netCost', { cost: kr(cost) })
  return [
    t('case.net', { low: kr(net.low), likely: kr(net.likely), high: kr(net.high) }),
    cost > 0 &&
      (paidBackIn === undefined
        ? t('case.notPaidBack', { year: until })
        : t('case.paidBack', { year: paidBackIn })),
    perKrona !== undefined &&
      t('case.perKrona', { gives: formatNumber(Math.round(perKrona * 100) / 100, locale) }),
  ]
    .filter((part) => typeof part === 'string')
    .join(' ')
}

const percentOf = (rate: number) => Math.round(rate * 1000) / 10

/** As the portfolio has it, unless the link says otherwise: whoever is sent it sees the same. */
function useCaseSettings({ from, until }: { from: number; until: number }, set: number) {
  const [params, setParams] = useSearchParams()
  const rate = params.has('rate') ? Number(params.get('rate')) / 100 : set
  const last = params.has('until') ? Number(params.get('until')) : until
  const settings = {
    from,
    until: last >= from && last < from + MOST_YEARS ? Math.floor(last) : until,
    rate: rate >= 0 && rate <= MOST_RATE ? rate : set,
  }
  const change = (next: { rate?: number; until?: number }) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        if (next.rate !== undefined) after.set('rate', String(percentOf(next.rate)))
        if (next.until !== undefined) after.set('until', String(next.until))
        return after
      },
      { replace: true },
    )
  return [settings, change] as const
}
