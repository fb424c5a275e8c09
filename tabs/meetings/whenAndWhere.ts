/** Day, time and place of a meeting in one line: `tis 12 nov. 13.00–14.30, Storsalen`. */
import type { Meeting } from '#src/lists/meetings.ts'
import { formatTimes, formatWeekday } from '#src/text/formatTime.ts'
import type { Words } from '#src/text/words.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'

type Said = Pick<Meeting, 'day' | 'start' | 'end' | 'place'>

export function whenAndWhere(
  { day, start, end, place }: Said,
  { locale }: Words,
  today: string,
  long = false,
): string {
  const when = [formatWeekday(day, locale, { today, long }), formatTimes(start, end, locale)]
  return [when.filter(Boolean).join(' '), place].filter(Boolean).join(', ')
}

export function useWhenAndWhere(meeting: Said): string {
  const words = useWords()
  const { today } = useSession()
  return whenAndWhere(meeting, words, today)
}
