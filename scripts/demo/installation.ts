/** The demo's directory, applications and site, made from the organisation file. Only ids are fixed; secrets are made. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { DirectoryPerson, TenantOptions } from '#scripts/tenant/options.ts'

/** Ids that stay the same from start to start, so that links and settings keep working. */
export const installation = {
  tenantId: stableGuid('tenant'),
  siteId: `sundhamn.sharepoint.com,${stableGuid('site')},${stableGuid('web')}`,
  sitePath: '/sites/samstyr',
  host: 'sundhamn.sharepoint.com',
  today: '2024-10-01',
  staffGroupId: stableGuid('group-staff'),
  ownersGroupId: stableGuid('group-owners'),
  apps: {
    /** The tab and our API. */
    samstyr: stableGuid('app-samstyr'),
    /** The server, writing after the rules. */
    server: stableGuid('app-server'),
    /** Makes lists and rights. */
    provisioning: stableGuid('app-provisioning'),
    /** For other Graph clients pointed at the tenant. */
    outside: stableGuid('app-outside'),
  },
} as const

/** `api://…/access_as_user`: the scope of our own API. */
const apiScope = `api://${installation.apps.samstyr}/access_as_user`

/** Administrators of the city and of the region own the site. */
const administrators = ['p-014', 'p-112']

/** The Entra object id of a person of the organisation file (`p-014`). */
export const entraIdOf = (personId: string): string => stableGuid(`person-${personId}`)

export function demoInstallation(data: string): TenantOptions {
  const { units, persons } = readOrganisation()
  const unitName = new Map(units.map(({ id, name }) => [id, name]))
  const people = persons.map((person): DirectoryPerson => {
    const [givenName = '', ...rest] = person.name.split(' ')
    return {
      id: entraIdOf(person.id),
      displayName: person.name,
      userPrincipalName: person.email,
      mail: person.email,
      jobTitle: person.title,
      department: unitName.get(person.unit) ?? '',
      givenName,
      surname: rest.join(' '),
    }
  })
  const { apps } = installation

  return {
    data,
    tenantId: installation.tenantId,
    people,
    groups: [
      { id: installation.staffGroupId, displayName: 'Alla medarbetare', members: people.map(({ id }) => id) },
      {
        id: installation.ownersGroupId,
        displayName: 'Samstyr ägare',
        members: administrators.map(entraIdOf),
      },
    ],
    apps: [
      {
        clientId: apps.samstyr,
        displayName: 'Samstyr',
        secrets: [],
        applicationPermissions: [],
        delegatedPermissions: ['Sites.Selected', 'User.Read'],
        apiScope,
      },
      {
        clientId: apps.server,
        displayName: 'Samstyr server',
        secrets: [],
        keeps: ['secret'],
        applicationPermissions: ['Sites.Selected'],
        delegatedPermissions: [],
      },
      {
        clientId: apps.provisioning,
        displayName: 'Samstyr provisioning',
        secrets: [],
        keeps: ['secret', 'certificate'],
        applicationPermissions: ['Sites.Selected'],
        // So that an owner of the site may provision as themselves, where no certificate is at hand.
        delegatedPermissions: ['Sites.Selected', 'User.Read'],
      },
      {
        clientId: apps.outside,
        displayName: 'Outside client',
        secrets: [],
        keeps: ['secret'],
        applicationPermissions: ['Sites.Selected'],
        delegatedPermissions: [],
      },
    ],
    sites: [
      {
        id: installation.siteId,
        displayName: 'Samstyr',
        name: 'samstyr',
        path: installation.sitePath,
        host: installation.host,
        timeZone: 'W. Europe Standard Time',
        today: installation.today,
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
          { principal: installation.staffGroupId, right: 'read' },
          { principal: installation.ownersGroupId, right: 'owner' },
        ],
        // Every third person has never opened the site, so SharePoint has no number for them yet.
        visitors: people.filter((_, index) => index % 3 !== 2).map(({ id }) => id),
      },
    ],
  }
}

type Organisation = {
  units: { id: string; name: string }[]
  persons: { id: string; name: string; email: string; title: string; unit: string }[]
}

function readOrganisation(): Organisation {
  return JSON.parse(readFileSync(new URL('organisation.json', import.meta.url), 'utf8')) as Organisation
}

/** A GUID that is always the same for the same words. */
function stableGuid(words: string): string {
  const hex = createHash('sha256').update(`samstyr:${words}`).digest('hex')
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 0x3) | 0x8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-')
}
