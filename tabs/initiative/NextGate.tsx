/** What is to be decided next: what is missing, who decides, and the button, which says why when it can't be pressed. */
import { Button } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import { mandates } from '#src/lists/organisation.ts'
import { missingFor, nextGate, outcomesOf } from '#src/rules/gates.ts'
import { decidersOf, decidingRight, isRefusal, mandateOf, type MandateQuestion } from '#src/rules/mandate.ts'
import { needs } from '#src/rules/needs.ts'
import { attemptOf, decisionsOf } from '#src/rules/outcomes.ts'
import { matterOfStage, stateChanges, type StateChange } from '#src/rules/processes.ts'
import { steeringGroupWarnings } from '#src/rules/steeringGroup.ts'
import { decidersText, refusalText } from '#src/text/refusals.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'
import { useWords } from '../language.ts'
import type { Deciding } from './DecisionDialog.tsx'
import { sectionOf } from './sections.ts'
import type { Whole } from './useWhole.ts'
import styles from './Initiative.module.css'

const DecisionDialog = lazy(() => import('./DecisionDialog.tsx').then((m) => ({ default: m.DecisionDialog })))

export function NextGate({ whole, goTo }: { whole: Whole; goTo: (section: string) => void }) {
  const words = useWords()
  const { t, word } = words
  const { session, today } = useSession()
  const rows = useItems(session.data, mandates)
  const [deciding, setDeciding] = useState<Deciding>()
  const { initiative, preparation, complete } = whole
  const gate = nextGate(initiative)
  const matter = gate ?? matterOfStage(initiative.stage)
  if (initiative.external)
    return (
      <section className={styles.next}>
        <p>{t('initiative.isExternal')}</p>
      </section>
    )
  if (!matter)
    return (
      <section className={styles.next}>
        <p>{t('initiative.noGate', { stage: word('stages', initiative.stage) })}</p>
      </section>
    )

  const question: MandateQuestion = { matter, initiative, mandates: rows, tree: preparation.tree, today }
  const right = decidingRight(question)
  const by = mandateOf(session.person, question)
  const missing = gate && complete ? missingFor(gate, preparation) : []
  const why = isRefusal(by) ? refusalText(by, words) : undefined
  const changes = (Object.keys(stateChanges) as StateChange[]).filter((c) =>
    (stateChanges[c].from as readonly string[]).includes(initiative.state),
  )
  const financing = mandateOf(session.person, { ...question, matter: 'financing' })
  const warnings = complete ? steeringGroupWarnings(initiative) : []

  return (
    <section className={styles.next} aria-labelledby='next-title'>
      <h2 id='next-title' className={styles.nextTitle}>
        {gate ? t('initiative.next', { gate }) : word('stages', initiative.stage)}
      </h2>
      {gate &&
        initiative.state === 'active' &&
        complete &&
        (missing.length === 0 ? (
          <p>{t('initiative.ready')}</p>
        ) : (
          <details open={missing.length <= 8}>
            <summary>
              {t('initiative.missing', { gate })}: {t('initiative.missingCount', { count: missing.length })}
            </summary>
            <ul className={styles.missing}>
              {missing.map((need) => (
                <li key={need}>
                  <button
                    type='button'
                    className={styles.linkButton}
                    onClick={() => goTo(sectionOf(needs[need].field))}
                  >
                    {t(`need.${need}`)}
                  </button>
                </li>
              ))}
            </ul>
          </details>
        ))}
      {warnings.map((warning) => (
        <p key={warning}>
          ▲{' '}
          {t(
            warning === 'tooMany'
              ? 'initiative.steeringTooMany'
              : warning === 'noEffectOwner'
                ? 'initiative.steeringNoEffectOwner'
                : 'initiative.steeringNoBenefitLead',
          )}
        </p>
      ))}
      <WhoDecides right={right} whole={whole} gate={gate} />
      <div className={styles.actions}>
        {gate && initiative.state === 'active' && (
          <Button
            appearance='primary'
            disabledFocusable={why !== undefined || !complete}
            {...(why && { title: why })}
            aria-describedby='decide-why'
            onClick={() =>
              !isRefusal(by) &&
              setDeciding({
                kind: 'gate',
                gate,
                by,
                outcomes: outcomesOf(gate, right.kind === 'all'),
                missing,
              })
            }
          >
            {t('initiative.decide', { gate })}
          </Button>
        )}
        {gate === 'BP4' && !isRefusal(financing) && (
          <Button onClick={() => setDeciding({ kind: 'financing', by: financing })}>
            {t('initiative.finance')}
          </Button>
        )}
        {!isRefusal(by) &&
          complete &&
          changes.map((change) => (
            <Button
              key={change}
              appearance='subtle'
              onClick={() => setDeciding({ kind: 'state', change, by })}
            >
              {t(`initiative.${change}`)}
            </Button>
          ))}
      </div>
      {gate && why && (
        <p id='decide-why' className={styles.quiet}>
          {why}
        </p>
      )}
      {deciding && (
        <Suspense fallback={null}>
          <DecisionDialog deciding={deciding} initiative={initiative} close={() => setDeciding(undefined)} />
        </Suspense>
      )}
    </section>
  )
}

function WhoDecides({
  right,
  whole,
  gate,
}: {
  right: ReturnType<typeof decidingRight>
  whole: Whole
  gate: ReturnType<typeof nextGate>
}) {
  const words = useWords()
  const { t, word } = words
  if (right.kind === 'nobody') return null
  if (right.kind === 'one') {
    const { forum, standIn } = right.decider
    return (
      <p>
        {t('initiative.decidesOne', { who: decidersText(decidersOf(right), words) })}
        {forum && ` ${t('initiative.after', { forum: forum.title })}`}
        {standIn && ` (${t('initiative.standIn', { who: standIn.person.name })})`}.
      </p>
    )
  }
  const parties = right.parties.map((p) => p.party)
  const made = gate ? decisionsOf(whole.decisions, gate, attemptOf(whole.decisions, gate, parties)) : []
  return (
    <div>
      <p>{t('initiative.decidesAll')}:</p>
      <ul className={styles.parties}>
        {right.parties.map(({ party, decider }) => {
          const decided = made.find((d) => d.party?.key === party.key)
          return (
            <li key={party.key}>
              <b>{party.title}</b>
              {decider ? ` – ${decider.holder.name}` : ''}:{' '}
              {decided
                ? t('initiative.yes', { outcome: word('outcomes', decided.outcome) })
                : t('initiative.waits')}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
