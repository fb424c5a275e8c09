/** One criterion while it is written: its name, weight, meaning, and what each step means. */
import { useId } from 'react'
import { formatNumber } from '#src/text/format.ts'
import { useWords } from '../../language.ts'
import type { DraftCriterion } from './draft.ts'
import { ShareBar } from './ShareBar.tsx'
import styles from './Criteria.module.css'

export function CriterionCard({
  row,
  at,
  count,
  share,
  byPairs,
  change,
  move,
  remove,
}: {
  row: DraftCriterion
  /** From 0. */
  at: number
  count: number
  /** Of 100, as the weights stand. */
  share: number
  /** The weight follows from pairs, and isn't typed. */
  byPairs: boolean
  change: (next: DraftCriterion) => void
  move: (to: number) => void
  remove: () => void
}) {
  const { t, locale } = useWords()
  const id = useId()
  const name = row.title || t('scoring.unnamed', { place: at + 1 })
  const said = row.anchors.filter((anchor) => anchor !== '').length
  return (
    <li className={styles.card}>
      <div className={styles.top}>
        <label className={styles.wide}>
          <span>{t('scoring.criterion', { place: at + 1 })}</span>
          <input
            value={row.title}
            maxLength={255}
            onChange={(event) => change({ ...row, title: event.target.value })}
          />
        </label>
        <label className={styles.weight}>
          <span>{t('scoring.weight')}</span>
          <input
            inputMode='decimal'
            value={locale === 'sv' ? row.weight.replace('.', ',') : row.weight}
            readOnly={byPairs}
            aria-describedby={byPairs ? `${id}-pairs` : undefined}
            onChange={(event) => change({ ...row, weight: event.target.value })}
          />
        </label>
        <span className={styles.share}>
          <ShareBar share={share} />
          {t('scoring.shareOf', { share: formatNumber(Math.round(share * 10) / 10, locale) })}
        </span>
        <span className={styles.buttons}>
          <button
            type='button'
            aria-label={t('scoring.moveUp', { name })}
            disabled={at === 0}
            onClick={() => move(at - 1)}
          >
            ↑
          </button>
          <button
            type='button'
            aria-label={t('scoring.moveDown', { name })}
            disabled={at === count - 1}
            onClick={() => move(at + 1)}
          >
            ↓
          </button>
          <button type='button' aria-label={t('scoring.remove', { name })} onClick={remove}>
            ✕
          </button>
        </span>
      </div>
      {byPairs && (
        <p id={`${id}-pairs`} className='visually-hidden'>
          {t('scoring.weightByPairs')}
        </p>
      )}
      <details className={styles.more} open={row.title === ''}>
        <summary>{t('scoring.meaningAndSteps', { count: said, of: row.anchors.length })}</summary>
        <label className={styles.field}>
          <span>{t('scoring.meaning')}</span>
          <textarea
            rows={2}
            value={row.meaning}
            maxLength={2000}
            onChange={(event) => change({ ...row, meaning: event.target.value })}
          />
        </label>
        <ol className={styles.steps}>
          {row.anchors.map((anchor, i) => (
            <li key={i}>
              <label className={styles.step}>
                <span>{t('scoring.step', { step: i + 1 })}</span>
                <input
                  value={anchor}
                  maxLength={500}
                  placeholder={i === 0 ? t('scoring.stepLeast') : i === 4 ? t('scoring.stepMost') : ''}
                  onChange={(event) =>
                    change({
                      ...row,
                      anchors: row.anchors.map((text, j) => (j === i ? event.target.value : text)),
                    })
                  }
                />
              </label>
            </li>
          ))}
        </ol>
      </details>
    </li>
  )
}
