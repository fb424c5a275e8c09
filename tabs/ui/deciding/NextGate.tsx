/** What is to be decided next: what is missing, who decides, and the button, which says why when it can't be pressed. */
import { Button, useRestoreFocusTarget } from '@fluentui/react-components'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { steeringGroupWarnings } from '#src/rules/steeringGroup.ts'
import { refusalText } from '#src/text/refusals.ts'
import { useWords } from '../../language.ts'
import type { Deciding } from './DecisionDialog.tsx'
import { MissingNeeds } from './MissingNeeds.tsx'
import { useDeciding } from './useDeciding.ts'
import type { Whole } from '../useWhole.ts'
import { WhoDecides } from './WhoDecides.tsx'
import styles from './Deciding.module.css'

const DecisionDialog = lazy(() => import('./DecisionDialog.tsx').then((m) => ({ default: m.DecisionDialog })))

const warningTexts = {
  tooMany: 'initiative.steeringTooMany',
  noEffectOwner: 'initiative.steeringNoEffectOwner',
  noBenefitLead: 'initiative.steeringNoBenefitLead',
} as const

export function NextGate({ whole, goTo }: { whole: Whole; goTo: (field: string) => void }) {
  const words = useWords()
  const { t, word } = words
  const { initiative, complete } = whole
  const may = useDeciding(whole)
  const [deciding, setDeciding] = useState<Deciding>()
  const [made, setMade] = useState<string>()
  const title = useRef<HTMLHeadingElement>(null)
  const backTo = useRestoreFocusTarget()
  const { gate, right, missing, choices, refusal } = may
  const decided = useRef(false)
  // The button that opened the dialog may be gone with what it decided.
  useEffect(() => {
    if (decided.current && !deciding && document.activeElement === document.body) title.current?.focus()
    decided.current = deciding !== undefined
  }, [deciding])
  if (initiative.external || !right) {
    const text = initiative.external
      ? t('initiative.isExternal')
      : t('initiative.noGate', { stage: word('stages', initiative.stage) })
    return (
      <section className={styles.next}>
        <p>{text}</p>
      </section>
    )
  }

  const isOpen = gate !== undefined && initiative.state === 'active'
  const why = refusal && refusalText(refusal, words)
  return (
    <section className={styles.next} aria-labelledby='next-title'>
      <h2 id='next-title' ref={title} tabIndex={-1} className={styles.nextTitle}>
        {gate ? t('initiative.next', { gate }) : word('stages', initiative.stage)}
      </h2>
      {isOpen && complete && <MissingNeeds gate={gate} missing={missing} goTo={goTo} />}
      {complete &&
        steeringGroupWarnings(initiative).map((warning) => <p key={warning}>▲ {t(warningTexts[warning])}</p>)}
      <WhoDecides right={right} whole={whole} gate={gate} />
      <div className={styles.actions}>
        {isOpen && (
          <Button
            {...backTo}
            appearance='primary'
            disabledFocusable={choices.length === 0}
            {...(why && { 'aria-describedby': 'decide-why' })}
            onClick={() => choices.length > 0 && setDeciding({ kind: 'gate', gate, choices, missing })}
          >
            {t('initiative.decide', { gate })}
          </Button>
        )}
        {may.financing && (
          <Button
            {...backTo}
            onClick={() => may.financing && setDeciding({ kind: 'financing', by: may.financing })}
          >
            {t('initiative.finance')}
          </Button>
        )}
        {may.states.map(({ change, by }) => (
          <Button
            {...backTo}
            key={change}
            appearance='subtle'
            onClick={() => setDeciding({ kind: 'state', change, by })}
          >
            {t(`initiative.${change}`)}
          </Button>
        ))}
      </div>
      {isOpen && why && (
        <p id='decide-why' className={styles.quiet}>
          {why}
        </p>
      )}
      <p role='status' className={styles.made}>
        {made ? t('decision.done', { number: made }) : ''}
      </p>
      {deciding && (
        <Suspense fallback={null}>
          <DecisionDialog
            deciding={deciding}
            initiative={initiative}
            close={(number) => {
              setMade(number)
              setDeciding(undefined)
            }}
          />
        </Suspense>
      )}
    </section>
  )
}
