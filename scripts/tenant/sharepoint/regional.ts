/** The site itself and its clock. https://learn.microsoft.com/sharepoint/dev/schema/regional-settings-schema */
import { ok, type Reply } from '../call.ts'
import { timeZones } from '../siteTime.ts'
import { choose, type RestCall } from './call.ts'

export function getWeb({ site, origin, query }: RestCall): Reply {
  const shape = {
    Created: site.created,
    Description: '',
    Id: site.id.split(',')[2] ?? '',
    Language: 1033,
    ServerRelativeUrl: site.path,
    Title: site.display_name,
    Url: `${origin}${site.path}`,
    WebTemplate: 'STS',
  }
  return ok(choose(shape, query))
}

export function getTimeZone({ site }: RestCall): Reply {
  const zone = timeZones[site.time_zone]
  if (!zone) throw new Error(`The local tenant does not know the time zone ${site.time_zone}`)
  return ok({
    Description: zone.description,
    Id: zone.id,
    Information: { Bias: zone.bias, DaylightBias: zone.bias === 0 ? 0 : -60, StandardBias: 0 },
  })
}
