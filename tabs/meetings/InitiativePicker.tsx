/** Picks an initiative by typing its number or words of its title: the browser's own list. */
import { useId, useMemo, useState } from 'react'
import type { Ref } from '#src/lists/columns.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'
import { useWords } from '../language.ts'
import forms from './Forms.module.css'

/** A browser draws every option it is given. */
const MOST = 50

export function InitiativePicker({
  value,
  change,
}: {
  value: Ref | undefined
  change: (value: Ref | undefined) => void
}) {
  const { t } = useWords()
  const { session } = useSession()
  const all = useItems(session.data, initiatives)
  const [typed, setTyped] = useState<string>()
  const list = useId()
  const named = useMemo(
    () => all.map((one) => ({ text: `${one.number} ${one.title}`, ref: { key: one.key, title: one.title } })),
    [all],
  )
  const shown = typed ?? named.find(({ ref }) => ref.key === value?.key)?.text ?? value?.title ?? ''
  const wanted = (typed ?? '').trim().toLowerCase()
  const options = wanted === '' ? [] : named.filter(({ text }) => text.toLowerCase().includes(wanted))
  const type = (text: string) => {
    const found = named.find((one) => one.text.toLowerCase() === text.trim().toLowerCase())
    setTyped(found ? undefined : text)
    if (found) change(found.ref)
    else if (text.trim() === '') change(undefined)
  }
  return (
    <label className={forms.field}>
      {t('meetings.about')}
      <input
        list={list}
        value={shown}
        placeholder={t('meetings.aboutHint')}
        onChange={(event) => type(event.target.value)}
        onBlur={() => setTyped(undefined)}
      />
      <datalist id={list}>
        {options.slice(0, MOST).map(({ text, ref }) => (
          <option key={ref.key} value={text} />
        ))}
      </datalist>
    </label>
  )
}
