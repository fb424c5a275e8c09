/** Sites: they can be read, never made or removed. https://learn.microsoft.com/graph/api/resources/site */
import { type Call, ok, type Reply } from '../call.ts'
import { accessDenied, Failure } from '../errors.ts'
import { pick } from '../query.ts'
import { allowed, level, openSite, type Site } from '../rights.ts'

function showSite(call: Call, site: Site): Record<string, unknown> {
  const shape = {
    createdDateTime: site.created,
    description: '',
    id: site.id,
    lastModifiedDateTime: site.modified,
    name: site.name,
    webUrl: `${call.origin}${site.path}`,
    displayName: site.display_name,
    root: {},
    siteCollection: { hostname: site.host },
  }
  return pick(shape, call.options.select)
}

export function getSite(call: Call): Reply {
  const site = openSite(call)
  return ok({ '@odata.context': `${call.origin}/v1.0/$metadata#sites/$entity`, ...showSite(call, site) })
}

/** `/sites/{host}` and `/sites/root` are the host's root site, which only exists here if a seed has path `/`. */
export function siteIdByPath(call: Call, host: string, path: string): string {
  const wanted = `/${path}`.replaceAll(/\/+/g, '/').replace(/(.)\/$/, '$1')
  const site = call.core.store.get<{ id: string }>(
    'SELECT id FROM sites WHERE host = ? AND path = ?',
    host,
    wanted,
  )
  if (!site) throw new Failure(404, 'itemNotFound', 'Requested site could not be found')
  return site.id
}

/** `?search=`; an application with Sites.Selected can't search. */
export function findSites(call: Call): Reply {
  const { core, caller, options } = call
  if (caller.oid === undefined && !caller.permissions.some((name) => /^Sites\..*\.All$/.test(name)))
    throw accessDenied()
  const words = (options.search ?? '').replaceAll('"', '').toLowerCase()
  const sites = core.store.all<Site>('SELECT * FROM sites ORDER BY key')
  const found = sites.filter(
    (site) =>
      (words === '*' || `${site.name} ${site.display_name}`.toLowerCase().includes(words)) &&
      allowed(core, caller, site) >= level.read,
  )
  const value = found.map((site) => showSite(call, site))
  return ok({ '@odata.context': `${call.origin}/v1.0/$metadata#sites`, value })
}

export function subsites(call: Call): Reply {
  openSite(call)
  return ok({ '@odata.context': `${call.origin}/v1.0/$metadata#sites`, value: [] })
}
