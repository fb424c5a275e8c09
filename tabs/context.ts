/** What every screen may ask for: the session, and the business day. */
import { createContext, useContext } from 'react'
import type { Day } from '#src/lists/columns.ts'
import type { Session } from './session.ts'

export const SessionContext = createContext<{ session: Session; today: Day } | undefined>(undefined)

export function useSession() {
  const found = useContext(SessionContext)
  if (!found) throw new Error('A screen was shown outside a session')
  return found
}
