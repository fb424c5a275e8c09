/** The lines of the matrix as they were chosen: they don't move under the hand that scores. */
import { useMemo, useState } from 'react'
import type { Criterion } from '#src/lists/prioritising.ts'
import { progressOf } from '#src/rules/prioritising/assessing.ts'
import type { ForumCandidate } from '#src/rules/prioritising/candidates.ts'
import { type MatrixChoice, type MatrixRow, matrixRows, totalsOf } from './matrixRows.ts'
import type { Scores } from './useScores.ts'

type CellAt = NonNullable<Scores['cellAt']>

export function useRows(
  candidates: readonly ForumCandidate[],
  { criteria, cellAt }: { criteria: readonly Criterion[]; cellAt: CellAt },
) {
  // With the scores as they stood when it was chosen.
  const [chosen, setChosen] = useState<{ choice: MatrixChoice; cellAt: CellAt }>({
    choice: { search: '', mineMissing: false, order: 'number' },
    cellAt,
  })
  const order = useMemo(
    () =>
      matrixRows(candidates, {
        criteria,
        cellAt: chosen.cellAt,
        totals: totalsOf(candidates, criteria, chosen.cellAt),
        choice: chosen.choice,
      }),
    [candidates, criteria, chosen],
  )
  const totals = useMemo(() => totalsOf(candidates, criteria, cellAt), [candidates, criteria, cellAt])
  const rows = useMemo(
    () =>
      order.map(
        ({ candidate, scored }): MatrixRow => ({
          candidate,
          scored: totals.get(candidate.initiative.key) ?? scored,
        }),
      ),
    [order, totals],
  )
  const progress = useMemo(
    () =>
      progressOf(
        candidates.filter(({ isExternal }) => !isExternal).map(({ initiative }) => initiative.key),
        criteria.map(({ key }) => key),
        cellAt,
      ),
    [candidates, criteria, cellAt],
  )
  const points = useMemo(
    () =>
      candidates.flatMap(({ initiative, isExternal }) => {
        const scored = totals.get(initiative.key)
        return isExternal || !scored ? [] : [{ initiative, scored }]
      }),
    [candidates, totals],
  )
  return {
    /** Those that rank, with what they have been given. */
    points,
    rows,
    progress,
    choice: chosen.choice,
    choose: (choice: MatrixChoice) => setChosen({ choice, cellAt }),
  }
}
