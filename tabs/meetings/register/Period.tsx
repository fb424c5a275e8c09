/** When it was decided: any time, a year, or between two days. */
import { useState } from 'react'
import type { RegisterFilter } from '#src/rules/deciding/register.ts'
import { useWords } from '../../language.ts'

export function Period({
  years,
  filter: { from, to },
  change,
}: {
  years: readonly number[]
  filter: Pick<RegisterFilter, 'from' | 'to'>
  change: (next: { from?: string | undefined; to?: string | undefined }) => void
}) {
  const { t } = useWords()
  const [own, setOwn] = useState(false)
  const year = yearIn(from, to)
  const isOwn = own || (year === undefined && (from !== undefined || to !== undefined))
  return (
    <>
      <select
        aria-label={t('decisions.period')}
        value={isOwn ? 'own' : (year ?? '')}
        onChange={({ target: { value } }) => {
          setOwn(value === 'own')
          if (value === 'own') return
          change(
            value ? { from: `${value}-01-01`, to: `${value}-12-31` } : { from: undefined, to: undefined },
          )
        }}
      >
        <option value=''>{t('decisions.anyTime')}</option>
        {[...new Set([...years.map(String), ...(year ? [year] : [])])].map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
        <option value='own'>{t('decisions.ownPeriod')}</option>
      </select>
      {isOwn && (
        <>
          <input
            type='date'
            aria-label={t('decisions.from')}
            value={from ?? ''}
            onChange={({ target }) => change({ from: target.value })}
          />
          <span aria-hidden='true'>–</span>
          <input
            type='date'
            aria-label={t('decisions.to')}
            value={to ?? ''}
            onChange={({ target }) => change({ to: target.value })}
          />
        </>
      )}
    </>
  )
}

/** The year that two days are the first and the last of. */
const yearIn = (from: string | undefined, to: string | undefined) =>
  from?.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31` ? from.slice(0, 4) : undefined
