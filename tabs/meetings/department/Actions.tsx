/** Open actions of the department's dialogue, the late first. */
import { Link } from 'wouter'
import type { ActionItem } from '#src/lists/actionItems.ts'
import { groupOf } from '#src/rules/meetings/actionList.ts'
import { daysBetween } from '#src/rules/calendar.ts'
import { formatDay } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import common from '../Parts.module.css'
import { Part } from './Part.tsx'

export function Actions({ actions, hasForum }: { actions: readonly ActionItem[]; hasForum: boolean }) {
  const { t, locale } = useWords()
  const { today } = useSession()
  const forum = actions[0]?.forum.key
  return (
    <Part
      title={t('department.actions')}
      rows={actions}
      empty={t(hasForum ? 'department.noActions' : 'department.noForum')}
      more={
        forum && (
          <Link className={common.link} href={`/actions?whose=${encodeURIComponent(forum)}`}>
            {t('department.toActions')}
          </Link>
        )
      }
    >
      {(action) => (
        <li key={action.key}>
          {action.title}
          <span className={common.quiet}>
            {' '}
            · {action.owner.name} · {t('actions.by', { day: formatDay(action.due, locale, today) })}
          </span>
          {groupOf(action, today) === 'late' && (
            <b className={common.late}> ▲ {t('actions.late', { days: daysBetween(action.due, today) })}</b>
          )}
        </li>
      )}
    </Part>
  )
}
