/** The minutes of a meeting: how far they have come, the text as it reads, its files, its versions, and correcting them. */
import { useWords } from '../../language.ts'
import type { HeldMeeting } from '../useMeeting.ts'
import { AtOnce } from './AtOnce.tsx'
import { CorrectMinutes } from './CorrectMinutes.tsx'
import { Effects } from './Effects.tsx'
import { Files } from './Files.tsx'
import { type Frozen, useFrozen, versionsOf } from './frozen.ts'
import { MinutesText } from './MinutesText.tsx'
import { Standing } from './Standing.tsx'
import { Summary } from './Summary.tsx'
import { useAgain } from './useAgain.ts'
import { useDraft } from './useDraft.ts'
import { Versions } from './Versions.tsx'
import { Unread } from '../../ui/Unread.tsx'
import meetings from '../Meetings.module.css'
import styles from './Minutes.module.css'

export function MinutesPart({ held }: { held: HeldMeeting }) {
  const { t } = useWords()
  const { meeting } = held
  const draft = useDraft(held)
  const isFixed = meeting.state === 'verified' || meeting.state === 'settled'
  const isFrozen = isFixed || meeting.state === 'sent'
  const isWritten = isFrozen || meeting.state === 'held'
  const version = isFrozen
    ? versionsOf(held.papers).find(({ version: of }) => of === wantedOf(meeting))
    : undefined
  const frozen = useFrozen(version)
  // What is about to be frozen is shown as it stands.
  const picture = version ? frozen.picture : draft?.picture
  const isFreezing = isFrozen && version === undefined
  useAgain(isFreezing, held.reload)
  return (
    <div className={styles.whole}>
      <Standing held={held} version={version} frozen={frozen} />
      {draft && <AtOnce held={held} picture={draft.picture} />}
      <Effects held={held} />
      {isFixed && <Files held={held} />}
      {isFreezing && <p role='status'>{t('minutes.freezing')}</p>}
      {version && !picture && <Unreadable frozen={frozen} />}
      {picture && meeting.state !== 'cancelled' && (
        <MinutesText
          picture={picture}
          provisional={isFrozen ? undefined : draft?.provisional}
          extracts={isFixed && version ? held : undefined}
        />
      )}
      {!isFixed && <Files held={held} />}
      {isWritten && <Summary held={held} />}
      <Versions held={held} />
      {version && picture && <CorrectMinutes held={held} picture={picture} />}
    </div>
  )
}

/** What lies with the verifiers is read in its new version; what holds, in the one that holds. */
const wantedOf = ({ state, minutesVersion, validVersion }: HeldMeeting['meeting']) =>
  state === 'sent' ? minutesVersion : (validVersion ?? minutesVersion)

function Unreadable({ frozen }: { frozen: Frozen }) {
  const { t } = useWords()
  if (frozen.state === 'reading') return <p role='status'>{t('minutesText.reading')}</p>
  return (
    <Unread
      about={t(`minutesText.${frozen.state === 'broken' ? 'broken' : 'unread'}`)}
      reload={frozen.again}
      className={meetings.notice}
    />
  )
}
