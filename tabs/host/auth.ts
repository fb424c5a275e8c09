/** Signs the person in, once, and hands out tokens for Graph; nested in the host where it can, by pop-up elsewhere. */
import {
  BrowserAuthError,
  createNestablePublicClientApplication,
  InteractionRequiredAuthError,
  type IPublicClientApplication,
} from '@azure/msal-browser'
import type { BrowserConfig } from '#src/config.ts'
import { SignInNeeded } from '#src/graph/errors.ts'

/**
 * The admin grants the site once (Sites.Selected); the result is the grant and the person's own rights, whichever is less.
 * The right to search the directory, where the organisation has consented to it, comes with the same token unasked:
 * https://learn.microsoft.com/entra/identity-platform/scopes-oidc#the-default-scope
 */
const SCOPES = ['https://graph.microsoft.com/Sites.Selected', 'https://graph.microsoft.com/User.Read']

/** Asked for only when somebody puts a meeting in their calendar, and so not among those that the manifest has fetched beforehand:
 * https://learn.microsoft.com/microsoftteams/platform/concepts/authentication/nested-authentication (incremental consent) */
const CALENDAR = ['https://graph.microsoft.com/Calendars.ReadWrite']

export interface SignIn {
  graphToken: (claims?: string) => Promise<string>
  /** A token that opens the person's own calendar too. Throws SignInNeeded until they have consented. */
  calendarToken: (claims?: string) => Promise<string>
  /** A token for our API outside Teams. */
  apiToken: (how: { fresh: boolean }) => Promise<string>
  /** Opens the sign-in; only from a click. */
  byHand: () => Promise<void>
  /** Asks the person for their calendar; only from a click. */
  consentToCalendar: () => Promise<void>
  person: () => { id: string; name: string } | undefined
}

/** `person`: whom the host shows the page to. What an earlier person left in the session must never answer for them. */
export async function createSignIn(config: BrowserConfig, person: string | undefined): Promise<SignIn> {
  const inFrame = window.parent !== window
  const client = await createNestablePublicClientApplication({
    auth: {
      clientId: config.clientId,
      authority: `${config.authority.startsWith('https:') ? config.authority : 'https://login.microsoftonline.com'}/${config.tenantId}`,
      redirectUri: `${window.location.origin}/auth.html`,
      clientCapabilities: ['CP1'],
      // Inside a cross-site frame MSAL's own pop-up answer is lost: https://github.com/AzureAD/microsoft-authentication-library-for-js/issues/8391
      ...(inFrame && { popupRelayUri: `${window.location.origin}/relay.html` }),
    },
    // The host caches too; sessionStorage is what survives blocked third-party cookies.
    cache: { cacheLocation: 'sessionStorage' },
  })
  const account = () =>
    client.getAllAccounts().find((known) => person === undefined || known.localAccountId === person) ?? null
  return {
    graphToken: (claims) => token(client, SCOPES, account(), { claims }),
    calendarToken: (claims) => token(client, CALENDAR, account(), { claims }),
    apiToken: ({ fresh }) => token(client, [config.apiScope], account(), { fresh }),
    byHand: async () => {
      await client.acquireTokenPopup({ scopes: SCOPES })
    },
    consentToCalendar: async () => {
      const person = account()
      await client.acquireTokenPopup({ scopes: CALENDAR, ...(person && { account: person }) })
    },
    person: () => {
      const signedIn = account()
      return signedIn ? { id: signedIn.localAccountId, name: signedIn.name ?? '' } : undefined
    },
  }
}

async function token(
  client: IPublicClientApplication,
  scopes: string[],
  account: ReturnType<IPublicClientApplication['getActiveAccount']>,
  { claims, fresh = false }: { claims?: string | undefined; fresh?: boolean } = {},
) {
  const request = { scopes, forceRefresh: fresh, ...(account && { account }), ...(claims && { claims }) }
  try {
    return (await client.acquireTokenSilent(request)).accessToken
  } catch (error) {
    const byHand =
      error instanceof InteractionRequiredAuthError ||
      (error instanceof BrowserAuthError && error.errorCode === 'no_account_error')
    if (byHand) throw new SignInNeeded()
    throw error
  }
}
