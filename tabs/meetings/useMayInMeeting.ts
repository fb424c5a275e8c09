/** Whether whoever looks may do something with the meetings of a forum, as the server will ask again. */
import type { Forum } from '#src/lists/organisation.ts'
import type { Meeting } from '#src/lists/meetings.ts'
import { mayInMeeting, type MeetingTask } from '#src/rules/meetings/meetingRights.ts'
import { useSession } from '../context.ts'
import { useMyRoles } from '../ui/useMyRoles.ts'

export function useMayInMeeting(
  task: MeetingTask,
  forum: Pick<Forum, 'chair' | 'secretary' | 'members'> | undefined,
  meeting?: Meeting,
): boolean {
  const { session } = useSession()
  const roles = useMyRoles()
  return mayInMeeting(task, { id: session.person.id, roles }, { forum: forum ?? {}, meeting })
}
