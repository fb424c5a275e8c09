/** People of the directory, as far as a name picker needs them. */
import { type Call, ok, type Reply } from '../call.ts'
import { allPeople, findPerson, groupsOf } from '../directory.ts'
import { badRequest, Failure } from '../errors.ts'
import type { DirectoryPerson } from '../options.ts'
import { pick } from '../query.ts'

/** Without `$select` a user has these eleven properties. https://learn.microsoft.com/graph/api/user-get */
function showPerson(person: DirectoryPerson, select: string[] | undefined): Record<string, unknown> {
  const shape = {
    businessPhones: [],
    displayName: person.displayName,
    givenName: person.givenName ?? null,
    jobTitle: person.jobTitle ?? null,
    mail: person.mail,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: null,
    surname: person.surname ?? null,
    userPrincipalName: person.userPrincipalName,
    id: person.id,
  }
  return pick(select === undefined ? shape : { ...shape, department: person.department ?? null }, select)
}

export function requirePermission(call: Call, names: string[]): void {
  if (names.some((name) => call.caller.permissions.includes(name))) return
  throw new Failure(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.')
}

const readAll = ['User.ReadBasic.All', 'User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All']

export function getMe(call: Call): Reply {
  const { caller, core } = call
  if (caller.oid === undefined) {
    throw new Failure(400, 'BadRequest', '/me request is only valid with delegated authentication flow.')
  }
  requirePermission(call, ['User.Read', ...readAll])
  const person = findPerson(core.store, caller.oid)
  if (!person) throw missing(caller.oid)
  return ok({
    '@odata.context': `${call.origin}/v1.0/$metadata#users/$entity`,
    ...showPerson(person, call.options.select),
  })
}

export function getUser(call: Call): Reply {
  const wanted = call.params['user'] ?? ''
  const person = findPerson(call.core.store, wanted)
  if (person?.id !== call.caller.oid || person === undefined) requirePermission(call, readAll)
  if (!person) throw missing(wanted)
  return ok({
    '@odata.context': `${call.origin}/v1.0/$metadata#users/$entity`,
    ...showPerson(person, call.options.select),
  })
}

const missing = (id: string): Failure =>
  new Failure(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  )

export function listUsers(call: Call): Reply {
  requirePermission(call, readAll)
  return pageOfPeople(call, allPeople(call.core.store).filter(chosen(call)), 'users')
}

/** `$search` needs ConsistencyLevel. https://learn.microsoft.com/graph/aad-advanced-queries */
function chosen(call: Call): (person: DirectoryPerson) => boolean {
  const { search, filter } = call.options
  if (search !== undefined) {
    if (call.headers.get('consistencylevel')?.toLowerCase() !== 'eventual') {
      throw new Failure(
        400,
        'Request_UnsupportedQuery',
        "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
      )
    }
    const match = /^"(displayName|mail|userPrincipalName):(.*)"$/.exec(search)
    if (!match) throw badRequest('Invalid search clause')
    const [, property = '', text = ''] = match
    return (person) => words(read(person, property)).some((word) => word.startsWith(text.toLowerCase()))
  }
  if (filter === undefined) return () => true
  const equal = /^(\w+) eq '((?:[^']|'')*)'$/.exec(filter.trim())
  const starts = /^startswith\((\w+),\s*'((?:[^']|'')*)'\)$/i.exec(filter.trim())
  const [, property = '', text = ''] = equal ?? starts ?? []
  if (property === '') throw new Failure(400, 'Request_UnsupportedQuery', 'Unsupported Query.')
  const wanted = text.replaceAll("''", "'").toLowerCase()
  return (person) => (equal ? read(person, property) === wanted : read(person, property).startsWith(wanted))
}

const words = (text: string): string[] => [text, ...text.split(/[\s.@-]+/)]

function read(person: DirectoryPerson, property: string): string {
  const value = { ...person }[property as keyof DirectoryPerson]
  if (value === undefined && !(property in { jobTitle: 0, department: 0, givenName: 0, surname: 0 })) {
    throw new Failure(
      400,
      'BadRequest',
      `Invalid filter clause: Could not find a property named '${property}' on type 'microsoft.graph.user'.`,
    )
  }
  return (value ?? '').toLowerCase()
}

/** 100 to a page unless asked for, 999 at most. https://learn.microsoft.com/graph/api/user-list */
export function pageOfPeople(call: Call, people: DirectoryPerson[], kind: string): Reply {
  const size = Math.min(call.options.top ?? 100, 999) || 100
  const start = Number(call.options.other.get('skiptoken') ?? 0)
  const more = start + size < people.length
  const next = new URL(call.address)
  next.searchParams.delete('$skiptoken')
  next.searchParams.set('$skiptoken', String(start + size))
  const counted = call.options.other.get('count') === 'true' && call.headers.has('consistencylevel')
  const typed = kind === 'directoryObjects' ? { '@odata.type': '#microsoft.graph.user' } : {}
  return ok({
    '@odata.context': `${call.origin}/v1.0/$metadata#${kind}`,
    ...(counted ? { '@odata.count': people.length } : {}),
    ...(more ? { '@odata.nextLink': next.href } : {}),
    value: people
      .slice(start, start + size)
      .map((person) => ({ ...typed, ...showPerson(person, call.options.select) })),
  })
}

/** Groups of a person; security groups only, as the tenant has no other. */
export function memberOf(call: Call): Reply {
  const wanted = call.params['user'] ?? call.caller.oid ?? ''
  const person = findPerson(call.core.store, wanted)
  if (!person) throw missing(wanted)
  if (person.id !== call.caller.oid || !call.caller.permissions.includes('User.Read')) {
    requirePermission(call, ['GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All'])
  }
  const value = groupsOf(call.core.store, person.id).map(({ id, name }) => ({
    '@odata.type': '#microsoft.graph.group',
    id,
    displayName: name,
    securityEnabled: true,
    mailEnabled: false,
  }))
  return ok({ '@odata.context': `${call.origin}/v1.0/$metadata#directoryObjects`, value })
}
