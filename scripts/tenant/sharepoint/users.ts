/** People and groups as SharePoint numbers them; `ensureuser` gives a number to who has none. */
import { ok, type Reply } from '../call.ts'
import { findPerson } from '../directory.ts'
import { ensureLogin, type Principal, principalById } from '../principals.ts'
import type { Store } from '../store.ts'
import { missing, type RestCall, RestFailure } from './call.ts'

/** https://learn.microsoft.com/previous-versions/office/sharepoint-csom/ee541430(v=office.15) */
const principalType = { user: 1, app: 1, securityGroup: 4, siteGroup: 8 }

export function showPrincipal(store: Store, principal: Principal): Record<string, unknown> {
  const { id, kind, login, title, email } = principal
  const common = {
    Id: id,
    IsHiddenInUI: false,
    LoginName: login,
    Title: title,
    PrincipalType: principalType[kind],
  }
  if (kind === 'siteGroup') {
    return {
      ...common,
      AllowMembersEditMembership: false,
      AllowRequestToJoinLeave: false,
      AutoAcceptRequestToJoinLeave: false,
      Description: null,
      OnlyAllowMembersViewMembership: false,
      OwnerTitle: title,
      RequestToJoinLeaveEmailSetting: '',
    }
  }
  const person = kind === 'user' && principal.entra_id ? findPerson(store, principal.entra_id) : undefined
  return {
    ...common,
    Email: email,
    Expiration: '',
    IsEmailAuthenticationGuestUser: false,
    IsShareByEmailGuestUser: false,
    IsSiteAdmin: false,
    UserId: null,
    UserPrincipalName: person?.userPrincipalName ?? null,
  }
}

/** `{"logonName":"i:0#.f|membership|…"}`; groups of the directory as `c:0t.c|tenant|{id}`. */
export function ensureUser({ core, site, params, body }: RestCall): Reply {
  const login = params['login'] ?? body['logonName']
  if (typeof login !== 'string' || login === '') {
    throw new RestFailure(
      400,
      '-1, Microsoft.SharePoint.Client.InvalidClientQueryException',
      'The parameter logonName is missing.',
    )
  }
  const principal = core.store.together(() => ensureLogin(core.store, site.key, login))
  if (!principal) {
    throw new RestFailure(
      404,
      '-2146232832, Microsoft.SharePoint.SPException',
      `The specified user ${login} could not be found.`,
    )
  }
  return ok(showPrincipal(core.store, principal))
}

function principals({ core, site }: RestCall, groups: boolean): Principal[] {
  const every = core.store.all<Principal>('SELECT * FROM principals WHERE site = ? ORDER BY id', site.key)
  return every.filter(({ kind }) => (kind === 'siteGroup') === groups)
}

const shown = (call: RestCall, list: Principal[]): Reply =>
  ok({ value: list.map((principal) => showPrincipal(call.core.store, principal)) })

export const siteUsers = (call: RestCall): Reply => shown(call, principals(call, false))

export const siteGroups = (call: RestCall): Reply => shown(call, principals(call, true))

function openPrincipal({ core, site, params }: RestCall): Principal {
  const principal = principalById(core.store, site.key, Number(params['principal']))
  if (!principal) throw missing('Principal')
  return principal
}

export const getPrincipal = (call: RestCall): Reply => ok(showPrincipal(call.core.store, openPrincipal(call)))

export function groupMembers(call: RestCall): Reply {
  const group = openPrincipal(call)
  const members = call.core.store.all<Principal>(
    'SELECT principals.* FROM site_group_members AS m JOIN principals ON principals.site = m.site AND principals.id = m.principal WHERE m.site = ? AND m.group_id = ? ORDER BY id',
    call.site.key,
    group.id,
  )
  return shown(call, members)
}

export function addGroupMember(call: RestCall): Reply {
  const { core, site, body } = call
  const group = openPrincipal(call)
  const { LoginName: login } = body
  const member = typeof login === 'string' ? ensureLogin(core.store, site.key, login) : undefined
  if (!member) throw missing('User')
  core.store.run(
    'INSERT OR IGNORE INTO site_group_members (site, group_id, principal) VALUES (?, ?, ?)',
    site.key,
    group.id,
    member.id,
  )
  return { status: 201, body: showPrincipal(core.store, member) }
}
