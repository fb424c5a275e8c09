/** The business day: the real day in Sweden; in the local tenant, the demo's own. */
import type { Day } from '#src/lists/columns.ts'
import type { Config } from './config.ts'

const swedishDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' })

export type Today = () => Promise<Day>

export function businessDay({ DEMO_CLOCK_URL, SITE_ID }: Config): Today {
  if (!DEMO_CLOCK_URL) return async () => swedishDay.format(new Date())
  return async () => {
    const answer = await fetch(`${DEMO_CLOCK_URL}?site=${encodeURIComponent(SITE_ID)}`)
    const { today } = (await answer.json()) as { today?: Day }
    return today ?? swedishDay.format(new Date())
  }
}
