/** The day the organisation plays at in this site, and the clock: shown, and moved for demonstrations. */
import { byId } from './elements.ts'
import type { Locale } from './settings.ts'
import type { Clock, Tenant } from './tenant.ts'

export type BusinessDay = {
  read(): Promise<void>
  /** says the day in words: a date field follows the browser's language, not the page's */
  draw(locale: Locale): void
}

/** `site` answers the site shown; `moved` is told the new day, `stopped` the time (null: it goes by itself), `failed` that the tenant would not say or move it. */
export function createBusinessDay(
  tenant: Tenant,
  site: () => string,
  told: { moved(day: string): void; stopped(time: string | null): void; failed(): void },
): BusinessDay {
  const day = byId('day', HTMLInputElement)
  const time = byId('time', HTMLInputElement)
  const next = byId('nextDay', HTMLButtonElement)
  const inWords = byId('dayInWords', HTMLSpanElement)
  let known: Clock = { today: '', time: null }
  let language: Locale = 'sv-se'

  const draw = (locale: Locale) => {
    language = locale
    const { today } = known
    const format = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' })
    inWords.textContent = today === '' ? '' : format.format(new Date(`${today}T00:00:00Z`))
  }
  const show = (clock: Clock) => {
    known = clock
    day.value = clock.today
    time.value = clock.time ?? ''
    draw(language)
  }
  const read = async () => {
    try {
      const asked = site()
      const clock = await tenant.clock(asked)
      if (asked !== site()) return // another site is shown since, and asked for on its own
      show(clock)
      day.disabled = next.disabled = time.disabled = false
    } catch {
      day.disabled = next.disabled = time.disabled = true
      told.failed()
    }
  }
  const move = async (to: Partial<Clock>, done: () => void) => {
    try {
      await tenant.setClock(site(), to)
      show({ ...known, ...to })
      done()
    } catch {
      show(known)
      told.failed()
    }
  }
  // `change` fires for every key in a date field; a half-written year is not a day anyone means.
  day.addEventListener('change', () => {
    const to = day.value
    if (!day.checkValidity() || to === known.today || to < '2000') return
    void move({ today: to }, () => told.moved(to))
  })
  // A month is watched a day at a time.
  next.addEventListener('click', () => {
    const to = dayAfter(known.today)
    void move({ today: to }, () => told.moved(to))
  })
  time.addEventListener('change', () => {
    const to = time.value === '' ? null : time.value
    if (!time.checkValidity() || to === known.time) return
    void move({ time: to }, () => told.stopped(to))
  })
  return { read, draw }
}

const dayAfter = (day: string): string => {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + 1)
  return at.toISOString().slice(0, 10)
}
