/** What meetings have decided about a need, and which holds when their minutes are verified: nobody is to think that nothing happened. */
import { Link } from 'wouter'
import { type ItemThatWaits, matterOfEffect } from '#src/rules/meetings/atMeetings.ts'
import { formatDay } from '#src/text/format.ts'
import type { Words } from '#src/text/words.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'

export function DecidedAtMeeting({ items }: { items: readonly ItemThatWaits[] }) {
  const words = useWords()
  const { t, locale } = words
  const { today } = useSession()
  return items.map((item) => (
    <p key={item.key}>
      {t('happened.atMeeting', {
        forum: item.forum.title,
        day: formatDay(item.decidedOn, locale, today),
        what: whatOf(item, words),
      })}{' '}
      {item.meeting && (
        <Link href={`/meeting/${encodeURIComponent(item.meeting.key)}?part=minutes`}>
          {t('happened.toMinutes')}
        </Link>
      )}
    </p>
  ))
}

/** What several authorities decide together isn't told as an outcome before all have said so. */
function whatOf({ effect, voices = [] }: ItemThatWaits, { word }: Words): string {
  const matter = word('decisionMatters', matterOfEffect(effect))
  const isOne = voices.every(({ says }) => says === 'endorses')
  return effect.does === 'gate' && isOne ? `${matter}, ${word('outcomes', effect.outcome)}` : matter
}
