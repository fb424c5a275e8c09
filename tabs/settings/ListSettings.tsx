/** One list of the organisation: found by typing, opened, changed, added to, taken away and brought back. */
import { Button, Input } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { compareTexts, formatNumber } from '#src/text/format.ts'
import { newKey } from '../act.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'
import { useWords } from '../language.ts'
import { valueText } from '../ui/fields/FieldView.tsx'
import { RowEditor } from './RowEditor.tsx'
import { indented, type Row } from './rows.ts'
import type { ListPart } from './sections.ts'
import styles from './Settings.module.css'

export function ListSettings({ part, mayEdit }: { part: ListPart; mayEdit: boolean }) {
  const words = useWords()
  const { t, label, locale } = words
  const { session, today } = useSession()
  const all = useItems(session.data, part.list) as unknown as readonly Row[]
  const [search, setSearch] = useState('')
  const [opened, setOpened] = useState<string>()
  const [said, setSaid] = useState<{ what: string; undo?: (() => Promise<unknown>) | undefined }>()
  const text = (row: Row, field: string) =>
    row[field] === undefined ? '' : valueText({ list: part.list, field, value: row[field], words, today })
  const rows = useMemo(() => indented(all, part.id, compareTexts(locale)), [all, part.id, locale])
  const wanted = search.trim().toLowerCase()
  const shown = rows.filter(
    ({ row }) => wanted === '' || part.columns.some((c) => text(row, c).toLowerCase().includes(wanted)),
  )
  const current = all.find(({ key }) => key === opened)
  const add = () => setOpened(newKey())
  return (
    <section aria-labelledby='part-title'>
      <header className={styles.head}>
        <h2 id='part-title'>{t(part.title)}</h2>
        {mayEdit && (
          <Button appearance='primary' onClick={add}>
            {t('settings.add')}
          </Button>
        )}
      </header>
      <p className={styles.quiet}>{t(part.about)}</p>
      <p role='status' className={styles.said}>
        {said?.what}
      </p>
      {said?.undo && (
        <Button
          size='small'
          onClick={() => {
            void said.undo?.()
            setSaid({ what: t('settings.saved') })
          }}
        >
          {t('settings.undo')}
        </Button>
      )}
      {opened && (
        <RowEditor
          key={opened}
          part={part}
          row={current}
          rowKey={opened}
          mayEdit={mayEdit}
          close={(what, undo) => {
            setOpened(undefined)
            setSaid(what === undefined ? undefined : { what, undo })
          }}
        />
      )}
      {all.length > 0 && (
        <div className={styles.tools}>
          <Input
            type='search'
            aria-label={t('settings.search')}
            placeholder={t('settings.search')}
            value={search}
            onChange={(_, { value }) => setSearch(value)}
          />
          <span role='status' className={styles.quiet}>
            {t('settings.shown', {
              shown: formatNumber(shown.length, locale),
              total: formatNumber(all.length, locale),
            })}
          </span>
        </div>
      )}
      {all.length === 0 ? (
        <p>{t(mayEdit ? 'settings.empty' : 'settings.emptyReader')}</p>
      ) : (
        <div className={styles.scroller}>
          <table className={styles.table}>
            <thead>
              <tr>
                {part.columns.map((column) => (
                  <th key={column} scope='col'>
                    {label(part.list, column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map(({ row, depth }) => (
                <tr key={row.key} aria-current={row.key === opened ? 'true' : undefined}>
                  {part.columns.map((column, i) =>
                    i === 0 ? (
                      <th key={column} scope='row' style={{ paddingInlineStart: 8 + depth * 16 }}>
                        <button type='button' className={styles.opener} onClick={() => setOpened(row.key)}>
                          {text(row, column)}
                        </button>
                      </th>
                    ) : (
                      <td key={column} data-label={label(part.list, column)}>
                        {text(row, column)}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
