/** The latest decisions about what is mine, or about my unit: wording, number and who. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import { Link } from 'wouter'
import type { Day } from '#src/lists/columns.ts'
import { type Decision, decisions } from '#src/lists/decisions.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { units } from '#src/lists/organisation.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { daysEarlier } from '#src/rules/calendar.ts'
import { byNumber } from '#src/rules/meetings/outcomes.ts'
import { isNearby, treeOf } from '#src/rules/organisation/tree.ts'
import { formatDay } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'
import { useWords } from '../language.ts'
import { useDecisionNames } from '../ui/useDecisionNames.ts'
import { useRead } from '../ui/useRead.ts'
import { useLastTime, useRemembered } from './lastTime.ts'
import { MoreButton } from './MoreButton.tsx'
import styles from './Home.module.css'

const DAYS = 60
const MOST_SHOWN = 5
/** Nobody is shown more before the rest has come. */
const MOST_KEPT = 20
const everyDecision = () => true

/** `mine`: keys of the person's own initiatives; `unit`: key of their unit, when it is known; `told`: when they are shown, or failed to come. */
export function RecentDecisions({
  mine,
  unit,
  told,
}: {
  mine: ReadonlySet<string>
  unit: string | undefined
  told: () => void
}) {
  const { t, word, locale } = useWords()
  const { today } = useSession()
  const [all, setAll] = useState(false)
  const since: Day = daysEarlier(today, DAYS)
  const read = useCallback((store: ListReader) => store.since(decisions, 'decidedOn', since), [since])
  const { rows, error, reload } = useRead('decisions', read, everyDecision)
  const concerned = useConcerned(mine, unit)
  const { decisions: before } = useLastTime()
  const shown = rows ?? before
  const found = useMemo(
    () =>
      shown
        ?.filter(({ initiative, decidedOn }) => decidedOn >= since && initiative && concerned(initiative.key))
        .toSorted((a: Decision, b: Decision) => b.decidedOn.localeCompare(a.decidedOn) || byNumber(b, a)),
    [shown, concerned, since],
  )
  useRemembered(
    'decisions',
    useMemo(() => rows && found?.slice(0, MOST_KEPT), [rows, found]),
  )
  const isShown = found !== undefined || error !== undefined
  useEffect(() => {
    if (isShown) told()
  }, [isShown, told])
  const nameOf = useDecisionNames(found ?? [])
  if (!found && error)
    return (
      <p role='alert'>
        {t('home.decisionsFailed')}{' '}
        <button type='button' className={styles.more} onClick={reload}>
          {t('app.retry')}
        </button>
      </p>
    )
  if (!found) return <p className={styles.quiet}>{t('home.decisionsFetching')}</p>
  if (found.length === 0) return <p className={styles.quiet}>{t('home.noDecisions', { days: DAYS })}</p>
  return (
    <>
      <p className={styles.quiet}>{t('home.decisionsRange', { days: DAYS })}</p>
      <ol className={styles.lines}>
        {found.slice(0, all ? undefined : MOST_SHOWN).map((d) => (
          <li key={d.key} className={styles.decision}>
            {d.initiative && (
              <div>
                <Link href={`/initiative/${encodeURIComponent(d.initiative.key)}`} className={styles.name}>
                  {d.initiative.title}
                </Link>
              </div>
            )}
            <div>
              {nameOf(d)} · {word('decisionMatters', d.matter)}: <b>{word('outcomes', d.outcome)}</b>
            </div>
            <div className={styles.wording}>{d.wording}</div>
            <div className={styles.quiet}>
              {t('home.decidedBy', {
                who: d.decidedBy.name,
                post: d.post,
                day: formatDay(d.decidedOn, locale, today),
              })}
            </div>
          </li>
        ))}
      </ol>
      <MoreButton count={found.length} most={MOST_SHOWN} all={all} change={setAll} />
    </>
  )
}

/** Whether an initiative is mine, or belongs to or concerns my part of the organisation. */
function useConcerned(mine: ReadonlySet<string>, unit: string | undefined) {
  const { session } = useSession()
  const all = useItems(session.data, initiatives)
  const unitRows = useItems(session.data, units)
  return useMemo(() => {
    const byKey = new Map(all.map((i) => [i.key, i]))
    const tree = treeOf(unitRows)
    return (key: string) => {
      if (mine.has(key)) return true
      const initiative = byKey.get(key)
      if (!initiative || !unit) return false
      return [initiative.unit, ...(initiative.concernedUnits ?? [])].some(
        (theirs) => theirs !== undefined && isNearby(unit, theirs.key, tree),
      )
    }
  }, [all, unitRows, mine, unit])
}
