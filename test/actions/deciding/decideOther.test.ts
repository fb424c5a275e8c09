/** Pausing, stopping and taking up again; financing within the mandate. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aNeed, asItStands } from '#test/fixtures/needs.ts'
import { refusalsOf, setUpStand, type Stand, whysOf } from '#test/fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

const wording = 'Så beslutas.'
const grounds = 'Därför.'

describe('the state of a need', () => {
  test('is paused, stopped and taken up again where it was, each with its reason and trail', async () => {
    const { key } = await aNeed(stand)
    for (const [change, state] of [
      ['pause', 'paused'],
      ['stop', 'stopped'],
      ['reopen', 'active'],
    ] as const) {
      const args = { initiative: key, change, wording }
      expect(await whysOf(stand.act('homeCareManager', 'decideState', args))).toEqual(['reasonMissing'])
      const done = await stand.act('homeCareManager', 'decideState', { ...args, grounds })
      expect(done.initiatives?.[0]).toMatchObject({ stage: 'collection', state })
    }
    const { trail, decisions } = await asItStands(stand, key)
    expect(trail.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['state', 'Aktiv', 'Pausad'],
      ['state', 'Pausad', 'Stoppad'],
      ['state', 'Stoppad', 'Aktiv'],
    ])
    expect(decisions.map((d) => [d.attempt, d.grounds])).toEqual([1, 2, 3].map((n) => [n, grounds]))
  })

  test('a screened-out need is taken up again in the stage it left, and goes on', async () => {
    const { key } = await aNeed(stand)
    const gate = { initiative: key, gate: 'BP1', wording, grounds } as const
    await stand.act('homeCareManager', 'decideGate', { ...gate, outcome: 'screenOut' })
    await stand.act('homeCareManager', 'decideState', { initiative: key, change: 'reopen', wording, grounds })
    const done = await stand.act('homeCareManager', 'decideGate', { ...gate, outcome: 'goOn' })
    expect(done.initiatives?.[0]).toMatchObject({ stage: 'screening', state: 'active' })
  })

  test.for([
    { says: 'active', state: 'active', change: 'reopen', whys: ['wrongState'] },
    { says: 'stopped', state: 'stopped', change: 'pause', whys: ['wrongState'] },
    { says: 'paused', state: 'paused', change: 'pause', whys: ['wrongState'] },
  ] as const)('$change is refused for a need that is $says', async ({ state, change, whys }) => {
    const { key } = await aNeed(stand, { state })
    const args = { initiative: key, change, wording, grounds }
    expect(await whysOf(stand.act('homeCareManager', 'decideState', args))).toEqual(whys)
  })

  test('two who pause at the same moment pause it once', async () => {
    const { key } = await aNeed(stand)
    const pause = () =>
      stand.act('homeCareManager', 'decideState', { initiative: key, change: 'pause', wording, grounds })
    const ended = await Promise.allSettled([pause(), pause()])
    expect(ended.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const now = await asItStands(stand, key)
    expect([now.initiative.state, now.decisions.length]).toEqual(['paused', 1])
  })

  test.for([
    { says: 'run by somebody else', values: { external: true }, why: 'external' },
    { says: 'archived', values: { archived: true }, why: 'archived' },
    { says: 'closed', values: { stage: 'closed' }, why: 'noGate' },
  ] as const)('a need that is $says is not paused', async ({ values, why }) => {
    const { key } = await aNeed(stand, values)
    const args = { initiative: key, change: 'pause', wording, grounds } as const
    expect(await whysOf(stand.act('homeCareManager', 'decideState', args))).toContain(why)
  })

  test('an employee pauses nothing', async () => {
    const { key } = await aNeed(stand)
    const args = { initiative: key, change: 'pause', wording, grounds } as const
    expect(await whysOf(stand.act('employee', 'decideState', args))).toEqual(['notYourMandate'])
  })
})

describe('financing', () => {
  const granted = (initiative: string, amountKr: number) =>
    ({ initiative, outcome: 'grant', amountKr, wording }) as const

  test('is granted up to the amount of the mandate and stands on the need', async () => {
    const { key } = await aNeed(stand, { stage: 'ready' })
    await stand.act('director', 'decideFinancing', granted(key, 5_000_000))
    const now = await asItStands(stand, key)
    expect(now.decisions).toMatchObject([{ matter: 'financing', amountKr: 5_000_000, kind: 'delegated' }])
    expect(now.initiative.financing).toEqual({ key: now.decisions[0]?.key, title: now.decisions[0]?.number })
    expect(now.initiative.stage).toBe('ready')
    expect(now.trail).toMatchObject([{ kind: 'money', to: '5000000' }])
  })

  test('over the amount is refused, and says how much the mandate holds', async () => {
    const { key } = await aNeed(stand, { stage: 'ready' })
    expect(await refusalsOf(stand.act('director', 'decideFinancing', granted(key, 5_000_001)))).toEqual([
      { why: 'overAmount', amountKr: 5_000_001, maxKr: 5_000_000 },
    ])
  })

  test('refused leaves the need without financing, asks for a reason, and may be granted later', async () => {
    const { key } = await aNeed(stand, { stage: 'ready' })
    const no = { initiative: key, outcome: 'refuse', amountKr: 100, wording } as const
    expect(await whysOf(stand.act('director', 'decideFinancing', no))).toEqual(['reasonMissing'])
    await stand.act('director', 'decideFinancing', { ...no, grounds })
    const refused = await asItStands(stand, key)
    expect([refused.initiative.financing, refused.trail.map(({ kind }) => kind)]).toEqual([
      undefined,
      ['decision'],
    ])
    await stand.act('director', 'decideFinancing', granted(key, 100))
    expect((await asItStands(stand, key)).initiative.financing?.title).toMatch(/^2024-/)
  })

  test.for([
    { says: 'less than nothing', amountKr: -1 },
    { says: 'half a krona', amountKr: 0.5 },
    { says: 'more than a number holds', amountKr: 1e20 },
    { says: 'a text', amountKr: '100' as unknown as number },
  ])('$says is no amount', async ({ amountKr }) => {
    const { key } = await aNeed(stand, { stage: 'ready' })
    expect(await refusalsOf(stand.act('director', 'decideFinancing', granted(key, amountKr)))).toMatchObject([
      { why: 'invalid', problems: [{ field: 'amountKr' }] },
    ])
  })

  test('a home care manager does not grant it', async () => {
    const { key } = await aNeed(stand, { stage: 'ready' })
    expect(await whysOf(stand.act('homeCareManager', 'decideFinancing', granted(key, 1)))).toEqual([
      'notYourMandate',
    ])
  })

  test('of an archived need is not decided', async () => {
    const { key } = await aNeed(stand, { archived: true })
    expect(await whysOf(stand.act('director', 'decideFinancing', granted(key, 1)))).toEqual(['archived'])
  })
})
