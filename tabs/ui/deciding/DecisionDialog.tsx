/** Makes a decision: the outcome, its wording and reasons. It binds others, so it is confirmed once. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  Radio,
  RadioGroup,
  Textarea,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { Person, Ref } from '#src/lists/columns.ts'
import { decisions, type Outcome } from '#src/lists/decisions.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Mandate } from '#src/lists/organisation.ts'
import { type GateName, movesForward } from '#src/rules/gates.ts'
import type { Need } from '#src/rules/needs.ts'
import { needsReason } from '#src/rules/outcomes.ts'
import type { StateChange } from '#src/rules/processes.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { newKey } from '../../act.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { KronorInput } from '../fields/KronorInput.tsx'
import { Refusals } from '../Refusals.tsx'

export interface By {
  mandate: Mandate
  /** The authority decided for, when several decide each for themselves. */
  party?: Ref
  actingFor?: Person
}

/** An outcome and the mandate by which the person may choose it. */
export interface Choice {
  outcome: Outcome
  by: By
}

export type Deciding =
  | { kind: 'gate'; gate: GateName; choices: Choice[]; missing: Need[] }
  | { kind: 'state'; change: StateChange; by: By }
  | { kind: 'financing'; by: By }

export function DecisionDialog({
  deciding,
  initiative,
  close,
}: {
  deciding: Deciding
  initiative: Initiative
  /** With the number of the decision, when one was made. */
  close: (number?: string) => void
}) {
  const words = useWords()
  const { t, word, label } = words
  const { session } = useSession()
  const outcomes: Outcome[] =
    deciding.kind === 'gate'
      ? deciding.choices.map((choice) => choice.outcome)
      : deciding.kind === 'state'
        ? [deciding.change]
        : ['grant', 'refuse']
  // What isn't filled in yet can't go forward, and says so; nobody is led to screen out instead.
  const missing = deciding.kind === 'gate' ? deciding.missing : []
  const blocked = (outcome: Outcome) =>
    deciding.kind === 'gate' && missing.length > 0 && movesForward(deciding.gate, outcome)
  const [outcome, setOutcome] = useState<Outcome>(outcomes[0] ?? 'goOn')
  const [wording, setWording] = useState<string>()
  const [grounds, setGrounds] = useState('')
  const [conditions, setConditions] = useState('')
  const [caseNumber, setCaseNumber] = useState('')
  const [amountKr, setAmount] = useState<number | null>(initiative.costHighKr ?? null)
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const [busy, setBusy] = useState(false)
  const [key] = useState(newKey)
  const [closing, setClosing] = useState<{ number?: string | undefined }>()

  const by =
    deciding.kind === 'gate' ? deciding.choices.find((choice) => choice.outcome === outcome)?.by : deciding.by
  if (!by) return null
  const { mandate, actingFor } = by
  const suggested = t('decision.defaultWording', {
    post: mandate.title,
    initiative: initiative.title,
    outcome: word('outcomes', outcome).toLowerCase(),
  })
  const text = wording ?? suggested
  const local: Refusal[] =
    blocked(outcome) && deciding.kind === 'gate'
      ? [{ why: 'missing', matter: deciding.gate, needs: missing }]
      : []

  const send = async () => {
    setBusy(true)
    const common = {
      initiative: initiative.key,
      wording: text,
      ...(grounds && { grounds }),
      ...(conditions && { conditions }),
    }
    const seen = { [initiative.key]: initiative.version }
    const { act } = session.acting
    const answer =
      deciding.kind === 'gate'
        ? await act(
            'decideGate',
            { ...common, gate: deciding.gate, outcome, ...(caseNumber && { caseNumber }) },
            seen,
            key,
          )
        : deciding.kind === 'state'
          ? await act(
              'decideState',
              { initiative: initiative.key, change: deciding.change, wording: text, grounds },
              seen,
              key,
            )
          : await act(
              'decideFinancing',
              { ...common, outcome: outcome as 'grant' | 'refuse', amountKr: amountKr ?? 0 },
              seen,
              key,
            )
    setBusy(false)
    if ('refusals' in answer) setRefusals(answer.refusals)
    else
      setClosing({
        number: 'done' in answer ? answer.done.decisions?.find((d) => d.key === key)?.number : undefined,
      })
  }

  const title =
    deciding.kind === 'gate'
      ? t('decision.title', { gate: deciding.gate })
      : deciding.kind === 'state'
        ? t('decision.titleState', { what: word('outcomes', deciding.change), title: initiative.title })
        : t('decision.titleFinancing')
  return (
    // Closed before it is taken away: a dialog that vanishes leaves the page hidden from screen readers.
    <Dialog
      open={!closing}
      onOpenChange={(_, { open }) => !open && setClosing({})}
      modalType='alert'
      surfaceMotion={{
        onMotionFinish: (_, { direction }) => direction === 'exit' && close(closing?.number),
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent style={{ display: 'grid', gap: 12, alignContent: 'start' }}>
            <div>
              {initiative.title}
              {mandate.forum && (
                <div>
                  {t('decision.forum')}: {mandate.forum.title}
                </div>
              )}
              <div>
                {t('decision.kind')}: {word('decisionKinds', mandate.kind)}
              </div>
              {actingFor && <div>{t('decision.actingFor', { who: actingFor.name })}</div>}
            </div>
            {outcomes.length > 1 && (
              <Field label={t('decision.outcome')}>
                <RadioGroup value={outcome} onChange={(_, d) => setOutcome(d.value as Outcome)}>
                  {outcomes.map((o) => (
                    <Radio key={o} value={o} label={word('outcomes', o)} />
                  ))}
                </RadioGroup>
              </Field>
            )}
            {deciding.kind === 'financing' && (
              <Field label={t('decision.amount')} required>
                <KronorInput value={amountKr ?? undefined} change={setAmount} />
              </Field>
            )}
            <Field label={t('decision.wording')} required>
              <Textarea rows={3} resize='vertical' value={text} onChange={(_, d) => setWording(d.value)} />
            </Field>
            <Field
              label={t('decision.grounds')}
              required={needsReason(outcome)}
              {...(needsReason(outcome) && !grounds && { hint: t('decision.reasonNeeded') })}
            >
              <Textarea rows={2} resize='vertical' value={grounds} onChange={(_, d) => setGrounds(d.value)} />
            </Field>
            {by.party && (
              <Field label={label(decisions, 'caseNumber')}>
                <Input value={caseNumber} onChange={(_, d) => setCaseNumber(d.value)} />
              </Field>
            )}
            {deciding.kind !== 'state' && (
              <Field label={t('decision.conditions')}>
                <Textarea
                  rows={2}
                  resize='vertical'
                  value={conditions}
                  onChange={(_, d) => setConditions(d.value)}
                />
              </Field>
            )}
            <Refusals refusals={local.length ? local : refusals} />
            <p style={{ margin: 0 }}>{t('decision.binds')}</p>
          </DialogContent>
          <DialogActions>
            <Button onClick={() => setClosing({})}>{t('app.cancel')}</Button>
            <Button
              appearance='primary'
              disabledFocusable={busy || local.length > 0 || (needsReason(outcome) && !grounds.trim())}
              onClick={() => void send()}
            >
              {t('decision.confirm')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
