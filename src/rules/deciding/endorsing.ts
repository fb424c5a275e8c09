/** Who may stand behind an initiative for a unit, an administration or the region's process: a person's own act, on a day. */
import type { Day, Person, Ref } from '#src/lists/columns.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Mandate, PersonRow } from '#src/lists/organisation.ts'
import { isWithin } from '../calendar.ts'
import { concernedUnits, processOwnerParty, scopeOf } from '../needs.ts'
import { administrationOf, administrationsOf, covers, lineOf, type UnitTree } from '../organisation/tree.ts'

export interface EndorsingQuestion {
  initiative: Initiative
  tree: UnitTree
  people: readonly PersonRow[]
  mandates: readonly Mandate[]
  today: Day
}

/**
 * Whose endorsement an initiative asks for: each concerned unit's (external parties are not asked), each concerned
 * administration's development team when it is shared, and the regional process owner's where one is named.
 */
export function endorsersOf({ initiative, tree }: Pick<EndorsingQuestion, 'initiative' | 'tree'>): Ref[] {
  const units = (initiative.concernedUnits ?? []).filter((u) => tree.get(u.key)?.kind !== 'external')
  const teams =
    scopeOf(initiative, tree) === 'shared'
      ? administrationsOf(concernedUnits(initiative), tree).map(({ key, title }) => ({ key, title }))
      : []
  const all = [...units, ...teams, ...(initiative.processOwner ? [processOwnerParty] : [])]
  return [...new Map(all.map((party) => [party.key, party])).values()]
}

/**
 * Those who may endorse for a party, nearest first: the unit's head and those over it in the same administration; for
 * an administration also its development leads; for the process its owner. A head's stand-in on given dates, too. A
 * conflict of interest shuts out.
 */
export function mayEndorse(party: string, question: EndorsingQuestion): Person[] {
  const { initiative, tree, people } = question
  const candidates =
    party === processOwnerParty.key
      ? [initiative.processOwner]
      : [
          ...headsOf(party, tree),
          ...(tree.get(party)?.kind === 'administration' ? leadsOf(party, { tree, people }) : []),
        ]
  const all = candidates.flatMap((person) => (person ? [person, ...standInsOf(person, question)] : []))
  const free = all.filter(({ id }) => !initiative.conflicted?.some((c) => c.id === id))
  return [...new Map(free.map((person) => [person.id, person])).values()]
}

/** Heads from the unit up to its administration: no further, for one authority doesn't speak for another. */
function headsOf(unit: string, tree: UnitTree): (Person | undefined)[] {
  const over = administrationOf(unit, tree)
  const line = lineOf(unit, tree)
  return (over ? line.slice(0, line.indexOf(over) + 1) : line).map(({ head }) => head)
}

const leadsOf = (unit: string, { tree, people }: Pick<EndorsingQuestion, 'tree' | 'people'>): Person[] =>
  people
    .filter(
      (row) =>
        !row.archived &&
        row.roles?.includes('developmentLead') &&
        row.unit &&
        covers(unit, row.unit.key, tree),
    )
    .map(({ person }) => person)

/** Whoever stands in for a person's post today. */
const standInsOf = ({ id }: Person, { mandates, today }: EndorsingQuestion): Person[] =>
  mandates.flatMap(({ holder, standIn, standInFrom: from, standInTo: to, archived }) =>
    holder.id === id && standIn && !archived && (from ?? to) !== undefined && isWithin(today, from, to)
      ? [standIn]
      : [],
  )
