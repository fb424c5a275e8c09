/** A row that belongs to the initiative, as a form: what was changed is sent with what stood there; removing archives it. */
import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { List } from '#src/lists/list.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import type { Answer } from '../act.ts'
import { useWords } from '../language.ts'
import { FieldEdit } from '../ui/fields/FieldEdit.tsx'
import { Refusals } from '../ui/Refusals.tsx'
import styles from './Initiative.module.css'

type Values = Record<string, unknown>

export function RowForm({
  list,
  fields,
  row,
  send,
  close,
}: {
  list: List
  fields: readonly string[]
  /** `undefined` for one that is being added. */
  row: object | undefined
  send: (values: Values, base: Values) => Promise<Answer>
  close: () => void
}) {
  const { t } = useWords()
  const [values, setValues] = useState<Values>({})
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const seen = (row ?? {}) as Values
  const save = async (changes: Values) => {
    const base = Object.fromEntries(Object.keys(changes).map((field) => [field, seen[field] ?? null]))
    const answer = await send(changes, base)
    if ('refusals' in answer) setRefusals(answer.refusals)
    else close()
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void save(values)
      }}
    >
      {fields.map((field) => (
        <FieldEdit
          key={field}
          list={list}
          field={field}
          value={field in values ? values[field] : seen[field]}
          change={(value) => setValues((before) => ({ ...before, [field]: value }))}
        />
      ))}
      <Refusals refusals={refusals} />
      <div className={styles.actions}>
        <Button type='submit' appearance='primary'>
          {t('app.save')}
        </Button>
        <Button onClick={close}>{t('app.cancel')}</Button>
        {row && (
          <Button appearance='subtle' onClick={() => void save({ archived: true })}>
            {t('initiative.remove')}
          </Button>
        )}
      </div>
    </form>
  )
}
