/** Carries a pop-up's sign-in back into a cross-site frame: https://github.com/AzureAD/microsoft-authentication-library-for-js/issues/8391 */
import { runPopupRelay } from '@azure/msal-browser/popup-relay'

document.getElementById('go')?.addEventListener('click', () => {
  runPopupRelay({ allowedAuthorityOrigins: ['https://login.microsoftonline.com'] })
})
