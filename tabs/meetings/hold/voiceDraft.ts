/** What is filled in for the authorities of a joint matter, beside the rest of the decision's form. */
import type { ItemOutcome } from '#src/lists/meetings.ts'
import type { Voice } from '#src/lists/voices.ts'
import { isGiven } from '#src/rules/meetings/voices.ts'
import type { EffectChoice, EffectDraft } from './effects.ts'
import type { DecisionDraft, VoiceDraft } from './useDecision.ts'
import type { VoiceRow, VoiceRows } from './useVoices.ts'

/** One no, and nothing is granted: the outcome follows, while the others keep what they have said. */
export function withVoice(
  draft: DecisionDraft,
  {
    row,
    changes,
    rows,
    effect,
  }: { row: VoiceRow; changes: VoiceDraft; rows: VoiceRows; effect: EffectDraft },
): DecisionDraft {
  const voices = { ...draft.voices, [row.key]: { ...draft.voices?.[row.key], ...changes } }
  const saysYes = draft.outcome === 'grant' || draft.outcome === 'support'
  if (changes.says !== 'refuse' || !saysYes) return { ...draft, voices }
  const { wording: _, ...rest } = draft
  const kept = rows.parties.map(({ key, says }): [string, VoiceDraft] => [key, { says, ...voices[key] }])
  return {
    ...rest,
    outcome: 'refuse',
    effect: { ...effect, choice: refused(effect.choice) },
    voices: { ...voices, ...Object.fromEntries(kept) },
  }
}

/** Another outcome: wording and effect begin anew. Who said no doesn't say so to a yes. */
export function withOutcome(draft: DecisionDraft, outcome: ItemOutcome): DecisionDraft {
  const { effect: _effect, wording: _wording, voices, ...rest } = draft
  if (!voices || (outcome !== 'grant' && outcome !== 'support'))
    return { ...rest, ...(voices && { voices }), outcome }
  const kept = Object.entries(voices).map(([key, { says, ...words }]): [string, VoiceDraft] => [
    key,
    { ...words, ...(says !== undefined && says !== 'refuse' && { says }) },
  ])
  return { ...rest, voices: Object.fromEntries(kept), outcome }
}

const refused = (choice: EffectChoice): EffectChoice =>
  choice.startsWith('gate/') ? (choice.replace(/[^/]+$/, 'refuse') as EffectChoice) : choice

/** As the server is asked. */
export const saidArgs = (voices: readonly Voice[]) =>
  voices.filter(isGiven).map(({ party, by, says, wording, caseNumber }) => ({
    party: party.key,
    by: { id: by.id, name: by.name },
    says,
    ...(wording && { wording }),
    ...(caseNumber && { caseNumber }),
  }))
