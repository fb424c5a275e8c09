/** The region's process on its own demo: decided when the portfolio's board agrees, raised when it doesn't, and health care's check beside it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { initiatives, type InitiativeDraft } from '#src/lists/initiatives.ts'
import { type ActionArgs, type ActionName, runAction } from '#src/actions/index.ts'
import { entraIdOf } from '#scripts/demo/installation.ts'
import { asItStands } from '#test/fixtures/needs.ts'
import { refusalsOf, setUpStand, type Stand, whysOf } from '#test/fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('region')
})
afterAll(() => stand.close())

/** Persons of the region's demo. */
const ids = { owner: 'p-106', otherOwner: 'p-107', chief: 'p-102', top: 'p-101', health: 'p-105' } as const
type Who = keyof typeof ids
const person = (who: Who) => ({ id: entraIdOf(ids[who]), name: who })

const act = <N extends ActionName>(who: Who, name: N, args: ActionArgs<N>) =>
  runAction(stand.work('employee', { me: person(who), today: '2026-11-02' }), name, args)

let made = 0
async function aNeed(values: Partial<InitiativeDraft> = {}) {
  const key = `r-${++made}`
  const unit = { key: 'u-rv-pv', title: 'Primärvården' }
  const { item } = await stand.store.create(initiatives, {
    key,
    title: `Behov ${made}`,
    number: `R-${made}`,
    stage: 'need',
    state: 'active',
    portfolio: { key: 'pf-vp', title: 'Vårdproduktion' },
    need: 'Mätvärden når inte journalen',
    unit,
    contact: person('owner'),
    ...values,
  })
  return item
}

const words = { wording: 'Så beslutas.', grounds: 'Därför.' } as const
type Gate = Pick<ActionArgs<'decideGate'>, 'gate' | 'outcome' | 'agreed'>
const decide = (who: Who, initiative: string, gate: Gate) =>
  act(who, 'decideGate', { initiative, ...gate, ...words })

test('the owner decides when the board agrees, and says so', async () => {
  const { key } = await aNeed()
  const goOn = { gate: 'intake', outcome: 'goOn' } as const
  expect(await refusalsOf(decide('owner', key, goOn))).toEqual([
    { why: 'noAgreement', forum: expect.objectContaining({ key: 'f-pl-vp' }) },
  ])
  const done = await decide('owner', key, { ...goOn, agreed: true })
  expect(done.initiatives?.[0]?.stage).toBe('intake')
  expect(done.decisions?.[0]).toMatchObject({ agreed: true, kind: 'delegated', forum: { key: 'f-pl-vp' } })
})

test('nobody decides in another’s portfolio', async () => {
  const { key } = await aNeed()
  expect(await whysOf(decide('otherOwner', key, { gate: 'intake', outcome: 'goOn', agreed: true }))).toEqual([
    'notYourMandate',
  ])
})

test('a gate of the other process is none of its gates', async () => {
  const { key } = await aNeed()
  expect(await whysOf(decide('owner', key, { gate: 'BP1', outcome: 'goOn', agreed: true }))).toContain(
    'noGate',
  )
})

test('no agreement: raised to the director, and on, with its history', async () => {
  const { key } = await aNeed({ stage: 'prioritisation' })
  await decide('owner', key, { gate: 'phase', outcome: 'escalate' })
  expect(await whysOf(decide('owner', key, { gate: 'phase', outcome: 'wait', agreed: true }))).toEqual([
    'notYourMandate',
  ])
  await decide('chief', key, { gate: 'phase', outcome: 'escalate' })
  expect(await whysOf(decide('top', key, { gate: 'phase', outcome: 'escalate' }))).toContain('nowhereToRaise')
  await decide('top', key, { gate: 'phase', outcome: 'remit' })
  const { initiative, decisions } = await asItStands(stand, key)
  expect(initiative.stage).toBe('intake')
  expect(decisions.map((d) => [d.outcome, d.raisedTo?.key, d.attempt])).toEqual([
    ['escalate', 'f-dd', 1],
    ['escalate', 'f-ksl', 2],
    ['remit', undefined, 3],
  ])
})

test('what was raised may be taken back by whoever raised it', async () => {
  const { key } = await aNeed({ stage: 'prioritisation' })
  const done = await decide('owner', key, { gate: 'phase', outcome: 'escalate' })
  const decision = done.decisions?.[0]?.key ?? ''
  await act('owner', 'supersedeDecision', { decision, outcome: 'annul', agreed: true, ...words })
  const waits = await decide('owner', key, { gate: 'phase', outcome: 'wait', agreed: true })
  expect(waits.initiatives?.[0]?.stage).toBe('prioritisation')
})

test('the concept phase is skipped only with what it would have answered', async () => {
  const { key } = await aNeed({ stage: 'prioritisation' })
  const missing = async (outcome: 'toConcept' | 'toDevelopment') =>
    (await refusalsOf(decide('owner', key, { gate: 'phase', outcome, agreed: true }))).flatMap((r) =>
      r.why === 'missing' ? r.needs : [],
    )
  const [concept, development] = [await missing('toConcept'), await missing('toDevelopment')]
  expect(concept).toContain('benefitsWithOwner')
  expect(development).toEqual([...concept, ...development.filter((need) => !concept.includes(need))])
  expect(development).toContain('union')
})

test('pausing, stopping and reopening in every stage', async () => {
  for (const stage of ['need', 'intake', 'prioritisation', 'concept', 'development', 'rollout'] as const) {
    const { key } = await aNeed({ stage })
    for (const [change, state] of [
      ['pause', 'paused'],
      ['reopen', 'active'],
      ['stop', 'stopped'],
      ['reopen', 'active'],
    ] as const) {
      const done = await act('owner', 'decideState', { initiative: key, change, agreed: true, ...words })
      expect([stage, done.initiatives?.[0]?.state]).toEqual([stage, state])
    }
  }
})

test('health care decides beside the gates, by its own case number', async () => {
  const { key } = await aNeed({ stage: 'concept', ideaDay: '2026-12-01' })
  const grant = { initiative: key, outcome: 'grant', ...words } as const
  expect(await whysOf(act('owner', 'decideIdeaToRollout', grant))).toContain('notYourMandate')
  expect(await refusalsOf(act('health', 'decideIdeaToRollout', grant))).toEqual([
    { why: 'missing', matter: 'ideaToRollout', needs: ['ideaCaseNumber'] },
  ])
  const done = await act('health', 'decideIdeaToRollout', { ...grant, caseNumber: 'RS 2026-04711' })
  expect(done.initiatives?.[0]).toMatchObject({
    stage: 'concept',
    ideaDecision: { key: done.decisions?.[0]?.key },
  })
  expect(done.decisions?.[0]?.caseNumber).toBe('RS 2026-04711')
})
