/** Prints what the bot reminds of, and when. */
import { reminderKinds } from '#src/lists/reminding.ts'
import { MOST_LINES } from '#src/rules/reminding/digest.ts'
import { DIGEST_HOURS, DIGEST_TIME } from '#src/rules/reminding/digestHours.ts'
import type { Milestone } from '#src/rules/reminding/milestones.ts'
import { HORIZON_DAYS, remindedKinds, reminders } from '#src/rules/reminders.ts'
import { code, table } from './markdown.ts'

export const printReminders = (): string =>
  [
    '## Reminders',
    `One digest a working day and person, at ${DIGEST_TIME} or a time of their own from ${DIGEST_HOURS.from} to ${DIGEST_HOURS.to}; ${MOST_LINES} lines of it are shown. Of the milestones that have passed the last one counts, and is told once for each day something is due. What is said before a day is said on a working day before it. Milestones older than ${HORIZON_DAYS} days are only seen on Home.`,
    table(
      ['kind', 'Swedish', 'to be', 'milestones'],
      remindedKinds.map((kind) => [
        code(kind),
        reminderKinds[kind],
        code(reminders[kind].group),
        reminders[kind].milestones.map(said).join('; '),
      ]),
    ),
  ].join('\n\n')

function said(milestone: Milestone): string {
  const [count, unit] = 'days' in milestone ? [milestone.days, 'day'] : [milestone.workingDays, 'working day']
  const many = `${Math.abs(count)} ${unit}${Math.abs(count) === 1 ? '' : 's'}`
  const when =
    count === 0
      ? unit === 'day'
        ? 'the day itself'
        : 'the last working day'
      : `${many} ${count < 0 ? 'before' : 'after'}`
  const second = milestone.to === 'second' ? ', to whoever stands behind' : ''
  return `${code(milestone.name)} ${when}${second}${milestone.urgent ? ', at once' : ''}`
}
