/** Receiving capacity: how many roll-outs land on a unit in each quarter, as far as anybody has planned. */
import type { Day } from '#src/lists/columns.ts'
import type { ProjectPoint } from '#src/lists/followUp.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Portfolio } from '#src/lists/portfolios.ts'
import { concernedUnits } from '../needs.ts'
import { isStarted, processOf } from '../processes.ts'
import { type Quarter, quarterOf, quartersAfter } from '../days/quarters.ts'
import { covers, type UnitTree } from '../organisation/tree.ts'

/** `plan`: the last point of the project's plan. `start`: no plan yet, only when it is meant to begin. */
export type LandingBasis = 'plan' | 'start'

export interface Landing {
  initiative: Initiative
  quarter: Quarter
  basis: LandingBasis
  /** Its planned day has passed, and it hasn't landed. */
  late: boolean
}

export interface Receiving {
  /** The quarters asked for, the present one first; late ones land in it. */
  quarters: { quarter: Quarter; landings: Landing[] }[]
  /** After the last of them. */
  later: Landing[]
  /** Started, and nobody has said when they land. */
  unknown: Initiative[]
}

/** What is on its way to a unit or any under it; others' projects land there too. */
export function receivingOf(
  unit: string,
  {
    initiatives,
    points,
    portfolios,
    tree,
    today,
    quarters,
  }: {
    initiatives: readonly Initiative[]
    points: readonly Pick<ProjectPoint, 'initiative' | 'planned' | 'passed' | 'archived'>[]
    portfolios: readonly Portfolio[]
    tree: UnitTree
    today: Day
    /** How many, this one included. */
    quarters: number
  },
): Receiving {
  const now = quarterOf(today)
  const pointsOf = Map.groupBy(points, (point) => point.initiative.key)
  const landings: Landing[] = []
  const unknown: Initiative[] = []
  for (const initiative of initiatives) {
    const { state, archived, stage } = initiative
    if (state !== 'active' || archived || stage === 'benefits' || stage === 'closed') continue
    if (!concernedUnits(initiative).some(({ key }) => covers(unit, key, tree))) continue
    const planned = (pointsOf.get(initiative.key) ?? [])
      .flatMap(({ planned: day, passed, archived: gone }) => (day && !passed && !gone ? [day] : []))
      .sort()
      .at(-1)
    const started = isStarted(stage, processOf(initiative, portfolios))
    const quarter = planned ? quarterOf(planned) : started ? undefined : startOf(initiative)
    if (quarter)
      landings.push({
        initiative,
        quarter: quarter < now ? now : quarter,
        basis: planned ? 'plan' : 'start',
        late: quarter < now || (planned !== undefined && planned < today),
      })
    else if (started) unknown.push(initiative)
  }
  const shown = Array.from({ length: quarters }, (_, i) => quartersAfter(now, i))
  const last = shown.at(-1) ?? now
  return {
    quarters: shown.map((quarter) => ({
      quarter,
      landings: landings.filter((landing) => landing.quarter === quarter),
    })),
    later: landings.filter(({ quarter }) => quarter > last),
    unknown,
  }
}

const startOf = ({ start = '' }: Initiative): Quarter | undefined =>
  /^\d{4}-Q[1-4]$/.test(start) ? start : undefined
