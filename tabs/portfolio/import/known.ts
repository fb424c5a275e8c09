/** What a plan must know of the organisation and of the portfolio, from the lists as they stand. */
import type { Day } from '#src/lists/columns.ts'
import type { PersonRow, Unit } from '#src/lists/organisation.ts'
import type { Portfolio } from '#src/lists/portfolios.ts'
import type { KnownPerson } from '#src/import/people.ts'
import type { Existing } from '#src/import/plan.ts'
import type { KnownUnit } from '#src/import/units.ts'
import type { Row } from '../../ui/portfolioView/view.ts'

export const knownUnits = (units: readonly Unit[]): KnownUnit[] =>
  units.map(({ key, title, short, parent }) => ({
    key,
    name: title,
    ...(short && { short }),
    ...(parent && { parent: parent.key }),
  }))

export const knownPeople = (people: readonly PersonRow[]): KnownPerson[] =>
  people.map(({ person, email }) => ({ id: person.id, name: person.name, ...(email && { email }) }))

/** The needs of the portfolio; what an import made tells by its key which row it came from. */
export function existingIn(portfolio: string, all: readonly Row[]): Existing[] {
  const start = `${portfolio}.`
  return all
    .filter((row) => row.portfolio.key === portfolio)
    .map(({ key, number, title }) => ({
      key,
      number,
      title,
      ...(key.startsWith(start) && { originKey: key.slice(start.length) }),
    }))
}

/** What this year's numbers with the portfolio's code end with. */
export function takenNumbers({ code }: Portfolio, all: readonly Row[], today: Day): string[] {
  const start = `${code}-${today.slice(0, 4)}-`
  return all.flatMap(({ number }) => (number.startsWith(start) ? [number.slice(start.length)] : []))
}

/** The portfolio of the person's own unit, or of the nearest unit above it; else the first. */
export function nearestPortfolio(
  portfolios: readonly Portfolio[],
  units: readonly Unit[],
  me: PersonRow | undefined,
): Portfolio | undefined {
  const parents = new Map(units.map(({ key, parent }) => [key, parent?.key]))
  const passed = new Set<string>()
  for (let at = me?.unit?.key; at !== undefined && !passed.has(at); at = parents.get(at)) {
    const own = portfolios.find(({ unit }) => unit?.key === at)
    if (own) return own
    passed.add(at)
  }
  return portfolios[0]
}
