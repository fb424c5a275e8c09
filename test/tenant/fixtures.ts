/** A small tenant of its own for each test, and short ways to call it. */
import type { SiteRole, TenantOptions } from '#scripts/tenant/options.ts'
import type { Flags } from '#scripts/tenant/flags.ts'
import { createTenant, type Tenant } from '#scripts/tenant/tenant.ts'

export const ids = {
  tenant: '11111111-1111-4111-8111-111111111111',
  site: 'contoso.sharepoint.com,22222222-2222-4222-8222-222222222222,33333333-3333-4333-8333-333333333333',
  otherSite:
    'contoso.sharepoint.com,44444444-4444-4444-8444-444444444444,55555555-5555-4555-8555-555555555555',
  /** Reads through the staff group. */
  reader: 'aaaaaaaa-0000-4000-8000-000000000001',
  owner: 'aaaaaaaa-0000-4000-8000-000000000002',
  /** In the directory, but never on the site. */
  stranger: 'aaaaaaaa-0000-4000-8000-000000000003',
  writer: 'aaaaaaaa-0000-4000-8000-000000000004',
  staff: 'bbbbbbbb-0000-4000-8000-000000000001',
  /** One application for each role on the first site. */
  read: 'cccccccc-0000-4000-8000-000000000001',
  write: 'cccccccc-0000-4000-8000-000000000002',
  manage: 'cccccccc-0000-4000-8000-000000000003',
  fullcontrol: 'cccccccc-0000-4000-8000-000000000004',
  /** Sites.FullControl.All. */
  admin: 'cccccccc-0000-4000-8000-000000000005',
  /** What people sign in to; granted full control, so that a person's own rights decide. */
  tab: 'cccccccc-0000-4000-8000-000000000006',
} as const

const person = (id: string, name: string) => ({
  id,
  displayName: name,
  userPrincipalName: `${name.toLowerCase()}@contoso.com`,
  mail: `${name.toLowerCase()}@contoso.com`,
  jobTitle: 'Handläggare',
})

const application = (role: SiteRole) => ({
  clientId: ids[role],
  displayName: `App ${role}`,
  secrets: [`secret-${role}`],
  keeps: ['certificate' as const],
  applicationPermissions: ['Sites.Selected'],
  delegatedPermissions: [],
})

export function smallTenant(flags: Partial<Flags> = {}, data = ':memory:'): TenantOptions {
  const roles = ['read', 'write', 'manage', 'fullcontrol'] as const
  return {
    data,
    tenantId: ids.tenant,
    people: [
      person(ids.reader, 'Rut'),
      person(ids.owner, 'Olle'),
      person(ids.stranger, 'Sven'),
      person(ids.writer, 'Viola'),
    ],
    groups: [{ id: ids.staff, displayName: 'Staff', members: [ids.reader, ids.stranger] }],
    apps: [
      ...roles.map(application),
      {
        clientId: ids.admin,
        displayName: 'Admin',
        secrets: ['secret-admin'],
        applicationPermissions: ['Sites.FullControl.All', 'User.Read.All', 'GroupMember.Read.All'],
        delegatedPermissions: [],
      },
      {
        clientId: ids.tab,
        displayName: 'Tab',
        secrets: [],
        applicationPermissions: [],
        delegatedPermissions: ['Sites.Selected', 'User.Read'],
        askedPermissions: ['Calendars.ReadWrite'],
        apiScope: `api://${ids.tab}/access_as_user`,
      },
    ],
    sites: [
      {
        id: ids.site,
        displayName: 'Books',
        name: 'books',
        path: '/sites/books',
        host: 'contoso.sharepoint.com',
        timeZone: 'W. Europe Standard Time',
        today: '2024-10-01',
        grants: [
          ...roles.map((role) => ({ clientId: ids[role], role })),
          { clientId: ids.tab, role: 'fullcontrol' },
        ],
        assignments: [
          { principal: ids.staff, right: 'read' },
          { principal: ids.writer, right: 'write' },
          { principal: ids.owner, right: 'owner' },
        ],
        visitors: [ids.reader],
      },
      {
        id: ids.otherSite,
        displayName: 'Other',
        name: 'other',
        path: '/sites/other',
        host: 'contoso.sharepoint.com',
        timeZone: 'W. Europe Standard Time',
        grants: [],
        assignments: [],
      },
    ],
    flags,
  }
}

/** What answers may hold; a test that looks for what isn't there fails on its expectation. */
export type Body = {
  [key: string]: unknown
  id: string
  name: string
  eTag: string
  fields: Record<string, unknown>
  value: Body[]
  columns: Body[]
  items: Body[]
  createdBy: { user?: Record<string, unknown>; application?: Record<string, unknown> }
  error: { code: string; message: string; innerError: { code?: string } }
  responses: { id: string; status: number; headers: Record<string, string>; body: Body }[]
  '@odata.nextLink'?: string
  '@odata.deltaLink'?: string
}

type Answer = { status: number; body: Body; headers: Headers }

export type Client = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>

export const origin = 'http://127.0.0.1'

/** Calls below /v1.0 (or full addresses) with a token. */
export function clientFor(tenant: Tenant, token: string): Client {
  return async (method, path, body, headers = {}) => {
    const url = path.startsWith('http') ? path : `${origin}/v1.0/${path}`
    const response = await tenant.handle(
      new Request(url, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    )
    const text = response.type === 'error' ? '' : await response.text()
    return {
      status: response.status,
      body: (text === '' ? {} : JSON.parse(text)) as Body,
      headers: response.headers,
    }
  }
}

export type House = {
  tenant: Tenant
  as(app: 'read' | 'write' | 'manage' | 'fullcontrol' | 'admin'): Promise<Client>
  /** A person through the tab. */
  by(oid: string): Promise<Client>
}

export function aTenant(flags: Partial<Flags> = {}): House {
  const tenant = createTenant(smallTenant(flags))
  return {
    tenant,
    async as(app) {
      return clientFor(tenant, (await tenant.control.appToken({ clientId: ids[app] })).token)
    },
    async by(oid) {
      const request = { clientId: ids.tab, oid, scopes: ['Sites.Selected'] }
      return clientFor(tenant, (await tenant.control.personToken(request)).access_token)
    },
  }
}

export const site = `sites/${ids.site}`

/** A list of books with one column of most kinds; the path to it. */
export async function aList(
  call: Client,
  columns: object[] = bookColumns,
  displayName = 'Books',
): Promise<string> {
  const { body } = await call('POST', `${site}/lists`, {
    displayName,
    columns,
    list: { template: 'genericList' },
  })
  return `${site}/lists/${body.id}`
}

const bookColumns = [
  { name: 'Key', text: {}, indexed: true, enforceUniqueValues: true },
  { name: 'Genre', choice: { choices: ['Saga', 'Fakta'] }, indexed: true },
  { name: 'Pages', number: {} },
  { name: 'Read', boolean: {} },
  { name: 'Summary', text: { allowMultipleLines: true } },
  { name: 'Printed', dateTime: { format: 'dateOnly' }, indexed: true },
  { name: 'SeenAt', dateTime: { format: 'dateTime' } },
  { name: 'Tags', choice: { choices: ['a', 'b'], displayAs: 'checkBoxes' } },
  { name: 'Lender', personOrGroup: {} },
  { name: 'Readers', personOrGroup: { allowMultipleSelection: true } },
  { name: 'Link', hyperlinkOrPicture: {} },
]

/** Adds rows fast, twenty to a batch. */
export async function addRows(call: Client, list: string, rows: Record<string, unknown>[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 20) {
    const requests = rows.slice(at, at + 20).map((fields, index) => ({
      id: String(index),
      method: 'POST',
      url: `/${list}/items`,
      headers: { 'Content-Type': 'application/json' },
      body: { fields },
    }))
    await call('POST', '$batch', { requests })
  }
}

/** The link to the next page, or to later changes. */
export const nextOf = (body: Body): string => body['@odata.nextLink'] ?? body['@odata.deltaLink'] ?? ''
