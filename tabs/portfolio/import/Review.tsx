/** What the file was read as: columns, doubts about the file, rows, and rows that are skipped. */
import { useState, type ReactNode } from 'react'
import type { Mapping } from '#src/import/mapping.ts'
import type { ImportPlan } from '#src/import/plan.ts'
import { importSentence, warningText } from '#src/text/importWords.ts'
import { useWords } from '../../language.ts'
import { Doubles } from './Doubles.tsx'
import { fieldOf, isGuess, MappingTable } from './MappingTable.tsx'
import { RowsTable } from './RowsTable.tsx'
import styles from './Import.module.css'

/** More doubts about the file than this are folded: the rows would be pushed out of sight. */
const MOST_OPEN = 8

export function Review({
  plan,
  rowsShown,
  mapping,
  map,
}: {
  plan: ImportPlan
  /** False while the newest choice gives no rows: the columns can still be mended. */
  rowsShown: boolean
  mapping: Mapping
  map: (mapping: Mapping) => void
}) {
  const { t, locale } = useWords()
  const mapped = plan.mapping.filter((one) => fieldOf(one, mapping) !== null).length
  const doubts = [...new Set(plan.doubts.map((doubt) => warningText(doubt, locale)))]
  return (
    <>
      <Part
        title={t('import.mapping')}
        note={t('import.mappingCount', { mapped, total: plan.mapping.length })}
        open={plan.mapping.some(isGuess)}
      >
        <MappingTable columns={plan.mapping} chosen={mapping} choose={map} />
      </Part>
      {rowsShown && (
        <>
          {doubts.length > 0 && (
            <Part title={t('import.doubts')} note={String(doubts.length)} open={doubts.length <= MOST_OPEN}>
              <ul className={styles.list}>
                {doubts.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </Part>
          )}
          {plan.skipped.length > 0 && (
            <Part title={t('import.skipped')} note={String(plan.skipped.length)}>
              <ul className={styles.list}>
                {plan.skipped.map(({ row, why, text }) => (
                  <li key={row}>
                    {`${t('import.row')} ${row}: ${importSentence(locale, `skipped.${why}`)}${text === '' ? '' : `, ”${text}”`}`}
                  </li>
                ))}
              </ul>
            </Part>
          )}
          <Doubles rows={plan.rows} />
          <div className={styles.part}>
            <h2 className={styles.heading}>{t('import.rows')}</h2>
            <RowsTable rows={plan.rows} />
          </div>
        </>
      )}
    </>
  )
}

/** A part that folds; how it begins is settled once, so that nothing folds under somebody's hands. */
function Part({
  title,
  note,
  open = false,
  children,
}: {
  title: string
  note: string
  open?: boolean
  children: ReactNode
}) {
  const [begins] = useState(open)
  return (
    <details className={styles.part} open={begins}>
      <summary>
        <h2 className={styles.heading}>{title}</h2> <span className={styles.note}>{note}</span>
      </summary>
      {children}
    </details>
  )
}
