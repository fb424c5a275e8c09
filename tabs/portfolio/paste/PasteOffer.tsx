/** What a pasted column would change, to look at first: done by one press, told row by row, and taken back as one act. */
import { useEffect, useMemo, useRef, useState } from 'react'
import { initiatives } from '#src/lists/initiatives.ts'
import { permissions } from '#src/rules/permissions.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { formatNumber } from '#src/text/format.ts'
import { refusalText } from '#src/text/refusals.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import { type Around, cellText } from '../../ui/portfolioView/values.ts'
import { type Bulk, runBulk } from '../editing/bulk.ts'
import { BulkLeft, BulkOutcome, MOST_LISTED } from '../editing/BulkOutcome.tsx'
import type { Row } from '../../ui/portfolioView/view.ts'
import type { Edit, Values } from '../editing/meant.ts'
import { columnName } from '../table/TableHeader.tsx'
import { useTableWords } from '../useTableWords.ts'
import { after, type PastePlan } from './plan.ts'
import styles from '../editing/Editing.module.css'

/** So many of the changes show whether the values stand at the right rows; and the last one. */
const SHOWN = 4

export function PasteOffer({
  plan,
  back,
  around,
  close,
}: {
  plan: PastePlan
  /** The cell that has the focus again afterwards. */
  back: HTMLElement
  around: Around
  close: () => void
}) {
  const words = useTableWords()
  const { t, locale } = words
  const { session } = useSession()
  const rows = useItems(session.data, initiatives)
  const [bulk, setBulk] = useState<Bulk>()
  const stopping = useRef<AbortController>(undefined)
  const heading = useRef<HTMLHeadingElement>(null)
  const first = useRef<HTMLButtonElement>(null)
  const { column, count, changes, same, left, surplus } = plan
  const name = columnName(column, words)
  const shown = (number: number) => formatNumber(number, locale)
  useEffect(() => (first.current ?? heading.current)?.focus(), [])

  const examples = useMemo(() => [...changes.slice(0, SHOWN), ...changes.slice(SHOWN).slice(-1)], [changes])
  const send = (edits: readonly Edit[], undoing: boolean) => {
    heading.current?.focus()
    stopping.current = new AbortController()
    void runBulk(session, edits, { undoing, tell: setBulk, stop: stopping.current.signal })
  }
  const leave = () => {
    close()
    // Scrolled out of sight meanwhile, it may be another element.
    const reached = '[data-line][tabindex="0"], [data-line] [tabindex="0"]'
    ;(back.isConnected ? back : document.querySelector<HTMLElement>(reached))?.focus()
  }
  const busy = bulk?.phase === 'saving'
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves it, as any offer
    <section
      className={`${styles.bar} no-print`}
      aria-label={t('table.paste', { column: name })}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !busy) leave()
      }}
    >
      <h2 ref={heading} tabIndex={-1}>
        {t('table.paste', { column: name })}
      </h2>
      {!bulk && (
        <>
          <span>
            {t('table.pasteCount', { count: shown(count), changed: shown(changes.length) })}
            {same > 0 && ` ${t('table.pasteSame', { count: shown(same) })}`}
            {surplus > 0 && ` ${t('table.pasteSurplus', { count: shown(surplus) })}`}
            {left.length > 0 && ` ${t('table.pasteLeft', { count: shown(left.length) })}`}
          </span>
          {left.length > 0 && (
            <ul aria-label={t('table.left')}>
              {left.slice(0, MOST_LISTED).map(({ row, why }) => (
                <li key={row.key}>
                  {row.number} {row.title}: {reasonText(why)}
                </li>
              ))}
              {left.length > MOST_LISTED && (
                <li>{t('table.andMore', { count: shown(left.length - MOST_LISTED) })}</li>
              )}
            </ul>
          )}
          {changes.length > 0 && (
            <table className={styles.examples}>
              <caption className='visually-hidden'>{t('table.pasteSoon')}</caption>
              <thead>
                <tr>
                  <th scope='col'>{t('table.pasteRow')}</th>
                  <th scope='col'>{t('table.pasteBefore')}</th>
                  <th scope='col'>{t('table.pasteAfter')}</th>
                </tr>
              </thead>
              <tbody>
                {examples.map(({ row, changes: values }, i) => (
                  <tr key={row.key} data-gap={i === SHOWN && changes.length > SHOWN + 1}>
                    <th scope='row'>
                      {row.number} {row.title}
                    </th>
                    <td>{cellText(column, row, around) || t('table.noValue')}</td>
                    <td>{becomes(row, values) || t('table.noValue')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {changes.length > 0 && (
            <button
              ref={first}
              type='button'
              className={`${styles.button} ${styles.primary}`}
              onClick={() =>
                send(
                  changes.map(({ initiative, changes: values, base }) => ({
                    initiative,
                    changes: values,
                    base,
                  })),
                  false,
                )
              }
            >
              {t('table.setFor', { count: shown(changes.length) })}
            </button>
          )}
        </>
      )}
      <BulkOutcome bulk={bulk} undo={(edits) => send(edits, true)} stop={() => stopping.current?.abort()} />
      {!busy && (
        <button type='button' className={`${styles.button} ${bulk ? styles.end : ''}`} onClick={leave}>
          {t(bulk || changes.length === 0 ? 'table.close' : 'app.cancel')}
        </button>
      )}
      <BulkLeft bulk={bulk} rows={rows} />
    </section>
  )

  /** What a workbook once said shows through where nothing stands: it isn't what was pasted. */
  function becomes(row: Row, values: Values): string {
    const isEmptied = Object.values(values).every((value) => value === null || value === false)
    return isEmptied ? '' : cellText(column, after(row, values), around)
  }

  function reasonText(why: PastePlan['left'][number]['why']): string {
    if (why === 'notMine') {
      const refusal: Refusal = { why: 'notYourTask', roles: [...permissions.prepare.roles] }
      return refusalText(refusal, words)
    }
    if (why === 'archived') return refusalText({ why: 'archived' }, words)
    return 'unknown' in why ? t('table.pasteUnknown', { text: why.unknown, column: name }) : why.problem
  }
}
