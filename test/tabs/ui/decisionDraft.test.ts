/** A decision that was sent later and refused goes back to the dialog it was written in. */
import { expect, test } from 'vitest'
import { decisionDraftOf } from '#tabs/decisionDraft.ts'
import { type Deciding, draftNameOf } from '#tabs/ui/deciding/decidingForm.ts'
import { aDecision } from '../../fixtures/initiatives.ts'
import { aMandate, director } from '../../fixtures/organisation.ts'

const by = { mandate: aMandate({ matter: 'start', scope: 'any', holder: director }) }
const said = { wording: 'Så beslutas.', grounds: 'Därför.' }

test.for<{ name: string; args: object; deciding: Deciding }>([
  {
    name: 'decideGate',
    args: { initiative: 'i', gate: 'BP1' },
    deciding: { kind: 'gate', gate: 'BP1', choices: [] },
  },
  {
    name: 'decideState',
    args: { initiative: 'i', change: 'pause' },
    deciding: { kind: 'state', change: 'pause', by },
  },
  { name: 'decideFinancing', args: { initiative: 'i' }, deciding: { kind: 'financing', by } },
  { name: 'decideIdeaToRollout', args: { initiative: 'i' }, deciding: { kind: 'ideaToRollout', by } },
  {
    name: 'supersedeDecision',
    args: { decision: 'decision-2024-0001' },
    deciding: { kind: 'supersede', old: aDecision(), choices: [] },
  },
])('what was said in $name is found where its dialog looks', ({ name, args, deciding }) => {
  const kept = decisionDraftOf({ name, args: { ...args, ...said } })
  expect(kept).toEqual({ name: draftNameOf(deciding, 'i'), said })
})

test('other actions have drafts of their own', () => {
  expect(decisionDraftOf({ name: 'endorse', args: { initiative: 'i', party: 'u' } })).toBeUndefined()
})
