/** Earlier states of a row, newest first, and going back to one. */
import { authorOf, type Author } from '../author.ts'
import { type Call, noContent, ok, type Reply } from '../call.ts'
import { notFound } from '../errors.ts'
import type { Values } from '../fieldValues.ts'
import { itemShape } from '../itemShape.ts'
import { type Item, updateItem } from '../itemStore.ts'
import { level, type List, type Site } from '../rights.ts'
import { siteMidnight } from '../siteTime.ts'
import { openItem } from './items.ts'

type Version = { version: number; modified: string; modified_by: string; fields: string }

/** https://learn.microsoft.com/graph/api/listitem-list-versions */
export function listVersions(call: Call): Reply {
  const { site, list, item } = openItem(call)
  const value = versionsOf(call, list, item).map((version) => show(call, site, list, item, version))
  return ok({ '@odata.context': `${call.origin}/v1.0/$metadata#Collection(listItemVersion)`, value })
}

export function getVersion(call: Call): Reply {
  const { site, list, item } = openItem(call)
  return ok(show(call, site, list, item, find(call, list, item)))
}

/** A restored state is a new version. https://learn.microsoft.com/graph/api/listitemversion-restore */
export function restoreVersion(call: Call): Reply {
  const { core, caller } = call
  const { site, list, item } = openItem(call, level.write)
  const old = JSON.parse(find(call, list, item).fields) as Values
  const now = JSON.parse(item.fields) as Values
  const cleared = Object.fromEntries(Object.keys(now).map((name) => [name, null]))
  updateItem(core, list, item, { ...cleared, ...old }, authorOf(core.store, site.key, caller))
  return noContent
}

function versionsOf(call: Call, list: List, item: Item): Version[] {
  const older = call.core.store.all<Version>(
    'SELECT version, modified, modified_by, fields FROM versions WHERE list = ? AND item = ? AND version < ? ORDER BY version DESC',
    list.key,
    item.id,
    item.ui_version,
  )
  return [{ ...item, version: item.ui_version }, ...older]
}

function find(call: Call, list: List, item: Item): Version {
  const found = versionsOf(call, list, item).find(({ version }) => `${version}.0` === call.params['version'])
  if (!found) throw notFound()
  return found
}

function show(call: Call, site: Site, list: List, item: Item, version: Version): Record<string, unknown> {
  const then: Item = {
    ...item,
    ui_version: version.version,
    modified: version.modified,
    modified_by: version.modified_by,
    fields: version.fields,
  }
  return {
    id: `${version.version}.0`,
    lastModifiedBy: (JSON.parse(version.modified_by) as Author).shown,
    lastModifiedDateTime: call.core.flags.observedQuirks ? shifted(version.modified, site) : version.modified,
    ...(call.options.expand.has('fields')
      ? { fields: itemShape(call, site, list, { options: call.options }).fields(then) }
      : {}),
  }
}

/** Moved to UTC once more than it should be. https://github.com/microsoftgraph/microsoft-graph-docs/issues/12328 */
function shifted(instant: string, site: Site): string {
  const noon = new Date(`${instant.slice(0, 10)}T12:00:00Z`)
  const midnight = siteMidnight(noon, site.time_zone)
  const offset = Date.parse(`${instant.slice(0, 10)}T00:00:00Z`) - midnight.getTime()
  return new Date(Date.parse(instant) - offset).toISOString()
}
