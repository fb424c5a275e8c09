/** What each kind of decision asks of the person, and the action that makes it. */
import type { Decision, DecisionMatter, Outcome } from '#src/lists/decisions.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { By, Choice } from '#src/rules/deciding/deciding.ts'
import { type GateName, gateOf, movesForward } from '#src/rules/gates.ts'
import type { StateChange } from '#src/rules/processes.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { inSentence } from '#src/text/refusals.ts'
import type { Words } from '#src/text/words.ts'
import type { Acting, Answer } from '../../act.ts'
import { decisionDraftName } from '../../decisionDraft.ts'

export type Deciding =
  /**
   * `begin`: the outcome asked for already, whatever was half written about another. `instead`: why it can't be the one
   * that was asked for.
   */
  | { kind: 'gate'; gate: GateName; choices: Choice[]; begin?: Outcome; instead?: Refusal[] }
  | { kind: 'state'; change: StateChange; by: By }
  /** `totalKr`: what the parties before have decided about. */
  | { kind: 'financing'; by: By; totalKr?: number | undefined }
  | { kind: 'ideaToRollout'; by: By }
  | { kind: 'supersede'; old: Decision; choices: Choice[] }

/** What the person fills in; kept while the page is closed. */
export interface Draft {
  outcome?: Outcome
  wording?: string
  grounds?: string
  conditions?: string
  caseNumber?: string
  amountKr?: number | null
}

export function choicesOf(deciding: Deciding): Choice[] {
  if (deciding.kind === 'gate' || deciding.kind === 'supersede') return deciding.choices
  const of = (outcome: Outcome): Choice => ({ outcome, by: deciding.by, missing: [] })
  if (deciding.kind === 'state') return [of(deciding.change)]
  return deciding.kind === 'financing' ? [of('grant'), of('refuse')] : [of('grant'), of('wait'), of('refuse')]
}

/** Where the draft is kept: one for each matter, or for each decision replaced. */
export function draftNameOf(deciding: Deciding, initiative: string): string {
  switch (deciding.kind) {
    case 'gate':
      return decisionDraftName(initiative, deciding.gate)
    case 'state':
      return decisionDraftName(initiative, deciding.change)
    case 'financing':
      return decisionDraftName(initiative, 'decideFinancing')
    case 'ideaToRollout':
      return decisionDraftName(initiative, 'decideIdeaToRollout')
    case 'supersede':
      return decisionDraftName(deciding.old.key, 'supersedeDecision')
  }
}

export function titleOf(deciding: Deciding, { title }: Initiative, { t, word }: Words): string {
  switch (deciding.kind) {
    case 'gate':
      return t('decision.title', { gate: inSentence(word('decisionMatters', deciding.gate)) })
    case 'state':
      return t('decision.titleState', { what: word('outcomes', deciding.change), title })
    case 'financing':
      return t('decision.titleFinancing')
    case 'ideaToRollout':
      return t('decision.titleIdea')
    case 'supersede':
      return t('decision.titleSupersede', { number: deciding.old.number })
  }
}

/** Whether the decision is about money: a financing, or a step that commits some of a portfolio's. */
export function asksAmount(deciding: Deciding, outcome: Outcome): 'required' | 'optional' | undefined {
  if (deciding.kind === 'financing') return outcome === 'grant' ? 'required' : 'optional'
  if (deciding.kind === 'gate')
    return gateOf(deciding.gate).raises && movesForward(deciding.gate, outcome) ? 'optional' : undefined
  return deciding.kind === 'supersede' && deciding.old.amountKr !== undefined && outcome !== 'annul'
    ? 'required'
    : undefined
}

/** Asks the server to make the decision. */
export function send(
  act: Acting['act'],
  deciding: Deciding,
  initiative: Initiative,
  said: Required<Pick<Draft, 'wording' | 'outcome'>> & Draft & { agreed: boolean },
  key: string,
): Promise<Answer> {
  const { wording, outcome, grounds, conditions, caseNumber, amountKr } = said
  const words = {
    wording,
    ...(grounds && { grounds }),
    ...(caseNumber && { caseNumber }),
    ...(said.agreed && { agreed: true }),
  }
  const full = { ...words, ...(conditions && { conditions }) }
  const amount = typeof amountKr === 'number' ? { amountKr } : {}
  const seen = { [initiative.key]: initiative.version }
  const about = { initiative: initiative.key }
  switch (deciding.kind) {
    case 'gate':
      return act(
        'decideGate',
        { ...about, ...full, gate: deciding.gate, outcome, ...(asksAmount(deciding, outcome) && amount) },
        seen,
        key,
      )
    case 'state':
      return act('decideState', { ...about, ...words, change: deciding.change }, seen, key)
    case 'financing':
      return act(
        'decideFinancing',
        { ...about, ...full, outcome: outcome as 'grant' | 'refuse', amountKr: amountKr ?? 0 },
        seen,
        key,
      )
    case 'ideaToRollout':
      return act(
        'decideIdeaToRollout',
        { ...about, ...full, outcome: outcome as 'grant' | 'refuse' | 'wait' },
        seen,
        key,
      )
    case 'supersede':
      return act(
        'supersedeDecision',
        {
          ...full,
          decision: deciding.old.key,
          outcome,
          grounds: grounds ?? '',
          ...(asksAmount(deciding, outcome) && amount),
        },
        seen,
        key,
      )
  }
}

/** The matter that is decided. */
export function matterIn(deciding: Deciding): DecisionMatter {
  if (deciding.kind === 'gate') return deciding.gate
  return deciding.kind === 'supersede' ? deciding.old.matter : deciding.kind
}
