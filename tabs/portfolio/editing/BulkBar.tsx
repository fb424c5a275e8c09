/** One field set for all selected rows: chosen, written in pieces, told row by row, and taken back as one act. */
import { useRef, useState } from 'react'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { may } from '#src/rules/permissions.ts'
import { formatNumber } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useMyRoles } from '../../ui/useMyRoles.ts'
import { columnName } from '../table/TableHeader.tsx'
import type { Selection } from '../table/useSelection.ts'
import { type Bulk, runBulk } from './bulk.ts'
import { BulkLeft, BulkOutcome } from './BulkOutcome.tsx'
import { type EditableColumn, editableColumns, fieldsOf } from './editable.ts'
import { changesIn, type Entries, problemsOf } from './entries.ts'
import { ValueControl } from './ValueControl.tsx'
import { useTableWords } from '../useTableWords.ts'
import styles from './Editing.module.css'

/** One title for many initiatives is a mistake. */
const columns = editableColumns.filter((column) => column !== 'title')

export function BulkBar({ rows, selection }: { rows: readonly Initiative[]; selection: Selection }) {
  const words = useTableWords()
  const { t, locale } = words
  const { session } = useSession()
  const roles = useMyRoles()
  const [column, setColumn] = useState<EditableColumn>()
  const [entries, setEntries] = useState<Entries>({})
  const [bulk, setBulk] = useState<Bulk>()
  const heading = useRef<HTMLHeadingElement>(null)
  const selected = rows.filter(({ key }) => selection.keys.has(key))
  const mine = selected.filter((row) => may('prepare', { id: session.person.id, roles }, row))
  const problems = problemsOf(entries, words)
  const busy = bulk?.phase === 'saving'

  const edits = mine.flatMap((row) => {
    const { changes, base } = changesIn(entries, row)
    return Object.keys(changes).length > 0 ? [{ initiative: row.key, changes, base }] : []
  })
  const send = (which: typeof edits, undoing: boolean) => {
    heading.current?.focus()
    void runBulk(session, which, { undoing, tell: setBulk })
  }
  return (
    <section className={`${styles.bar} no-print`} aria-label={t('table.selection')}>
      <h2 ref={heading} tabIndex={-1}>
        {t('table.selected', { count: formatNumber(selection.keys.size, locale) })}
      </h2>
      {mine.length === 0 ? (
        <span>{t('table.mayNotEdit')}</span>
      ) : (
        <form
          className={styles.versions}
          onSubmit={(event) => {
            event.preventDefault()
            if (!busy && problems.length === 0 && edits.length > 0) send(edits, false)
          }}
        >
          <select
            className={styles.control}
            aria-label={t('table.setField')}
            value={column ?? ''}
            onChange={({ target }) => {
              setColumn((target.value || undefined) as EditableColumn | undefined)
              setEntries({})
            }}
          >
            <option value=''>{t('table.setField')} …</option>
            {columns.map((name) => (
              <option key={name} value={name}>
                {columnName(name, words)}
              </option>
            ))}
          </select>
          {column && (
            <fieldset key={column} aria-label={columnName(column, words)}>
              {fieldsOf(column).map((field) => {
                const entry = entries[field]
                return (
                  <ValueControl
                    key={field}
                    field={field}
                    value={entry && 'value' in entry ? entry.value : undefined}
                    change={(next) => setEntries((before) => ({ ...before, [field]: next }))}
                    label={words.label(initiatives, field)}
                    invalid={problems.length > 0}
                  />
                )
              })}
              <button
                type='submit'
                className={`${styles.button} ${styles.primary}`}
                aria-disabled={busy || edits.length === 0}
              >
                {t('table.setFor', {
                  count: formatNumber(Object.keys(entries).length > 0 ? edits.length : mine.length, locale),
                })}
              </button>
            </fieldset>
          )}
        </form>
      )}
      {mine.length > 0 && mine.length < selected.length && (
        <span>{t('table.notAllMine', { count: formatNumber(selected.length - mine.length, locale) })}</span>
      )}
      {problems.map((problem) => (
        <span key={problem} role='alert' className={styles.problem}>
          {problem}
        </span>
      ))}
      <BulkOutcome bulk={bulk} undo={(back) => send([...back], true)} />
      <button type='button' className={`${styles.button} ${styles.end}`} onClick={selection.clear}>
        {t('table.clearSelection')}
      </button>
      <BulkLeft bulk={bulk} rows={rows} />
    </section>
  )
}
