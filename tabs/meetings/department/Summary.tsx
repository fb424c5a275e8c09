/** The short summary for unit managers, after the department's last dialogue. */
import { people, units } from '#src/lists/organisation.ts'
import { covers, treeOf } from '#src/rules/organisation/tree.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import { SummaryEdit } from '../SummaryEdit.tsx'
import { lastOf, nextOf } from './around.ts'
import type { Department } from './useDepartment.ts'

export function Summary({ department: { unit, forum, rows } }: { department: Department }) {
  const { session, today } = useSession()
  const places = useItems(session.data, units)
  const known = useItems(session.data, people)
  const meeting = lastOf(rows?.meetings ?? [])
  if (!unit || !forum || !rows || !meeting) return null
  const tree = treeOf(places)
  const heads = new Set(
    places.flatMap(({ key, head }) =>
      head && head.id !== unit.head?.id && covers(unit.key, key, tree) ? [head.id] : [],
    ),
  )
  return (
    <SummaryEdit
      key={meeting.key}
      meeting={meeting}
      forum={forum}
      items={rows.items.filter((item) => item.meeting?.key === meeting.key)}
      actions={rows.actions.filter((action) => action.meeting?.key === meeting.key)}
      next={nextOf(rows.meetings, today)}
      receivers={known.flatMap(({ person, email }) => (email && heads.has(person.id) ? [email] : []))}
    />
  )
}
