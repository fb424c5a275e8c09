/** What comes next for a need: which decision, who makes it, and what is missing before it. */
import { mandates } from '#src/lists/organisation.ts'
import { matterOf, missingFor, nextGate } from '#src/rules/gates.ts'
import { decidersOf, decidingRight } from '#src/rules/mandate.ts'
import { decidersText } from '#src/text/refusals.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'
import { useWords } from '../language.ts'
import type { Whole } from '../ui/useWhole.ts'
import styles from './Need.module.css'

export function ComesNext({ whole }: { whole: Whole }) {
  const words = useWords()
  const { t, word } = words
  const { session, today } = useSession()
  const rows = useItems(session.data, mandates)
  const { initiative, preparation, complete } = whole
  const gate = initiative.external ? undefined : nextGate(initiative, preparation.process)
  const right =
    gate &&
    decidingRight({ matter: matterOf(gate), initiative, mandates: rows, tree: preparation.tree, today })
  const missing = gate && complete ? missingFor(gate, preparation) : []
  return (
    <section className={styles.section} aria-labelledby='happened-next'>
      <h2 id='happened-next'>{t('happened.next')}</h2>
      {!gate || !right ? (
        <p>{t(initiative.external ? 'happened.external' : 'happened.noNext')}</p>
      ) : (
        <>
          <p>
            {t('happened.nextGate', { gate: word('decisionMatters', gate) })}{' '}
            {right.kind === 'nobody'
              ? t('happened.decidedNobody')
              : right.kind === 'all'
                ? t('happened.decidedAll')
                : t(right.posts[0]?.decider.forum ? 'happened.decidedAfter' : 'happened.decidedOne', {
                    who: decidersText(decidersOf(right), words),
                    forum: right.posts[0]?.decider.forum?.title ?? '',
                  })}
          </p>
          {right.kind === 'all' && (
            <ul>
              {right.parties.map(({ party, posts }) => (
                <li key={party.key}>
                  {party.title}
                  {posts[0] && `: ${posts[0].decider.post} ${posts[0].decider.holder.name}`}
                </li>
              ))}
            </ul>
          )}
          {missing.length > 0 ? (
            <>
              <p>{t('happened.missing')}</p>
              <ul>
                {missing.map((need) => (
                  <li key={need}>{t(`need.${need}`)}</li>
                ))}
              </ul>
            </>
          ) : (
            complete && <p>{t('happened.nothingMissing')}</p>
          )}
        </>
      )}
    </section>
  )
}
