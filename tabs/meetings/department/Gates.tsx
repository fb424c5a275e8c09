/** What is ready to be decided, and by whom. */
import { Link } from 'wouter'
import type { WaitingGate } from '#src/rules/meetings/departmentState.ts'
import { decidersText } from '#src/text/refusals.ts'
import { useWords } from '../../language.ts'
import common from '../Parts.module.css'
import { Part } from './Part.tsx'

export function Gates({ gates }: { gates: readonly WaitingGate[] }) {
  const words = useWords()
  const { t, word } = words
  return (
    <Part title={t('department.gates')} rows={gates} empty={t('department.noGates')}>
      {({ initiative, gate, deciders, days }) => (
        <li key={initiative.key}>
          <b>{word('decisionMatters', gate)}</b>{' '}
          <Link className={common.link} href={`/initiative/${encodeURIComponent(initiative.key)}`}>
            {initiative.number} {initiative.title}
          </Link>
          <div className={common.quiet}>
            {[
              deciders.length > 0
                ? t('department.waitsFor', { who: decidersText(deciders, words) })
                : t('department.waitsForNobody'),
              days !== undefined && t('department.waited', { days }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </div>
        </li>
      )}
    </Part>
  )
}
