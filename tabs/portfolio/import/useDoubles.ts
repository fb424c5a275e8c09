/** Rows of a workbook that may be the same need as another row, or as one that is here already; compared in the browser. */
import { useEffect, useMemo, useState } from 'react'
import type { PlannedNeed } from '#src/import/plan.ts'
import { levels } from '#src/similar/levels.ts'
import type { Alike, KnownNeed } from '#src/similar/similar.ts'
import { useSession } from '../../context.ts'
import { finderOf } from '../../ui/similar/finder.ts'

/** A new row, and what it is like: another row by its number in the workbook, or an initiative by its key. */
export interface Double {
  row: PlannedNeed
  other: { row: PlannedNeed } | { key: string }
  why: readonly string[]
}

/** `done` of `total` rows have been compared. */
export function useDoubles(rows: readonly PlannedNeed[]): { doubles: Double[]; done: number; total: number } {
  const { session } = useSession()
  const finder = finderOf(session.data)
  const created = useMemo(() => rows.filter(({ action }) => action === 'create'), [rows])
  const [state, setState] = useState<{ of: typeof created; doubles: Double[]; done: number }>()
  useEffect(() => finder.hold(), [finder])
  useEffect(() => {
    let wanted = true
    const doubles: Double[] = []
    const byKey = new Map(created.map((row) => [keyOf(row), row]))
    const compare = async () => {
      finder.putDrafts(created.map(textOf))
      for (const [i, row] of created.entries()) {
        const answer = await finder.compare(textOf(row), { least: levels.very, most: 3 })
        if (!wanted) return
        // The comparison broke: what was found until then is shown.
        if (!answer) return setState({ of: created, doubles, done: created.length })
        doubles.push(
          ...answer.found.map(({ key, why }) => ({ row, other: { key }, why })),
          ...answer.drafts.flatMap((alike) => doubleOf(row, alike, byKey)),
        )
        if (i % SHOWN_EACH === 0 || i === created.length - 1)
          setState({ of: created, doubles: [...doubles], done: i + 1 })
      }
    }
    void compare()
    return () => {
      wanted = false
    }
  }, [finder, created])
  const current = state?.of === created ? state : undefined
  return { doubles: current?.doubles ?? [], done: current?.done ?? 0, total: created.length }
}

const SHOWN_EACH = 100

const keyOf = ({ row }: PlannedNeed) => String(row)
const textOf = (row: PlannedNeed): KnownNeed => ({
  key: keyOf(row),
  title: row.title,
  need: row.need,
  benefit: row.benefit,
})

/** Two rows that are like each other are one doubt: said at the later of them. */
function doubleOf(row: PlannedNeed, { key, why }: Alike, byKey: ReadonlyMap<string, PlannedNeed>): Double[] {
  const other = byKey.get(key)
  return other && other.row < row.row ? [{ row, other: { row: other }, why }] : []
}
