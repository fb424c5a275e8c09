/** Saves amounts cell by cell: shown as meant at once, sent in the order they were written, and told when refused. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ActionArgs } from '#src/actions/index.ts'
import type { FieldConflict, Refusal } from '#src/rules/refusal.ts'
import { newKey } from '../../act.ts'
import { useSession } from '../../context.ts'
import type { Edit } from './NumberGrid.tsx'

export type RowArgs = ActionArgs<'saveRow'>

/** How a cell is saved: the row it is kept in, if there is one, and the columns that say its amount. */
export interface Target {
  item: { key: string } | undefined
  /** Columns to write for the amount, or to empty it. */
  values: (kr: number | null) => Record<string, unknown>
  /** The columns of a new row besides; undefined when there is nothing to make. */
  make: Record<string, unknown> | undefined
}

/** A cell that isn't saved as meant yet. */
export interface Meant extends Edit {
  refusals: Refusal[]
}

/** Enough to be quick with a pasted block, few enough not to be throttled. */
const MOST_AT_ONCE = 3

export function useCells({
  list,
  initiative,
  target,
  cellOf,
}: {
  list: RowArgs['list']
  initiative: string
  target: (row: string, column: string) => Target
  /** The cell that a refused call was about, when it is of this grid. */
  cellOf: (args: RowArgs) => { row: string; column: string } | undefined
}) {
  const { session } = useSession()
  const [meant, setMeant] = useState<ReadonlyMap<string, Meant>>(new Map())
  // What is asked for later must see what was answered meanwhile.
  const latest = useRef({ target, cellOf })
  useEffect(() => {
    latest.current = { target, cellOf }
  })
  const turns = useRef(new Map<string, Promise<void>>())
  const made = useRef(new Map<string, string>())
  const limit = useRef(limited(MOST_AT_ONCE))

  const put = useCallback((cell: Meant) => setMeant((before) => new Map(before).set(idOf(cell), cell)), [])
  const drop = useCallback(
    (cell: Meant) =>
      setMeant((before) => {
        if (before.get(idOf(cell)) !== cell) return before
        const after = new Map(before)
        after.delete(idOf(cell))
        return after
      }),
    [],
  )

  /** `theirs`: what stands there now, when it is written over on purpose. */
  const save = async (cell: Meant, theirs?: Record<string, unknown>) => {
    const { item, values, make } = latest.current.target(cell.row, cell.column)
    const key = item?.key ?? made.current.get(idOf(cell))
    if (key === undefined && (cell.kr === null || !make)) return drop(cell)
    const row = key ?? newKey()
    made.current.set(idOf(cell), row)
    const written = values(cell.kr)
    const seen = (item ?? {}) as Record<string, unknown>
    const base = Object.fromEntries(Object.keys(written).map((field) => [field, seen[field] ?? null]))
    const answer = await session.acting.act('saveRow', {
      initiative,
      list,
      row,
      values: key === undefined ? { ...make, ...written } : written,
      base: key === undefined ? {} : { ...base, ...theirs },
    })
    if ('refusals' in answer) {
      if (key === undefined) made.current.delete(idOf(cell))
      setMeant((before) =>
        before.get(idOf(cell)) === cell
          ? new Map(before).set(idOf(cell), { ...cell, refusals: answer.refusals })
          : before,
      )
    } else drop(cell)
  }

  const change = (edits: readonly Edit[], theirs?: Record<string, unknown>) => {
    for (const edit of edits) {
      const cell: Meant = { ...edit, refusals: [] }
      put(cell)
      const id = idOf(cell)
      const turn = (turns.current.get(id) ?? Promise.resolve())
        // The answer before is in the picture first: what it saved is what this one starts from.
        .then(() => new Promise((drawn) => requestAnimationFrame(drawn)))
        .then(() => limit.current(() => save(cell, theirs)))
      turns.current.set(id, turn)
    }
  }

  // What waited for the net and was then refused comes back to its cell.
  useEffect(
    () =>
      session.onRefused((asked, refusals) => {
        const args = asked.args as RowArgs
        if (asked.name !== 'saveRow' || args.initiative !== initiative || args.list !== list) return
        const cell = latest.current.cellOf(args)
        if (!cell) return
        const amount = args.values.archived
          ? null
          : Object.values(args.values).find((value) => typeof value === 'number')
        put({ ...cell, kr: typeof amount === 'number' ? amount : null, refusals })
      }),
    [session, initiative, list, put],
  )

  return {
    /** The amount as meant; `undefined` when the cell is as saved. */
    meant: (row: string, column: string) => meant.get(idOf({ row, column })),
    change,
    refused: [...meant.values()].filter(({ refusals }) => refusals.length > 0),
    /** Mine over theirs, or theirs kept. */
    settle: (cell: Meant, conflicts: readonly FieldConflict[], mine: boolean) => {
      if (!mine) return drop(cell)
      change([cell], Object.fromEntries(conflicts.map(({ field, theirs }) => [field, theirs])))
    },
    drop,
  }
}

const idOf = ({ row, column }: { row: string; column: string }) => `${row}\n${column}`

/** At most so many at a time, the rest in turn. */
function limited(most: number) {
  let running = 0
  const waiting: (() => void)[] = []
  return async (work: () => Promise<void>) => {
    if (running >= most) await new Promise<void>((go) => waiting.push(go))
    running++
    try {
      await work()
    } finally {
      running--
      waiting.shift()?.()
    }
  }
}
