/** What units have room to receive in each quarter, as limits of a choice: what lands there whatever is chosen has its part first. */
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Reception } from '#src/lists/receptions.ts'
import { type Quarter, quarterOfMonth } from '../days/quarters.ts'
import { isConfidential } from '../initiatives/confidential.ts'
import type { UnitTree } from '../organisation/tree.ts'
import { unitLoads } from '../pictures/unitLoad.ts'
import { type Candidate, type Choice, type Problem, type ReceivingLimit, usedOf } from '../selection.ts'
import { basisOf } from './candidates.ts'

export interface ReceivingFacts {
  receptions: readonly Reception[]
  initiatives: readonly Initiative[]
  tree: UnitTree
}

/** A unit's quarter in which something that is chosen among may land. Days in all three months. */
export interface Room {
  unit: string
  quarter: Quarter
  /** What the unit has said that it has room for. */
  roomDays: number
  /** What lands there whatever is chosen: what has begun, is led by others or is asked for by a law, and isn't chosen among here. */
  takenDays: number
}

export interface Receiving {
  rooms: Room[]
  /** Candidate → unit → quarter → days; a unit has what lands on those under it too. */
  uses: Map<string, Record<string, Record<Quarter, number>>>
}

const MONTHS = 12
const MONTHS_IN_QUARTER = 3

/**
 * The rooms of some years, and what each candidate would take of them. `byHand`: unit → days a month to reckon with instead of what it
 * has said. Nothing where no unit has said, or nobody has planned what lands. What is confidential isn't counted: all staff read scenarios.
 */
export function receivingIn(
  { receptions, initiatives, tree }: ReceivingFacts,
  {
    years,
    among,
    byHand = {},
  }: { years: readonly number[]; among: ReadonlySet<string>; byHand?: Record<string, number> },
): Receiving {
  const uses: Receiving['uses'] = new Map()
  const first = Math.min(...years)
  const loads = unitLoads({
    receptions,
    initiatives: initiatives.filter((one) => !isConfidential(one)),
    tree,
    from: `${first}-01`,
    count: (Math.max(...years) - first + 1) * MONTHS,
  })
  const rooms = loads.flatMap(({ unit, limitDays, months }): Room[] => {
    const days = byHand[unit.key] ?? limitDays
    if (days === undefined) return []
    const taken = new Map<Quarter, number>()
    const quarters = new Set<Quarter>()
    for (const { month, arrivals } of months) {
      const quarter = quarterOfMonth(month)
      for (const { initiative, days: lands = 0 } of arrivals) {
        const { key } = initiative
        if (among.has(key)) {
          const ofOne = uses.get(key) ?? {}
          uses.set(key, ofOne)
          const ofUnit = (ofOne[unit.key] ??= {})
          ofUnit[quarter] = (ofUnit[quarter] ?? 0) + lands
        } else if (initiative.external || basisOf(initiative) !== 'ranked')
          taken.set(quarter, (taken.get(quarter) ?? 0) + lands)
      }
      if (years.includes(Number(month.slice(0, 4)))) quarters.add(quarter)
    }
    return [...quarters].map((quarter) => ({
      unit: unit.key,
      quarter,
      roomDays: days * MONTHS_IN_QUARTER,
      takenDays: taken.get(quarter) ?? 0,
    }))
  })
  return { rooms, uses }
}

/** A room that even what must be in doesn't fit, which nobody here can help: nothing more is put there. */
export interface Crowded extends Room {
  /** Days beyond the room. */
  byDays: number
}

/**
 * Limits where a candidate may land. What must be in by a law or has begun is received whatever the room, and leaves nothing for
 * others; only what the forum puts in by hand is refused for it.
 */
export function receivingLimits(
  { rooms, uses }: Receiving,
  candidates: readonly Pick<Candidate, 'id' | 'mandatory' | 'start' | 'laterStarts'>[],
): { limits: ReceivingLimit[]; crowded: Crowded[] } {
  const limits: ReceivingLimit[] = []
  const crowded: Crowded[] = []
  const landing = candidates.filter(({ id }) => uses.has(id))
  for (const room of rooms) {
    const { unit, quarter, roomDays, takenDays } = room
    const year = Number(quarter.slice(0, 4))
    const useOf = ({ id, start, laterStarts = [] }: (typeof landing)[number]) =>
      [start, ...laterStarts].map(
        (at) => uses.get(id)?.[unit]?.[`${year - (at - start)}${quarter.slice(4)}`] ?? 0,
      )
    const all = landing.map((one) => ({ one, days: useOf(one) }))
    if (!all.some(({ days }) => Math.max(...days) > 0)) continue
    const must = all.reduce((sum, { one, days }) => sum + (one.mandatory ? (days[0] ?? 0) : 0), 0)
    const left = Math.max(roomDays - takenDays, 0)
    if (must > left) crowded.push({ ...room, byDays: takenDays + must - roomDays })
    limits.push({ of: 'receiving', year, quarter, unit, most: Math.max(left, must) })
  }
  return { limits, crowded }
}

/** Each unit's fullest quarter of each year, with all that lands in it; where something chosen among may land. */
export function fullestRooms(
  rooms: readonly Room[],
  choice: Choice,
  problem: Problem,
): (Room & { usedDays: number })[] {
  const limits = new Map(
    problem.limits.flatMap((limit) =>
      limit.of === 'receiving' ? [[`${limit.unit} ${limit.quarter}`, limit]] : [],
    ),
  )
  const filled = rooms.flatMap((room) => {
    const limit = limits.get(`${room.unit} ${room.quarter}`)
    return limit ? [{ ...room, usedDays: room.takenDays + usedOf(choice, limit, problem) }] : []
  })
  const ofYear = Map.groupBy(filled, ({ unit, quarter }) => `${unit} ${quarter.slice(0, 4)}`)
  return [...ofYear.values()].flatMap(
    (some) => some.toSorted((a, b) => b.usedDays - b.roomDays - (a.usedDays - a.roomDays))[0] ?? [],
  )
}
