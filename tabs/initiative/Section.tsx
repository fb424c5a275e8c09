/** A section of fields: read, changed in place, saved field by field. What is half typed survives the page. */
import { Button } from '@fluentui/react-components'
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { type PreparedField, same } from '#src/rules/initiatives/editing.ts'
import { draftName } from '../cache.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import { FieldView } from '../ui/fields/FieldView.tsx'
import { asWritten, dutyOf } from './fieldHints.ts'
import type { Draft } from './SectionForm.tsx'
import type { SectionRow } from './sections.ts'
import styles from './Initiative.module.css'

const SectionForm = lazy(() => import('./SectionForm.tsx').then((m) => ({ default: m.SectionForm })))

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
        <Suspense fallback={<p className={styles.quiet}>{t('initiative.fetching')}</p>}>
          <SectionForm
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
        </Suspense>
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
