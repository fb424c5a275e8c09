/**
 * The host's half of nested app authentication: msal-browser in the tab asks its host for tokens.
 * https://learn.microsoft.com/microsoftteams/platform/concepts/authentication/nested-authentication
 */
import { isTenantError, type Token, type TokenRequest } from './tenant.ts'

export type AccountContext = { homeAccountId: string; environment: string; tenantId: string }

type NestedRequest = {
  messageType: string
  method: string
  requestId: string
  tokenParams?: { clientId: string; scope: string }
}

type NestedError = { status: string; code: string; subError?: string; description: string }

type NestedResult = { initContext: object } | { token: object; account: object } | { error: NestedError }

/** How the bridge reaches the signed-in person and the tenant. */
export type TokenSource = {
  oid: string
  tenantId: string
  token(request: TokenRequest): Promise<Token>
}

// Errors that a person can settle; msal then asks again with GetTokenPopup.
const needsPerson = ['interaction_required', 'login_required', 'consent_required']

/** Answers one message of the bridge; both sides speak JSON text. */
export async function answerNestedAppAuth(data: string, source: TokenSource): Promise<string> {
  const request = JSON.parse(data) as NestedRequest
  const result = await resultOf(request, source)
  return JSON.stringify({
    messageType: 'NestedAppAuthResponse',
    requestId: request.requestId,
    success: !('error' in result),
    ...result,
  })
}

async function resultOf(request: NestedRequest, source: TokenSource): Promise<NestedResult> {
  const accountContext = accountContextOf(source)
  switch (request.method) {
    case 'GetInitContext': {
      const capabilities = { queryAccount: false }
      return {
        initContext: { sdkName: 'local-teams-host', sdkVersion: '1.0.0', capabilities, accountContext },
      }
    }
    case 'GetToken':
    case 'GetTokenPopup':
      return tokenFor(request, source)
    default:
      return problem('PERSISTENT_ERROR', 'unknown_method', `${request.method} is not part of the local host`)
  }
}

async function tokenFor({ method, tokenParams }: NestedRequest, source: TokenSource): Promise<NestedResult> {
  if (tokenParams === undefined)
    return problem('PERSISTENT_ERROR', 'invalid_request', 'tokenParams is missing')
  const scopes = tokenParams.scope.split(' ').filter(Boolean)
  try {
    const { account, ...token } = await source.token({
      clientId: tokenParams.clientId,
      oid: source.oid,
      scopes,
      // Teams shows a dialog here; this host says yes at once.
      ...(method === 'GetTokenPopup' && { consents: true }),
    })
    const { access_token, id_token, expires_in, scope } = token
    return {
      token: { access_token, id_token, expires_in, scope: asAsked(scope, scopes), properties: null },
      account: { ...accountContextOf(source), ...account },
    }
  } catch (error) {
    if (isTenantError(error)) return { error: nestedErrorOf(error) }
    throw error
  }
}

/**
 * Entra answers with the scopes spelled as they were asked for, and msal looks for them by that spelling.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#successful-response-2
 */
function asAsked(granted: string, asked: string[]): string {
  const spelled = (name: string) => asked.find((each) => each === name || each.endsWith(`/${name}`)) ?? name
  return granted.split(' ').map(spelled).join(' ')
}

function nestedErrorOf(from: {
  status: number
  error: string
  description: string
  suberror: string | null
}) {
  const subError = from.suberror === null ? {} : { subError: from.suberror }
  return { status: statusOf(from), code: from.error, description: from.description, ...subError }
}

function statusOf({ status, error, suberror }: { status: number; error: string; suberror: string | null }) {
  if (status === 0) return 'NO_NETWORK'
  if (status === 429 || status >= 500) return 'TRANSIENT_ERROR'
  return [error, suberror].some((each) => needsPerson.includes(each ?? ''))
    ? 'USER_INTERACTION_REQUIRED'
    : 'PERSISTENT_ERROR'
}

/** The environment is what msal files accounts under: the authority the tab was configured with. */
function accountContextOf({ oid, tenantId }: { oid: string; tenantId: string }): AccountContext {
  return { homeAccountId: `${oid}.${tenantId}`, environment: 'login.microsoftonline.com', tenantId }
}

const problem = (status: string, code: string, description: string): NestedResult => ({
  error: { status, code, description },
})
