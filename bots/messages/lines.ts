/** Lines of a message in words: why each is there, what can be done about it, and how it stands now. */
import { decisionMatters, outcomes } from '#src/lists/decisions.ts'
import { stages } from '#src/lists/initiatives.ts'
import type { ReminderKind, SentLine } from '#src/lists/reminding.ts'
import type { Day } from '#src/lists/columns.ts'
import { isMonth } from '#src/rules/days/months.ts'
import { formatDay, formatMonth } from '#src/text/format.ts'
import { inSentence } from '#src/text/refusals.ts'
import type { Words } from '#src/text/words.ts'
import { type Matter, matterOf } from './matter.ts'

interface Said {
  line: SentLine
  words: Words
  day: (day: string) => string
}

const decisionLines: Record<string, 'botLine.decisionLate' | 'botLine.decisionWithdrawn'> = {
  late: 'botLine.decisionLate',
  needWithdrawn: 'botLine.decisionWithdrawn',
}

const reportLines: Record<string, 'botLine.reportLate' | 'botLine.reportLast' | 'botLine.turnedRed'> = {
  last: 'botLine.reportLast',
  late: 'botLine.reportLate',
  turnedRed: 'botLine.turnedRed',
}

/** Why the line is there, as a sentence. Another kind is a row here. */
const reasons: Record<ReminderKind, (said: Said) => string> = {
  verify: ({ line: { milestone, due }, words: { t }, day }) =>
    t(milestone === 'late' ? 'botLine.verifyLate' : 'botLine.verify', { day: day(due) }),
  decision: ({ line: { milestone, due, values }, words, day }) =>
    words.t(decisionLines[milestone] ?? 'botLine.decision', {
      who: String(values.by ?? ''),
      gate: wordOf(decisionMatters, values.gate, (key) => words.word('decisionMatters', key)),
      day: day(due),
    }),
  report: ({ line: { milestone, due, values }, words: { t, locale }, day }) =>
    t(reportLines[milestone] ?? 'botLine.report', {
      who: String(values.by ?? ''),
      month: formatMonth(monthIn(values.month) ?? due.slice(0, 7), locale),
      day: day(due),
    }),
  action: ({ line: { milestone, due, values }, words: { t }, day }) => {
    if (milestone === 'actionGiven') return t('botLine.actionGiven', { who: String(values.by ?? '') })
    return t(milestone === 'late' ? 'botLine.actionLate' : 'botLine.action', { day: day(due) })
  },
  agenda: ({ line: { milestone, values }, words: { t }, day }) =>
    t(milestone === 'late' ? 'botLine.agendaLate' : 'botLine.agenda', { day: day(String(values.day ?? '')) }),
  moved: ({ line: { due, values }, words, day }) =>
    words.t('botLine.moved', {
      outcome: inSentence(wordOf(outcomes, values.outcome, (key) => words.word('outcomes', key))),
      stage: wordOf(stages, values.stage, (key) => words.word('stages', key)),
      day: day(due),
    }),
  stalled: ({ line: { values }, words }) =>
    words.t('botLine.stalled', {
      stage: wordOf(stages, values.stage, (key) => words.word('stages', key)),
      days: Number(values.days ?? 0),
    }),
  meeting: ({ line, words: { t } }) => {
    const matter = matterOf(line)
    return matter?.kind === 'meeting' ? t(`botNotice.${matter.told}`) : ''
  },
}

const monthIn = (value: unknown) => (typeof value === 'string' && isMonth(value) ? value : undefined)

/** `today`: the day the message is of. */
export function reasonOf(line: SentLine, words: Words, today: Day): string {
  const day = (one: string) => (/^\d{4}-\d{2}-\d{2}$/.test(one) ? formatDay(one, words.locale, today) : one)
  return reasons[line.kind]({ line, words, day })
}

/** What whoever opens a line may do there: what has been done already is only read. */
export const deedOf = ({ kind }: Matter, { milestone }: SentLine, { t }: Words): string =>
  t(milestone === 'turnedRed' ? 'botDo.meeting' : `botDo.${kind}`)

/** The number and title of an initiative, or the title alone of what has no number. */
export const nameOf = ({ item, values }: SentLine): string =>
  typeof values.number === 'string' ? `${values.number} ${item.title}` : item.title

function wordOf<K extends string>(set: Record<K, string>, key: unknown, say: (key: K) => string): string {
  return typeof key === 'string' && Object.hasOwn(set, key) ? say(key as K) : String(key ?? '')
}
