/** Where chair, secretary and lead set a forum's criteria and what each weighs. */
import { useRef } from 'react'
import { criteriaFaults } from '#src/rules/prioritising/scoringFaults.ts'
import { refusalText } from '#src/text/refusals.ts'
import { formatNumber } from '#src/text/format.ts'
import { newKey } from '../../act.ts'
import { useWords } from '../../language.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import { CriterionCard } from './CriterionCard.tsx'
import { emptyRow, moved, sharedOut, weighedByHand, weighedByPairs, weightOf } from './draft.ts'
import { Pairs } from './Pairs.tsx'
import { principles } from './principles.ts'
import type { useCriteria } from './useCriteria.ts'
import styles from './Criteria.module.css'

export function CriteriaEdit({ of }: { of: ReturnType<typeof useCriteria> }) {
  const words = useWords()
  const { t, locale } = words
  const list = useRef<HTMLOListElement>(null)
  const { draft } = of
  if (!draft) return null
  const { rows, comparisons } = draft
  const weights = rows.map(weightOf)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const [fault] = criteriaFaults(rows.map((row) => ({ title: row.title, weight: weightOf(row) })))
  const unnamed = rows.findIndex(({ title }) => title.trim() === '')
  const why = fault
    ? refusalText({ why: 'scoring', scoring: fault }, words)
    : unnamed >= 0
      ? t('scoring.nameMissing', { place: unnamed + 1 })
      : of.isWaiting
        ? t('scoring.waits')
        : undefined
  const put = (next: typeof rows) =>
    of.write(comparisons ? weighedByPairs({ ...draft, rows: next }, comparisons) : { ...draft, rows: next })
  const add = () => {
    put([...rows, emptyRow(newKey())])
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(':scope > li:last-child input')?.focus(),
    )
  }
  const isStale = of.refusals.some((refusal) => refusal.why === 'changedByOther')
  return (
    <>
      {rows.length === 0 ? (
        <div className={styles.empty}>
          <p>{t('scoring.noCriteria')}</p>
          <button
            type='button'
            onClick={() =>
              of.write({ ...draft, rows: principles(words).map((row) => ({ ...row, key: newKey() })) })
            }
          >
            {t('scoring.startWithPrinciples')}
          </button>{' '}
          <button type='button' onClick={add}>
            {t('scoring.startEmpty')}
          </button>
        </div>
      ) : (
        <>
          <fieldset className={styles.method}>
            <legend>{t('scoring.method')}</legend>
            {(['hand', 'pairs'] as const).map((method) => (
              <label key={method}>
                <input
                  type='radio'
                  name='method'
                  checked={(comparisons !== undefined) === (method === 'pairs')}
                  onChange={() =>
                    of.write(method === 'pairs' ? { ...draft, comparisons: [] } : weighedByHand(draft))
                  }
                />
                {t(`scoring.method.${method}`)}
              </label>
            ))}
          </fieldset>
          <ol className={styles.list} ref={list}>
            {rows.map((row, at) => (
              <CriterionCard
                key={row.key}
                row={row}
                at={at}
                count={rows.length}
                share={sum > 0 ? (Math.max(0, weights[at] ?? 0) * 100) / sum : 0}
                byPairs={comparisons !== undefined}
                change={(next) => put(rows.map((one) => (one.key === next.key ? next : one)))}
                move={(to) => put(moved(rows, at, to))}
                remove={() => put(rows.filter(({ key }) => key !== row.key))}
              />
            ))}
          </ol>
          <p className={styles.sum}>
            <button type='button' onClick={add}>
              {t('scoring.add')}
            </button>
            <span>{t('scoring.sum', { sum: formatNumber(Math.round(sum * 10) / 10, locale) })}</span>
            {fault?.fault === 'weightsSum' && sum > 0 && (
              <button type='button' onClick={() => of.write({ ...draft, rows: sharedOut(rows) })}>
                {t('scoring.shareOut')}
              </button>
            )}
          </p>
          {comparisons && (
            <Pairs
              rows={rows}
              comparisons={comparisons}
              change={(next) => of.write(weighedByPairs(draft, next))}
            />
          )}
        </>
      )}
      <Refusals refusals={of.refusals} />
      {isStale && (
        <p>
          <button type='button' onClick={() => void of.overTheirs()}>
            {t('scoring.keepMine')}
          </button>{' '}
          <button
            type='button'
            onClick={() => {
              of.drop()
              of.reload()
            }}
          >
            {t('scoring.takeTheirs')}
          </button>
        </p>
      )}
      {of.isChanged && (
        <div className={styles.save}>
          <button
            type='button'
            className={styles.primary}
            disabled={why !== undefined || of.state === 'saving'}
            onClick={() => void of.save()}
          >
            {of.state === 'saving' ? t('scoring.saving') : t('scoring.save')}
          </button>
          <button type='button' onClick={of.drop}>
            {t('scoring.cancel')}
          </button>
          {why && <span>{why}</span>}
        </div>
      )}
      <p role='status' className={styles.quiet}>
        {of.state === 'saved' && !of.isChanged ? t('scoring.saved') : ''}
      </p>
    </>
  )
}
