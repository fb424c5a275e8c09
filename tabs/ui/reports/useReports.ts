/** The reports of one initiative, with what they are judged by. */
import { useCallback } from 'react'
import { decisions } from '#src/lists/decisions.ts'
import { type ProjectPoint, projectPoints, type StatusReport, statusReports } from '#src/lists/followUp.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { useRead } from '../useRead.ts'

export interface Reports {
  /** Newest month first; `undefined` until they are here. */
  reports: readonly StatusReport[] | undefined
  points: readonly ProjectPoint[]
  /** What the decision on financing granted. */
  financedKr: number | undefined
  error: unknown
  reload: () => void
}

export function useReports(initiative: Pick<Initiative, 'key' | 'financing'>): Reports {
  const { key } = initiative
  const financing = initiative.financing?.key
  const belongs = useCallback((item: { initiative: { key: string } }) => item.initiative.key === key, [key])
  const { rows, error, reload } = useRead(
    'statusReports',
    useCallback(
      (store: ListReader) => store.where(statusReports, { column: 'initiative', value: key }),
      [key],
    ),
    belongs,
  )
  const points = useRead(
    'projectPoints',
    useCallback(
      (store: ListReader) => store.where(projectPoints, { column: 'initiative', value: key }),
      [key],
    ),
    belongs,
  )
  const financed = useRead(
    'decisions',
    useCallback(
      async (store: ListReader) =>
        financing === undefined ? [] : store.where(decisions, { column: 'key', value: financing }),
      [financing],
    ),
    useCallback((decision: { key: string }) => decision.key === financing, [financing]),
  )
  return {
    // A light that the points would question must not be sent before they are here.
    reports: points.rows && rows && newestFirst(rows),
    points: points.rows ?? [],
    financedKr: financed.rows?.[0]?.amountKr,
    error: error ?? points.error,
    reload: () => {
      reload()
      points.reload()
    },
  }
}

const newestFirst = (reports: readonly StatusReport[]) =>
  reports.toSorted((a, b) => b.month.localeCompare(a.month))
