/** The status reports of running work that is mine to report. */
import { useCallback, useMemo, useState } from 'react'
import type { StatusReport } from '#src/lists/followUp.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { may } from '#src/rules/permissions.ts'
import { isRunning } from '#src/rules/reminding/owing.ts'
import { useSession } from '../context.ts'
import { useRead } from '../ui/useRead.ts'

export function useOwed(all: readonly Initiative[]) {
  const { session } = useSession()
  const { id } = session.person
  const known = useMemo(
    () =>
      all
        .filter((one) => isRunning(one) && may('report', { id, roles: [] }, one))
        .map(({ key }) => key)
        .toSorted()
        .join('\n'),
    [all, id],
  )
  const mine = useMemo(() => (known ? known.split('\n') : []), [known])
  // Reports of other work say nothing of this: until its own are here, none is called missing.
  const [of, setOf] = useState<string>()
  const read = useCallback(
    async (store: ListReader) => {
      if (mine.length === 0) return []
      // For the few who report: nobody else's first load carries the list.
      const { statusReports } = await import('#src/lists/followUp.ts')
      const [found] = await store.whereIn([{ list: statusReports, column: 'initiative', values: mine }])
      setOf(known)
      return found
    },
    [mine, known],
  )
  const isMine = useCallback(({ initiative }: StatusReport) => mine.includes(initiative.key), [mine])
  const { rows, ...rest } = useRead('statusReports', read, isMine)
  const found = of === known ? rows : undefined
  return { ...rest, rows: found, arrived: known === '' || (found ?? rest.error) !== undefined }
}
