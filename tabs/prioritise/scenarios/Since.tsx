/** That a saved scenario was reckoned from what has changed since, with what changed; reckoned anew on demand. */
import type { Scenario, ScenarioBasis, ScenarioResult } from '#src/lists/prioritising.ts'
import { type BasisChange, changesSince } from '#src/rules/prioritising/selectionBasis.ts'
import { formatDay, formatNumber } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { useNaming } from './context.ts'
import type { DraftState } from './useDraft.ts'
import styles from './Scenarios.module.css'

export function Since({
  scenario,
  basis,
  result,
  draft,
}: {
  scenario: Scenario
  basis: ScenarioBasis
  /** What the same settings give now. */
  result: ScenarioResult | undefined
  draft: DraftState
}) {
  const words = useWords()
  const { t, locale } = words
  const { today } = useSession()
  const naming = useNaming()
  const { titleOf, titlesOf, amountOf, points } = naming
  const then = scenario.result
  if (!then) return null
  const changes = then.reckoned ? changesSince(then.reckoned, basis) : []
  const items = Map.groupBy(
    changes.filter((change) => change.what !== 'limit'),
    ({ id }) => id,
  )
  const says = (change: Exclude<BasisChange, { what: 'limit' }>) => {
    switch (change.what) {
      case 'gone':
      case 'new':
      case 'years':
        return t(`scenarios.change.${change.what}`)
      case 'isIn':
        return t(change.now ? 'scenarios.change.isIn' : 'scenarios.change.isOut')
      case 'needs':
        return [
          change.added.length > 0 && t('scenarios.change.needsMore', { titles: titlesOf(change.added) }),
          change.removed.length > 0 && t('scenarios.change.needsLess', { titles: titlesOf(change.removed) }),
        ]
          .filter((part) => part !== false)
          .join(', ')
      default: {
        const say = (amount: number) =>
          change.what === 'cost'
            ? amountOf('cost', amount)
            : change.what === 'start'
              ? String(amount)
              : formatNumber(Math.round(amount * 10) / 10, locale)
        return t(`scenarios.change.${change.what}`, { before: say(change.before), now: say(change.now) })
      }
    }
  }
  const limitSays = (change: Extract<BasisChange, { what: 'limit' }>) => {
    const [portfolio, year] = change.name.includes('/') ? change.name.split('/') : [undefined, change.name]
    const say = (amount: number | undefined) =>
      amount === undefined ? t('scenarios.none') : amountOf(change.of, amount)
    return t('scenarios.change.limit', {
      name:
        change.of === 'receiving'
          ? t('scenarios.roomOf', { unit: naming.unitOf(portfolio ?? ''), quarter: year ?? '' })
          : naming.limitOf({
              of: change.of,
              year: Number(year),
              ...(portfolio !== undefined && { portfolio }),
            }),
      before: say(change.before),
      now: say(change.now),
    })
  }
  const nowIn = result ? Object.keys(result.chosen).filter((id) => !(id in then.chosen)) : []
  const nowOut = result ? Object.keys(then.chosen).filter((id) => !(id in result.chosen)) : []
  return (
    <section className={styles.changed} aria-label={t('scenarios.changedShort')}>
      <p>{t('scenarios.changedSince', { day: formatDay(scenario.on, locale, today) })}</p>
      {!then.reckoned && <p>{t('scenarios.changedUnknown')}</p>}
      <ul>
        {[...items].map(([id, some]) => (
          <li key={id}>
            <b>{titleOf(id)}</b>: {some.map(says).join('; ')}
          </li>
        ))}
        {changes.flatMap((change) =>
          change.what === 'limit' ? <li key={`${change.of} ${change.name}`}>{limitSays(change)}</li> : [],
        )}
      </ul>
      {result && (
        <>
          <p>
            {t('scenarios.then', { value: points(then.value), now: points(result.value) })}{' '}
            {nowIn.length > 0 && t('scenarios.nowIn', { titles: titlesOf(nowIn) })}{' '}
            {nowOut.length > 0 && t('scenarios.nowOut', { titles: titlesOf(nowOut) })}
          </p>
          <button
            type='button'
            className={styles.button}
            disabled={draft.busy}
            onClick={() => void draft.save(result)}
          >
            {t('scenarios.reckonAnew')}
          </button>
        </>
      )}
    </section>
  )
}
