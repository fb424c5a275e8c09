/** The units, forums and persons of the organisation file, and which of the two organisations each belongs to. */
import { readFileSync } from 'node:fs'

export interface DemoUnit {
  id: string
  parent: string | null
  name: string
}

export interface DemoPerson {
  id: string
  name: string
  email: string
  title: string
  unit: string
}

interface OrganisationFile {
  units: DemoUnit[]
  forums: { id: string; name: string; members: string[] }[]
  roles: { id: string; heldBy: string[] }[]
  persons: DemoPerson[]
}

/** `orgOf` gives the top unit of a unit: `u-stad`, `u-rv` or, for partners outside, `null`. */
export function readOrganisation(): OrganisationFile & { orgOf: (unit: string) => string | null } {
  const file = JSON.parse(
    readFileSync(new URL('organisation.json', import.meta.url), 'utf8'),
  ) as OrganisationFile
  const parents = new Map(file.units.map(({ id, parent }) => [id, parent]))
  const orgOf = (unit: string): string | null => {
    const parent = parents.get(unit)
    if (parent === undefined) return null
    return parent === null ? unit : orgOf(parent)
  }
  return { ...file, orgOf }
}
