/** What waits for the forum, from its agendas and the gates; and the meeting that is going on. */
import { useCallback, useMemo } from 'react'
import type { Decision } from '#src/lists/decisions.ts'
import { decisions } from '#src/lists/decisions.ts'
import { type AgendaItem, agendaItems, type Meeting, meetings } from '#src/lists/meetings.ts'
import type { ForumRanking } from '#src/rules/prioritising/forumRanking.ts'
import type { Portfolio } from '#src/lists/portfolios.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Forum } from '#src/lists/organisation.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { forumQueue, type Question } from '#src/rules/prioritising/forumQueue.ts'
import { nextGate } from '#src/rules/gates.ts'
import { isStarted, processOf } from '#src/rules/processes.ts'
import { useSession } from '../../context.ts'
import { useRead } from '../../ui/useRead.ts'
import type { Started } from '../useRanking.ts'

export function useQueue(
  forum: Forum,
  started: Started,
  lines: ForumRanking<Initiative>['lines'],
): {
  queue: readonly Question[] | undefined
  sitting: Meeting | undefined
  error: unknown
  reload: () => void
} {
  const { today } = useSession()
  const { key } = forum
  const isOurs = useCallback((row: { forum: { key: string } }) => row.forum.key === key, [key])
  const sittings = useRead(
    'meetings',
    useCallback((store: ListReader) => store.where(meetings, { column: 'forum', value: key }), [key]),
    isOurs,
  )
  const items = useRead(
    'agendaItems',
    useCallback((store: ListReader) => store.where(agendaItems, { column: 'forum', value: key }), [key]),
    isOurs satisfies (item: AgendaItem) => boolean,
  )
  const raised = useRead(
    'decisions',
    useCallback((store: ListReader) => store.where(decisions, { column: 'raisedTo', value: key }), [key]),
    useCallback((decision: Decision) => decision.raisedTo?.key === key, [key]),
  )
  const { initiatives, forums, mandates, portfolios, tree, dependencies } = started
  const queue = useMemo(() => {
    if (!sittings.rows || !items.rows || !raised.rows) return undefined
    const facts = {
      today,
      forum,
      initiatives,
      forums,
      mandates,
      portfolios,
      tree,
      dependencies,
      meetings: sittings.rows,
      items: items.rows,
      decisions: raised.rows,
    }
    return forumQueue(facts, startsIn(lines, portfolios))
  }, [
    lines,
    today,
    forum,
    initiatives,
    forums,
    mandates,
    portfolios,
    tree,
    dependencies,
    sittings.rows,
    items.rows,
    raised.rows,
  ])
  return {
    queue,
    sitting: sittings.rows?.find(({ state }) => state === 'open'),
    error: sittings.error ?? items.error ?? raised.error,
    reload: () => {
      sittings.reload()
      items.reload()
      raised.reload()
    },
  }
}

/** What fits within the frame and hasn't begun: the next to be started. */
const startsIn = (lines: ForumRanking<Initiative>['lines'], portfolios: readonly Portfolio[]) =>
  lines
    .filter(
      ({ isWithin, basis, initiative }) =>
        isWithin &&
        basis !== 'running' &&
        !isStarted(initiative.stage, processOf(initiative, portfolios)) &&
        nextGate(initiative, processOf(initiative, portfolios)),
    )
    .map(({ initiative: { key, title } }) => ({ key, title }))
