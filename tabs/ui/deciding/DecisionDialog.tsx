/** Makes a decision: the outcome, its wording and reasons. It binds others, so it is confirmed once. */
import {
  Button,
  Checkbox,
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
import { decisions, type Outcome } from '#src/lists/decisions.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { needsReason } from '#src/rules/meetings/outcomes.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { newKey } from '../../act.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { KronorInput } from '../fields/KronorInput.tsx'
import { Refusals } from '../Refusals.tsx'
import { About, OwnShare } from './DecisionAbout.tsx'
import {
  asksAmount,
  choicesOf,
  type Deciding,
  type Draft,
  draftNameOf,
  matterIn,
  send,
  titleOf,
} from './decidingForm.ts'
import { useDraft } from './useDraft.ts'

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
  const begin = deciding.kind === 'gate' ? deciding.begin : undefined
  const kept = useDraft(draftNameOf(deciding, initiative.key), begin)
  const { draft, restored, clear } = kept
  const [agreed, setAgreed] = useState(false)
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const [busy, setBusy] = useState(false)
  const [key] = useState(newKey)
  const [closing, setClosing] = useState<{ number?: string | undefined }>()

  const choices = choicesOf(deciding)
  const wanted = draft.outcome ?? begin
  const chosen = choices.find((choice) => choice.outcome === wanted) ?? choices[0]
  if (!chosen) return null
  const { outcome, by, missing, raise } = chosen
  const write = (changes: Draft) => kept.write({ outcome, ...changes })
  const { mandate, party } = by
  const old = deciding.kind === 'supersede' ? deciding.old : undefined
  const suggested = t('decision.defaultWording', {
    post: mandate.title,
    number: initiative.number,
    initiative: initiative.title,
    matter: word('decisionMatters', matterIn(deciding)),
    outcome: word('outcomes', outcome).toLowerCase(),
  })
  const wording = draft.wording ?? (old?.outcome === outcome ? old.wording : suggested)
  const asked = asksAmount(deciding, outcome)
  const usual =
    deciding.kind === 'financing'
      ? (deciding.totalKr ?? initiative.costHighKr ?? null)
      : (old?.totalKr ?? old?.amountKr ?? null)
  const amountKr = draft.amountKr === undefined ? usual : draft.amountKr
  const usualCase = deciding.kind === 'ideaToRollout' ? (initiative.ideaCaseNumber ?? '') : ''
  const caseNumber = draft.caseNumber ?? usualCase
  const reasoned = old !== undefined || needsReason(outcome)
  const mustAgree = mandate.needsAgreement === true && outcome !== 'escalate'
  const forum = mandate.forum?.title ?? t('refusal.theForum')
  // What isn't filled in yet can't go forward, and says so; nobody is led to screen out instead.
  const local: Refusal[] =
    missing.length > 0 && deciding.kind === 'gate'
      ? [{ why: 'missing', matter: deciding.gate, needs: missing }]
      : []
  const unready =
    local.length > 0 ||
    !wording.trim() ||
    (reasoned && !draft.grounds?.trim()) ||
    (mustAgree && !agreed) ||
    (asked === 'required' && amountKr === null)

  const decide = async () => {
    setBusy(true)
    const said = { ...draft, outcome, wording, amountKr, caseNumber, agreed: mustAgree && agreed }
    const answer = await send(session.acting.act, deciding, initiative, said, key)
    setBusy(false)
    if ('refusals' in answer) return setRefusals(answer.refusals)
    await clear()
    setClosing({
      number: 'done' in answer ? answer.done.decisions?.find((d) => d.key === key)?.number : undefined,
    })
  }

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
          <DialogTitle>{titleOf(deciding, initiative, words)}</DialogTitle>
          <DialogContent style={{ display: 'grid', gap: 12, alignContent: 'start' }}>
            <About by={by} initiative={initiative} old={old} />
            {deciding.kind === 'gate' && deciding.instead && <Refusals refusals={deciding.instead} />}
            {restored && <div role='status'>{t('decision.draftKept')}</div>}
            {choices.length > 1 && (
              <Field label={t('decision.outcome')}>
                <RadioGroup value={outcome} onChange={(_, d) => write({ outcome: d.value as Outcome })}>
                  {choices.map((choice) => (
                    <Radio
                      key={choice.outcome}
                      value={choice.outcome}
                      label={
                        old?.outcome === choice.outcome
                          ? t('decision.sameOutcome', { outcome: word('outcomes', choice.outcome) })
                          : word('outcomes', choice.outcome)
                      }
                    />
                  ))}
                </RadioGroup>
              </Field>
            )}
            {raise && <div>{t('decision.raisedTo', { forum: raise.title })}</div>}
            {asked && (
              <Field
                label={party ? t('decision.total') : t('decision.amount')}
                required={asked === 'required'}
              >
                <KronorInput value={amountKr ?? undefined} change={(kr) => write({ amountKr: kr })} />
              </Field>
            )}
            {asked && party && amountKr !== null && (
              <OwnShare party={party} amountKr={amountKr} initiative={initiative} />
            )}
            <Field label={t('decision.wording')} required>
              <Textarea
                rows={5}
                resize='vertical'
                value={wording}
                onChange={(_, d) => write({ wording: d.value })}
              />
            </Field>
            <Field
              label={t('decision.grounds')}
              required={reasoned}
              {...(reasoned && !draft.grounds && { hint: t('decision.reasonNeeded') })}
            >
              <Textarea
                rows={2}
                resize='vertical'
                value={draft.grounds ?? ''}
                onChange={(_, d) => write({ grounds: d.value })}
              />
            </Field>
            {(party ?? (deciding.kind === 'ideaToRollout' || undefined)) && (
              <Field label={label(decisions, 'caseNumber')}>
                <Input value={caseNumber} onChange={(_, d) => write({ caseNumber: d.value })} />
              </Field>
            )}
            {deciding.kind !== 'state' && (
              <Field label={t('decision.conditions')}>
                <Textarea
                  rows={2}
                  resize='vertical'
                  value={draft.conditions ?? ''}
                  onChange={(_, d) => write({ conditions: d.value })}
                />
              </Field>
            )}
            {mustAgree && (
              <Checkbox
                required
                label={t('decision.agreed', { forum })}
                checked={agreed}
                onChange={(_, d) => setAgreed(d.checked === true)}
              />
            )}
            <Refusals refusals={local.length ? local : refusals} />
            <p style={{ margin: 0 }}>{t('decision.binds')}</p>
          </DialogContent>
          <DialogActions>
            <Button onClick={() => setClosing({})}>{t('app.cancel')}</Button>
            <Button appearance='primary' disabledFocusable={busy || unready} onClick={() => void decide()}>
              {t('decision.confirm')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
