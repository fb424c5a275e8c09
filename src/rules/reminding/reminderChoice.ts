/** What a person may choose of their reminders, and what it means: a time of the day, kinds they don't want, a pause that ends. */
import type { Day } from '#src/lists/columns.ts'
import type { AddressState, ReminderChoice } from '#src/lists/reminding.ts'
import { isDay } from '#src/lists/shapes.ts'
import { isWithin } from '../calendar.ts'
import { minutesOf, timeOf } from '../days/clock.ts'
import { DIGEST_HOURS, DIGEST_TIME } from './digestHours.ts'

/** What a person has chosen. */
export type Choice = Pick<ReminderChoice, 'time' | 'off' | 'pausedFrom' | 'pausedTo'>

/** A person's own: what they have chosen, whether they are reached, and until when (ms) a server has the right to send. */
export interface MyReminders {
  choice?: Choice
  address?: { state: AddressState; since?: Day }
  until?: number
}

/** Of those who have not chosen, and for everybody, as minutes since midnight. */
const usual = minutesOf(DIGEST_TIME) ?? 0
const hours = { from: minutesOf(DIGEST_HOURS.from) ?? 0, to: minutesOf(DIGEST_HOURS.to) ?? 0 }

/** Minutes since midnight when a person's digest comes. */
export function digestMinutes({ time }: Choice = {}): number {
  const asked = minutesOf(time) ?? usual
  return Math.min(hours.to, Math.max(hours.from, asked))
}

export const isPaused = ({ pausedFrom, pausedTo }: Choice = {}, today: Day) =>
  (pausedFrom !== undefined || pausedTo !== undefined) && isWithin(today, pausedFrom, pausedTo)

/** What is asked for; `null` takes a choice back. */
export interface ChoiceAsked {
  time?: string | null | undefined
  off?: Choice['off']
  pausedFrom?: Day | null | undefined
  pausedTo?: Day | null | undefined
}

export type ChoiceFault = 'time' | 'pauseDay' | 'pauseOpen' | 'pauseOrder' | 'pausePast'

/** New values of the row. */
interface Changes {
  time?: string | null
  off?: NonNullable<Choice['off']>
  pausedFrom?: Day | null
  pausedTo?: Day | null
}

/**
 * The changes to make, or what is wrong with them. A pause without a first day begins today; one that stands as it did, as in a
 * form that was opened when it was over, is let be.
 */
export function chosen(
  asked: ChoiceAsked,
  { today, stands = {} }: { today: Day; stands?: Choice | undefined },
): { faults: ChoiceFault[] } | { changes: Changes } {
  const { time, off } = asked
  const minutes = minutesOf(time ?? undefined)
  const isTime = minutes !== undefined && minutes >= hours.from && minutes <= hours.to
  const pause = isAsItStood(asked, stands) ? {} : pauseOf(asked, today)
  const badTime = typeof time === 'string' && !isTime ? (['time'] as const) : []
  if ('fault' in pause) return { faults: [...badTime, pause.fault] }
  if (badTime.length > 0) return { faults: [...badTime] }
  return {
    changes: {
      ...(time !== undefined && { time: minutes === undefined ? null : timeOf(minutes) }),
      ...(off !== undefined && { off }),
      ...pause,
    },
  }
}

const isAsItStood = (asked: ChoiceAsked, stands: Choice) =>
  (asked.pausedFrom || undefined) === stands.pausedFrom && (asked.pausedTo || undefined) === stands.pausedTo

type Pause = Pick<Changes, 'pausedFrom' | 'pausedTo'> | { fault: ChoiceFault }

function pauseOf({ pausedFrom, pausedTo }: ChoiceAsked, today: Day): Pause {
  if (pausedFrom === undefined && pausedTo === undefined) return {}
  if (!pausedFrom && !pausedTo) return { pausedFrom: null, pausedTo: null }
  const from = pausedFrom || today
  if (!isDay(from) || (pausedTo && !isDay(pausedTo))) return { fault: 'pauseDay' }
  // A pause that is forgotten would be silence for good.
  if (!pausedTo) return { fault: 'pauseOpen' }
  if (pausedTo < from) return { fault: 'pauseOrder' }
  if (pausedTo < today) return { fault: 'pausePast' }
  return { pausedFrom: from, pausedTo }
}
