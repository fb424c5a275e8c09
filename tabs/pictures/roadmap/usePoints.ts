/** The points of the road map, read when it opens: decisions made in the years shown, coming agendas, and projects' own points. */
import { useCallback, useMemo } from 'react'
import type { Day } from '#src/lists/columns.ts'
import { type Decision, decisions } from '#src/lists/decisions.ts'
import { projectPoints } from '#src/lists/followUp.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { type AgendaItem, agendaItems, itemStates, type Meeting, meetings } from '#src/lists/meetings.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { howeverMany } from '#src/graph/manyRows.ts'
import { pointsOf } from '#src/rules/pictures/roadmapPoints.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import { useRead } from '../../ui/useRead.ts'

const allPoints = (store: ListReader) => store.all(projectPoints)
const anything = () => true
const isOnAgenda = ({ state }: AgendaItem) => state === 'agenda'
const onAgendas = (store: ListReader) =>
  howeverMany(store, agendaItems, {
    read: () => store.where(agendaItems, { column: 'state', value: itemStates.agenda }),
    keeps: isOnAgenda,
  })

/** `from`: the first day shown. Those that can't be read are left out, and `error` says so. */
export function usePoints(shown: readonly Initiative[], from: Day) {
  const { session, today } = useSession()
  const allPortfolios = useItems(session.data, portfolios)
  const isShown = useCallback(({ decidedOn }: Decision) => decidedOn >= from, [from])
  const isComing = useCallback(({ day }: Meeting) => day >= today, [today])
  const reads = {
    points: useRead('projectPoints', allPoints, anything),
    decisions: useRead(
      'decisions',
      useCallback(
        (store: ListReader) =>
          howeverMany(store, decisions, {
            read: () => store.since(decisions, 'decidedOn', from),
            keeps: isShown,
          }),
        [from, isShown],
      ),
      isShown,
    ),
    items: useRead('agendaItems', onAgendas, isOnAgenda),
    meetings: useRead(
      'meetings',
      useCallback((store: ListReader) => store.since(meetings, 'day', today), [today]),
      isComing,
    ),
  }
  const rows = {
    points: reads.points.rows,
    decisions: reads.decisions.rows,
    items: reads.items.rows,
    meetings: reads.meetings.rows,
  }
  const points = useMemo(
    () =>
      pointsOf(
        shown,
        {
          projectPoints: rows.points ?? [],
          decisions: rows.decisions ?? [],
          items: rows.items ?? [],
          meetings: rows.meetings ?? [],
        },
        allPortfolios,
      ),
    [shown, rows.points, rows.decisions, rows.items, rows.meetings, allPortfolios],
  )
  const failed = Object.values(reads).filter(({ error }) => error !== undefined)
  return {
    points,
    error: failed[0]?.error,
    reload: () => {
      for (const { reload } of failed) reload()
    },
  }
}
