/** What the host page asks of the local tenant: people, tokens and the business day. */

export type Person = { id: string; displayName: string; userPrincipalName: string; jobTitle?: string | null }

export type Token = {
  access_token: string
  id_token: string
  expires_in: number
  scope: string
  account: { name: string; username: string; localAccountId: string; tenantId: string }
}

/** `consents`: the person was asked, and said yes. */
export type TokenRequest = { clientId: string; oid: string; scopes: string[] | 'api'; consents?: boolean }

/** An answer that is not a success, in the words of the token endpoint; status 0 when nobody answered. */
export type TenantError = { status: number; error: string; description: string; suberror: string | null }

export type Tenant = {
  people(): Promise<Person[]>
  token(request: TokenRequest): Promise<Token>
  clock(siteId: string): Promise<Clock>
  /** What isn't named stays. */
  setClock(siteId: string, to: Partial<Clock>): Promise<void>
}

/** The organisation's day, and the time of day where somebody has stopped the clock at one. */
export type Clock = { today: string; time: string | null }

/** Every function throws a TenantError. */
export function tenantAt(origin: string): Tenant {
  const today = (siteId: string) => `${origin}/_control/today?site=${encodeURIComponent(siteId)}`
  return {
    people: async () => (await ask(`${origin}/_control/people`)) as Person[],
    token: async (request) => (await ask(`${origin}/_control/token`, 'POST', request)) as Token,
    clock: async (siteId) => ({ time: null, ...((await ask(today(siteId))) as { today: string }) }),
    setClock: async (siteId, to) => void (await ask(today(siteId), 'PUT', to)),
  }
}

export const isTenantError = (error: unknown): error is TenantError =>
  typeof error === 'object' && error !== null && 'status' in error && 'description' in error

/** Throws a TenantError. */
export async function ask(url: string, method = 'GET', body?: unknown): Promise<unknown> {
  const init =
    body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
  const response = await fetch(url, { method, ...init }).catch((error: unknown) => {
    throw failure(0, { error: 'unreachable', error_description: String(error) })
  })
  const answer = (await response.json().catch(() => null)) as unknown
  if (!response.ok) throw failure(response.status, answer)
  return answer
}

// Entra's number for a scope that nobody has consented to.
// https://learn.microsoft.com/entra/identity-platform/reference-error-codes
const consentMissing = 65001

type Said = {
  error?: string | Nested
  error_description?: string
  suberror?: string
  error_codes?: number[]
}
type Nested = { code?: string; message?: string }

/** Understands both the token endpoint's flat errors and Graph's nested ones. */
function failure(status: number, answer: unknown): TenantError {
  const said = (answer ?? {}) as Said
  const nested = typeof said.error === 'object' ? said.error : null
  const error = typeof said.error === 'string' ? said.error : (nested?.code ?? 'unknown')
  const description = said.error_description ?? nested?.message ?? `The tenant answered ${status}`
  const consent = said.error_codes?.includes(consentMissing) === true ? 'consent_required' : null
  return { status, error, description, suberror: said.suberror ?? consent }
}
