/** Which pages of a browser may call: Graph from anywhere, the control side only from this machine. */

/** https://learn.microsoft.com/graph/use-the-api, headers as the official JavaScript client sends them. */
const graphHeaders = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, PATCH, PUT, DELETE, OPTIONS',
  'access-control-allow-headers':
    'Authorization, SdkVersion, client-request-id, Retry-Attempt, Prefer, If-Match, ConsistencyLevel, Content-Type, Accept',
  'access-control-expose-headers':
    'Retry-After, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, request-id, client-request-id, ETag, Location',
  'access-control-max-age': '86400',
}

export function corsHeaders(path: string, origin: string | null): Record<string, string> {
  if (path.startsWith('/v1.0/')) return graphHeaders
  if (path.startsWith('/_control/') && origin !== null && isLocalPage(origin)) {
    return {
      'access-control-allow-origin': origin,
      'access-control-allow-methods': 'GET, POST, PUT, DELETE, OPTIONS',
      'access-control-allow-headers': 'Content-Type',
      vary: 'Origin',
    }
  }
  return {}
}

export const isLocalPage = (origin: string): boolean => /^http:\/\/localhost(:\d+)?$/.test(origin)
