/** What time it is on a site: its business day, and a time of day where somebody has set one. */
import type { Core } from '../call.ts'
import { findSite } from '../rights.ts'
import { wallClock } from '../siteTime.ts'
import { type Bot } from './bots.ts'

const key = (site: number) => `time:${site}`

/** `HH:MM`, or null while the clock goes as it does. */
export function timeOf({ store }: Core, site: number): string | null {
  return store.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', key(site))?.value ?? null
}

export function setTime({ store }: Core, site: number, time: string | null): void {
  if (time === null) store.run('DELETE FROM meta WHERE key = ?', key(site))
  else store.run('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)', key(site), time)
}

/** The instant that a message of the bot's chats is shown to have come at. */
export function shownInstant(core: Core, bot: Bot): string {
  const site = findSite(core.store, bot.site)
  const now = new Date()
  if (!site?.today) return now.toISOString()
  const wall = wallClock(now, site.time_zone)
  const time = timeOf(core, site.key) ?? wall.toISOString().slice(11, 16)
  const asUtc = new Date(`${site.today}T${time}:${now.toISOString().slice(17)}`)
  const ahead = wallClock(asUtc, site.time_zone).getTime() - Math.floor(asUtc.getTime() / 1000) * 1000
  return new Date(asUtc.getTime() - ahead).toISOString()
}
