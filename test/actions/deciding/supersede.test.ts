/** A decision is superseded by a new one, never edited; and an investigation that has ended may be prepared anew. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ActionArgs } from '#src/actions/index.ts'
import { aNeed, asItStands } from '#test/fixtures/needs.ts'
import { refusalsOf, setUpStand, type Stand, type Who, whysOf } from '#test/fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

const words = { wording: 'Så beslutas.', grounds: 'Därför.' } as const
type Gate = Pick<ActionArgs<'decideGate'>, 'gate' | 'outcome'>
const decide = async (who: Who, initiative: string, { gate, outcome }: Gate) => {
  const done = await stand.act(who, 'decideGate', { initiative, gate, outcome, ...words })
  return done.decisions?.find((d) => d.matter === gate && d.outcome === outcome)?.key ?? ''
}
const supersede = (
  who: Who,
  decision: string,
  outcome: ActionArgs<'supersedeDecision'>['outcome'],
  more: Partial<ActionArgs<'supersedeDecision'>> = {},
) => stand.act(who, 'supersedeDecision', { decision, outcome, ...words, ...more })

test('an annulled BP2 puts the need back at the stage it left, and both decisions stand written', async () => {
  const { key } = await aNeed(stand, { stage: 'screening' })
  const old = await decide('digitalManager', key, { gate: 'BP2', outcome: 'investigate' })
  await supersede('digitalManager', old, 'annul')
  const { initiative, decisions, trail } = await asItStands(stand, key)
  expect([initiative.stage, initiative.state]).toEqual(['screening', 'active'])
  expect(decisions.map((d) => [d.outcome, d.supersedes?.key])).toEqual([
    ['investigate', undefined],
    ['annul', old],
  ])
  expect(trail.filter((t) => t.kind === 'stage').map((t) => [t.from, t.to])).toEqual([
    ['Grovsållning', 'Beredning'],
    ['Beredning', 'Grovsållning'],
  ])
  await decide('digitalManager', key, { gate: 'BP2', outcome: 'investigate' })
  expect((await asItStands(stand, key)).initiative.stage).toBe('preparation')
})

test('another outcome begins from where the old decision began', async () => {
  const { key } = await aNeed(stand)
  const old = await decide('homeCareManager', key, { gate: 'BP1', outcome: 'screenOut' })
  await supersede('homeCareManager', old, 'goOn')
  const { initiative } = await asItStands(stand, key)
  expect([initiative.stage, initiative.state]).toEqual(['screening', 'active'])
})

test('new words move nothing, also when the initiative has moved on', async () => {
  const { key } = await aNeed(stand)
  const old = await decide('homeCareManager', key, { gate: 'BP1', outcome: 'goOn' })
  await decide('digitalManager', key, { gate: 'BP2', outcome: 'investigate' })
  await supersede('homeCareManager', old, 'goOn', { wording: 'Rättad lydelse.' })
  const { initiative, decisions } = await asItStands(stand, key)
  expect(initiative.stage).toBe('preparation')
  expect(decisions.map((d) => d.wording)).toEqual(['Så beslutas.', 'Så beslutas.', 'Rättad lydelse.'])
})

test('what has been followed by more is not undone', async () => {
  const { key } = await aNeed(stand)
  const old = await decide('homeCareManager', key, { gate: 'BP1', outcome: 'goOn' })
  await decide('digitalManager', key, { gate: 'BP2', outcome: 'investigate' })
  expect(await refusalsOf(supersede('homeCareManager', old, 'annul'))).toEqual([
    { why: 'movedOn', stage: 'preparation', state: 'active' },
  ])
})

test('nobody else supersedes it, and nobody does so twice', async () => {
  const { key } = await aNeed(stand)
  const old = await decide('homeCareManager', key, { gate: 'BP1', outcome: 'goOn' })
  expect(await whysOf(supersede('digitalManager', old, 'annul'))).toEqual(['notYourMandate'])
  expect(await whysOf(supersede('homeCareManager', 'none', 'annul'))).toEqual(['notFound'])
  await supersede('homeCareManager', old, 'annul')
  expect(await whysOf(supersede('homeCareManager', old, 'annul'))).toEqual(['alreadySuperseded'])
})

test('asked twice with one key, it is done once', async () => {
  const { key } = await aNeed(stand)
  const old = await decide('homeCareManager', key, { gate: 'BP1', outcome: 'goOn' })
  const args = { decision: old, outcome: 'annul', ...words } as const
  await stand.act('homeCareManager', 'supersedeDecision', args, { key: `again-${key}` })
  await stand.act('homeCareManager', 'supersedeDecision', args, { key: `again-${key}` })
  expect((await asItStands(stand, key)).decisions).toHaveLength(2)
})

test('an annulled financing is asked for again by BP4', async () => {
  const { key } = await aNeed(stand, { stage: 'ready' })
  const pay = { initiative: key, outcome: 'grant', amountKr: 400_000, ...words } as const
  const done = await stand.act('director', 'decideFinancing', pay)
  const old = done.decisions?.[0]?.key ?? ''
  await supersede('director', old, 'grant', { amountKr: 300_000 })
  const raised = await asItStands(stand, key)
  expect(raised.decisions.at(-1)).toMatchObject({ amountKr: 300_000, supersedes: { key: old } })
  expect(raised.initiative.financing?.key).toBe(raised.decisions.at(-1)?.key)
  await supersede('director', raised.decisions.at(-1)?.key ?? '', 'annul')
  expect((await asItStands(stand, key)).initiative.financing).toBeUndefined()
  const start = { initiative: key, gate: 'BP4', outcome: 'handOver', ...words } as const
  expect(await refusalsOf(stand.act('director', 'decideGate', start))).toEqual([
    { why: 'missing', matter: 'BP4', needs: ['financing'] },
  ])
})

test('an investigation that has ended is prepared anew, with its number and without its financing', async () => {
  const { key, number } = await aNeed(stand, {
    stage: 'delivery',
    type: 'investigation',
    financing: { key: 'f', title: '2024-0001' },
  })
  await decide('digitalManager', key, { gate: 'benefitsStart', outcome: 'close' })
  expect((await asItStands(stand, key)).initiative.stage).toBe('closed')
  await decide('digitalManager', key, { gate: 'reentry', outcome: 'reenter' })
  const { initiative } = await asItStands(stand, key)
  expect([initiative.stage, initiative.number, initiative.financing]).toEqual([
    'preparation',
    number,
    undefined,
  ])
})

test('what was no investigation stays closed', async () => {
  const { key } = await aNeed(stand, { stage: 'closed' })
  expect(await whysOf(decide('digitalManager', key, { gate: 'reentry', outcome: 'reenter' }))).toEqual([
    'noGate',
  ])
})
