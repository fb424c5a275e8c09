/** The cell in focus: what each step means, one's own reason, and, when asked for, what the others have given. */
import { type RefObject, useState } from 'react'
import type { Criterion } from '#src/lists/prioritising.ts'
import type { Cell } from '#src/rules/prioritising/assessing.ts'
import { LEAST_SCORE, MOST_SCORE } from '#src/rules/prioritising/scoring.ts'
import { formatDay, formatNumber } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import { Breakdown } from '../Breakdown.tsx'
import type { MatrixRow } from './matrixRows.ts'
import type { MeantScore } from './sender.ts'
import styles from './Scores.module.css'

const steps = Array.from({ length: MOST_SCORE - LEAST_SCORE + 1 }, (_, i) => LEAST_SCORE + i)

export function CellPanel({
  row,
  criterion,
  criteria,
  cell,
  refused,
  mayScore,
  isOpen,
  toggle,
  score,
  explain,
  drop,
  reasonField,
  back,
}: {
  row: MatrixRow
  criterion: Criterion
  criteria: readonly Criterion[]
  cell: Cell
  refused: MeantScore | undefined
  mayScore: boolean
  /** Reasons and the others' scores are shown. */
  isOpen: boolean
  toggle: () => void
  score: (value: number | null) => void
  explain: (reason: string) => void
  drop: () => void
  reasonField: RefObject<HTMLTextAreaElement | null>
  /** To the matrix again. */
  back: () => void
}) {
  const { t, locale } = useWords()
  const { initiative, isExternal } = row.candidate
  const { own, others } = cell
  const isLocked = !mayScore || isExternal
  return (
    <aside className={styles.panel} aria-label={t('scoring.cell')}>
      <h2>{criterion.title}</h2>
      <p className={styles.quiet}>
        {initiative.number} {initiative.title}
      </p>
      {criterion.meaning && <p>{criterion.meaning}</p>}
      <fieldset className={styles.anchors} disabled={isLocked}>
        <legend>{t('scoring.mine')}</legend>
        {steps.map((step) => (
          <label key={step}>
            <input
              type='radio'
              name={`${initiative.key} ${criterion.key}`}
              checked={own?.value === step}
              onChange={() => score(step)}
            />
            <b>{step}</b> {criterion.anchors?.[step - 1]}
          </label>
        ))}
        {own && !isLocked && (
          <button type='button' onClick={() => score(null)}>
            {t('scoring.takeBack')}
          </button>
        )}
      </fieldset>
      {refused && (
        <div>
          <Refusals refusals={refused.refusals} />
          <button type='button' onClick={drop}>
            {t('scoring.letGo')}
          </button>
        </div>
      )}
      <button type='button' aria-expanded={isOpen} onClick={toggle}>
        {t('scoring.reasonAndOthers', { count: others.length })}
      </button>
      {isOpen && (
        <>
          {!isLocked && (
            <Reason
              key={`${initiative.key} ${criterion.key}`}
              reason={own?.reason ?? ''}
              canExplain={own !== undefined}
              save={explain}
              field={reasonField}
              back={back}
            />
          )}
          <h3>{t('scoring.others')}</h3>
          {others.length === 0 ? (
            <p className={styles.quiet}>{t('scoring.noOthers')}</p>
          ) : (
            <ul className={styles.others}>
              {others.map(({ key, by, value, reason, on }) => (
                <li key={key}>
                  <b>{value}</b> {by?.name ?? t('scoring.someone')}, <When day={on} />
                  {reason ? `: ${reason}` : ` · ${t('scoring.noReason')}`}
                </li>
              ))}
            </ul>
          )}
          {cell.mean !== undefined && cell.by > 1 && (
            <p>
              {t('scoring.meanAndSpread', {
                mean: formatNumber(Math.round(cell.mean * 10) / 10, locale),
                lowest: cell.lowest ?? 0,
                highest: cell.highest ?? 0,
                by: cell.by,
              })}
            </p>
          )}
        </>
      )}
      {!isExternal && row.scored.contributions.some(({ by }) => by > 0) && (
        <>
          <h3>{t('scoring.soFar')}</h3>
          <Breakdown scored={row.scored} criteria={criteria} />
        </>
      )}
    </aside>
  )
}

function When({ day }: { day: string }) {
  const { locale } = useWords()
  const { today } = useSession()
  return formatDay(day, locale, today)
}

function Reason({
  reason,
  canExplain,
  save,
  field,
  back,
}: {
  reason: string
  canExplain: boolean
  save: (reason: string) => void
  field: RefObject<HTMLTextAreaElement | null>
  back: () => void
}) {
  const { t } = useWords()
  const [typed, setTyped] = useState<string>()
  const leave = () => {
    if (typed !== undefined && typed.trim() !== reason) save(typed.trim())
    setTyped(undefined)
  }
  return (
    <label className={styles.reason}>
      <span>{t(canExplain ? 'scoring.reason' : 'scoring.reasonAfter')}</span>
      <textarea
        ref={field}
        rows={4}
        maxLength={4000}
        value={typed ?? reason}
        readOnly={!canExplain}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return
          event.preventDefault()
          back()
        }}
      />
    </label>
  )
}
