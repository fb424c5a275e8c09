/** The few calls that Graph can't make and SharePoint REST can: versions, rights, time zone, people the site hasn't met. */
import { GraphError } from './errors.ts'

/** Answers the parsed body. Throws GraphError with the service's own words. */
export type SharePoint = <T>(method: 'GET' | 'POST' | 'PATCH', path: string, body?: object) => Promise<T>

/**
 * `siteUrl`: `https://contoso.sharepoint.com/sites/x`. The token must be the admin's own, or an application's got with a
 * certificate: https://learn.microsoft.com/sharepoint/dev/solution-guidance/security-apponly-azuread
 */
export function sharePoint({
  siteUrl,
  getToken,
  fetch: send = fetch,
}: {
  siteUrl: string
  getToken: () => Promise<string>
  fetch?: typeof fetch
}): SharePoint {
  return async <T>(method: 'GET' | 'POST' | 'PATCH', path: string, body?: object) => {
    const response = await send(`${siteUrl}/_api/web${path}`, {
      // MERGE goes as a POST: https://learn.microsoft.com/sharepoint/dev/sp-add-ins/working-with-lists-and-list-items-with-rest
      method: method === 'GET' ? 'GET' : 'POST',
      headers: {
        accept: 'application/json;odata=nometadata',
        authorization: `Bearer ${await getToken()}`,
        ...(body && { 'content-type': 'application/json;odata=nometadata' }),
        ...(method === 'PATCH' && { 'x-http-method': 'MERGE', 'if-match': '*' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok)
      throw new GraphError({
        status: response.status,
        code: 'sharePoint',
        message: messageOf(text, response.status),
      })
    return (text ? JSON.parse(text) : undefined) as T
  }
}

function messageOf(text: string, status: number): string {
  try {
    const body = JSON.parse(text) as {
      'odata.error'?: { message?: { value?: string } }
      error_description?: string
      error?: { message?: string | { value?: string } }
    }
    const message = body['odata.error']?.message?.value ?? body.error_description ?? body.error?.message
    return (typeof message === 'string' ? message : message?.value) ?? `SharePoint answered ${status}`
  } catch {
    return text.slice(0, 200) || `SharePoint answered ${status}`
  }
}
