/** What comes next for a need: which decision, who makes it, and what is missing before it. */
import type { Initiative } from '#src/lists/initiatives.ts'
import { mandates } from '#src/lists/organisation.ts'
import { decidedAtMeeting } from '#src/rules/meetings/atMeetings.ts'
import { forwardOutcomes, type GateName, gateOf, matterOf, missingFor, nextGate } from '#src/rules/gates.ts'
import { decidersOf, decidingRight } from '#src/rules/mandate.ts'
import { decidersText } from '#src/text/refusals.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'
import { useWords } from '../language.ts'
import type { Whole } from '../ui/useWhole.ts'
import { DecidedAtMeeting } from './DecidedAtMeeting.tsx'
import styles from './Need.module.css'

/** More than this is folded: what has happened must not be pushed out of sight. */
const MOST_OPEN = 5

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
  const { atMeetings } = whole
  const isDecided = (party?: string) =>
    gate !== undefined &&
    decidedAtMeeting(atMeetings, { initiative: initiative.key, matter: gate, party }) !== undefined
  const waits = right?.kind === 'all' ? right.parties.every(({ party }) => isDecided(party.key)) : isDecided()
  return (
    <section className={`${styles.section} ${styles.read}`} aria-labelledby='happened-next'>
      <h2 id='happened-next'>{t('happened.next')}</h2>
      <DecidedAtMeeting items={atMeetings} />
      {waits ? null : !gate || !right ? (
        <p>{t(initiative.external ? 'happened.external' : 'happened.noNext')}</p>
      ) : (
        <>
          <p>
            {t('happened.nextGate', {
              gate: word('decisionMatters', gate),
              stage: word('stages', onwards(gate, initiative)),
            })}{' '}
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
            <details open={missing.length <= MOST_OPEN}>
              <summary>{t('happened.missing', { count: missing.length })}</summary>
              <ul>
                {missing.map((need) => (
                  <li key={need}>{t(`need.${need}`)}</li>
                ))}
              </ul>
            </details>
          ) : (
            complete && <p>{t('happened.nothingMissing')}</p>
          )}
        </>
      )}
    </section>
  )
}

/** The stage the gate leads on to. */
const onwards = (gate: GateName, { stage }: Pick<Initiative, 'stage'>) =>
  forwardOutcomes(gate).flatMap((outcome) => gateOf(gate).outcomes[outcome]?.stage ?? [])[0] ?? stage
