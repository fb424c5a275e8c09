/** Amounts that were not saved: why, and both figures when somebody else wrote one meanwhile. */
import { Button } from '@fluentui/react-components'
import type { FieldConflict } from '#src/rules/refusal.ts'
import { formatKrExact } from '#src/text/format.ts'
import { refusalText } from '#src/text/refusals.ts'
import { useWords } from '../../language.ts'
import type { Meant } from './useCells.ts'
import styles from '../Initiative.module.css'

export function RefusedCells({
  cells,
  nameOf,
  settle,
  drop,
}: {
  cells: readonly Meant[]
  nameOf: (cell: Meant) => string
  settle: (cell: Meant, conflicts: readonly FieldConflict[], mine: boolean) => void
  drop: (cell: Meant) => void
}) {
  const words = useWords()
  const { t, locale } = words
  const kr = (value: unknown) =>
    typeof value === 'number' ? formatKrExact(value, locale) : t('initiative.empty')
  if (cells.length === 0) return null
  return (
    <div role='alert' className={styles.conflict}>
      <h3>{t('amount.refused')}</h3>
      {cells.map((cell) => {
        const conflict = cell.refusals.find((r) => r.why === 'changedByOther')
        const theirs = conflict?.fields[0]?.theirs
        return (
          <div key={`${cell.row}/${cell.column}`} className={styles.refusedCell}>
            <p>
              <b>{nameOf(cell)}</b>{' '}
              {conflict?.fields.length
                ? t('amount.conflict', {
                    mine: kr(cell.kr),
                    who: conflict.by?.name ?? t('refusal.someone'),
                    theirs: theirs === true ? t('initiative.removed') : kr(theirs),
                  })
                : `${kr(cell.kr)}. ${cell.refusals.map((r) => refusalText(r, words)).join(' ')}`}
            </p>
            {conflict?.fields.length ? (
              <div className={styles.actions}>
                <Button size='small' onClick={() => settle(cell, conflict.fields, true)}>
                  {t('conflict.useMine')}
                </Button>
                <Button size='small' onClick={() => settle(cell, conflict.fields, false)}>
                  {t('conflict.useTheirs')}
                </Button>
              </div>
            ) : (
              <div className={styles.actions}>
                <Button size='small' onClick={() => settle(cell, [], true)}>
                  {t('app.retry')}
                </Button>
                <Button size='small' onClick={() => drop(cell)}>
                  {t('amount.forget')}
                </Button>
              </div>
            )}
          </div>
        )
      })}
    </div>
  )
}
