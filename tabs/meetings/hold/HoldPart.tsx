/** The part of a meeting's page where it is held. */
import { AgendaAsRead } from '../AgendaAsRead.tsx'
import type { HeldMeeting } from '../useMeeting.ts'

export function HoldPart({ held }: { held: HeldMeeting }) {
  return <AgendaAsRead items={held.items} />
}
