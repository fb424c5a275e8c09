/** A meeting: preparing, holding and writing it up, each a part of its own that opens when it is its turn. */
import { type ComponentType, lazy, Suspense } from 'react'
import { Link, useSearch } from 'wouter'
import type { Meeting, MeetingState } from '#src/lists/meetings.ts'
import type { SentenceKey } from '#src/text/words.ts'
import { useWords } from '../language.ts'
import { Page } from '../ui/Page.tsx'
import { Unread } from '../ui/Unread.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { MeetingHead } from './MeetingHead.tsx'
import { type HeldMeeting, useMeeting } from './useMeeting.ts'
import buttons from '../ui/Buttons.module.css'
import styles from './Meetings.module.css'

type Part = 'prepare' | 'hold' | 'minutes'

const parts: Record<Part, { name: SentenceKey; Shown: ComponentType<{ held: HeldMeeting }> }> = {
  prepare: {
    name: 'meetings.prepare',
    Shown: lazy(() => import('./prepare/PreparePart.tsx').then((m) => ({ default: m.PreparePart }))),
  },
  hold: {
    name: 'meetings.hold',
    Shown: lazy(() => import('./hold/HoldPart.tsx').then((m) => ({ default: m.HoldPart }))),
  },
  minutes: {
    name: 'meetings.minutes',
    Shown: lazy(() => import('./minutes/MinutesPart.tsx').then((m) => ({ default: m.MinutesPart }))),
  },
}

/** Where a meeting opens when the link doesn't say. */
const partOf: Record<MeetingState, Part> = {
  planned: 'prepare',
  called: 'prepare',
  open: 'hold',
  held: 'minutes',
  sent: 'minutes',
  verified: 'minutes',
  settled: 'minutes',
  cancelled: 'prepare',
}

export function MeetingPage({ id }: { id: string }) {
  const { t } = useWords()
  const held = useMeeting(id)
  const asked = new URLSearchParams(useSearch()).get('part')
  const { meeting, missing, error, reload } = held
  if (missing)
    return (
      <Page title={t('meetings.title')}>
        <p>{t('meetings.gone')}</p>
        <Link className={styles.link} href='/meetings'>
          {t('meetings.toAll')}
        </Link>
      </Page>
    )
  if (!meeting)
    return error === undefined ? (
      <Waiting />
    ) : (
      <Page title={t('meetings.title')}>
        <p role='alert'>{t('refusal.unavailable')}</p>
        <button type='button' className={buttons.button} onClick={() => void reload()}>
          {t('app.retry')}
        </button>
      </Page>
    )
  const part = isPart(asked) ? asked : partOf[meeting.state]
  const { Shown } = parts[part]
  return (
    <Page
      title={titleOf(meeting)}
      tools={
        held.template?.joint && (
          <Link className={styles.link} href={`/brief/${encodeURIComponent(id)}`}>
            {t('meetings.toBrief')}
          </Link>
        )
      }
    >
      <MeetingHead held={{ ...held, meeting }} />
      {error !== undefined && (
        <Unread about={t('meetings.notFresh')} reload={reload} stands className={styles.notice} />
      )}
      <nav className={`${styles.parts} no-print`} aria-label={t('meetings.parts')}>
        {(Object.keys(parts) as Part[]).map((each) => (
          <Link
            key={each}
            href={`/meeting/${encodeURIComponent(id)}?part=${each}`}
            replace
            aria-current={each === part ? 'page' : undefined}
          >
            {t(
              each === 'minutes' && meeting.minutesKind === 'protocol'
                ? 'meetings.protocol'
                : parts[each].name,
            )}
          </Link>
        ))}
      </nav>
      <Suspense fallback={<p role='status'>{t('meetings.loading')}</p>}>
        <Shown held={{ ...held, meeting }} />
      </Suspense>
    </Page>
  )
}

/** A title that is made of the forum and the day says no more than the head does. */
const titleOf = ({ title, forum }: Meeting) => (title.startsWith(forum.title) ? forum.title : title)

const isPart = (text: string | null): text is Part => text !== null && Object.hasOwn(parts, text)
