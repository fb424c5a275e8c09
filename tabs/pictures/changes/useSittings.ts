/** The last sitting of each forum that governs a portfolio, or that one sits in: what people count their news from. */
import { useCallback, useMemo } from 'react'
import { type Meeting, meetings } from '#src/lists/meetings.ts'
import { forums, mandates } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { daysEarlier } from '#src/rules/calendar.ts'
import { rankingForums } from '#src/rules/prioritising/candidates.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import { useRead } from '../../ui/useRead.ts'

/** A forum that hasn't met for longer is counted from nothing. */
const BACK_DAYS = 200
const MOST = 8
const isHeld = ({ state }: Meeting) => state !== 'planned' && state !== 'called' && state !== 'cancelled'

export function useSittings() {
  const { session, today } = useSession()
  const { data, person } = session
  const everyForum = useItems(data, forums)
  const allPortfolios = useItems(data, portfolios)
  const allMandates = useItems(data, mandates)
  const first = daysEarlier(today, BACK_DAYS)
  const read = useCallback((store: ListReader) => store.since(meetings, 'day', first), [first])
  const { rows } = useRead('meetings', read, belong)
  return useMemo(() => {
    const mine = everyForum.filter(({ chair, secretary, members = [] }) =>
      [chair, secretary, ...members].some((one) => one?.id === person.id),
    )
    const governing = rankingForums(everyForum, { portfolios: allPortfolios, mandates: allMandates })
    const asked = [...new Map([...mine, ...governing].map((forum) => [forum.key, forum])).values()]
    return asked
      .flatMap(({ key, title }) => {
        const last = (rows ?? [])
          .filter((one) => one.forum.key === key && isHeld(one) && one.day < today)
          .toSorted((a, b) => b.day.localeCompare(a.day))[0]
        return last ? [{ key: last.key, forum: { key, title }, day: last.day }] : []
      })
      .slice(0, MOST)
  }, [everyForum, allPortfolios, allMandates, rows, person.id, today])
}

const belong = () => true
