/** How far the edits of many rows have come, what takes them back, and what was left as it was. */
import type { Initiative } from '#src/lists/initiatives.ts'
import { formatNumber } from '#src/text/format.ts'
import { refusalText } from '#src/text/refusals.ts'
import type { Words } from '#src/text/words.ts'
import { useTableWords } from '../useTableWords.ts'
import type { Bulk } from './bulk.ts'
import type { Edit } from './meant.ts'
import styles from './Editing.module.css'

/** More than anyone reads through; the rest are counted. */
export const MOST_LISTED = 50

export function BulkOutcome({
  bulk,
  undo,
  stop,
}: {
  bulk: Bulk | undefined
  undo: (edits: readonly Edit[]) => void
  /** Leaves those that have not been sent. */
  stop?: () => void
}) {
  const words = useTableWords()
  const { t } = words
  const busy = bulk?.phase === 'saving'
  return (
    <>
      {busy && <progress max={bulk.total} value={bulk.done} aria-label={outcomeText(bulk, words)} />}
      <span role='status'>{bulk ? outcomeText(bulk, words) : ''}</span>
      {busy && stop && (
        <button type='button' className={styles.button} onClick={stop}>
          {t('table.stopRest')}
        </button>
      )}
      {bulk && !busy && !bulk.undoing && bulk.undo.length > 0 && (
        <button type='button' className={styles.button} onClick={() => undo(bulk.undo)}>
          {t('table.undo')}
        </button>
      )}
    </>
  )
}

export function BulkLeft({ bulk, rows }: { bulk: Bulk | undefined; rows: readonly Initiative[] }) {
  const words = useTableWords()
  const { t, locale } = words
  if (!bulk || bulk.left.length === 0) return null
  const more = bulk.left.length - MOST_LISTED
  return (
    <ul aria-label={t('table.left')}>
      {bulk.left.slice(0, MOST_LISTED).map(({ key, refusals }) => {
        const row = rows.find((one) => one.key === key)
        return (
          <li key={key}>
            {row ? `${row.number} ${row.title}: ` : ''}
            {refusals.map((refusal) => refusalText(refusal, words)).join(' ')}
          </li>
        )
      })}
      {more > 0 && <li>{t('table.andMore', { count: formatNumber(more, locale) })}</li>}
    </ul>
  )
}

function outcomeText({ phase, undoing, done, total, left }: Bulk, { t, locale }: Words): string {
  const shown = (count: number) => formatNumber(count, locale)
  if (phase === 'saving') return t('table.bulkSaving', { done: shown(done), total: shown(total) })
  if (phase === 'waiting') return t('table.bulkWaiting', { total: shown(total) })
  const key = undoing ? 'table.bulkUndone' : 'table.bulkDone'
  const text = t(key, { count: shown(total - left.length) })
  return left.length > 0 ? `${text} ${t('table.bulkLeft', { count: shown(left.length) })}` : text
}
