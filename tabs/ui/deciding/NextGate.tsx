/** What is to be decided next: what is missing, who decides, and the buttons, which say why when they can't be pressed. */
import { Button, useRestoreFocusTarget } from '@fluentui/react-components'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { MayDecide } from '#src/rules/deciding/deciding.ts'
import { granted } from '#src/rules/money/financing.ts'
import { forwardOutcomes, missingFor } from '#src/rules/gates.ts'
import { steeringGroupWarnings } from '#src/rules/initiatives/steeringGroup.ts'
import { inSentence, refusalText } from '#src/text/refusals.ts'
import { useWords } from '../../language.ts'
import type { Whole } from '../useWhole.ts'
import type { Deciding } from './decidingForm.ts'
import { DecidedAtMeetings } from './DecidedAtMeetings.tsx'
import { Endorsements } from './Endorsements.tsx'
import { MissingNeeds } from './MissingNeeds.tsx'
import { Resting } from './Resting.tsx'
import { useDeciding } from './useDeciding.ts'
import { WhoDecides } from './WhoDecides.tsx'
import styles from './Deciding.module.css'

const DecisionDialog = lazy(() => import('./DecisionDialog.tsx').then((m) => ({ default: m.DecisionDialog })))

const warningTexts = {
  tooMany: 'initiative.steeringTooMany',
  noEffectOwner: 'initiative.steeringNoEffectOwner',
  noBenefitLead: 'initiative.steeringNoBenefitLead',
} as const

/** Endorsing is done here, all else in the sections of the page. */
const toEndorsements = () => {
  const place = document.getElementById('section-endorsements')
  place?.scrollIntoView({ block: 'nearest' })
  ;(place?.querySelector<HTMLElement>('button') ?? place)?.focus({ preventScroll: true })
}

export function NextGate({ whole, goTo }: { whole: Whole; goTo: (field: string) => void }) {
  const words = useWords()
  const { t, word } = words
  const { initiative, complete, preparation } = whole
  const may = useDeciding(whole)
  const [deciding, setDeciding] = useState<Deciding>()
  const [made, setMade] = useState<string>()
  const title = useRef<HTMLHeadingElement>(null)
  const backTo = useRestoreFocusTarget()
  const { gate, right, choices, refusal } = may
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

  const rests = initiative.state !== 'active'
  const isOpen = gate !== undefined && !rests
  const why =
    refusal?.why === 'decidedAtMeeting'
      ? t('initiative.waitsForMinutes')
      : refusal?.why === 'alreadyDecided'
        ? t('initiative.youDecided', { number: refusal.number })
        : refusal && refusalText(refusal, words)
  const gateWord = gate && inSentence(word('decisionMatters', gate))
  return (
    <section className={styles.next} aria-labelledby='next-title'>
      <h2 id='next-title' ref={title} tabIndex={-1} className={styles.nextTitle}>
        {isOpen && gateWord ? t('initiative.next', { gate: gateWord }) : word('stages', initiative.stage)}
      </h2>
      {rests && <Resting whole={whole} gate={gate} />}
      <DecidedAtMeetings whole={whole} />
      {isOpen && complete && gateWord && (
        <Lacks
          gate={gate}
          gateWord={gateWord}
          preparation={preparation}
          goTo={(field) => (field === 'endorsements' ? toEndorsements() : goTo(field))}
        />
      )}
      {isOpen &&
        complete &&
        steeringGroupWarnings(initiative).map((warning) => <p key={warning}>▲ {t(warningTexts[warning])}</p>)}
      {!rests && <WhoDecides may={may} whole={whole} />}
      {isOpen && complete && <Endorsements whole={whole} />}
      <div className={styles.actions}>
        {isOpen && (
          <Button
            {...backTo}
            appearance='primary'
            disabledFocusable={choices.length === 0}
            {...(why && { 'aria-describedby': 'decide-why' })}
            onClick={() => choices.length > 0 && setDeciding({ kind: 'gate', gate, choices })}
          >
            {t('initiative.decide', { gate: gateWord ?? '' })}
          </Button>
        )}
        <OtherDecisions may={may} whole={whole} open={setDeciding} backTo={backTo} />
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

/** What each way forward lacks; one list where there is one way. */
function Lacks({
  gate,
  gateWord,
  preparation,
  goTo,
}: {
  gate: NonNullable<MayDecide['gate']>
  gateWord: string
  preparation: Whole['preparation']
  goTo: (field: string) => void
}) {
  const { t, word } = useWords()
  const ways = forwardOutcomes(gate)
  const [first] = ways
  const lacking = missingFor(gate, preparation, first)
  return ways.map((outcome) => {
    const missing = missingFor(gate, preparation, outcome)
    if (outcome !== first && missing.length > 0 && missing.length === lacking.length) return null
    const isMore = outcome !== first && lacking.length > 0 && lacking.every((need) => missing.includes(need))
    const said = { outcome: word('outcomes', outcome) }
    return (
      <MissingNeeds
        key={outcome}
        title={
          ways.length === 1
            ? t('initiative.missing', { gate: gateWord })
            : t(isMore ? 'initiative.missingMore' : 'initiative.missingFor', said)
        }
        ready={ways.length === 1 ? '' : `${said.outcome}: `}
        // What the first way lacks too is said once.
        missing={isMore ? missing.filter((need) => !lacking.includes(need)) : missing}
        goTo={goTo}
      />
    )
  })
}

function OtherDecisions({
  may: { financing, ideaToRollout, states },
  whole,
  open,
  backTo,
}: {
  may: MayDecide
  whole: Whole
  open: (deciding: Deciding) => void
  backTo: ReturnType<typeof useRestoreFocusTarget>
}) {
  const { t } = useWords()
  return (
    <>
      {financing && (
        <Button
          {...backTo}
          onClick={() =>
            open({ kind: 'financing', by: financing, totalKr: granted(whole.decisions)?.totalKr })
          }
        >
          {t('initiative.finance')}
        </Button>
      )}
      {ideaToRollout && (
        <Button {...backTo} onClick={() => open({ kind: 'ideaToRollout', by: ideaToRollout })}>
          {t('initiative.ideaToRollout')}
        </Button>
      )}
      {states.map(({ change, by }) => (
        <Button
          {...backTo}
          key={change}
          appearance='subtle'
          onClick={() => open({ kind: 'state', change, by })}
        >
          {t(`initiative.${change}`)}
        </Button>
      ))}
    </>
  )
}
