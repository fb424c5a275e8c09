/** Months of the year, each with a box to tick. */
import { useWords } from '../../language.ts'
import forms from '../Forms.module.css'

const months = Array.from({ length: 12 }, (_, i) => i + 1)

export function MonthBoxes({
  legend,
  value,
  change,
}: {
  legend: string
  value: readonly number[]
  change: (months: number[]) => void
}) {
  const { locale } = useWords()
  return (
    <fieldset className={forms.boxes}>
      <legend>{legend}</legend>
      {months.map((month) => (
        <label key={month}>
          <input
            type='checkbox'
            checked={value.includes(month)}
            onChange={(event) =>
              change(months.filter((each) => (each === month ? event.target.checked : value.includes(each))))
            }
          />
          {monthName(month, locale)}
        </label>
      ))}
    </fieldset>
  )
}

const monthName = (month: number, locale: 'sv' | 'en') =>
  new Intl.DateTimeFormat(locale === 'sv' ? 'sv-SE' : 'en-GB', { month: 'short', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2024, month - 1, 1)),
  )
