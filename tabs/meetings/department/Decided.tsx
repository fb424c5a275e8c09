/** What has been decided about the department's own, or at its dialogue, since the last. */
import { Link } from 'wouter'
import type { Decision } from '#src/lists/decisions.ts'
import { formatDay } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { useDecisionNames } from '../../ui/useDecisionNames.ts'
import common from '../Parts.module.css'
import { registerPath } from '../register/registerAddress.ts'
import { Part } from './Part.tsx'

export function Decided({ decisions, since }: { decisions: readonly Decision[]; since: string }) {
  const { t, word, locale } = useWords()
  const { today } = useSession()
  const nameOf = useDecisionNames(decisions)
  const day = formatDay(since, locale, today)
  return (
    <Part
      title={t('department.decisions', { day })}
      rows={decisions}
      empty={t('department.noDecisions', { day })}
    >
      {(decision) => {
        const { key, matter, outcome, initiative, title, forum, decidedOn } = decision
        return (
          <li key={key}>
            <Link className={common.link} href={registerPath({ key })}>
              {nameOf(decision)}
            </Link>{' '}
            {initiative?.title ?? title}: {word('outcomes', outcome)}
            <span className={common.quiet}>
              {' '}
              {[
                matter !== 'other' && word('decisionMatters', matter),
                forum?.title,
                formatDay(decidedOn, locale, today),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        )
      }}
    </Part>
  )
}
