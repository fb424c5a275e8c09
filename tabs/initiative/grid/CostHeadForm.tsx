/** What a row of costs is: its kind, what it is called and who pays; the same for all its years. */
import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { costItems } from '#src/lists/businessCase.ts'
import type { CostHead, CostRow } from '#src/rules/money/businessCase.ts'
import { financingOf } from '#src/rules/money/costFinancing.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { FieldEdit } from '../../ui/fields/FieldEdit.tsx'
import { Refusals } from '../../ui/Refusals.tsx'
import styles from '../Initiative.module.css'

const fields = ['kind', 'title', 'financing', 'payer', 'note'] as const
type Values = Partial<Record<(typeof fields)[number], unknown>>

export function CostHeadForm({
  row,
  initiative,
  begin,
  forget,
  close,
}: {
  /** Undefined for a new row. */
  row: CostRow | undefined
  initiative: string
  begin: (head: CostHead) => void
  forget: (id: string) => void
  close: () => void
}) {
  const { t, word } = useWords()
  const { session } = useSession()
  const items = [...(row?.items.values() ?? [])]
  const saved: Values = { ...row, note: items.find(({ note }) => note)?.note }
  const [values, setValues] = useState<Values>({})
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const kind = (values.kind ?? saved.kind) as CostHead['kind'] | undefined
  // Called by its kind until somebody calls it something else.
  const called = kind && (!saved.title || saved.title === word('costKinds', saved.kind as CostHead['kind']))
  // What usually pays for its kind, until somebody says otherwise.
  const paysFor = kind && (saved.financing ?? financingOf({ kind }))
  const now: Values = {
    ...saved,
    financing: paysFor,
    ...(called && { title: word('costKinds', kind) }),
    ...values,
  }

  /** Every year's item, one after the other: the first refusal stops and is shown. */
  const save = async (changes: Record<string, unknown>) => {
    for (const item of items) {
      const seen = item as Record<string, unknown>
      const answer = await session.acting.act('saveRow', {
        initiative,
        list: 'costItems',
        row: item.key,
        values: changes,
        base: Object.fromEntries(Object.keys(changes).map((field) => [field, seen[field] ?? null])),
      })
      if ('refusals' in answer) return setRefusals(answer.refusals)
    }
    close()
  }
  const submit = () => {
    if (!kind) return
    const title = String(now.title ?? '').trim() || word('costKinds', kind)
    const payer = now.payer as CostHead['payer'] | null
    if (items.length > 0) return void save({ ...values, title })
    if (row) forget(row.id)
    const financing = values.financing as CostHead['financing'] | null
    begin({ kind, title, ...(payer && { payer }), ...(financing && { financing }) })
    close()
  }
  return (
    <form
      className={styles.form}
      aria-label={row ? `${t('initiative.edit')} ${row.title}` : t('initiative.addCost')}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {fields
        // A row without an amount has nowhere to keep a note.
        .filter((field) => field !== 'note' || items.length > 0)
        .map((field) => (
          <FieldEdit
            key={field}
            list={costItems}
            field={field}
            value={now[field]}
            change={(value) => setValues((before) => ({ ...before, [field]: value }))}
          />
        ))}
      <Refusals refusals={refusals} />
      <div className={styles.actions}>
        <Button type='submit' appearance='primary' disabledFocusable={!kind}>
          {row ? t('app.save') : t('initiative.addCost')}
        </Button>
        <Button onClick={close}>{t('app.cancel')}</Button>
        {row && (
          <Button
            appearance='subtle'
            onClick={() => {
              forget(row.id)
              void save({ archived: true })
            }}
          >
            {t('initiative.remove')}
          </Button>
        )}
      </div>
    </form>
  )
}
