/** A tab as small as can be, with the real teams-js and msal-browser, driven by the test that frames it. */
import {
  createNestablePublicClientApplication,
  InteractionRequiredAuthError,
  type IPublicClientApplication,
} from '@azure/msal-browser'
import { app, authentication, chat, dialog, meeting, nestedAppAuth, pages } from '@microsoft/teams-js'

export type TabUnderTest = {
  context: app.Context
  naa: boolean
  themes: string[]
  messages: unknown[]
  results: unknown[]
  /** acquires a token as a tab does: silently, and by asking the person when it must */
  token(scopes: string[]): Promise<{ accessToken: string; username: string; popup: boolean }>
  apiToken(): Promise<string>
  sendToDialog(message: unknown): void
  openDialog(): void
  teams: {
    app: typeof app
    pages: typeof pages
    dialog: typeof dialog
    chat: typeof chat
    meeting: typeof meeting
  }
}

/** Put in by the build. */
declare const clientId: string
declare const tenantId: string

declare global {
  interface Window {
    tab?: TabUnderTest
  }
}

const query = new URLSearchParams(location.search)
const host = app.getImmediateParentOrigin()
await app.initialize(host === null ? undefined : [host])

if (query.has('fails')) app.notifyFailure({ reason: app.FailedReason.Other, message: 'The disk is full' })
else if (!query.has('silent')) await app.notifySuccess()

const naa = nestedAppAuth.isNAAChannelRecommended()
const themes: string[] = []
const messages: unknown[] = []
const results: unknown[] = []
app.registerOnThemeChangeHandler((theme) => themes.push(theme))
let signIn: Promise<IPublicClientApplication> | null = null

window.tab = {
  context: await app.getContext(),
  naa,
  themes,
  messages,
  results,
  async token(scopes) {
    signIn ??= createNestablePublicClientApplication({
      auth: { clientId, authority: `https://login.microsoftonline.com/${tenantId}` },
      cache: { cacheLocation: 'sessionStorage' },
    })
    const client = await signIn
    const account = client.getActiveAccount()
    const request = { scopes, ...(account === null ? {} : { account }) }
    try {
      const { accessToken, account } = await client.acquireTokenSilent(request)
      return { accessToken, username: account.username, popup: false }
    } catch (error) {
      if (!(error instanceof InteractionRequiredAuthError)) throw error
      const { accessToken, account } = await client.acquireTokenPopup(request)
      return { accessToken, username: account.username, popup: true }
    }
  },
  apiToken: () => authentication.getAuthToken(),
  sendToDialog: (message) => dialog.url.parentCommunication.sendMessageToDialog(message),
  openDialog() {
    const info = { title: 'Decide', url: `${location.origin}/decide`, size: { width: 400, height: 300 } }
    dialog.url.open(
      info,
      (result) => results.push(result),
      (message) => messages.push(message),
    )
  },
  teams: { app, pages, dialog, chat, meeting },
}
