/** Changing an action from a list: whether I may, and what became of it. */
import { useState } from 'react'
import type { ActionItem } from '#src/lists/actionItems.ts'
import { forums } from '#src/lists/organisation.ts'
import type { ActionArgs } from '#src/actions/index.ts'
import { mayInMeeting } from '#src/rules/meetings/meetingRights.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import { useMyRoles } from '../../ui/useMyRoles.ts'

export type ActionValues = ActionArgs<'saveAction'>['values']

export function useActionWork(action: ActionItem) {
  const { session } = useSession()
  const roles = useMyRoles()
  const forum = useItems(session.data, forums).find(({ key }) => key === action.forum.key)
  const [busy, setBusy] = useState(false)
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const { id } = session.person
  const mayChange =
    action.owner.id === id || (forum !== undefined && mayInMeeting('hold', { id, roles }, { forum }))
  /** True when it is saved, or waits to be sent. */
  async function save(values: ActionValues): Promise<boolean> {
    setBusy(true)
    const answer = await session.acting.act(
      'saveAction',
      { action: action.key, forum: action.forum.key, values },
      { [action.key]: action.version },
    )
    setBusy(false)
    const refused = 'refusals' in answer ? answer.refusals : []
    setRefusals(refused)
    return refused.length === 0
  }
  return { mayChange, busy, refusals, save }
}
