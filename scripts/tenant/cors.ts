/** Which pages of a browser may call: Graph and upload addresses from anywhere, the control side only from this machine. */
import { isDownloadPath, isUploadPath } from './fileHost.ts'

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

/** The headers that SharePoint lets through; those of the Graph client are not among them.
 * https://github.com/microsoftgraph/msgraph-sdk-javascript/issues/109, /220 */
const uploadHeaders = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, PUT, DELETE, OPTIONS',
  'access-control-allow-headers':
    'Accept, Application, Authorization, Content-Range, Content-Type, If-Match, If-None-Match, Overwrite, Prefer, Range',
  'access-control-expose-headers': 'Retry-After, ETag, Location',
  'access-control-max-age': '3600',
}

export function corsHeaders(method: string, path: string, origin: string | null): Record<string, string> {
  if (path.startsWith('/v1.0/')) return graphHeaders
  if (isUploadPath(path)) return uploadHeaders
  // A plain GET only: a preflight, as after the redirect of `…/content`, is refused.
  // https://github.com/microsoftgraph/msgraph-sdk-javascript/issues/388
  if (isDownloadPath(path) && method === 'GET') return { 'access-control-allow-origin': '*' }
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
