/** The decisions about an initiative, latest first, each with who, when and on what ground. */
import { Link } from 'wouter'
import { type Decision, decisions as decisionList } from '#src/lists/decisions.ts'
import { byNumber } from '#src/rules/meetings/outcomes.ts'
import { formatDay, formatKrExact } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import { Supersede } from '../ui/deciding/Supersede.tsx'
import type { NameOf } from '../ui/useDecisionNames.ts'
import type { Whole } from '../ui/useWhole.ts'
import { Fold } from './Fold.tsx'
import styles from './Initiative.module.css'

export function DecisionList({ whole, nameOf }: { whole: Whole; nameOf: NameOf }) {
  const { t, word, label, locale } = useWords()
  const { today } = useSession()
  const { decisions } = whole
  const replacedBy = (d: Decision) => decisions.find((later) => later.supersedes?.key === d.key)
  const replaced = (d: Decision) => decisions.find(({ key }) => key === d.supersedes?.key)
  const sorted = decisions.toSorted((a, b) => byNumber(b, a))
  const latest = sorted[0]
  return (
    <Fold
      id='decisions'
      title={t('initiative.decisions')}
      says={
        latest
          ? t('initiative.saysDecisions', {
              count: sorted.length,
              latest: `${nameOf(latest)} ${word('outcomes', latest.outcome).toLowerCase()}`,
            })
          : t('initiative.noDecisions')
      }
    >
      <ol className={styles.events}>
        {sorted.map((d) => (
          <li key={d.key}>
            <b>
              {nameOf(d)} · {word('decisionMatters', d.matter)}: {word('outcomes', d.outcome)}
            </b>{' '}
            <Supersede old={d} whole={whole} name={nameOf(d)} />
            {replacedBy(d) && (
              <div>
                <b>{t('decision.replacedBy', { number: nameOf(replacedBy(d) ?? d) })}</b>
              </div>
            )}
            {d.supersedes && (
              <div>
                {t('decision.replacing', { number: nameOf(replaced(d) ?? { number: d.supersedes.title }) })}
              </div>
            )}
            <div>
              {t('decision.by', {
                post: d.post,
                who: d.decidedBy.name,
                day: formatDay(d.decidedOn, locale, today),
              })}
              {d.party ? `, ${t('decision.party', { party: d.party.title })}` : ''}
            </div>
            <div className={styles.wording}>{d.wording}</div>
            {d.amountKr !== undefined && (
              <div>
                {t('decision.amount')}: {formatKrExact(d.amountKr, locale)}
                {d.totalKr !== undefined &&
                  ` (${label(decisionList, 'totalKr')}: ${formatKrExact(d.totalKr, locale)})`}
              </div>
            )}
            {d.grounds && (
              <div>
                {t('decision.grounds')}: {d.grounds}
              </div>
            )}
            {d.conditions && (
              <div>
                {t('decision.conditions')}: {d.conditions}
              </div>
            )}
            {d.caseNumber && (
              <div>
                {label(decisionList, 'caseNumber')}: {d.caseNumber}
              </div>
            )}
            {d.raisedTo && <div>{t('decision.raisedTo', { forum: d.raisedTo.title })}</div>}
            {d.conflicted && (
              <div>
                {label(decisionList, 'conflicted')}: {d.conflicted.map(({ name }) => name).join(', ')}
              </div>
            )}
            <div className={styles.quiet}>
              <Link href={`/decisions?key=${encodeURIComponent(d.key)}`}>{t('decision.inRegister')}</Link>
              {' · '}
              {word('decisionKinds', d.kind)}
              {d.forum ? ` · ${t('decision.forum')}: ${d.forum.title}` : ''}
              {d.actingFor ? ` · ${t('initiative.standIn', { who: d.actingFor.name })}` : ''}
            </div>
          </li>
        ))}
      </ol>
    </Fold>
  )
}
