/** A decision as the proposer reads it: what was decided in its own words, why, and by whom. */
import type { Decision } from '#src/lists/decisions.ts'
import { useWords } from '../language.ts'
import styles from './Need.module.css'

export function MadeDecision({ decision, name }: { decision: Decision; name: string }) {
  const { t, word } = useWords()
  const { matter, outcome, wording, grounds, conditions, decidedBy, post, party } = decision
  return (
    <div className={styles.decision}>
      <div>
        <b>
          {word('decisionMatters', matter)}: {word('outcomes', outcome)}
        </b>
      </div>
      <div>{wording}</div>
      {grounds && <div>{t('happened.grounds', { grounds })}</div>}
      {conditions && <div>{t('happened.conditions', { conditions })}</div>}
      <div className={styles.quiet}>
        {t('happened.by', { number: name, post, who: decidedBy.name })}
        {party && ` ${t('happened.forParty', { party: party.title })}`}
      </div>
    </div>
  )
}
