/** People of the directory, as far as a name picker needs them. */
import { type Call, ok, type Reply } from '../call.ts'
import { allPeople, findPerson, groupsOf } from '../directory.ts'
import { chosenPeople, isEventual } from '../directorySearch.ts'
import { Failure } from '../errors.ts'
import type { DirectoryPerson } from '../options.ts'
import { pick } from '../query.ts'

/** Without `$select` a user has these eleven properties. https://learn.microsoft.com/graph/api/user-get
 * Of others, User.ReadBasic.All shows name and mail only. https://github.com/microsoftgraph/microsoft-graph-docs/issues/4993 */
function showPerson(call: Call, person: DirectoryPerson): Record<string, unknown> {
  const { select } = call.options
  const whole = person.id === call.caller.oid || may(call, readFull)
  const shape = {
    businessPhones: [],
    displayName: person.displayName,
    givenName: person.givenName ?? null,
    jobTitle: (whole && person.jobTitle) || null,
    mail: person.mail,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: null,
    surname: person.surname ?? null,
    userPrincipalName: person.userPrincipalName,
    id: person.id,
  }
  return pick(
    select === undefined ? shape : { ...shape, department: (whole && person.department) || null },
    select,
  )
}

const may = (call: Call, names: string[]): boolean =>
  names.some((name) => call.caller.permissions.includes(name))

export function requirePermission(call: Call, names: string[]): void {
  if (may(call, names)) return
  throw new Failure(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.')
}

const readFull = ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All']
const readAll = ['User.ReadBasic.All', ...readFull]

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
    ...showPerson(call, person),
  })
}

export function getUser(call: Call): Reply {
  const wanted = call.params['user'] ?? ''
  const person = findPerson(call.core.store, wanted)
  if (person?.id !== call.caller.oid || person === undefined) requirePermission(call, readAll)
  if (!person) throw missing(wanted)
  return ok({
    '@odata.context': `${call.origin}/v1.0/$metadata#users/$entity`,
    ...showPerson(call, person),
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
  return pageOfPeople(call, allPeople(call.core.store).filter(chosenPeople(call)), 'users')
}

/** https://learn.microsoft.com/graph/api/user-list */
export function countUsers(call: Call): Reply {
  requirePermission(call, readAll)
  if (!isEventual(call)) throw new Failure(400, 'Request_BadRequest', '$count is not currently supported.')
  return ok(allPeople(call.core.store).filter(chosenPeople(call)).length)
}

/** 100 to a page unless asked for, 999 at most. https://learn.microsoft.com/graph/api/user-list */
export function pageOfPeople(call: Call, people: DirectoryPerson[], kind: string): Reply {
  if (call.options.other.has('skip'))
    throw new Failure(400, 'Request_UnsupportedQuery', "'$skip' is not supported by the service.")
  const size = Math.min(call.options.top ?? 100, 999) || 100
  const start = Number(call.options.other.get('skiptoken') ?? 0)
  const more = start + size < people.length
  const next = new URL(call.address)
  next.searchParams.delete('$skiptoken')
  next.searchParams.set('$skiptoken', String(start + size))
  // Ignored without the header. https://learn.microsoft.com/graph/aad-advanced-queries
  const counted = call.options.other.get('count') === 'true' && isEventual(call)
  const typed = kind === 'directoryObjects' ? { '@odata.type': '#microsoft.graph.user' } : {}
  return ok({
    '@odata.context': `${call.origin}/v1.0/$metadata#${kind}`,
    ...(counted ? { '@odata.count': people.length } : {}),
    ...(more ? { '@odata.nextLink': next.href } : {}),
    value: people.slice(start, start + size).map((person) => ({ ...typed, ...showPerson(call, person) })),
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
