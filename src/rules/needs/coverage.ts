/** What has become of the needs: each counted once by where it ended up, and how old those are that still wait. */
import type { Day, Ref } from '#src/lists/columns.ts'
import type { Initiative, Stage } from '#src/lists/initiatives.ts'
import type { ProcessName } from '#src/lists/portfolios.ts'
import { daysBetween } from '../calendar.ts'
import { isStarted, stagesOf } from '../processes.ts'
import { lineOf, type UnitTree } from '../organisation/tree.ts'

type Row = Pick<
  Initiative,
  'stage' | 'state' | 'stageSince' | 'external' | 'unit' | 'contact' | 'lastDecision' | 'portfolio'
>

export const becameOrder = [
  'first',
  'underway',
  'started',
  'closed',
  'paused',
  'stopped',
  'screenedOut',
  'merged',
  'external',
] as const
/** What became of a need; every need is one of these. */
export type Became = (typeof becameOrder)[number]

/** Where a need ended up: its state first, then how far it has come in its process. */
export function becameOf({ stage, state, external }: Row, process: ProcessName): Became {
  if (state !== 'active') return state
  if (external) return 'external'
  if (stage === 'closed') return 'closed'
  if (isStarted(stage, process)) return 'started'
  return stage === stagesOf(process)[0] ? 'first' : 'underway'
}

export interface Coverage {
  total: number
  became: Record<Became, number>
  /** With at least one decision. */
  decided: number
  withoutContact: number
  withoutUnit: number
}

/** How many needs became what, and how many lack what is needed to go on; the counts of `became` make the total. */
export function coverageOf(rows: readonly Row[], processOf: (row: Row) => ProcessName): Coverage {
  const became = Object.fromEntries(becameOrder.map((name) => [name, 0])) as Record<Became, number>
  for (const row of rows) became[becameOf(row, processOf(row))]++
  return {
    total: rows.length,
    became,
    decided: rows.filter((row) => row.lastDecision).length,
    withoutContact: rows.filter((row) => !row.contact).length,
    withoutUnit: rows.filter((row) => !row.unit).length,
  }
}

export interface DepartmentRow {
  /** Nothing for needs without a unit, or of a unit above all departments. */
  department: Ref | undefined
  total: number
  /** Active needs by stage. */
  stages: ReadonlyMap<Stage, number>
  /** Not active any more, or driven by others. */
  ended: number
  /** Days in the stage of those that wait before their start; nothing when none does. */
  medianDays?: number
  oldestDays?: number
}

/** One row for each department that has needs, and one for the needs of none. */
export function departmentsOf(
  rows: readonly Row[],
  { tree, today, processOf }: { tree: UnitTree; today: Day; processOf: (row: Row) => ProcessName },
): DepartmentRow[] {
  const groups = new Map<string, { department: Ref | undefined; rows: Row[] }>()
  for (const row of rows) {
    const department = row.unit && departmentOf(row.unit, tree)
    const group = groups.get(department?.key ?? '') ?? { department, rows: [] }
    group.rows.push(row)
    groups.set(department?.key ?? '', group)
  }
  return [...groups.values()].map((group) => sumOf(group.department, group.rows, today, processOf))
}

/** The sums and ages of some needs, counted over them all: a median of medians would be none. */
export function sumOf(
  department: Ref | undefined,
  rows: readonly Row[],
  today: Day,
  processOf: (row: Row) => ProcessName,
): DepartmentRow {
  const active = rows.filter((row) => row.state === 'active' && !row.external)
  const stages = new Map<Stage, number>()
  for (const { stage } of active) stages.set(stage, (stages.get(stage) ?? 0) + 1)
  const ages = active
    .filter((row) => !isStarted(row.stage, processOf(row)))
    .flatMap(({ stageSince }) => (stageSince ? [Math.max(0, daysBetween(stageSince, today))] : []))
    .toSorted((a, b) => a - b)
  const [medianDays, oldestDays] = [medianOf(ages), ages.at(-1)]
  return {
    department,
    total: rows.length,
    stages,
    ended: rows.length - active.length,
    ...(medianDays !== undefined && { medianDays }),
    ...(oldestDays !== undefined && { oldestDays }),
  }
}

/** The middle of sorted numbers; of two in the middle the mean, rounded. */
function medianOf(sorted: readonly number[]): number | undefined {
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return low === undefined || high === undefined ? low : Math.round((low + high) / 2)
}

/** The nearest department over a unit; none for what stands above or outside departments. */
function departmentOf(unit: Ref, tree: UnitTree): Ref | undefined {
  const found = lineOf(unit.key, tree).find(({ kind }) => kind === 'department')
  return found && { key: found.key, title: found.title }
}
