/** The part of a meeting's page where its minutes are. */
import { AgendaAsRead } from '../AgendaAsRead.tsx'
import type { HeldMeeting } from '../useMeeting.ts'

export function MinutesPart({ held }: { held: HeldMeeting }) {
  return <AgendaAsRead items={held.items} />
}
