/** How each forum meets: when, from what template, and how its minutes are made. */
import { choice, json, note, number, persons, ref, text, yesNo } from './columns.ts'
import { informationClasses } from './initiatives.ts'
import { defineList, type ItemOf } from './list.ts'
import { effectTimes, type ItemKind, itemKinds, minutesKinds } from './meetings.ts'
import { isObject, isText } from './shapes.ts'

/** 1 Monday … 7 Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/**
 * When a forum meets. `monthly`: the nth (or last, -1) weekday of the months that are listed, all when none are. `weekly`: every
 * `every`th week from the week of `from`. `days`: given days, as by the year's cycle. `needed`: when somebody calls it.
 */
export type Cadence =
  | { every: 'month'; nth: 1 | 2 | 3 | 4 | -1; weekday: Weekday; months?: number[] }
  | { every: 'week'; weekday: Weekday; weeks: number; from: string; notMonths?: number[] }
  | { every: 'days'; days: string[] }
  | { every: 'need' }

/** An item of every agenda: first on it or last. */
export interface StandingItem {
  title: string
  kind: ItemKind
  minutes: number
  place: 'first' | 'last'
  proposal?: string
}

const isCadence = (value: unknown): value is Cadence =>
  isObject(value) && ['month', 'week', 'days', 'need'].includes(String(value.every))

const areStanding = (value: unknown): value is StandingItem[] =>
  Array.isArray(value) &&
  value.every((item) => isObject(item) && isText(item.title) && Object.hasOwn(itemKinds, String(item.kind)))

/** One for each forum; its key is the forum's key. */
export const forumTemplates = defineList(
  'ForumTemplates',
  'Mötesmallar',
  {
    title: text('Forum', { required: true }),
    forum: ref('Forum', { required: true, indexed: true }),
    rule: json(isCadence)('När det möts', { required: true }),
    start: text('Börjar'),
    lengthMinutes: number('Längd (minuter)'),
    place: text('Plats'),
    minutesKind: choice('Anteckningarnas slag', minutesKinds, { required: true }),
    verification: yesNo('Justeras'),
    verifiers: persons('Justerare'),
    effectAt: choice('Beslut gäller', effectTimes, { required: true }),
    guidesOnly: yesNo('Vägleder bara'),
    joint: yesNo('Gemensamt för flera förvaltningar'),
    project: ref('Styrgrupp för'),
    standing: json(areStanding)('Stående punkter'),
    stopDays: number('Handlingsstopp (dagar före)'),
    sendDays: number('Dagordning skickas (dagar före)'),
    caseNumber: text('Diarienummer'),
    informationClass: choice('Informationsklass', informationClasses),
    sentTo: note('Expedieras till'),
  },
  { load: 'route' },
)
export type ForumTemplate = ItemOf<typeof forumTemplates>
