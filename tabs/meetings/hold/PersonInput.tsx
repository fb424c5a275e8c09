/** Picks a person by typing a name: the browser's own list of those the governance knows, and of the directory while typing. */
import { useId, useState } from 'react'
import type { Person } from '#src/lists/columns.ts'
import { useOptions } from '../../ui/fields/options.ts'
import { useDirectory } from '../../ui/fields/useDirectory.ts'
import forms from '../Forms.module.css'

/** A browser draws every option it is given. */
const MOST = 40

export function PersonInput({
  label,
  value,
  change,
}: {
  label: string
  value: Person | undefined
  change: (person: Person | undefined) => void
}) {
  const id = useId()
  const known = useOptions('person')
  const directory = useDirectory()
  const [typed, setTyped] = useState<string>()
  const options = [...known, ...directory.found]
  const asked = (typed ?? '').trim().toLowerCase()
  const shown = options.filter(({ text }) => asked.length > 0 && text.toLowerCase().includes(asked))
  const type = (text: string) => {
    setTyped(text)
    const found = options.find((option) => option.text.toLowerCase() === text.trim().toLowerCase())
    if (found && 'id' in found.value) {
      directory.meet(found.value.id)
      change(found.value)
    } else if (text.trim() === '') change(undefined)
    else directory.search(text)
  }
  return (
    <label className={forms.field}>
      {label}
      <input
        list={id}
        value={typed ?? value?.name ?? ''}
        autoComplete='off'
        onChange={(event) => type(event.target.value)}
        onBlur={() => setTyped(undefined)}
      />
      <datalist id={id}>
        {shown.slice(0, MOST).map(({ text, value: of }) => (
          <option key={'id' in of ? of.id : of.key} value={text} />
        ))}
      </datalist>
    </label>
  )
}
