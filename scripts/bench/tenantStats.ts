/** What Graph was asked for since the count began: requests on the wire, bytes answered, resource units. */
import type { Tenant } from '#scripts/tenant/tenant.ts'

export interface Asked {
  requests: number
  bytes: number
  /** Each part of a batch counts as if it were asked for by itself. */
  units: number
}

export function graphStats(tenant: Tenant): Asked {
  const sum = { requests: 0, bytes: 0, units: 0 }
  for (const [path, of] of Object.entries(tenant.control.stats().paths))
    if (path.includes('/v1.0/')) {
      sum.requests += of.requests
      sum.bytes += of.bytes
      sum.units += of.units
    }
  return sum
}
