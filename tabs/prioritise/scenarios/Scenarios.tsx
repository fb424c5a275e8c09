/** One scenario to work with: what is chosen under the frames and why, what is set by hand, and those it is compared with. */
import { useMemo } from 'react'
import type { Forum } from '#src/lists/organisation.ts'
import type { Scenario, ScenarioResult } from '#src/lists/prioritising.ts'
import { yearOf } from '#src/rules/calendar.ts'
import { basisOf, fingerprint } from '#src/rules/prioritising/selectionBasis.ts'
import { requiredChoice } from '#src/rules/prioritising/required.ts'
import { selectionFaults } from '#src/rules/prioritising/selectionFaults.ts'
import { selectionOf } from '#src/rules/prioritising/selectionProblem.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { Besides } from './Besides.tsx'
import { Compare } from './Compare.tsx'
import { Conditions } from './Conditions.tsx'
import { namingOf, NamingContext } from './context.ts'
import { Limits } from './Limits.tsx'
import { Lists } from './Lists.tsx'
import { More } from './More.tsx'
import { Saved } from './Saved.tsx'
import { Since } from './Since.tsx'
import { Faults, Status } from './Status.tsx'
import { useDraft } from './useDraft.ts'
import type { ScenarioRows } from './useScenarioRows.ts'
import { useSelection } from './useSelection.ts'
import styles from './Scenarios.module.css'

const YEARS = 3

export function Scenarios({ forum, now: { rows, saved, wanted } }: { forum: Forum; now: ScenarioRows }) {
  const words = useWords()
  const { t } = words
  const { today } = useSession()
  const next = yearOf(today) + 1
  const draft = useDraft(forum.key, saved, {
    years: Array.from({ length: YEARS }, (_, i) => next + i),
    wanted,
  })
  const { settings } = draft.draft
  const naming = useMemo(() => namingOf(words, rows), [words, rows])
  const selection = useMemo(() => selectionOf(rows, settings), [rows, settings])
  const faults = useMemo(() => selectionFaults(selection.problem), [selection])
  const isEmpty = selection.problem.candidates.length === 0
  const state = useSelection(faults.length > 0 || isEmpty ? undefined : selection.problem)
  const bases = useMemo(
    () => new Map(rows.candidates.map(({ initiative, basis }) => [initiative.key, basis])),
    [rows],
  )
  // Each is told from what is known today of its own years.
  const known = useMemo(() => {
    const asked = new Set([settings, ...saved.map((one) => one.settings)].map(({ years }) => years.join()))
    return new Map(
      [...asked].map((years) => {
        const basis = basisOf(rows, years.split(',').map(Number))
        return [years, { basis, print: fingerprint(basis) }]
      }),
    )
  }, [rows, saved, settings])
  const isStale = (one: Scenario) =>
    one.result !== undefined && one.result.basis !== known.get(one.settings.years.join())?.print
  const { best } = state
  const result = useMemo((): ScenarioResult | undefined => {
    const now = known.get(settings.years.join())
    if (!best || !now) return undefined
    return {
      chosen: Object.fromEntries(best.choice),
      value: Math.round(best.value * 100) / 100,
      gap: best.gap,
      basis: now.print,
      reckoned: now.basis,
    }
  }, [best, settings, known])
  const { saved: there } = draft
  const basisThen = there && known.get(there.settings.years.join())
  return (
    <NamingContext value={naming}>
      <p className={styles.quiet}>{t('scenarios.lead')}</p>
      <Saved forum={forum} saved={saved} draft={draft} result={result} isStale={isStale} />
      {there && basisThen && isStale(there) && (
        <Since
          scenario={there}
          basis={basisThen.basis}
          result={draft.isChanged ? undefined : result}
          draft={draft}
        />
      )}
      {faults.length > 0 ? (
        <Faults faults={faults} />
      ) : isEmpty ? (
        <p>
          {t('scenarios.nothing', { years: `${settings.years[0] ?? ''}–${settings.years.at(-1) ?? ''}` })}
        </p>
      ) : (
        <Status problem={selection.problem} state={state} />
      )}
      <Limits
        selection={selection}
        choice={state.choice ?? state.impossible?.required ?? requiredChoice(selection.problem)}
        isRequired={!state.choice && !isEmpty}
        draft={draft}
      />
      {state.choice && (
        <Lists selection={selection} choice={state.choice} state={state} draft={draft} bases={bases} />
      )}
      <Besides selection={selection} draft={draft} />
      {!isEmpty && <More problem={selection.problem} state={state} />}
      <Conditions selection={selection} rows={rows} choice={state.choice} draft={draft} />
      {saved.length > 0 && (
        <Compare
          problem={selection.problem}
          saved={saved.filter(({ key }) => draft.isChanged || key !== there?.key)}
          now={{ title: draft.draft.title, result }}
          isStale={isStale}
        />
      )}
      <details className={styles.section}>
        <summary>
          <h2>{t('scenarios.how')}</h2>
        </summary>
        <p>{t('scenarios.howText')}</p>
      </details>
    </NamingContext>
  )
}
