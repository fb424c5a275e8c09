/** The day the organisation plays at in this site: shown, and moved for demonstrations. */
import { byId } from './elements.ts'
import type { Locale } from './settings.ts'
import type { Tenant } from './tenant.ts'

export type BusinessDay = {
  read(): Promise<void>
  /** says the day in words: a date field follows the browser's language, not the page's */
  draw(locale: Locale): void
}

/** `site` answers the site shown; `moved` is told the new day, `failed` that the tenant would not say or move it. */
export function createBusinessDay(
  tenant: Tenant,
  site: () => string,
  told: { moved(day: string): void; failed(): void },
): BusinessDay {
  const field = byId('day', HTMLInputElement)
  const inWords = byId('dayInWords', HTMLSpanElement)
  let known = ''
  let language: Locale = 'sv-se'

  const draw = (locale: Locale) => {
    language = locale
    const day = new Date(`${known}T00:00:00Z`)
    const format = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' })
    inWords.textContent = known === '' ? '' : format.format(day)
  }
  const read = async () => {
    try {
      const asked = site()
      const day = await tenant.today(asked)
      if (asked !== site()) return // another site is shown since, and asked for on its own
      known = day
      field.value = known
      field.disabled = false
      draw(language)
    } catch {
      field.disabled = true
      told.failed()
    }
  }
  // `change` fires for every key in a date field; a half-written year is not a day anyone means.
  const move = async () => {
    const day = field.value
    if (!field.checkValidity() || day === known || day < '2000') return
    try {
      await tenant.setToday(site(), day)
      known = day
      draw(language)
      told.moved(day)
    } catch {
      field.value = known
      told.failed()
    }
  }
  field.addEventListener('change', () => void move())
  return { read, draw }
}
