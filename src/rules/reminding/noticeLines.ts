/** What a notice about a meeting says, as a line for each who is told: a kind that people may turn off, and a key that is told once. */
import type { ReminderKind } from '#src/lists/reminding.ts'
import type { Notice, NoticeKind } from './notices.ts'
import { lineKey, type ReminderLine } from '../reminders.ts'

/** Notices that are also reminded of until something is done; the rest are only to be known. */
const kinds: Partial<Record<NoticeKind, ReminderKind>> = {
  verifyAsked: 'verify',
  actionGiven: 'action',
  needWithdrawn: 'decision',
  turnedRed: 'report',
}

export function noticeLines(notice: Notice): ReminderLine[] {
  const { key, kind, to, forum, meeting, item, action, need, report, ranking, by, on } = notice
  const about = action ?? item ?? meeting ?? need ?? report ?? ranking ?? forum
  if (!about) return []
  const reminded = kinds[kind] ?? 'meeting'
  return to.map((person) => ({
    key:
      kind === 'verifyAsked'
        ? lineKey('verify', verificationOf(key, person.id), on, 'asked')
        : lineKey(reminded, key, on, kind),
    kind: reminded,
    item: { key: about.key, title: about.title },
    due: on,
    milestone: kind === 'verifyAsked' ? 'asked' : kind,
    values: {
      by: by.name,
      ...(forum && { forum: forum.title }),
      ...(need && { number: need.number, gate: need.gate }),
      ...(report && { number: report.number, month: report.month }),
      ...(meeting && { meeting: meeting.key, title: meeting.title }),
    },
    to: person,
    urgent: true,
    since: on,
  }))
}

/** The same milestone as the table of reminders has, so that whoever was told at once isn't told again in the digest. */
const verificationOf = (key: string, person: string) => `${key.replace('/verify/', '/')}/${person}`
