/** What a benefit is, who is answerable and how it is measured; its amounts are in the grid. */
import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { type Benefit, benefits } from '#src/lists/businessCase.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import { FieldEdit } from '../ui/fields/FieldEdit.tsx'
import { Refusals } from '../ui/Refusals.tsx'
import styles from './Initiative.module.css'

const fields = ['title', 'kind', 'owner', 'unit', 'year', 'measure'] as const

export function BenefitForm({
  row,
  rowKey,
  initiative,
  close,
}: {
  row: Benefit | undefined
  rowKey: string
  initiative: Initiative
  close: () => void
}) {
  const { t } = useWords()
  const { session } = useSession()
  const [values, setValues] = useState<Record<string, unknown>>({})
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const save = async (changes: Record<string, unknown>) => {
    const seen = (row ?? {}) as Record<string, unknown>
    const base = Object.fromEntries(Object.keys(changes).map((field) => [field, seen[field] ?? null]))
    const answer = await session.acting.act('saveRow', {
      initiative: initiative.key,
      list: 'benefits',
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
      {fields.map((field) => (
        <FieldEdit
          key={field}
          list={benefits}
          field={field}
          value={field in values ? values[field] : row?.[field]}
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
