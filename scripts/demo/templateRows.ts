/** How the demo's forums meet: what the organisation file says of their cadence, as rules that make days. */
import { readFileSync } from 'node:fs'
import type { Cadence, forumTemplates, StandingItem, Weekday } from '#src/lists/forumTemplates.ts'
import type { DraftOf } from '#src/lists/list.ts'
import { organisationRows } from './organisationRows.ts'

interface WrittenCadence {
  every: 'week' | 'month' | 'quarter' | 'year' | 'need'
  times?: number
  months?: number[]
  text: string
}

/** What isn't in the file: the weekday, the time and the length that a forum has chosen. */
interface Habit {
  weekday: Weekday
  nth: 1 | 2 | 3 | 4 | -1
  start: string
  lengthMinutes: number
  place: string
}

const usual: Habit = { weekday: 4, nth: 2, start: '13:00', lengthMinutes: 90, place: 'Teams' }
const habits: Record<string, Habit> = {
  'f-sd-ht': {
    weekday: 3,
    nth: 3,
    start: '13:00',
    lengthMinutes: 90,
    place: 'Lilla mötesrummet plan 3 / Teams',
  },
  'f-sd-vob': { weekday: 2, nth: 3, start: '09:00', lengthMinutes: 90, place: 'Teams' },
  'f-sd-hsv': { weekday: 4, nth: 3, start: '10:00', lengthMinutes: 90, place: 'Teams' },
  'f-sd-myn': { weekday: 1, nth: 3, start: '13:00', lengthMinutes: 60, place: 'Teams' },
  'f-pf': { weekday: 5, nth: 2, start: '08:30', lengthMinutes: 90, place: 'Direktörens rum' },
  'f-fl': { weekday: 1, nth: -1, start: '09:00', lengthMinutes: 30, place: 'Stora mötesrummet' },
  'f-ut': { weekday: 2, nth: 1, start: '08:30', lengthMinutes: 60, place: 'Teams' },
  'f-gut': { weekday: 4, nth: 1, start: '13:00', lengthMinutes: 120, place: 'Teams' },
  'f-ssg': { weekday: 5, nth: 3, start: '09:00', lengthMinutes: 120, place: 'Stadshuset' },
}

/** Forums whose notes nobody verifies: what they decide takes effect at the meeting. */
const ofStaff = new Set([
  'utvecklingsteam',
  'gemensamt utvecklingsteam',
  'projektkontor',
  'operativ styrgrupp',
])
const joint = new Set(['styr- och samordningsgrupp', 'gemensamt utvecklingsteam', 'operativ styrgrupp'])

/** Every second Thursday and the like are counted from the first week of the year before the demo. */
const COUNTED_FROM = '2024-01-02'
const JULY = 7
const notJuly = [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12]

export function templateRows(organisation: string): DraftOf<typeof forumTemplates>[] {
  const file = JSON.parse(readFileSync(new URL('organisation.json', import.meta.url), 'utf8')) as {
    forums: { id: string; cadence: WrittenCadence }[]
  }
  return organisationRows(organisation).forums.map((forum) => {
    const habit = habits[forum.key] ?? usual
    const written = file.forums.find(({ id }) => id === forum.key)?.cadence
    const isStaff = ofStaff.has(forum.kind ?? '')
    return {
      key: forum.key,
      title: forum.title,
      forum: { key: forum.key, title: forum.title },
      rule: ruleOf(written, habit),
      start: habit.start,
      lengthMinutes: habit.lengthMinutes,
      place: habit.place,
      minutesKind: isStaff ? 'notes' : 'protocol',
      verification: !isStaff,
      effectAt: isStaff ? 'atMeeting' : 'verified',
      guidesOnly: forum.kind === 'prioriteringsforum',
      joint: joint.has(forum.kind ?? ''),
      standing: standingOf(isStaff),
      stopDays: 10,
      sendDays: 7,
      ...(forum.chair && !isStaff && { verifiers: [forum.chair] }),
    }
  })
}

function ruleOf(written: WrittenCadence | undefined, { weekday, nth }: Habit): Cadence {
  if (!written || written.every === 'need') return { every: 'need' }
  if (written.every === 'week')
    return { every: 'week', weekday, weeks: 1, from: COUNTED_FROM, notMonths: [JULY] }
  if (written.every === 'month' && written.times === 2)
    return { every: 'week', weekday, weeks: 2, from: COUNTED_FROM, notMonths: [JULY] }
  const months =
    written.months ??
    (written.every === 'quarter' ? [3, 6, 9, 12] : /ej juli/.test(written.text) ? notJuly : undefined)
  return { every: 'month', nth, weekday, ...(months && { months }) }
}

const standingOf = (isStaff: boolean): StandingItem[] => [
  {
    title: isStaff ? 'Öppnande' : 'Öppnande och val av justerare',
    kind: 'formal',
    minutes: 5,
    place: 'first',
  },
  { title: 'Föregående möte och öppna åtgärder', kind: 'followUp', minutes: 10, place: 'first' },
  { title: 'Övriga frågor', kind: 'discussion', minutes: 5, place: 'last' },
  { title: 'Nästa möte', kind: 'formal', minutes: 0, place: 'last' },
]
