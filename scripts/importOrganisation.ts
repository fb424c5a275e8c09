/** The units and people that a dry run knows: from a file in the shape of the demo's organisation.json. */
import { readFileSync } from 'node:fs'
import type { ProcessName } from '#src/lists/portfolios.ts'
import type { KnownPerson } from '#src/import/people.ts'
import type { KnownUnit } from '#src/import/units.ts'

export type Organisation = {
  units: { id: string; name: string; short?: string; parent?: string | null }[]
  persons: { id: string; name: string; email?: string; unit?: string }[]
}

/** The demo holds a city, which follows behovsprocessen, and a region with portfoljprocessen. */
const demoRoots: Record<ProcessName, string> = { behovsprocessen: 'u-stad', portfoljprocessen: 'u-rv' }

export function demoOrganisation(): Organisation {
  const file = new URL('./demo/organisation.json', import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')) as Organisation
}

export function isOrganisation(found: unknown): found is Organisation {
  if (typeof found !== 'object' || found === null || !('units' in found) || !('persons' in found))
    return false
  const named = (list: unknown) =>
    Array.isArray(list) && list.every((one) => typeof one?.id === 'string' && typeof one?.name === 'string')
  return named(found.units) && named(found.persons)
}

/** All of an organisation, or of the demo's only the tree that the process belongs to. */
export function knownFrom(
  organisation: Organisation,
  process: ProcessName | null,
): { units: KnownUnit[]; people: KnownPerson[] } {
  const parents = new Map(organisation.units.map(({ id, parent }) => [id, parent ?? null]))
  const isInside = (id: string | undefined) => {
    if (process === null) return true
    let at = id
    for (let steps = 0; at !== undefined && steps < 50; steps += 1) {
      if (at === demoRoots[process]) return true
      at = parents.get(at) ?? undefined
    }
    return false
  }
  return {
    units: organisation.units
      .filter(({ id }) => isInside(id))
      .map(({ id, name, short, parent }) => ({
        key: id,
        name,
        ...(short && { short }),
        ...(parent && { parent }),
      })),
    people: organisation.persons
      .filter(({ unit }) => isInside(unit))
      .map(({ id, name, email }) => ({ id, name, ...(email && { email }) })),
  }
}
