/** A quarter chosen in a list, some years around what is planned. */
import { quarterIn, type QuarterNumber, quarterText } from '#src/rules/pictures/roadmap.ts'
import { formatQuarter } from '#src/text/format.ts'
import { useWords } from '../../language.ts'

/** How far ahead a time may be chosen, and back. */
const AROUND = 16

export function Quarters({
  label,
  value,
  around,
  change,
}: {
  label: string
  value: QuarterNumber | undefined
  around: QuarterNumber
  change: (quarter: QuarterNumber) => void
}) {
  const { locale, t } = useWords()
  const [first, last] = [
    Math.min(around - AROUND, value ?? around),
    Math.max(around + AROUND, value ?? around),
  ]
  const all = Array.from({ length: last - first + 1 }, (_, i) => quarterText(first + i))
  return (
    <label>
      {label}
      <select
        value={value === undefined ? '' : quarterText(value)}
        onChange={({ target }) => {
          const quarter = quarterIn(target.value, 'first')
          if (quarter !== undefined) change(quarter)
        }}
      >
        {value === undefined && <option value=''>{t('pictures.unknown')}</option>}
        {all.map((text) => (
          <option key={text} value={text}>
            {formatQuarter(text, locale)}
          </option>
        ))}
      </select>
    </label>
  )
}
