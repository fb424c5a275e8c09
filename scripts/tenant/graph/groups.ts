/** Security groups and their members. https://learn.microsoft.com/graph/api/group-list-members */
import { type Call, ok, type Reply } from '../call.ts'
import { findGroup, groupMembers } from '../directory.ts'
import { Failure } from '../errors.ts'
import { pick } from '../query.ts'
import { pageOfPeople, requirePermission } from './users.ts'

function openGroup(call: Call, permissions: string[]): { id: string; name: string } {
  requirePermission(call, permissions)
  const id = call.params['group'] ?? ''
  const group = findGroup(call.core.store, id)
  if (group) return group
  throw new Failure(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  )
}

export function getGroup(call: Call): Reply {
  const { id, name } = openGroup(call, ['GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All'])
  const shape = { id, displayName: name, mailEnabled: false, securityEnabled: true, groupTypes: [] }
  return ok({
    '@odata.context': `${call.origin}/v1.0/$metadata#groups/$entity`,
    ...pick(shape, call.options.select),
  })
}

export function getMembers(call: Call): Reply {
  const { id } = openGroup(call, ['GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All'])
  return pageOfPeople(call, groupMembers(call.core.store, id), 'directoryObjects')
}
