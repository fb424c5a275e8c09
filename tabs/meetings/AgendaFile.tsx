/** The agenda as a Word file, and as PDF where the service makes one: made in one click, and then a link to it. */
import { useLayoutEffect, useRef, useState } from 'react'
import type { Paper } from '#src/lists/minutes.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import { Refusals } from '../ui/Refusals.tsx'
import type { HeldMeeting } from './useMeeting.ts'
import buttons from '../ui/Buttons.module.css'
import styles from './Meetings.module.css'

/** As it was sent last; of one that hasn't been sent a draft, made anew as long as it changes. */
export function AgendaFile({ held: { meeting, papers } }: { held: HeldMeeting }) {
  const { t } = useWords()
  const { session } = useSession()
  const [now, setNow] = useState<{ busy?: true; made?: Paper; refusals?: readonly Refusal[]; waits?: true }>(
    {},
  )
  const link = useRef<HTMLAnchorElement>(null)
  const version = meeting.agendaVersion
  const sent = papers.find(
    ({ kind, part, edition }) => kind === 'agenda' && part === 1 && edition === version,
  )
  const file = version === undefined ? now.made : sent?.file ? sent : undefined
  const made = now.made?.key
  // The button that was pressed may be gone: the keyboard goes on from what came of it.
  useLayoutEffect(() => {
    if (made) link.current?.focus()
  }, [made])
  const make = async () => {
    setNow({ busy: true })
    const answer = await session.acting.act('makePaper', { meeting: meeting.key, kind: 'agenda' })
    if ('refusals' in answer) return setNow({ refusals: answer.refusals })
    if ('waiting' in answer) return setNow({ waits: true })
    const paper = answer.done.papers?.find(({ part }) => part === 1)
    setNow(paper ? { made: paper } : {})
  }
  return (
    <>
      {file?.file && (
        <span>
          <a ref={link} className={styles.link} href={file.file} target='_blank' rel='noreferrer'>
            {file.fileName}
          </a>
          {' · '}
          {file.pdf ? (
            <a
              className={styles.link}
              href={file.pdf}
              target='_blank'
              rel='noreferrer'
              aria-label={t('meetings.agendaAsPdf', { name: file.fileName ?? '' })}
            >
              PDF
            </a>
          ) : (
            <span className={styles.quiet}>{t('meetings.noPdf')}</span>
          )}
        </span>
      )}{' '}
      {(version === undefined || !file) && (
        <button type='button' className={buttons.small} disabled={now.busy} onClick={() => void make()}>
          {t(
            now.busy
              ? 'meetings.makingAgenda'
              : version === undefined
                ? 'meetings.draftAsWord'
                : 'meetings.agendaAsWord',
          )}
        </button>
      )}
      {now.waits && !file && <span role='status'>{t('meetings.agendaWaits')}</span>}
      <Refusals refusals={now.refusals ?? []} />
    </>
  )
}
