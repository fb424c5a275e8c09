/** What can be done with the table as a whole: group, choose columns, views, export, print, edit. Panels come when opened. */
import { type KeyboardEvent, lazy, type ReactNode, Suspense, useRef, useState } from 'react'
import type { Change, TableState } from '../../ui/portfolioView/address.ts'
import { type Grouping, groupings, isOpen, nothingFolded } from '../../ui/portfolioView/folded.ts'
import type { Line } from '../../ui/portfolioView/groups.ts'
import type { Around } from '../../ui/portfolioView/values.ts'
import type { Row } from '../../ui/portfolioView/view.ts'
import { columnName } from '../table/TableHeader.tsx'
import { useTableWords } from '../useTableWords.ts'
import styles from '../Portfolio.module.css'

const panels = {
  columns: lazy(async () => ({ default: (await import('./ColumnsPanel.tsx')).ColumnsPanel })),
  views: lazy(async () => ({ default: (await import('./ViewsPanel.tsx')).ViewsPanel })),
  export: lazy(async () => ({ default: (await import('./ExportPanel.tsx')).ExportPanel })),
}
type PanelName = keyof typeof panels

/** What a panel works with. */
export interface Tooled {
  state: TableState
  change: Change
  /** The rows that fit the filters, in order, folded ones too. */
  rows: readonly Row[]
  selected: ReadonlySet<string>
  around: Around
  close: () => void
}

export function Tools({
  lines,
  editMode,
  setEditMode,
  ...tooled
}: Omit<Tooled, 'close'> & {
  lines: readonly Line[]
  editMode: boolean
  setEditMode: (on: boolean) => void
}) {
  const words = useTableWords()
  const { t } = words
  const { state, change } = tooled
  const [open, setOpen] = useState<PanelName>()
  const bar = useRef<HTMLElement>(null)
  const Panel = open && panels[open]
  const close = () => {
    setOpen(undefined)
    bar.current?.querySelector<HTMLElement>(`[data-panel="${open}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open || event.defaultPrevented) return
    event.preventDefault()
    close()
  }
  const opens = (name: PanelName, label: ReactNode) => (
    <button
      type='button'
      data-panel={name}
      className={styles.quiet}
      aria-expanded={open === name}
      aria-controls={open === name ? 'portfolio-panel' : undefined}
      onClick={() => setOpen(open === name ? undefined : name)}
    >
      {label}
    </button>
  )
  const anyOpen = lines.some((line) => 'group' in line && isOpen(state.folded, line.group.key))
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes what its buttons opened
    <section
      ref={bar}
      className={`${styles.tools} no-print`}
      aria-label={t('table.tools')}
      onKeyDown={onKeyDown}
    >
      <select
        aria-label={t('table.group')}
        className={styles.field}
        value={state.group ?? ''}
        onChange={({ target }) =>
          change({ group: (target.value || undefined) as Grouping | undefined, folded: nothingFolded })
        }
      >
        <option value=''>{t('table.noGroup')}</option>
        {groupings.map((name) => (
          <option key={name} value={name}>
            {t('table.groupBy', { column: columnName(name, words).toLowerCase() })}
          </option>
        ))}
      </select>
      {state.group && (
        <button
          type='button'
          className={styles.quiet}
          onClick={() => change({ folded: { all: anyOpen, but: [] } })}
        >
          {t(anyOpen ? 'table.foldAll' : 'table.openAll')}
        </button>
      )}
      {opens('columns', t('table.columns'))}
      {opens('views', t('table.savedViews'))}
      {opens('export', t('table.export'))}
      <button
        type='button'
        className={`${styles.quiet} ${styles.wideOnly}`}
        aria-pressed={editMode}
        onClick={() => setEditMode(!editMode)}
      >
        {t('table.edit')}
      </button>
      {editMode && <span className={`${styles.hint} ${styles.wideOnly}`}>{t('table.editHelp')}</span>}
      {Panel && (
        <div id='portfolio-panel' className={styles.panel}>
          <Suspense fallback={<p className={styles.hint}>{t('app.loading')}</p>}>
            <Panel {...tooled} close={close} />
          </Suspense>
        </div>
      )}
    </section>
  )
}
