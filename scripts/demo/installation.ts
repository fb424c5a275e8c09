/** The demo's two installations, city and region, in one tenant: directory, applications and sites. Only ids are fixed; secrets are made. */
import type { AppRegistration, DirectoryPerson, SiteSeed, TenantOptions } from '#scripts/tenant/options.ts'
import { CROWD, crowd } from './crowd.ts'
import { type DemoPerson, readOrganisation } from './organisationFile.ts'
import { stableGuid } from './stableGuid.ts'

const tenant = { tenantId: stableGuid('tenant'), host: 'sundhamn.sharepoint.com' } as const

/** Both tabs, the program that makes lists and rights, and what stands for others' programs. */
const sharedApps = {
  /** The tab and our API. */
  samstyr: stableGuid('app-samstyr'),
  /** Makes lists and rights. */
  provisioning: stableGuid('app-provisioning'),
  /** For other Graph clients pointed at the tenant. */
  outside: stableGuid('app-outside'),
} as const

/** One organisation's Samstyr. Ids stay the same from start to start, so that links and settings keep working. */
export interface Installation {
  /** Top unit in the organisation file. */
  organisation: string
  tenantId: string
  host: string
  siteId: string
  sitePath: string
  /** Also the site's title. */
  name: string
  /** The business day it begins with. */
  today: string
  staffGroupId: string
  staffGroupName: string
  ownersGroupId: string
  /** Reads what is confidential: administrator, development lead and director. */
  confidentialGroupId: string
  /** Who owns the site, by the organisation file. */
  administrator: string
  /** `server` writes after the rules, on its own site only; `bot` talks in Teams and reads no list. */
  apps: { samstyr: string; server: string; provisioning: string; outside: string; bot: string }
  /** The app in Teams: `id` of its manifest, and what the organisation's catalogue calls it. */
  teamsApp: { id: string; catalogId: string }
  /** An administrator lets the bot be installed for people who lack it; elsewhere they are told that it doesn't reach them. */
  installsBot: boolean
}

export const installations = {
  city: {
    ...tenant,
    organisation: 'u-stad',
    siteId: `${tenant.host},${stableGuid('site')},${stableGuid('web')}`,
    sitePath: '/sites/samstyr',
    name: 'Samstyr',
    today: '2024-10-01',
    staffGroupId: stableGuid('group-staff'),
    staffGroupName: 'Alla medarbetare',
    ownersGroupId: stableGuid('group-owners'),
    confidentialGroupId: stableGuid('group-confidential'),
    administrator: 'p-014',
    apps: { ...sharedApps, server: stableGuid('app-server'), bot: stableGuid('app-bot') },
    teamsApp: { id: stableGuid('teams-app'), catalogId: stableGuid('teams-catalog') },
    installsBot: false,
  },
  region: {
    ...tenant,
    organisation: 'u-rv',
    siteId: `${tenant.host},${stableGuid('site-region')},${stableGuid('web-region')}`,
    sitePath: '/sites/samstyr-region',
    name: 'Samstyr region',
    today: '2026-11-02',
    staffGroupId: stableGuid('group-region-staff'),
    staffGroupName: 'Alla medarbetare i regionen',
    ownersGroupId: stableGuid('group-region-owners'),
    confidentialGroupId: stableGuid('group-region-confidential'),
    administrator: 'p-112',
    apps: { ...sharedApps, server: stableGuid('app-region-server'), bot: stableGuid('app-region-bot') },
    teamsApp: { id: stableGuid('teams-app-region'), catalogId: stableGuid('teams-catalog-region') },
    installsBot: true,
  },
} as const satisfies Record<string, Installation>

/** The city's: what most programs and tests work with. */
export const installation = installations.city

/** The Entra object id of a person of the organisation file (`p-014`). */
export const entraIdOf = (personId: string): string => stableGuid(`person-${personId}`)

/** `withCrowd`: thousands of employees more in the directory, for whoever searches it. */
export function demoInstallation(data: string, { withCrowd = false } = {}): TenantOptions {
  const { units, persons, roles, orgOf } = readOrganisation()
  const unitName = new Map(units.map(({ id, name }) => [id, name]))
  const staffOf = (of: Installation) =>
    persons.filter(({ unit }) => orgOf(unit) === of.organisation).map(({ id }) => entraIdOf(id))
  const trusted = new Set(
    roles.filter(({ id }) => id === 'development-lead' || id === 'director').flatMap(({ heldBy }) => heldBy),
  )
  const readersOf = (of: Installation) => {
    const staff = new Set(staffOf(of))
    return [...new Set([...trusted, of.administrator])].map(entraIdOf).filter((id) => staff.has(id))
  }
  const all: Installation[] = Object.values(installations)
  const homes = units.flatMap(({ id, name }) => {
    const of = all.find(({ organisation }) => organisation === orgOf(id))
    return of && id !== of.organisation ? [{ unit: name, groups: [of.staffGroupId] }] : []
  })

  return {
    data,
    tenantId: tenant.tenantId,
    people: persons.map((person) => toDirectory(person, unitName.get(person.unit) ?? '')),
    ...(withCrowd && {
      crowd: {
        version: `1-${CROWD}`,
        people: () =>
          crowd(
            homes,
            persons.map(({ email }) => email),
          ),
      },
    }),
    groups: all.flatMap((of) => [
      {
        id: of.staffGroupId,
        displayName: of.staffGroupName,
        members: staffOf(of),
      },
      {
        id: of.confidentialGroupId,
        displayName: `${of.name} sekretess`,
        members: readersOf(of),
      },
      { id: of.ownersGroupId, displayName: `${of.name} ägare`, members: [entraIdOf(of.administrator)] },
    ]),
    apps: [...commonApps(), ...all.flatMap((of) => [serverApp(of), botApp(of)])],
    sites: all.map((of) => siteOf(of, staffOf(of))),
  }
}

function toDirectory(person: DemoPerson, department: string): DirectoryPerson {
  const [givenName = '', ...rest] = person.name.split(' ')
  return {
    id: entraIdOf(person.id),
    displayName: person.name,
    userPrincipalName: person.email,
    mail: person.email,
    jobTitle: person.title,
    department,
    givenName,
    surname: rest.join(' '),
  }
}

const commonApps = (): AppRegistration[] => [
  {
    clientId: sharedApps.samstyr,
    displayName: 'Samstyr',
    secrets: [],
    applicationPermissions: [],
    // The last one lets people be searched for by name; it shows name and mail, and needs no administrator.
    delegatedPermissions: ['Sites.Selected', 'User.Read', 'User.ReadBasic.All'],
    // Whoever puts a meeting in their own calendar is asked then.
    askedPermissions: ['Calendars.ReadWrite'],
    apiScope: `api://${sharedApps.samstyr}/access_as_user`,
    groups: Object.values(installations).map(({ confidentialGroupId }) => confidentialGroupId),
  },
  {
    clientId: sharedApps.provisioning,
    displayName: 'Samstyr provisioning',
    secrets: [],
    keeps: ['secret', 'certificate'],
    applicationPermissions: ['Sites.Selected'],
    // So that an owner of the site may provision as themselves, where no certificate is at hand.
    delegatedPermissions: ['Sites.Selected', 'User.Read'],
  },
  {
    clientId: sharedApps.outside,
    displayName: 'Outside client',
    secrets: [],
    keeps: ['secret'],
    applicationPermissions: ['Sites.Selected'],
    delegatedPermissions: [],
  },
]

const serverApp = ({ apps, name }: Installation): AppRegistration => ({
  clientId: apps.server,
  displayName: `${name} server`,
  secrets: [],
  keeps: ['secret'],
  applicationPermissions: ['Sites.Selected'],
  delegatedPermissions: [],
})

/** May install the app that an administrator has chosen for people: it is the tab's, so to install "itself" isn't enough.
 * https://learn.microsoft.com/graph/api/userteamwork-post-installedapps */
const botApp = ({ apps, name, installsBot }: Installation): AppRegistration => ({
  clientId: apps.bot,
  displayName: `${name} bot`,
  secrets: [],
  keeps: ['secret'],
  applicationPermissions: installsBot ? ['TeamsAppInstallation.ReadWriteSelectedForUser.All'] : [],
  delegatedPermissions: [],
})

function siteOf(of: Installation, staff: string[]): SiteSeed {
  const { apps } = of
  return {
    id: of.siteId,
    displayName: of.name,
    name: of.sitePath.slice(of.sitePath.lastIndexOf('/') + 1),
    path: of.sitePath,
    host: of.host,
    timeZone: 'W. Europe Standard Time',
    today: of.today,
    library: { name: 'Delade dokument', title: 'Dokument' },
    grants: [
      { clientId: apps.samstyr, role: 'read' },
      { clientId: apps.server, role: 'write' },
      { clientId: apps.provisioning, role: 'manage' },
      // Rights and versioning by SharePoint REST ask for full control.
      { clientId: apps.provisioning, role: 'fullcontrol' },
      { clientId: apps.outside, role: 'manage' },
    ],
    assignments: [
      { principal: of.staffGroupId, right: 'read' },
      { principal: of.ownersGroupId, right: 'owner' },
    ],
    // Every third person has never opened the site, so SharePoint has no number for them yet.
    visitors: staff.filter((_, index) => index % 3 !== 2),
  }
}
