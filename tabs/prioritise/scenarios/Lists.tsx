/** What was chosen and what was left out, each with its reason; put in or taken out by hand, started later, and asked what it would cost. */
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { leftOutOf } from '#src/rules/prioritising/leftOut.ts'
import { type Candidate, type Choice, wholeCost } from '#src/rules/selection.ts'
import type { Selection } from '#src/rules/prioritising/selectionProblem.ts'
import { formatKr } from '#src/text/format.ts'
import { useWords } from '../../language.ts'
import { useNaming } from './context.ts'
import { Price } from './Price.tsx'
import { chosenWhy, reasonText } from './reasonText.ts'
import type { DraftState } from './useDraft.ts'
import type { SelectionState } from './useSelection.ts'
import styles from './Scenarios.module.css'

export function Lists({
  selection,
  choice,
  state,
  draft,
  bases,
}: {
  selection: Selection
  choice: Choice
  state: SelectionState
  draft: DraftState
  bases: ReadonlyMap<string, string>
}) {
  const words = useWords()
  const naming = useNaming()
  const { t } = words
  const { problem } = selection
  const byValue = problem.candidates.toSorted((a, b) => b.value - a.value)
  const chosen = byValue.filter(({ id }) => choice.has(id))
  const reasons = new Map(leftOutOf(choice, problem).map((one) => [one.id, reasonText(one, words, naming)]))
  const left = byValue.filter(({ id }) => !choice.has(id))
  const why = (id: string) => {
    const { why: because, by } = chosenWhy(id, { problem, choice, bases })
    return t(`scenarios.why.${because}`, { titles: naming.titlesOf(by) })
  }
  return (
    <div className={styles.lists}>
      <section className={styles.section} aria-labelledby='chosen'>
        <h2 id='chosen'>{t('scenarios.chosen', { count: chosen.length })}</h2>
        {chosen.length === 0 && <p className={styles.quiet}>{t('scenarios.noneChosen')}</p>}
        <ul className={styles.rows}>
          {chosen.map((one) => (
            <Row
              key={one.id}
              one={one}
              why={why(one.id)}
              selection={selection}
              draft={draft}
              startsIn={bases.get(one.id) === 'running' ? undefined : choice.get(one.id)}
            />
          ))}
        </ul>
      </section>
      <section className={styles.section} aria-labelledby='leftOut'>
        <h2 id='leftOut'>{t('scenarios.leftOut', { count: left.length })}</h2>
        {left.length === 0 && <p className={styles.quiet}>{t('scenarios.allChosen')}</p>}
        <ul className={styles.rows}>
          {left.map((one) => (
            <Row key={one.id} one={one} why={reasons.get(one.id) ?? ''} selection={selection} draft={draft}>
              <Price
                key={state.best?.value}
                id={one.id}
                state={state}
                force={() => draft.set(put(draft.draft.settings, one.id, 'in'))}
              />
            </Row>
          ))}
        </ul>
      </section>
    </div>
  )
}

type Put = 'free' | 'in' | 'out'

/** The settings with one initiative put in, taken out, or left to the reckoning. */
function put<S extends { forcedIn: string[]; forcedOut: string[] }>(settings: S, id: string, to: Put) {
  const without = (ids: readonly string[]) => ids.filter((one) => one !== id)
  return {
    forcedIn: [...without(settings.forcedIn), ...(to === 'in' ? [id] : [])],
    forcedOut: [...without(settings.forcedOut), ...(to === 'out' ? [id] : [])],
  }
}

function Row({
  one,
  why,
  selection,
  draft: { draft, set },
  startsIn,
  children,
}: {
  one: Candidate
  why: string
  selection: Selection
  draft: DraftState
  /** Of what is chosen and hasn't begun. */
  startsIn?: number | undefined
  children?: ReactNode
}) {
  const { t, locale } = useWords()
  const { points, numberOf } = useNaming()
  const { id, title, value, start } = one
  const { settings } = draft
  const is: Put = settings.forcedIn.includes(id) ? 'in' : settings.forcedOut.includes(id) ? 'out' : 'free'
  const later = settings.years.filter((year) => year > start)
  const latest = Math.max(start, ...(settings.starts[id] ?? []))
  const [isOpen, setIsOpen] = useState(false)
  // What a law asks for can't be taken out; what has begun can.
  const isFixed = one.mandatory && !selection.running.includes(id) && is === 'free'
  const isKept = selection.running.includes(id) && settings.isRunningFree !== true && is !== 'in'
  const marks = [
    selection.unscored.includes(id) && t('scenarios.noPoints'),
    selection.partlyScored.includes(id) && t('scenarios.partly'),
    selection.coarse.includes(id) &&
      t(settings.assumed?.[id] === undefined ? 'scenarios.coarse' : 'scenarios.assumed'),
  ].filter((mark) => mark !== false)
  return (
    <li className={styles.row}>
      <div className={styles.name}>
        <Link href={`/initiative/${encodeURIComponent(id)}`}>{title}</Link>{' '}
        <span className={styles.number}>{numberOf(id)}</span>
        {marks.map((mark) => (
          <span key={mark} className={styles.tag}>
            {mark}
          </span>
        ))}
      </div>
      <div className={styles.figures}>
        {t('scenarios.points', { points: points(value) })} · {formatKr(wholeCost(one), locale)}
      </div>
      <div className={styles.why}>{why}</div>
      <div className={styles.rowTools}>
        {!isFixed && (
          <select
            className={styles.select}
            aria-label={t('scenarios.choice', { title })}
            value={is}
            onChange={({ target }) => set(put(settings, id, target.value as Put))}
          >
            {(['free', 'in', 'out'] as const)
              .filter((to) => to !== 'in' || !isKept)
              .map((to) => (
                <option key={to} value={to}>
                  {t(to === 'free' && isKept ? 'scenarios.choice.kept' : `scenarios.choice.${to}`)}
                </option>
              ))}
          </select>
        )}
        {startsIn !== undefined && (
          <span className={styles.quiet}>{t('scenarios.startsIn', { year: startsIn })}</span>
        )}
        {later.length > 0 && (
          <button
            type='button'
            className={styles.quietButton}
            aria-expanded={isOpen || latest > start}
            onClick={() => setIsOpen(!isOpen)}
          >
            {t('scenarios.latest')}
          </button>
        )}
        {(isOpen || latest > start) && (
          <select
            className={styles.select}
            aria-label={t('scenarios.latestOf', { title })}
            value={latest}
            onChange={({ target }) => {
              const { [id]: _, ...rest } = settings.starts
              const window = later.filter((year) => year <= Number(target.value))
              set({ starts: { ...rest, ...(window.length > 0 && { [id]: window }) } })
            }}
          >
            {[start, ...later].map((year) => (
              <option key={year}>{year}</option>
            ))}
          </select>
        )}
      </div>
      {children && <div className={styles.rowRest}>{children}</div>}
    </li>
  )
}
