/** The business day and the time of day: the real ones in Sweden; in the local tenant, those that it plays at. */
import type { Day } from '#src/lists/columns.ts'
import type { Config } from './config.ts'
import { type Moment, momentOf } from './rules/days/swedishClock.ts'

export type Today = () => Promise<Day>

export function businessDay(config: Config): Today {
  const now = moment(config)
  return async () => (await now()).day
}

/** Where nobody has set a time of day in the local tenant, it is the real one. */
export function moment({ DEMO_CLOCK_URL, SITE_ID }: Config): () => Promise<Moment> {
  if (!DEMO_CLOCK_URL) return async () => momentOf(Date.now())
  return async () => {
    const answer = await fetch(`${DEMO_CLOCK_URL}?site=${encodeURIComponent(SITE_ID)}`)
    const { today, time } = (await answer.json()) as { today?: Day | null; time?: string }
    const real = momentOf(Date.now())
    return { day: today ?? real.day, minutes: time === undefined ? real.minutes : minutesOf(time) }
  }
}

/** `08:30` */
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
