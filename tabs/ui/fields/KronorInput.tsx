/** Whole kronor; spaces between thousands may be typed. */
import { Input } from '@fluentui/react-components'
import { useState } from 'react'

export function KronorInput({
  value,
  change,
  ...rest
}: {
  value: number | undefined
  change: (kr: number | null) => void
  'aria-label'?: string
}) {
  const [typed, setTyped] = useState(value === undefined ? '' : String(value))
  const read = (text: string) => {
    const digits = text.replaceAll(/[\s\u00A0\u202F]/g, '')
    return digits === '' ? null : Number(digits.replace(',', '.'))
  }
  const shown =
    read(typed) === (value ?? null) || Number.isNaN(read(typed))
      ? typed
      : value === undefined
        ? ''
        : String(value)
  return (
    <Input
      {...rest}
      inputMode='numeric'
      contentAfter='kr'
      value={shown}
      onChange={(_, d) => {
        setTyped(d.value)
        change(read(d.value))
      }}
    />
  )
}
