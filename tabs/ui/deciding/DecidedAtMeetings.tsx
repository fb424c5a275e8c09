/** What meetings have decided about the initiative, and which takes effect when their minutes are verified. */
import { Link } from 'wouter'
import { matterOfEffect } from '#src/rules/meetings/atMeetings.ts'
import { formatDay } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import type { Whole } from '../useWhole.ts'

export function DecidedAtMeetings({ whole }: { whole: Whole }) {
  const { t, word, locale } = useWords()
  const { today } = useSession()
  return whole.atMeetings.map(({ key, effect, forum, meeting, decidedOn }) => (
    <p key={key}>
      ◆{' '}
      {t('initiative.decidedAtMeeting', {
        matter: word('decisionMatters', matterOfEffect(effect)),
        day: formatDay(decidedOn, locale, today),
        forum: forum.title,
      })}{' '}
      {meeting && (
        <Link href={`/meeting/${encodeURIComponent(meeting.key)}?part=minutes`}>
          {t('initiative.toThatMeeting')}
        </Link>
      )}
    </p>
  ))
}
