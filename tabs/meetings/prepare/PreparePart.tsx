/** The part of a meeting's page where its agenda is prepared. */
import { useWords } from '../../language.ts'
import { AgendaAsRead } from '../AgendaAsRead.tsx'
import type { HeldMeeting } from '../useMeeting.ts'

export function PreparePart({ held }: { held: HeldMeeting }) {
  const { t } = useWords()
  return (
    <section>
      <h2>{t('agenda.title')}</h2>
      <AgendaAsRead items={held.items} />
    </section>
  )
}
