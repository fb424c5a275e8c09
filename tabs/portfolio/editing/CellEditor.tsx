/** Edits one cell where it stands: Enter saves, Tab saves and goes on, Escape leaves it as it was. */
import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { initiatives } from '#src/lists/initiatives.ts'
import { may, permissions } from '#src/rules/permissions.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { refusalText } from '#src/text/refusals.ts'
import { useSession } from '../../context.ts'
import { useMyRoles } from '../../ui/useMyRoles.ts'
import type { ColumnName } from '../../ui/portfolioView/columns.ts'
import type { Row } from '../../ui/portfolioView/view.ts'
import { type EditableColumn, fieldsOf } from './editable.ts'
import { changesIn, type Entries, problemsOf } from './entries.ts'
import { useSave } from './meant.ts'
import { ValueControl } from './ValueControl.tsx'
import { useTableWords } from '../useTableWords.ts'
import styles from './Editing.module.css'

/** Where the focus goes on: `stay` on the cell, to the cell beside, a line `down`, or `out` of the table. */
export type Leave = (where: 'stay' | 'next' | 'previous' | 'down' | 'out') => void

export function CellEditor({
  row,
  column,
  leave,
  atEnd,
}: {
  row: Row
  column: ColumnName
  leave: Leave
  /** Near the right edge: it grows to the left. */
  atEnd: boolean
}) {
  const words = useTableWords()
  const { session } = useSession()
  const roles = useMyRoles()
  const save = useSave()
  const [entries, setEntries] = useState<Entries>({})
  const first = useRef<HTMLInputElement & HTMLSelectElement>(null)
  const allowed = may('prepare', { id: session.person.id, roles }, row as never)
  const refused = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (first.current?.matches('input:not([type=date], [type=checkbox])')) first.current.select()
    ;(first.current ?? refused.current)?.focus()
  }, [])

  if (!allowed || row.archived) {
    const why: Refusal = row.archived
      ? { why: 'archived' }
      : { why: 'notYourTask', roles: [...permissions.prepare.roles] }
    return (
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- any key leads back to the cell
      <p
        ref={refused}
        role='alert'
        tabIndex={-1}
        data-editor
        className={`${styles.editor} ${styles.problem} ${atEnd ? styles.atEnd : ''}`}
        onKeyDown={() => leave('stay')}
        onBlur={() => leave('out')}
      >
        {refusalText(why, words)}
      </p>
    )
  }

  const problems = problemsOf(entries, words)
  const commit = (where: Parameters<Leave>[0]) => {
    if (problems.length > 0) return
    const { changes, base } = changesIn(entries, row)
    if (Object.keys(changes).length > 0) save({ initiative: row.key, changes, base })
    leave(where)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === 'Escape') {
      event.preventDefault()
      leave('stay')
    } else if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault()
      commit('stay')
    } else if (event.key === 'Tab') {
      const controls = [...event.currentTarget.querySelectorAll<HTMLElement>('input, select')]
      const inside = controls[controls.indexOf(event.target as HTMLElement) + (event.shiftKey ? -1 : 1)]
      if (inside) return
      event.preventDefault()
      commit(event.shiftKey ? 'previous' : 'next')
    }
  }
  const onBlur = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) commit('out')
  }

  const asked = fieldsOf(column as EditableColumn)
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys go to the controls inside
    <div
      data-editor
      className={`${styles.editor} ${atEnd ? styles.atEnd : ''}`}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    >
      {asked.map((field, i) => {
        const entry = entries[field]
        return (
          <ValueControl
            key={field}
            field={field}
            value={entry && 'value' in entry ? entry.value : row[field]}
            change={(next) => setEntries((before) => ({ ...before, [field]: next }))}
            label={words.label(initiatives, field)}
            invalid={problems.length > 0}
            {...(i === 0 && { first })}
          />
        )
      })}
      {problems.map((problem) => (
        <p key={problem} role='alert' className={styles.problem}>
          {problem}
        </p>
      ))}
    </div>
  )
}
