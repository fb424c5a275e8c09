/** A row of the organisation as a form. What others changed meanwhile is shown beside; taking a row away can be undone at once. */
import { Button } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { same } from '#src/rules/initiatives/editing.ts'
import type { FieldConflict, Refusal } from '#src/rules/refusal.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import { FieldEdit } from '../ui/fields/FieldEdit.tsx'
import { FieldView, valueText } from '../ui/fields/FieldView.tsx'
import { Refusals } from '../ui/Refusals.tsx'
import type { Row } from './rows.ts'
import type { ListPart } from './sections.ts'
import styles from './Settings.module.css'

type Values = Record<string, unknown>

export function RowEditor({
  part,
  row,
  rowKey,
  mayEdit,
  close,
}: {
  part: ListPart
  /** `undefined` for one that is being added. */
  row: Row | undefined
  rowKey: string
  mayEdit: boolean
  /** With what was done, to be said; `undo` takes it back. */
  close: (said?: string, undo?: () => Promise<unknown>) => void
}) {
  const words = useWords()
  const { t, label } = words
  const { session, today } = useSession()
  const [base, setBase] = useState<Values>(row ?? {})
  const [changes, setChanges] = useState<Values>({})
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const [busy, setBusy] = useState(false)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    title.current?.focus()
    title.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const conflicts = refusals.flatMap((r) => (r.why === 'changedByOther' ? r.fields : []))
  const value = (field: string) => (field in changes ? changes[field] : base[field])

  const send = async (given: Values, said: string) => {
    setBusy(true)
    const fields = Object.keys(given)
    const answer = await session.acting.act('saveOrganisation', {
      list: part.id,
      row: rowKey,
      changes: given,
      base: Object.fromEntries(fields.map((field) => [field, base[field] ?? null])),
    })
    setBusy(false)
    if ('refusals' in answer) setRefusals(answer.refusals)
    else
      close(
        'waiting' in answer ? t('settings.waiting') : said,
        given.archived === true ? bringBack : undefined,
      )
  }
  const bringBack = () =>
    session.acting.act('saveOrganisation', {
      list: part.id,
      row: rowKey,
      changes: { archived: false },
      base: { archived: true },
    })
  const save = () => {
    const given = Object.fromEntries(
      Object.entries(changes).filter(([field, mine]) => !same(mine, base[field])),
    )
    if (row && Object.keys(given).length === 0) return close()
    return send({ ...given, ...titleOf(part, row, given) }, t('settings.saved'))
  }
  const settle = ({ field, theirs }: FieldConflict, mine: boolean) => {
    setBase((before) => ({ ...before, [field]: theirs }))
    if (!mine) setChanges((before) => without(before, field))
    setRefusals((before) =>
      before.flatMap((r): Refusal[] => {
        if (r.why !== 'changedByOther') return [r]
        const fields = r.fields.filter((f) => f.field !== field)
        return fields.length > 0 ? [{ ...r, fields }] : []
      }),
    )
  }
  return (
    <form
      className={styles.editor}
      aria-labelledby='row-title'
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <h3 id='row-title' ref={title} tabIndex={-1}>
        {row?.title ?? t('settings.new')}
      </h3>
      <div className={styles.fields}>
        {part.fields.map((field) =>
          mayEdit ? (
            <FieldEdit
              key={field}
              list={part.list}
              field={field}
              value={value(field)}
              change={(next) => setChanges((before) => ({ ...before, [field]: next }))}
              // Whoever is added here needs no row besides.
              met={
                part.id === 'people'
                  ? ({ email, jobTitle }) =>
                      setChanges((before) => ({ ...before, email, ...(jobTitle && { jobTitle }) }))
                  : undefined
              }
            />
          ) : (
            <div key={field}>
              <b>{label(part.list, field)}</b>
              <div>
                <FieldView list={part.list} field={field} value={base[field]} />
              </div>
            </div>
          ),
        )}
      </div>
      {conflicts.map((conflict) => (
        <div key={conflict.field} role='alert' className={styles.conflict}>
          <p>
            {t('settings.conflict', {
              field: label(part.list, conflict.field),
              theirs: valueText({ ...conflict, list: part.list, value: conflict.theirs, words, today }),
            })}
          </p>
          <Button onClick={() => settle(conflict, true)}>{t('settings.keepMine')}</Button>{' '}
          <Button onClick={() => settle(conflict, false)}>{t('settings.takeTheirs')}</Button>
        </div>
      ))}
      <Refusals refusals={refusals.filter((r) => r.why !== 'changedByOther' || r.fields.length === 0)} />
      <div className={styles.actions}>
        {mayEdit && (
          <Button type='submit' appearance='primary' disabledFocusable={busy || conflicts.length > 0}>
            {t('app.save')}
          </Button>
        )}
        <Button onClick={() => close()}>{t(mayEdit ? 'app.cancel' : 'settings.close')}</Button>
        {mayEdit && row && (
          <Button
            appearance='subtle'
            disabledFocusable={busy}
            onClick={() => void send({ archived: true }, t('settings.removed', { name: row.title }))}
          >
            {t('settings.remove')}
          </Button>
        )}
      </div>
    </form>
  )
}

const without = (values: Values, field: string): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => name !== field))

/** A person's row is named after the person. */
function titleOf(part: ListPart, row: Row | undefined, given: Values): Values {
  const person = given.person as { name: string } | undefined
  return part.id === 'people' && person && row?.title !== person.name ? { title: person.name } : {}
}
