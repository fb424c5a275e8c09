/** One cost or benefit as a form; removing it archives it and can be taken back. */
import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { type Benefit, benefits, type CostItem, costItems } from '#src/lists/businessCase.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { List } from '#src/lists/list.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import { FieldEdit } from '../ui/fields/FieldEdit.tsx'
import { Refusals } from '../ui/Refusals.tsx'
import styles from './Initiative.module.css'

const forms = {
  costItems: { list: costItems, fields: ['kind', 'title', 'year', 'amountKr', 'payer', 'note'] },
  benefits: {
    list: benefits,
    fields: ['title', 'kind', 'owner', 'unit', 'year', 'lowKr', 'likelyKr', 'highKr', 'measure'],
  },
} satisfies Record<string, { list: List; fields: string[] }>

export function RowForm({
  list,
  row,
  rowKey,
  initiative,
  close,
}: {
  list: keyof typeof forms
  row: CostItem | Benefit | undefined
  rowKey: string
  initiative: Initiative
  close: () => void
}) {
  const { t } = useWords()
  const { session } = useSession()
  const [values, setValues] = useState<Record<string, unknown>>({})
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const form = forms[list]
  const save = async (changes: Record<string, unknown>) => {
    const seen = (row ?? {}) as Record<string, unknown>
    const base = Object.fromEntries(Object.keys(changes).map((field) => [field, seen[field] ?? null]))
    const answer = await session.acting.act('saveRow', {
      initiative: initiative.key,
      list,
      row: rowKey,
      values: changes,
      base,
    })
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
      {form.fields.map((field) => (
        <FieldEdit
          key={field}
          list={form.list}
          field={field}
          value={field in values ? values[field] : (row as Record<string, unknown> | undefined)?.[field]}
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
