/** The search and the filters of the register, each choice with how many decisions it would show. */
import { useDeferredValue, useId, useMemo } from 'react'
import { type Outcome, outcomes } from '#src/lists/decisions.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { forums } from '#src/lists/organisation.ts'
import {
  type RegisterEntry,
  type RegisterFilter,
  searchRegister,
  yearsOf,
} from '#src/rules/deciding/register.ts'
import { compareTexts, formatNumber } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import { useWords } from '../../language.ts'
import { useSlashKey } from '../../ui/keys/useSlashKey.ts'
import { Period } from './Period.tsx'
import type { RegisterAsked, useRegisterAsked } from './registerAddress.ts'
import own from './Decisions.module.css'
import buttons from '../../ui/Buttons.module.css'
import styles from '../Parts.module.css'

type Change = ReturnType<typeof useRegisterAsked>['change']

export function RegisterFilters({
  entries,
  asked: { filter },
  change,
  clear,
}: {
  entries: readonly RegisterEntry[]
  asked: RegisterAsked
  change: Change
  clear: () => void
}) {
  const words = useWords()
  const { t, word, locale } = words
  const { session } = useSession()
  const search = useId()
  useSlashKey(search)
  const bodies = useItems(session.data, forums)
  const about = useItems(session.data, initiatives).find(({ key }) => key === filter.initiative)
  const { byForum, byOutcome, carried } = useCounts(entries, filter)
  const compare = compareTexts(locale)
  const named = (count: number, text: string) => `${text} (${formatNumber(count, locale)})`
  const { text, ...others } = filter
  const isFiltered = text !== '' || Object.keys(others).length > 0
  return (
    <section className={`${styles.filters} ${own.filters} no-print`} aria-label={t('decisions.filters')}>
      <input
        id={search}
        type='search'
        aria-label={t('decisions.search')}
        placeholder={t('decisions.search')}
        value={text}
        onChange={({ target }) => change({ text: target.value })}
      />
      <select
        aria-label={t('decisions.forum')}
        value={filter.forum ?? ''}
        onChange={({ target }) => change({ forum: target.value })}
      >
        <option value=''>{t('decisions.allForums')}</option>
        {bodies
          .filter(({ key }) => byForum.has(key) || key === filter.forum)
          .toSorted((a, b) => compare(a.title, b.title))
          .map(({ key, title }) => (
            <option key={key} value={key}>
              {named(byForum.get(key) ?? 0, title)}
            </option>
          ))}
      </select>
      <Period years={useMemo(() => yearsOf(entries), [entries])} filter={filter} change={change} />
      <select
        aria-label={t('decisions.outcome')}
        value={filter.outcome ?? ''}
        onChange={({ target }) => change({ outcome: target.value })}
      >
        <option value=''>{t('decisions.allOutcomes')}</option>
        {(Object.keys(outcomes) as Outcome[])
          .filter((outcome) => byOutcome.has(outcome) || outcome === filter.outcome)
          .map((outcome) => (
            <option key={outcome} value={outcome}>
              {named(byOutcome.get(outcome) ?? 0, word('outcomes', outcome))}
            </option>
          ))}
      </select>
      <select
        aria-label={t('decisions.carried')}
        value={filter.carried ?? ''}
        onChange={({ target }) => change({ carried: target.value })}
      >
        <option value=''>{t('decisions.carriedAny')}</option>
        <option value='done'>{named(carried.done, t('decisions.carriedDone'))}</option>
        <option value='open'>{named(carried.open, t('decisions.carriedOpen'))}</option>
      </select>
      {filter.initiative && (
        <button type='button' className={buttons.button} onClick={() => change({ initiative: undefined })}>
          {about ? `${about.number} ${about.title}` : t('decisions.oneInitiative')}{' '}
          <span aria-hidden='true'>✕</span>
          <span className='visually-hidden'>{t('decisions.allInitiatives')}</span>
        </button>
      )}
      {isFiltered && (
        <button type='button' className={buttons.button} onClick={clear}>
          {t('decisions.clear')}
        </button>
      )}
    </section>
  )
}

/** How many each choice would show beside the other filters; counted after the letters are on screen. */
function useCounts(entries: readonly RegisterEntry[], now: RegisterFilter) {
  const filter = useDeferredValue(now, none)
  return useMemo(() => {
    const { forum: _f, ...butForum } = filter
    const { outcome: _o, ...butOutcome } = filter
    const { carried: _c, ...butCarried } = filter
    const byForum = countBy(searchRegister(entries, butForum), ({ decision }) => decision.forum?.key)
    const byOutcome = countBy(searchRegister(entries, butOutcome), ({ decision }) => decision.outcome)
    const byCarrying = countBy(searchRegister(entries, butCarried), ({ carrying }) => carrying)
    return {
      byForum,
      byOutcome,
      carried: {
        done: byCarrying.get('done') ?? 0,
        open: (byCarrying.get('waiting') ?? 0) + (byCarrying.get('refused') ?? 0),
      },
    }
  }, [entries, filter])
}

const none: RegisterFilter = {}

function countBy<K>(entries: readonly RegisterEntry[], keyOf: (entry: RegisterEntry) => K | undefined) {
  const counts = new Map<K, number>()
  for (const entry of entries) {
    const key = keyOf(entry)
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}
