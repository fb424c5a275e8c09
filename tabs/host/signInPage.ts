/** The page that sign-in pop-ups return to; it only passes the answer on. */
import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge'

broadcastResponseToMainFrame().catch((error: unknown) => {
  document.body.textContent = String(error)
})
