/** A section being written: saved field by field, with both texts shown where somebody else wrote one meanwhile. */
import { Button } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { type PreparedField, same } from '#src/rules/initiatives/editing.ts'
import type { FieldConflict, Refusal } from '#src/rules/refusal.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import { FieldEdit } from '../ui/fields/FieldEdit.tsx'
import { Refusals } from '../ui/Refusals.tsx'
import { Conflicts } from './Conflicts.tsx'
import { asWritten, dutyOf } from './fieldHints.ts'
import type { SectionRow } from './sections.ts'
import styles from './Initiative.module.css'

type Values = Partial<Record<PreparedField, unknown>>
/** What is being written, with the values it started from. */
export interface Draft {
  changes: Values
  base: Values
}

export function SectionForm({
  section,
  initiative,
  draft,
  setDraft,
  goTo,
  close,
}: {
  section: SectionRow
  initiative: Initiative
  draft: Draft
  setDraft: (draft: Draft | undefined) => void
  /** The field that takes the focus. */
  goTo: string | undefined
  close: () => void
}) {
  const { t } = useWords()
  const { session } = useSession()
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    form.current?.querySelector<HTMLElement>(`[data-field=${goTo}] :is(input, textarea, select)`)?.focus()
  }, [goTo])
  const conflicts = refusals.flatMap((r) => (r.why === 'changedByOther' ? r.fields : []))
  const by = refusals.flatMap((r) => (r.why === 'changedByOther' && r.by ? [r.by.name] : []))[0]

  const change = (field: PreparedField, value: unknown) =>
    setDraft({
      changes: { ...draft.changes, [field]: value },
      base: { [field]: initiative[field] ?? null, ...draft.base },
    })
  const save = async () => {
    const fields = section.fields.filter(
      (field) => field in draft.changes && !same(draft.changes[field], draft.base[field]),
    )
    if (fields.length === 0) return close()
    setBusy(true)
    const answer = await session.acting.act('prepareInitiative', {
      initiative: initiative.key,
      changes: pick(draft.changes, fields),
      base: pick(draft.base, fields),
    })
    setBusy(false)
    if ('refusals' in answer) setRefusals(answer.refusals)
    else close()
  }
  /** Mine: saved over theirs, on purpose. Theirs: my change is dropped. */
  const settle = ({ field, theirs }: FieldConflict, mine: boolean) => {
    const { [field as PreparedField]: _, ...others } = draft.changes
    setDraft({ changes: mine ? draft.changes : others, base: { ...draft.base, [field]: theirs } })
    setRefusals((before) =>
      before.flatMap((r): Refusal[] => {
        if (r.why !== 'changedByOther') return [r]
        const fields = r.fields.filter((f) => f.field !== field)
        return fields.length ? [{ ...r, fields }] : []
      }),
    )
  }

  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {section.fields.map((field) => (
        <div key={field} data-field={field}>
          <FieldEdit
            list={initiatives}
            field={field}
            value={field in draft.changes ? draft.changes[field] : initiative[field]}
            change={(value) => change(field, value)}
            hint={asWritten(initiative, field, t) ?? dutyOf(section, field, t)}
            about={initiative.key}
          />
        </div>
      ))}
      <Conflicts conflicts={conflicts} by={by} settle={settle} />
      <Refusals refusals={refusals.filter((r) => r.why !== 'changedByOther' || r.fields.length === 0)} />
      <div className={styles.actions}>
        <Button type='submit' appearance='primary' disabledFocusable={busy || conflicts.length > 0}>
          {t('app.save')}
        </Button>
        <Button onClick={close}>{t('app.cancel')}</Button>
      </div>
    </form>
  )
}

const pick = (values: Values, fields: readonly PreparedField[]): Values =>
  Object.fromEntries(fields.map((field) => [field, values[field] ?? null]))
