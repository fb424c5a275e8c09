/** Cells that were not saved: what was written, why not, and what to do about it. Nothing written is lost. */
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { refusalText } from '#src/text/refusals.ts'
import { useSession } from '../../context.ts'
import { valueText } from '../../ui/fields/FieldView.tsx'
import { conflictsOf, type Trouble } from './meant.ts'
import { useTableWords } from '../useTableWords.ts'
import styles from './Editing.module.css'

export function SaveTroubles({
  troubles,
  rows,
  settle,
}: {
  troubles: readonly Trouble[]
  rows: readonly Initiative[]
  settle: (trouble: Trouble, mine: boolean) => void
}) {
  const words = useTableWords()
  const { t, label } = words
  const { today } = useSession()
  const shown = (field: string, value: unknown) =>
    value === null || value === undefined
      ? t('table.noValue')
      : valueText({ list: initiatives, field, value: value ?? undefined, words, today })
  return (
    <>
      {troubles.map((trouble) => {
        const row = rows.find(({ key }) => key === trouble.initiative)
        const conflicts = conflictsOf(trouble)
        const others = trouble.refusals.filter((refusal) => !isConflict(refusal))
        return (
          <section key={trouble.id} className={styles.bar} role='alert'>
            <h2>{t('table.notSaved', { what: row ? `${row.number} ${row.title}` : '' })}</h2>
            {others.map((refusal) => (
              <p key={refusal.why} className={styles.problem}>
                {refusalText(refusal, words)}
              </p>
            ))}
            {conflicts.length > 0 && (
              <p className={styles.problem}>
                {refusalText(trouble.refusals.find(isConflict) as Refusal, words)}
              </p>
            )}
            <div className={styles.versions}>
              {(conflicts.length > 0
                ? conflicts
                : Object.entries(trouble.changes).map(([field, mine]) => ({ field, mine, theirs: undefined }))
              ).map(({ field, mine, theirs }) => (
                <p key={field}>
                  <strong>{label(initiatives, field)}</strong>
                  <br />
                  {t('table.mine', { text: shown(field, mine) })}
                  {conflicts.length > 0 && (
                    <>
                      <br />
                      {t('table.theirs', { text: shown(field, theirs) })}
                    </>
                  )}
                </p>
              ))}
            </div>
            <button type='button' className={styles.button} onClick={() => settle(trouble, true)}>
              {t(conflicts.length > 0 ? 'table.useMine' : 'app.retry')}
            </button>
            <button type='button' className={styles.button} onClick={() => settle(trouble, false)}>
              {t('table.useTheirs')}
            </button>
          </section>
        )
      })}
    </>
  )
}

const isConflict = (refusal: Refusal) => refusal.why === 'changedByOther'
