/** Paragraphs that are verified by themselves, before the rest: sent, read and approved one by one. */
import type { AgendaItem } from '#src/lists/meetings.ts'
import { isDraft } from '#src/rules/meetings/meetingState.ts'
import type { MinutesPicture } from '#src/rules/minutes.ts'
import { atOnceFaults, latestOf, verdictOf } from '#src/rules/meetings/verifying.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import { useAsk } from '../useAsk.ts'
import { useMayInMeeting } from '../useMayInMeeting.ts'
import type { HeldMeeting } from '../useMeeting.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { Answers } from './Answers.tsx'
import { ItemText } from './ItemText.tsx'
import buttons from '../../ui/Buttons.module.css'
import meetings from '../Meetings.module.css'

export function AtOnce({ held, picture }: { held: HeldMeeting; picture: MinutesPicture }) {
  const { t } = useWords()
  const items = held.items.filter(({ atOnce, outcome }) => atOnce && outcome)
  if (items.length === 0 || !isDraft(held.meeting)) return null
  return (
    <section className={meetings.section} aria-labelledby='minutes-at-once'>
      <h2 id='minutes-at-once'>{t('minutes.atOnceTitle')}</h2>
      <p>{t('minutes.atOnceAbout')}</p>
      {items.map((item) => (
        <One key={item.key} item={item} held={held} picture={picture} />
      ))}
    </section>
  )
}

function One({
  item,
  held: { meeting, forum, verifications },
  picture,
}: {
  item: AgendaItem
  held: HeldMeeting
  picture: MinutesPicture
}) {
  const { t } = useWords()
  const { session } = useSession()
  const may = useMayInMeeting('decideIn', forum, meeting)
  const { ask, refusals, busy } = useAsk()
  const asked = latestOf(verifications, item.key)
  const verdict = verdictOf(asked)
  const mine = asked.find(({ person, answer }) => person.id === session.person.id && answer === 'asked')
  const shown = picture.items.find(({ key }) => key === item.key)
  const faults = atOnceFaults(item, meeting)
  const isUnsent = asked.length === 0 || verdict === 'returned'
  return (
    <div>
      {mine && shown ? <ItemText item={shown} picture={picture} id='at-once' /> : <h3>{item.title}</h3>}
      <Answers rows={asked} />
      {mine && <AnswerForm asked={mine} what={{ item: item.key }} />}
      {isUnsent && may && (
        <>
          <Refusals refusals={faults} />
          <button
            type='button'
            className={buttons.button}
            disabled={busy || faults.length > 0}
            onClick={() => void ask('sendItem', { item: item.key }, { [item.key]: item.version })}
          >
            {t('minutes.sendItem')}
          </button>
        </>
      )}
      {isUnsent && !may && <p className={meetings.quiet}>{t('minutes.atOnceWaits')}</p>}
      <Refusals refusals={refusals} />
    </div>
  )
}
