/**
 * The loading indicator over a tab that has not said it is loaded, and what is said when it never does.
 * https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/create-tab-pages/content-page
 */
import type { Words } from './words.ts'

// Teams' own limit: an app with showLoadingIndicator that stays silent is shown as failed after 30 s.
const patienceMs = 30_000

export type Veil = {
  /** covers the tab until `lift`; with `waits` false it only follows failures */
  cover(tab: string, waits: boolean, words: Words): void
  lift(): void
  fail(message: string): void
}

export function createVeil(root: HTMLElement, retry: () => void): Veil {
  const [veil, text, button] = [
    root.querySelector<HTMLElement>('#veil'),
    root.querySelector<HTMLElement>('#veilText'),
    root.querySelector<HTMLButtonElement>('#retry'),
  ]
  const spinner = root.querySelector<HTMLElement>('.spinner')
  if (veil === null || text === null || button === null || spinner === null) throw new Error('No veil')
  button.addEventListener('click', retry)
  let timer: ReturnType<typeof setTimeout> | undefined

  const show = (message: string, failed: boolean) => {
    clearTimeout(timer)
    veil.hidden = false
    spinner.hidden = failed
    button.hidden = !failed
    text.textContent = message
  }
  const lift = () => {
    clearTimeout(timer)
    veil.hidden = true
    text.textContent = ''
  }
  return {
    cover(tab, waits, words) {
      if (!waits) return lift()
      show(words.loading(tab), false)
      timer = setTimeout(() => show(words.silent(tab), true), patienceMs)
    },
    lift,
    fail: (message) => show(message, true),
  }
}
