/** Preparing a meeting: the agenda on one side, what the data proposes for it on the other, and sending it. */
import { lazy, Suspense, useMemo, useRef } from 'react'
import { changesSince } from '#src/rules/meetings/agendaChanges.ts'
import { isDraft } from '#src/rules/meetings/meetingState.ts'
import { useWords } from '../../language.ts'
import { AgendaAsRead } from '../AgendaAsRead.tsx'
import { AgendaFile } from '../AgendaFile.tsx'
import type { HeldMeeting } from '../useMeeting.ts'
import { useMayInMeeting } from '../useMayInMeeting.ts'
import { AddItem } from './AddItem.tsx'
import { AgendaEditor } from './AgendaEditor.tsx'
import { LeftOut } from './LeftOut.tsx'
import { PrintButton, Printing } from './PrintAgenda.tsx'
import { sentAgendas, useSentAgenda } from './sentAgendas.ts'
import { SendAgenda } from './SendAgenda.tsx'
import { SentVersions } from './SentVersions.tsx'
import { SumOfMinutes } from './SumOfMinutes.tsx'
import { TeamsMeeting } from './TeamsMeeting.tsx'
import type { Settle } from './useOrder.ts'
import styles from './Prepare.module.css'

const Proposals = lazy(() => import('./Proposals.tsx').then((m) => ({ default: m.Proposals })))

export function PreparePart({ held }: { held: HeldMeeting }) {
  const { t } = useWords()
  const { meeting, forum, items, papers } = held
  const mayPrepare = useMayInMeeting('prepare', forum, meeting) && isDraft(meeting)
  const versions = useMemo(() => sentAgendas(papers), [papers])
  const settle = useRef<Settle>(null)
  const { picture } = useSentAgenda(versions[0])
  const changes = useMemo(() => picture && changesSince(picture, items), [picture, items])
  // Afterwards nothing more is proposed, and nobody is called again.
  const isAhead = meeting.state === 'planned' || meeting.state === 'called'
  return (
    <>
      <div className={styles.columns} data-alone={!mayPrepare || !isAhead}>
        <section className={styles.agenda} aria-labelledby='agenda-title'>
          <header className={styles.head}>
            <h2 id='agenda-title'>{t('agenda.title')}</h2>
            {items.length > 0 && (
              <span className={styles.tools}>
                {mayPrepare && meeting.agendaVersion === undefined && <AgendaFile held={held} />}
                <PrintButton />
              </span>
            )}
          </header>
          {mayPrepare ? (
            <>
              <SumOfMinutes held={held} />
              {items.length === 0 && <p className={styles.quiet}>{t('agenda.empty')}</p>}
              <AgendaEditor held={held} changes={changes} settle={settle} />
              <AddItem held={held} />
              <LeftOut held={held} />
              {isAhead && <SendAgenda held={held} changes={changes} settle={settle} />}
              {isAhead && <TeamsMeeting held={held} />}
            </>
          ) : (
            <AgendaAsRead items={items} start={meeting.start} />
          )}
        </section>
        {mayPrepare && isAhead && (
          <Suspense fallback={<p role='status'>{t('agenda.composing')}</p>}>
            <Proposals held={held} />
          </Suspense>
        )}
      </div>
      <SentVersions versions={versions} changes={mayPrepare ? changes : undefined} />
      <Printing held={held} />
    </>
  )
}
