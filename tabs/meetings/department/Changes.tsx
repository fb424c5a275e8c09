/** What is new since the last dialogue: turned, slipped, moved, come in. */
import { Link } from 'wouter'
import type { DepartmentState } from '#src/rules/meetings/departmentState.ts'
import { becauseText } from '#src/text/because.ts'
import { formatDay } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import common from '../Parts.module.css'
import { Part } from './Part.tsx'

export function Changes({ changes, since }: Pick<DepartmentState, 'changes' | 'since'>) {
  const words = useWords()
  const { t, locale } = words
  const { today } = useSession()
  const day = formatDay(since, locale, today)
  return (
    <Part title={t('department.changes', { day })} rows={changes} empty={t('department.noChanges', { day })}>
      {({ key, initiative, because }) => (
        <li key={key}>
          {initiative && (
            <Link className={common.link} href={`/initiative/${encodeURIComponent(initiative.key)}`}>
              {initiative.title}
            </Link>
          )}{' '}
          {becauseText(because, words, today)}
        </li>
      )}
    </Part>
  )
}
