/** How the host page shows one of the demo's organisations: its name, its people, and whom one is first. */
import type { SiteOptions } from '#scripts/tenant/teamsHost/server.ts'
import type { Favourite } from '#scripts/tenant/teamsHost/settings.ts'
import { entraIdOf, installations } from './installation.ts'
import { readOrganisation } from './organisationFile.ts'
import type { DemoName } from './prepare.ts'

/** People the host page offers first, by organisation. */
const favourites: Record<DemoName, readonly (readonly [person: string, role: Favourite['role']])[]> = {
  city: [
    ['p-002', 'departmentManager'],
    ['p-012', 'developmentLead'],
    ['p-001', 'director'],
    ['p-018', 'projectOffice'],
    ['p-027', 'employee'],
    ['p-014', 'administrator'],
  ],
  region: [
    ['p-106', 'portfolioOwner'],
    ['p-112', 'portfolioCoordinator'],
    ['p-111', 'portfolioController'],
    ['p-113', 'projectManager'],
    ['p-105', 'director'],
    ['p-122', 'businessManager'],
  ],
}

export function hostSite(demo: DemoName, tabOrigin: string): SiteOptions {
  const { organisation, siteId, apps, teamsApp } = installations[demo]
  const { units, persons, orgOf } = readOrganisation()
  return {
    id: demo,
    name: units.find(({ id }) => id === organisation)?.name ?? demo,
    tabOrigin,
    siteId,
    clientId: apps.samstyr,
    appIds: [teamsApp.catalogId, teamsApp.id],
    favourites: favourites[demo].map(([person, role]) => ({ oid: entraIdOf(person), role })),
    staff: persons.filter(({ unit }) => orgOf(unit) === organisation).map(({ id }) => entraIdOf(id)),
  }
}
