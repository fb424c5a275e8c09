/** The few SharePoint REST calls that provisioning needs, because Graph has nothing for them. */
import { type Caller, type Core, record, type Reply } from '../call.ts'
import type { Answer } from '../guard.ts'
import { Failure } from '../errors.ts'
import { allowed, level, type Level, type Site } from '../rights.ts'
import { readCaller } from '../tokens.ts'
import { denied, RestFailure, type RestHandler } from './call.ts'
import { breakInheritance, getList, resetInheritance, updateList } from './lists.ts'
import { getTimeZone, getWeb } from './regional.ts'
import { addAssignment, listAssignments, removeAssignment, removeHolder, roleDefinitions } from './roles.ts'
import { addGroupMember, ensureUser, getPrincipal, groupMembers, siteGroups, siteUsers } from './users.ts'

const list = String.raw`lists(?:\(guid'|\('|/getbyid\(')(?<list>[0-9a-f-]{36})'\)`
const titled = String.raw`lists/getbytitle\('(?<title>(?:[^']|'')+)'\)`
const securable = String.raw`(?:(?:${list}|${titled})/)?`
const bound = String.raw`\(principalid=(?<principal>\d+),\s*roledefid=(?<role>\d+)\)`

/** Method, address below `_api/web/`, what it takes, handler. */
const table: [string, string, Level, RestHandler][] = [
  ['GET', '', level.read, getWeb],
  ['GET', 'RegionalSettings/TimeZone', level.read, getTimeZone],
  ['POST', String.raw`ensureuser(?:\('(?<login>.+)'\))?`, level.write, ensureUser],
  ['GET', 'siteusers', level.read, siteUsers],
  ['GET', String.raw`(?:siteusers|sitegroups)(?:/getbyid)?\((?<principal>\d+)\)`, level.read, getPrincipal],
  ['GET', 'sitegroups', level.read, siteGroups],
  ['GET', String.raw`sitegroups(?:/getbyid)?\((?<principal>\d+)\)/users`, level.read, groupMembers],
  ['POST', String.raw`sitegroups(?:/getbyid)?\((?<principal>\d+)\)/users`, level.full, addGroupMember],
  ['GET', 'roledefinitions', level.read, roleDefinitions],
  ['GET', list, level.read, getList],
  ['GET', titled, level.read, getList],
  ['PATCH', list, level.manage, updateList],
  ['PATCH', titled, level.manage, updateList],
  [
    'POST',
    String.raw`(?:${list}|${titled})/breakroleinheritance(?:\((?<how>.*)\))?`,
    level.full,
    breakInheritance,
  ],
  ['POST', String.raw`(?:${list}|${titled})/resetroleinheritance(?:\(\))?`, level.full, resetInheritance],
  ['GET', `${securable}roleassignments`, level.full, listAssignments],
  ['POST', `${securable}roleassignments/addroleassignment${bound}`, level.full, addAssignment],
  ['POST', `${securable}roleassignments/removeroleassignment${bound}`, level.full, removeAssignment],
  [
    'DELETE',
    String.raw`${securable}roleassignments(?:/getbyprincipalid)?\((?<principal>\d+)\)`,
    level.full,
    removeHolder,
  ],
]

const routes = table.map(([method, path, needed, handle]) => ({
  method,
  // Addresses of SharePoint don't mind case.
  pattern: new RegExp(`^${withoutTwins(path)}$`, 'i'),
  needed,
  handle,
}))

/** A pattern may hold the list's address twice, by id and by title; only one may carry each name. */
function withoutTwins(path: string): string {
  const seen = new Set<string>()
  return path.replaceAll(/\(\?<(\w+)>/g, (group, name: string) => {
    const twin = seen.has(name)
    seen.add(name)
    return twin ? '(?:' : group
  })
}

export async function answerSharePoint(core: Core, request: Request, url: URL): Promise<Answer> {
  const method = (request.headers.get('x-http-method') ?? request.method)
    .toUpperCase()
    .replace('MERGE', 'PATCH')
  const fault = core.faults.take(request.method, url.pathname + url.search)
  if (fault?.delayMs !== undefined) await new Promise((done) => setTimeout(done, fault.delayMs))
  try {
    if (fault?.status !== undefined) {
      throw new RestFailure(
        fault.status,
        fault.code ?? '-1, Microsoft.SharePoint.SPException',
        'Scripted fault.',
      )
    }
    const reply = await perform(core, request, url, method)
    return { ...reply, dropped: fault?.dropAfterCommit === true }
  } catch (error) {
    if (error instanceof RestFailure) return errorAnswer(error, fault?.retryAfter)
    if (error instanceof Failure) {
      return errorAnswer(new RestFailure(error.status, `-1, ${error.code}`, error.message), undefined)
    }
    throw error
  }
}

function errorAnswer({ status, code, message }: RestFailure, retryAfter: number | undefined): Answer {
  // https://learn.microsoft.com/sharepoint/dev/solution-guidance/security-apponly-azuread
  const body =
    status === 401
      ? { error_description: message }
      : { 'odata.error': { code, message: { lang: 'en-US', value: message } } }
  return {
    status,
    body,
    ...(retryAfter === undefined ? {} : { headers: { 'retry-after': String(retryAfter) } }),
  }
}

async function perform(core: Core, request: Request, url: URL, method: string): Promise<Reply> {
  const [sitePath = '', rest = ''] = decodeURIComponent(url.pathname).split(/\/_api\/web\/?/i)
  const site = core.store.get<Site>('SELECT * FROM sites WHERE path = ?', sitePath || '/')
  if (!site) throw new RestFailure(404, '-1, System.IO.FileNotFoundException', '404 FILE NOT FOUND')
  const caller = await readRestCaller(core, request, site)

  for (const { method: wanted, pattern, needed, handle } of routes) {
    const match = wanted === method ? pattern.exec(rest.replace(/\/$/, '')) : null
    if (!match) continue
    if (allowed(core, caller, site) < needed) throw denied()
    const body = record(readJson(await request.text()))
    const params: Record<string, string> = {}
    for (const [name, value] of Object.entries(match.groups ?? {}))
      if (value !== undefined) params[name] = value
    core.meter.count(url.pathname, { units: needed === level.full ? 5 : 2 })
    return handle({ core, caller, site, origin: url.origin, params, query: url.searchParams, body })
  }
  const message = `The local tenant does not know ${method} ${url.pathname}.`
  throw new RestFailure(501, '-1, NotImplemented', message)
}

/** An application alone must show a certificate; a secret is not enough for SharePoint itself.
 * https://learn.microsoft.com/sharepoint/dev/solution-guidance/security-apponly-azuread */
async function readRestCaller(core: Core, request: Request, site: Site): Promise<Caller> {
  const unauthorized = (message: string): RestFailure => new RestFailure(401, 'invalid_request', message)
  let caller: Caller
  try {
    caller = await readCaller(core, request.headers.get('authorization'), [`https://${site.host}`])
  } catch (error) {
    if (error instanceof Failure) throw unauthorized('Invalid JWT token. ' + error.message)
    throw error
  }
  if (caller.oid === undefined && caller.credential !== '2') throw unauthorized('Unsupported app only token.')
  return caller
}

function readJson(text: string): unknown {
  try {
    return text === '' ? {} : (JSON.parse(text) as unknown)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new RestFailure(
      400,
      '-1, Microsoft.SharePoint.Client.InvalidClientQueryException',
      'The body is not valid JSON.',
    )
  }
}
