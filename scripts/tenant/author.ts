/** Who wrote something: as Graph shows it, and as rows of the User Information List. */
import type { Caller } from './call.ts'
import { findApp, findPerson } from './directory.ts'
import { appAuthor, ensurePrincipal } from './principals.ts'
import type { Store } from './store.ts'

export type Author = {
  /** Graph's identitySet. https://learn.microsoft.com/graph/api/resources/identityset */
  shown: {
    application?: { id: string; displayName: string }
    user?: { email?: string; id?: string; displayName: string }
  }
  id: number
  /** Row of the application through which a person wrote. */
  app?: number
}

/** Writing makes a person known to the site. */
export function authorOf(store: Store, site: number, caller: Caller): Author {
  const app = findApp(store, caller.clientId)
  const application = { id: caller.clientId, displayName: app?.displayName ?? caller.clientId }
  if (caller.oid === undefined) {
    return { shown: { application, user: { displayName: 'SharePoint App' } }, id: appAuthor }
  }
  const person = findPerson(store, caller.oid)
  const id = ensurePrincipal(store, site, caller.oid)?.id ?? 0
  const appRow = ensurePrincipal(store, site, caller.clientId)
  return {
    shown: {
      application,
      user: { email: person?.mail ?? '', id: caller.oid, displayName: person?.displayName ?? '' },
    },
    id,
    ...(appRow ? { app: appRow.id } : {}),
  }
}
