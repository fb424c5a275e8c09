/** A section of fields: read, changed in place, saved field by field. What is half typed survives the page. */
import { Button } from '@fluentui/react-components'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { type PreparedField, same } from '#src/rules/editing.ts'
import type { FieldConflict, Refusal } from '#src/rules/refusal.ts'
import { draftName } from '../cache.ts'
import { useSession } from '../context.ts'
import type { Words } from '#src/text/words.ts'
import { useWords } from '../language.ts'
import { FieldEdit } from '../ui/fields/FieldEdit.tsx'
import { FieldView } from '../ui/fields/FieldView.tsx'
import { Refusals } from '../ui/Refusals.tsx'
import { Conflicts } from './Conflicts.tsx'
import type { SectionRow } from './sections.ts'
import styles from './Initiative.module.css'

type Values = Partial<Record<PreparedField, unknown>>
/** What is being written, with the values it started from. */
interface Draft {
  changes: Values
  base: Values
}

export function Section({
  section,
  initiative,
  mayEdit,
  asked,
  opened,
  field,
  setOpened,
  children,
}: {
  section: SectionRow
  initiative: Initiative
  mayEdit: boolean
  /** Fields the next gate asks for: shown empty, so that what is missing is seen. Other empty ones are left out. */
  asked: ReadonlySet<string>
  opened: boolean
  /** The field somebody was led to; the first one otherwise. */
  field: string | undefined
  setOpened: (on: boolean) => void
  /** What belongs with the fields but isn't one. */
  children?: ReactNode
}) {
  const { t, label } = useWords()
  const [draft, setDraft] = useDraft(draftName(initiative.key, section.id))
  const editing = mayEdit && (opened || draft !== undefined)
  const head = useFocusBack(editing)
  const duty = (field: PreparedField) => dutyOf(section, field, t)
  const shown = section.fields.filter((field) => field !== 'title' && isShown(initiative, field, asked))
  return (
    <section id={`section-${section.id}`} className={styles.section} aria-labelledby={`title-${section.id}`}>
      <header ref={head} className={styles.sectionHead}>
        <h2 id={`title-${section.id}`}>{t(section.title)}</h2>
        {mayEdit && !editing && (
          <Button
            size='small'
            aria-label={`${t('initiative.edit')} ${t(section.title)}`}
            onClick={() => setOpened(true)}
          >
            {t('initiative.edit')}
          </Button>
        )}
      </header>
      {editing ? (
        <Edit
          section={section}
          initiative={initiative}
          draft={draft ?? { changes: {}, base: {} }}
          setDraft={setDraft}
          goTo={opened ? (field ?? section.fields[0]) : undefined}
          close={() => {
            setDraft(undefined)
            setOpened(false)
          }}
        />
      ) : shown.length === 0 ? (
        <p className={styles.quiet}>{t('initiative.nothingYet')}</p>
      ) : (
        <dl className={styles.fields}>
          {shown.map((field) => (
            <div key={field}>
              <dt>{label(initiatives, field)}</dt>
              <dd>
                {asWritten(initiative, field, t) ?? (
                  <FieldView list={initiatives} field={field} value={initiative[field]} />
                )}
                {duty(field) && <small className={styles.duty}>{duty(field)}</small>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {children}
    </section>
  )
}

const dutyOf = (section: SectionRow, field: PreparedField, t: Words['t']) => {
  const key = section.duties?.[field]
  return key && t(key)
}

function Edit({
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

/** The button that opened the form takes the focus again when the form is gone. */
function useFocusBack(editing: boolean) {
  const head = useRef<HTMLElement>(null)
  const before = useRef(editing)
  useEffect(() => {
    if (before.current && !editing && document.activeElement === document.body)
      head.current?.querySelector('button')?.focus()
    before.current = editing
  }, [editing])
  return head
}

const isShown = (initiative: Initiative, field: PreparedField, asked: ReadonlySet<string>) =>
  asked.has(field) || (initiative[field] !== false && !same(initiative[field], undefined))

/** What the workbook said where it was not understood; nothing once the field is filled. */
function asWritten(
  initiative: Initiative,
  field: PreparedField,
  t: ReturnType<typeof useWords>['t'],
): string | undefined {
  if (initiative[field] !== undefined) return undefined
  const text = {
    unit: initiative.unitAsWritten,
    contact: initiative.contactAsWritten,
    concernedUnits: initiative.concernedAsWritten,
    costLowKr: initiative.costAsWritten,
    start: initiative.startAsWritten,
  }[field as string]
  return text && t('initiative.asWritten', { text })
}

/** Kept in the browser's own database from the first keystroke. */
function useDraft(name: string): [Draft | undefined, (draft: Draft | undefined) => void] {
  const { session } = useSession()
  const { cache } = session.data
  const [draft, setDraft] = useState<Draft>()
  useEffect(() => {
    let here = true
    void cache.kept<Draft>(name).then((kept) => here && setDraft(kept))
    const stop = session.onRefused(
      () => void cache.kept<Draft>(name).then((kept) => here && kept && setDraft(kept)),
    )
    return () => {
      here = false
      stop()
    }
  }, [cache, name, session])
  const keep = (next: Draft | undefined) => {
    setDraft(next)
    void (next ? cache.keep(name, next) : cache.drop(name))
  }
  return [draft, keep]
}

const pick = (values: Values, fields: readonly PreparedField[]): Values =>
  Object.fromEntries(fields.map((field) => [field, values[field] ?? null]))
