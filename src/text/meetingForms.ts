/** The lists that people fill in about meetings: refusals name their columns once the subject is learnt. */
import { actionItems } from '#src/lists/actionItems.ts'
import { forumTemplates } from '#src/lists/forumTemplates.ts'
import type { List } from '#src/lists/list.ts'
import { agendaItems, attendance, meetings } from '#src/lists/meetings.ts'
import { papers, positions, verifications } from '#src/lists/minutes.ts'

export const meetingForms: readonly List[] = [
  meetings,
  agendaItems,
  attendance,
  actionItems,
  forumTemplates,
  positions,
  verifications,
  papers,
]
