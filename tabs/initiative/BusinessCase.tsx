/** Costs and benefits per year: read as tables, changed a row at a time. */
import { useState } from 'react'
import { Button } from '@fluentui/react-components'
import { type Benefit, benefits, type CostItem, costItems } from '#src/lists/businessCase.ts'
import { formatKr, formatKrExact } from '#src/text/format.ts'
import { newKey } from '../act.ts'
import { useWords } from '../language.ts'
import { wordOf } from '../ui/fields/choices.ts'
import { RowForm } from './RowForm.tsx'
import type { Whole } from '../ui/useWhole.ts'
import styles from './Initiative.module.css'

export function BusinessCase({ whole, mayEdit }: { whole: Whole; mayEdit: boolean }) {
  const words = useWords()
  const { t, label, locale } = words
  const [open, setOpen] = useState<string>()
  const costs = whole.costItems.filter((c) => !c.archived).toSorted((a, b) => a.year - b.year)
  const gains = whole.benefits.filter((b) => !b.archived)
  const total = costs.reduce((sum, c) => sum + c.amountKr, 0)
  const kr = (amount: number | undefined) =>
    amount === undefined ? '' : <span title={formatKrExact(amount, locale)}>{formatKr(amount, locale)}</span>
  const editButton = (row: CostItem | Benefit) =>
    mayEdit && (
      <td>
        <Button
          size='small'
          appearance='subtle'
          aria-label={`${t('initiative.edit')} ${row.title}`}
          onClick={() => setOpen(row.key)}
        >
          {t('initiative.edit')}
        </Button>
      </td>
    )
  const close = () => setOpen(undefined)
  return (
    <section className={styles.section} id='section-costs' aria-labelledby='title-costs'>
      <h2 id='title-costs'>{t('initiative.costs')}</h2>
      {costs.length === 0 ? (
        <p className={styles.quiet}>{t('initiative.noCosts')}</p>
      ) : (
        <table className={styles.money}>
          <caption className='visually-hidden'>{costItems.label}</caption>
          <thead>
            <tr>
              <th scope='col'>{label(costItems, 'year')}</th>
              <th scope='col'>{label(costItems, 'kind')}</th>
              <th scope='col'>{label(costItems, 'title')}</th>
              <th scope='col' className={styles.amount}>
                {label(costItems, 'amountKr')}
              </th>
              {mayEdit && <td />}
            </tr>
          </thead>
          <tbody>
            {costs.map((c) => (
              <tr key={c.key}>
                <td>{c.year}</td>
                <td>{wordOf(costItems, 'kind', c.kind, words)}</td>
                <td>{c.title}</td>
                <td className={styles.amount}>{kr(c.amountKr)}</td>
                {editButton(c)}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope='row' colSpan={3}>
                {t('initiative.total')}
              </th>
              <td className={styles.amount}>{kr(total)}</td>
              {mayEdit && <td />}
            </tr>
          </tfoot>
        </table>
      )}
      {mayEdit && open !== 'newCost' && (
        <Button size='small' onClick={() => setOpen('newCost')}>
          {t('initiative.addCost')}
        </Button>
      )}
      <RowForms
        list='costItems'
        rows={costs}
        open={open}
        isNew={open === 'newCost'}
        whole={whole}
        close={close}
      />

      {gains.length === 0 ? (
        <p className={styles.quiet}>{t('initiative.noBenefits')}</p>
      ) : (
        <table className={styles.money}>
          <caption className='visually-hidden'>{benefits.label}</caption>
          <thead>
            <tr>
              <th scope='col'>{label(benefits, 'title')}</th>
              <th scope='col'>{label(benefits, 'kind')}</th>
              <th scope='col'>{label(benefits, 'owner')}</th>
              <th scope='col' className={styles.amount}>
                {label(benefits, 'likelyKr')}
              </th>
              {mayEdit && <td />}
            </tr>
          </thead>
          <tbody>
            {gains.map((b) => (
              <tr key={b.key}>
                <td>{b.title}</td>
                <td>{wordOf(benefits, 'kind', b.kind, words)}</td>
                <td>{b.owner?.name}</td>
                <td className={styles.amount}>{kr(b.likelyKr)}</td>
                {editButton(b)}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {mayEdit && open !== 'newBenefit' && (
        <Button size='small' onClick={() => setOpen('newBenefit')}>
          {t('initiative.addBenefit')}
        </Button>
      )}
      <RowForms
        list='benefits'
        rows={gains}
        open={open}
        isNew={open === 'newBenefit'}
        whole={whole}
        close={close}
      />
    </section>
  )
}

function RowForms({
  list,
  rows,
  open,
  isNew,
  whole,
  close,
}: {
  list: 'costItems' | 'benefits'
  rows: (CostItem | Benefit)[]
  open: string | undefined
  isNew: boolean
  whole: Whole
  close: () => void
}) {
  const [key, setKey] = useState(newKey)
  const row = rows.find((r) => r.key === open)
  if (!row && !isNew) return null
  return (
    <RowForm
      key={row?.key ?? key}
      list={list}
      row={row}
      rowKey={row?.key ?? key}
      initiative={whole.initiative}
      close={() => {
        setKey(newKey())
        close()
      }}
    />
  )
}
