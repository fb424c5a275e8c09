/** What keeps a row of the organisation from being saved: circles, doubles, what is still in use, nobody left to administer. */
import type { Ref } from '#src/lists/columns.ts'
import type { committees, Forum, Mandate, PersonRow, Unit } from '#src/lists/organisation.ts'
import type { ItemOf } from '#src/lists/list.ts'
import type { Portfolio } from '#src/lists/portfolios.ts'
import type { FaultyField } from '#src/lists/validate.ts'
import { MOST_RATE } from '../money/netValue.ts'
import { covers, treeOf } from './tree.ts'

/** The lists that an administrator keeps. */
export const organisationLists = [
  'committees',
  'units',
  'people',
  'forums',
  'mandates',
  'portfolios',
] as const
export type OrganisationList = (typeof organisationLists)[number]

/** The organisation as it stands, archived rows left out. */
export interface Organisation {
  committees: readonly ItemOf<typeof committees>[]
  units: readonly Unit[]
  people: readonly PersonRow[]
  forums: readonly Forum[]
  mandates: readonly Mandate[]
  portfolios: readonly Portfolio[]
}

export type Unsound =
  /** The row would stand under itself. */
  | 'circle'
  /** Another row is the same person or has the same code. */
  | 'double'
  /** Archived while others point at it. */
  | 'inUse'
  | 'lastAdministrator'
  | 'standInMissing'
  | 'standInDates'
  | 'mandateUnit'
  | 'mandatePortfolio'

export interface Finding {
  fault: Unsound
  /** Titles of the rows in question. */
  names: string[]
}

type Row<L extends OrganisationList> = Organisation[L][number]
type Check<L extends OrganisationList> = (row: Row<L>, now: Organisation) => Finding[]

const finding = (fault: Unsound, names: (string | undefined)[] = []): Finding => ({
  fault,
  names: names.flatMap((name) => name ?? []),
})
const when = (failed: boolean, fault: Unsound, names: (string | undefined)[] = []) =>
  failed ? [finding(fault, names)] : []
const points = (ref: Ref | undefined, key: string) => ref?.key === key

/** What is asked of a row that is to stand. */
const checks: { [L in OrganisationList]: Check<L> } = {
  committees: () => [],
  units: (unit, { units }) => {
    const others = units.filter(({ key }) => key !== unit.key)
    const under = unit.parent && covers(unit.key, unit.parent.key, treeOf([...others, unit]))
    return when(under === true, 'circle', [unit.title, unit.parent?.title])
  },
  people: (row, { people }) =>
    when(
      people.some(({ key, person }) => key !== row.key && person.id === row.person.id),
      'double',
      [row.title],
    ),
  forums: (forum, { forums: all }) => {
    const over = new Map(all.map(({ key, escalatesTo }) => [key, escalatesTo]))
    const line = [forum.key]
    for (let next = forum.escalatesTo; next; next = over.get(next.key)) {
      if (next.key === forum.key) return [finding('circle', [forum.title, forum.escalatesTo?.title])]
      if (line.includes(next.key)) break
      line.push(next.key)
    }
    return []
  },
  mandates: (mandate) => [
    ...when(!mandate.standIn && Boolean(mandate.standInFrom ?? mandate.standInTo), 'standInMissing', [
      mandate.title,
    ]),
    ...when(
      Boolean(mandate.standInFrom && mandate.standInTo && mandate.standInFrom > mandate.standInTo),
      'standInDates',
      [mandate.title],
    ),
    ...when(unitScopes.has(mandate.scope) && !mandate.unit, 'mandateUnit', [mandate.title]),
    ...when(mandate.scope === 'portfolio' && !mandate.portfolio, 'mandatePortfolio', [mandate.title]),
  ],
  portfolios: (portfolio, { portfolios }) =>
    when(
      portfolios.some(
        ({ key, code }) => key !== portfolio.key && code.toLowerCase() === portfolio.code.toLowerCase(),
      ),
      'double',
      [portfolio.code],
    ),
}

const unitScopes = new Set<Mandate['scope']>(['department', 'administration', 'own'])

/** Rows that point at a row, by list: it may not go while they do. */
const users: { [L in OrganisationList]?: (key: string, now: Organisation) => (string | undefined)[] } = {
  units: (key, { units, people, forums, mandates, portfolios, committees }) => [
    ...titles(units, ({ parent }) => points(parent, key)),
    ...titles(people, ({ unit }) => points(unit, key)),
    ...titles(forums, ({ unit }) => points(unit, key)),
    ...titles(mandates, ({ unit }) => points(unit, key)),
    ...titles(portfolios, ({ unit }) => points(unit, key)),
    ...titles(committees, ({ administrations = [] }) => administrations.some((a) => points(a, key))),
  ],
  forums: (key, { forums, mandates, portfolios }) => [
    ...titles(forums, ({ escalatesTo }) => points(escalatesTo, key)),
    ...titles(mandates, ({ forum }) => points(forum, key)),
    ...titles(portfolios, ({ board }) => points(board, key)),
  ],
  portfolios: (key, { mandates }) => titles(mandates, ({ portfolio }) => points(portfolio, key)),
}

function titles<T extends { title: string }>(rows: readonly T[], uses: (row: T) => boolean): string[] {
  return rows.filter(uses).map(({ title }) => title)
}

/** What is wrong with a row as it would stand, or with taking it away; empty when it may be saved. */
export function unsound<L extends OrganisationList>(list: L, row: Row<L>, now: Organisation): Finding[] {
  const found: Finding[] = row.archived
    ? inUse(users[list]?.(row.key, now) ?? [])
    : (checks[list] as Check<L>)(row, now)
  return list === 'people' ? [...found, ...leavesNobody(row as PersonRow, now)] : found
}

/** A rate that is a slip of the finger. */
export const faultyNumbers = ({ discountPercent: percent }: { discountPercent?: unknown }): FaultyField[] =>
  typeof percent === 'number' && percent > MOST_RATE * 100
    ? [{ field: 'discountPercent', problem: 'notAllowed' }]
    : []

const inUse = (names: (string | undefined)[]) => when(names.length > 0, 'inUse', names)

/** The last one who may change the organisation stays: nobody could give the right back. */
function leavesNobody(row: PersonRow, { people }: Organisation): Finding[] {
  const administers = ({ archived, roles }: PersonRow) => !archived && roles?.includes('administrator')
  if (administers(row)) return []
  const others = people.filter(({ key }) => key !== row.key)
  const was = people.find(({ key }) => key === row.key)
  return when(
    was !== undefined && administers(was) === true && !others.some(administers),
    'lastAdministrator',
    [row.title],
  )
}
