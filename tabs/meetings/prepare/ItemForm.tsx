/** An item of the agenda, to fill in: what is half written stays until it is saved. */
import { use, useEffect, useRef } from 'react'
import type { Person, Ref } from '#src/lists/columns.ts'
import { type AgendaItem, agendaItems, type ItemKind, itemKinds } from '#src/lists/meetings.ts'
import type { Link } from '#src/lists/shapes.ts'
import { same } from '#src/rules/initiatives/editing.ts'
import { useWords } from '../../language.ts'
import { OnePicker } from '../../ui/fields/Picker.tsx'
import { useOptions } from '../../ui/fields/options.ts'
import { useDirectory } from '../../ui/fields/useDirectory.ts'
import { InitiativePicker } from '../InitiativePicker.tsx'
import { MeetingForm } from '../MeetingForm.tsx'
import { useAsk } from '../useAsk.ts'
import { useKeptDraft } from '../useKeptDraft.ts'
import { MaterialEdit } from './MaterialEdit.tsx'
import forms from '../Forms.module.css'

interface Values {
  title: string
  kind: ItemKind
  presenter: Person | null
  minutes: number | null
  initiative: Ref | null
  proposal: string | null
  material: Link[] | null
}

export function ItemForm({ item, close }: { item: AgendaItem; close: () => void }) {
  const words = useWords()
  // The sentences of the picker of people.
  use(words.learn('initiative'))
  const { t } = words
  const { ask, refusals, busy } = useAsk()
  const { draft, write, clear } = useKeptDraft<Values>(`agendaItem/${item.key}`)
  const people = useOptions('presenter')
  const directory = useDirectory()
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const stands: Values = {
    title: item.title,
    kind: item.kind,
    presenter: item.presenter ?? null,
    minutes: item.minutes ?? null,
    initiative: item.initiative ?? null,
    proposal: item.proposal ?? null,
    material: item.material ?? null,
  }
  const now = { ...stands, ...draft }
  const changed = (Object.keys(draft) as (keyof Values)[]).filter((name) => !same(draft[name], stands[name]))
  const submit = async () => {
    const pick = (values: Values) => Object.fromEntries(changed.map((name) => [name, values[name]] as const))
    const args = { item: item.key, forum: item.forum.key, values: tidy(pick(now)), base: pick(stands) }
    if (changed.length > 0 && !(await ask('saveItem', args, { [item.key]: item.version }))) return
    clear()
    close()
  }
  return (
    <MeetingForm
      label={t('agenda.editItem', { title: item.title })}
      refusals={refusals}
      submit={submit}
      disabled={busy || now.title.trim() === ''}
      close={() => {
        clear()
        close()
      }}
    >
      <div className={forms.together}>
        <label className={`${forms.field} ${forms.grows}`}>
          {words.label(agendaItems, 'title')}
          <input
            ref={first}
            required
            maxLength={255}
            value={now.title}
            onChange={(event) => write({ title: event.target.value })}
          />
        </label>
        <label className={forms.field}>
          {words.label(agendaItems, 'kind')}
          <select value={now.kind} onChange={(event) => write({ kind: event.target.value as ItemKind })}>
            {(Object.keys(itemKinds) as ItemKind[]).map((kind) => (
              <option key={kind} value={kind}>
                {words.of(itemKinds, kind)}
              </option>
            ))}
          </select>
        </label>
        <label className={forms.field}>
          {words.label(agendaItems, 'minutes')}
          <input
            type='number'
            min={0}
            max={600}
            value={now.minutes ?? ''}
            onChange={(event) =>
              write({ minutes: event.target.value === '' ? null : Number(event.target.value) })
            }
          />
        </label>
      </div>
      <div className={forms.together}>
        <div className={`${forms.field} ${forms.grows}`}>
          <span aria-hidden='true'>{words.label(agendaItems, 'presenter')}</span>
          <OnePicker
            label={words.label(agendaItems, 'presenter')}
            options={people}
            value={now.presenter}
            change={(person) => write({ presenter: person as Person | null })}
            directory={directory}
          />
        </div>
        <div className={forms.grows}>
          <InitiativePicker
            value={now.initiative ?? undefined}
            change={(initiative) => write({ initiative: initiative ?? null })}
          />
        </div>
      </div>
      <label className={forms.field}>
        {words.label(agendaItems, 'proposal')}
        <textarea
          rows={3}
          maxLength={10_000}
          value={now.proposal ?? ''}
          onChange={(event) => write({ proposal: event.target.value || null })}
        />
      </label>
      <MaterialEdit value={now.material ?? []} change={(material) => write({ material })} />
    </MeetingForm>
  )
}

/** Without rows of material that nothing was written in. */
function tidy({ material, ...values }: Partial<Values>): Record<string, unknown> {
  if (material === undefined) return values
  const links = (material ?? []).flatMap(({ name, url = '' }): Link[] => {
    const [text, address] = [name.trim(), url.trim()]
    if (!text && !address) return []
    return [{ name: text || address, ...(address && { url: address }) }]
  })
  return { ...values, material: links.length > 0 ? links : null }
}
