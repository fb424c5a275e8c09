/** What each frame and each year's person-days hold and how much of it is used, as bars with numbers; changed by hand on demand. */
import { useState } from 'react'
import { readAmount } from '#src/rules/money/amounts.ts'
import { type Choice, type Limit, type Problem, usedOf } from '#src/rules/selection.ts'
import { limitName, type Selection } from '#src/rules/prioritising/selectionProblem.ts'
import { useWords } from '../../language.ts'
import { useNaming } from './context.ts'
import type { DraftState } from './useDraft.ts'
import styles from './Scenarios.module.css'

export function Limits({
  selection,
  choice,
  draft: { draft, set },
}: {
  selection: Selection
  choice: Choice | undefined
  draft: DraftState
}) {
  const { t } = useWords()
  const { limitOf } = useNaming()
  const [isOpen, setIsOpen] = useState(false)
  const { problem, unlimited } = selection
  const { settings } = draft
  const { years } = settings
  const change = (limit: Pick<Limit, 'of' | 'year' | 'portfolio'>, amount: number | undefined) => {
    const field = limit.of === 'cost' ? 'frames' : 'personDays'
    const { [limitName(limit)]: _, ...rest } = settings[field]
    set({ [field]: { ...rest, ...(amount !== undefined && { [limitName(limit)]: amount }) } })
  }
  const none = unlimited.map((one): Limit => ({ of: 'cost', most: Number.NaN, ...one }))
  return (
    <section className={styles.section} aria-labelledby='limits'>
      <div className={styles.sectionHead}>
        <h2 id='limits'>{t('scenarios.limits')}</h2>
        <label>
          {t('scenarios.firstYear')}{' '}
          <input
            className={styles.year}
            type='number'
            min={2000}
            max={2200}
            value={years[0]}
            onChange={({ target: { valueAsNumber: first } }) => {
              if (first >= 2000 && first <= 2200) set({ years: years.map((_, i) => first + i) })
            }}
          />
        </label>
        <label>
          {t('scenarios.yearCount')}{' '}
          <select
            className={styles.select}
            value={years.length}
            onChange={({ target }) =>
              set({ years: Array.from({ length: Number(target.value) }, (_, i) => (years[0] ?? 0) + i) })
            }
          >
            {[1, 2, 3, 4, 5, 6].map((count) => (
              <option key={count}>{count}</option>
            ))}
          </select>
        </label>
        <button
          type='button'
          className={styles.button}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t('scenarios.setFrames')}
        </button>
      </div>
      <ul className={styles.bars}>
        {problem.limits.map((limit) => (
          <Bar
            key={`${limit.of} ${limitName(limit)}`}
            limit={limit}
            choice={choice}
            problem={problem}
            byHand={
              (limit.of === 'cost' ? settings.frames : settings.personDays)[limitName(limit)] !== undefined
            }
            change={isOpen ? (amount) => change(limit, amount) : undefined}
          />
        ))}
        {none.map((limit) => (
          <li key={limitName(limit)} className={styles.bar}>
            <span>{t('scenarios.unlimited', { what: limitOf(limit).toLowerCase() })}</span>
            {isOpen && <AmountField limit={limit} change={(amount) => change(limit, amount)} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Bar({
  limit,
  choice,
  problem,
  byHand,
  change,
}: {
  limit: Limit
  choice: Choice | undefined
  problem: Problem
  byHand: boolean
  change: ((amount: number | undefined) => void) | undefined
}) {
  const { t } = useWords()
  const { limitOf, amountOf } = useNaming()
  const used = choice ? usedOf(choice, limit, problem) : 0
  const left = limit.most - used
  const part = limit.most > 0 ? used / limit.most : Number(used > 0)
  return (
    <li className={styles.bar}>
      <span className={styles.barName}>
        {limitOf(limit)}
        {byHand && <small> {t('scenarios.byHand')}</small>}
      </span>
      <span className={styles.track} aria-hidden='true'>
        <span
          className={left < 0 ? styles.overfull : styles.fill}
          style={{ inlineSize: `${Math.min(part, 1) * 100}%` }}
        />
      </span>
      <span className={styles.figures}>
        {t('scenarios.used', { used: amountOf(limit.of, used), most: amountOf(limit.of, limit.most) })}
        {' · '}
        {left < 0
          ? t('scenarios.over', { kr: amountOf(limit.of, -left) })
          : t('scenarios.left', { kr: amountOf(limit.of, left) })}
      </span>
      {change && <AmountField limit={limit} change={change} byHand={byHand} />}
    </li>
  )
}

/** Kronor are written in thousands, unless something else is written beside the figure. */
function AmountField({
  limit,
  change,
  byHand = false,
}: {
  limit: Limit
  change: (amount: number | undefined) => void
  byHand?: boolean
}) {
  const { t } = useWords()
  const { limitOf } = useNaming()
  const isMoney = limit.of === 'cost'
  const [typed, setTyped] = useState<string>()
  const [unreadable, setUnreadable] = useState<string>()
  const shown = Number.isNaN(limit.most) ? '' : String(isMoney ? limit.most / 1000 : limit.most)
  const take = () => {
    if (typed === undefined) return
    const read = readAmount(typed, isMoney ? 'tkr' : 'kr')
    if ('fault' in read) return setUnreadable(typed)
    setUnreadable(undefined)
    setTyped(undefined)
    change(read.kr ?? undefined)
  }
  return (
    <span className={styles.byHand}>
      <input
        className={styles.amount}
        inputMode='decimal'
        aria-label={`${limitOf(limit)} (${isMoney ? 'tkr' : t('scenarios.days', { days: '' }).trim()})`}
        value={typed ?? shown}
        aria-invalid={unreadable !== undefined}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={take}
        onKeyDown={({ key }) => key === 'Enter' && take()}
      />{' '}
      {isMoney ? 'tkr' : ''}
      {byHand && (
        <button type='button' className={styles.quietButton} onClick={() => change(undefined)}>
          {t('scenarios.asDecided')}
        </button>
      )}
      {unreadable !== undefined && (
        <span role='alert' className={styles.trouble}>
          {t('scenarios.unreadable', { text: unreadable })}
        </span>
      )}
    </span>
  )
}
