/** Two at once, and processes that die between two writes: at every request, there is one decision and it is carried out once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyDecisions, applyDecisionsSince } from '#src/actions/deciding/applyDecisions.ts'
import { runAction } from '#src/actions/index.ts'
import { decisions } from '#src/lists/decisions.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { listStore } from '#src/graph/listStore.ts'
import { Refused } from '#src/rules/refusal.ts'
import { type Interrupted, Killed, killedAt, lostAt, meanwhileAt } from '#test/fixtures/interrupted.ts'
import { aNeed, asItStands } from '#test/fixtures/needs.ts'
import { setUpStand, type Stand, TODAY, type Who } from '#test/fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

/** No gate here asks for a business case. */
const brief = { business: false }
const wording = 'Så beslutas.'
const BP1 = (initiative: string) => ({ initiative, gate: 'BP1', outcome: 'goOn', wording }) as const
const BP2 = (initiative: string) => ({ initiative, gate: 'BP2', outcome: 'investigate', wording }) as const

/** Why it was refused, or `done`; anything else than a refusal fails the test. */
const ended = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof Refused) return error.refusals.map(({ why }) => why).join()
      throw error
    },
  )

/** Interrupts at the first request, the second, and so on, until the work is over before it is reached. */
async function atEveryRequest(
  interrupt: (at: number) => Interrupted,
  work: (interrupted: Interrupted, at: number) => Promise<void>,
) {
  let at = 0
  for (let reached = true; reached; ) {
    const interrupted = interrupt(++at)
    await work(interrupted, at)
    reached = interrupted.reached()
  }
  return at - 1
}

const decideAs = (who: Who, initiative: string, given = {}) =>
  runAction(stand.work(who, given), 'decideGate', BP1(initiative))

describe('asked twice', () => {
  test('with the same key, one after the other, is decided once and answered alike', async () => {
    const { key } = await aNeed(stand, {}, brief)
    const given = { key: 'asked-twice' }
    const first = await decideAs('homeCareManager', key, given)
    const second = await decideAs('homeCareManager', key, given)
    expect(second).toEqual(first)
    const now = await asItStands(stand, key)
    expect([now.decisions.length, now.trail.length]).toEqual([1, 1])
  })

  test('with the same key, at the same moment, is decided once and nobody is refused', async () => {
    const { key } = await aNeed(stand, {}, brief)
    const given = { key: 'asked-at-once' }
    const asked = Array.from({ length: 4 }, () => ended(decideAs('homeCareManager', key, given)))
    expect(await Promise.all(asked)).toEqual(['done', 'done', 'done', 'done'])
    const now = await asItStands(stand, key)
    expect([now.decisions.length, now.trail.length, now.initiative.stage]).toEqual([1, 1, 'screening'])
  })

  test('with the same key about something else is refused, and what it stood for is left as it was', async () => {
    const [one, two] = [await aNeed(stand, {}, brief), await aNeed(stand, {}, brief)]
    await decideAs('homeCareManager', one.key, { key: 'one-key' })
    expect(await ended(decideAs('homeCareManager', two.key, { key: 'one-key' }))).toBe('alreadyDecided')
    const other = runAction(stand.work('digitalManager', { key: 'one-key' }), 'decideGate', BP2(one.key))
    expect(await ended(other)).toBe('alreadyDecided')
    expect((await asItStands(stand, two.key)).initiative.stage).toBe('collection')
    expect((await asItStands(stand, one.key)).decisions).toHaveLength(1)
  })
})

describe('two deciders', () => {
  test('at the same moment make one decision, and the other is told of it', async () => {
    for (let turn = 1; turn <= 5; turn++) {
      const { key } = await aNeed(stand, {}, brief)
      const conclusions = await Promise.all([
        ended(decideAs('homeCareManager', key)),
        ended(decideAs('homeCareManager', key)),
      ])
      expect(conclusions.toSorted()).toEqual(['alreadyDecided', 'done'])
      const now = await asItStands(stand, key)
      expect([now.decisions.length, now.trail.length, now.initiative.stage]).toEqual([1, 1, 'screening'])
    }
  })

  test('make one decision wherever in the one’s work the other’s falls', async () => {
    let key = ''
    const requests = await atEveryRequest(
      (at) => meanwhileAt(stand, at, () => ended(decideAs('homeCareManager', key))),
      async ({ store }) => {
        key = (await aNeed(stand, {}, brief)).key
        expect(['done', 'alreadyDecided']).toContain(await ended(decideAs('homeCareManager', key, { store })))
        const now = await asItStands(stand, key)
        expect([now.decisions.length, now.trail.length, now.initiative.stage]).toEqual([1, 1, 'screening'])
      },
    )
    expect(requests).toBeGreaterThan(6)
  })

  test('of different matters both keep what they decided, wherever they meet', async () => {
    let key = ''
    const finance = () =>
      stand.act('director', 'decideFinancing', { initiative: key, outcome: 'grant', amountKr: 1000, wording })
    await atEveryRequest(
      (at) => meanwhileAt(stand, at, finance),
      async ({ store, reached }) => {
        key = (await aNeed(stand, { stage: 'screening' }, brief)).key
        const work = stand.work('digitalManager', { store })
        expect(await ended(runAction(work, 'decideGate', BP2(key)))).toBe('done')
        if (!reached()) return
        const now = await asItStands(stand, key)
        const financing = now.decisions.find(({ matter }) => matter === 'financing')
        expect([now.initiative.stage, now.initiative.financing?.key]).toEqual(['preparation', financing?.key])
        expect(now.trail.map(({ kind }) => kind).toSorted()).toEqual(['money', 'stage'])
      },
    )
  })

  test('of one gate and one pause both keep what they decided, wherever they meet', async () => {
    let key = ''
    const pause = () =>
      ended(
        stand.act('homeCareManager', 'decideState', {
          initiative: key,
          change: 'pause',
          wording,
          grounds: 'Väntar.',
        }),
      )
    await atEveryRequest(
      (at) => meanwhileAt(stand, at, pause),
      async ({ store }) => {
        key = (await aNeed(stand, {}, brief)).key
        await ended(decideAs('homeCareManager', key, { store }))
        const now = await asItStands(stand, key)
        const made = (matter: string) => now.decisions.some((d) => d.matter === matter)
        expect([now.initiative.stage, now.initiative.state]).toEqual([
          made('BP1') ? 'screening' : 'collection',
          made('state') ? 'paused' : 'active',
        ])
        expect(now.trail.length).toBe(now.decisions.length)
      },
    )
  })

  test('of different needs get different numbers, without gaps', async () => {
    const needs = await Promise.all(Array.from({ length: 8 }, () => aNeed(stand, {}, brief)))
    const before = (await stand.store.all(decisions)).length
    await Promise.all(needs.map(({ key }) => decideAs('homeCareManager', key)))
    const numbers = (await stand.store.all(decisions)).map(({ number }) => number).toSorted()
    expect(numbers.slice(before)).toHaveLength(8)
    expect(numbers).toEqual(numbers.map((_, i) => `2024-${String(i + 1).padStart(4, '0')}`))
  })

  test('a number that somebody has changed by hand does not stop the next', async () => {
    const { key } = await aNeed(stand, {}, brief)
    const made = (await decideAs('homeCareManager', key)).decisions?.[0] ?? expect.fail('no decision')
    await stand.store.change(decisions, made, { number: '2024-tolv' })
    const other = await aNeed(stand, {}, brief)
    const next = (await decideAs('homeCareManager', other.key)).decisions?.[0]
    expect(next?.number).toMatch(/^2024-\d{4}$/)
    const { version } = await stand.store.again(decisions, made)
    await stand.store.change(
      decisions,
      { id: made.id, version },
      { number: made.number === next?.number ? '2024-9999' : made.number },
    )
  })
})

describe('a process that dies', () => {
  test.for([
    { says: 'before the request was sent', sent: false },
    { says: 'when the service had done what was asked', sent: true },
  ])('$says leaves nothing that the next run does not finish, at any write', async ({ sent }) => {
    const requests = await atEveryRequest(
      (at) => killedAt(stand, at, { sent }),
      async ({ store }, at) => {
        const { key } = await aNeed(stand, {}, brief)
        const asked = `killed-${sent}-${at}`
        await decideAs('homeCareManager', key, { store, key: asked }).catch((error: unknown) => {
          if (!(error instanceof Killed)) throw error
        })
        const left = await asItStands(stand, key)

        await applyDecisionsSince(stand.work('employee'), TODAY)
        const repaired = await asItStands(stand, key)
        const made = left.decisions.length
        expect([repaired.decisions.length, repaired.trail.length, repaired.initiative.stage]).toEqual([
          made,
          made,
          made === 1 ? 'screening' : 'collection',
        ])
        await applyDecisionsSince(stand.work('employee'), TODAY)
        expect(await asItStands(stand, key)).toEqual(repaired)

        await decideAs('homeCareManager', key, { key: asked })
        const now = await asItStands(stand, key)
        expect([now.decisions.length, now.trail.length, now.initiative.stage]).toEqual([1, 1, 'screening'])
        expect(now.initiative.changedBy).toEqual(stand.person('homeCareManager'))
        expect(now.trail[0]).toMatchObject({ person: stand.person('homeCareManager'), day: TODAY })
      },
    )
    expect(requests).toBe(3)
  })

  test.for([
    { says: 'before', sent: false },
    { says: 'after', sent: true },
  ])(
    'a connection that broke $says the service did its part ends well when asked again',
    async ({ sent }) => {
      await atEveryRequest(
        (at) => lostAt(stand, at, { sent }),
        async ({ store }, at) => {
          const { key } = await aNeed(stand, {}, brief)
          const given = { key: `lost-${sent}-${at}` }
          await decideAs('homeCareManager', key, { ...given, store }).catch(() => undefined)
          await decideAs('homeCareManager', key, given)
          const now = await asItStands(stand, key)
          expect([now.decisions.length, now.trail.length, now.initiative.stage]).toEqual([1, 1, 'screening'])
        },
      )
    },
  )

  test('what it left is finished before the next decision, by whoever makes it', async () => {
    const { key } = await aNeed(stand, {}, brief)
    await halfDecided(key)
    expect((await asItStands(stand, key)).initiative.stage).toBe('collection')
    await stand.act('digitalManager', 'decideGate', BP2(key))
    const now = await asItStands(stand, key)
    expect([now.initiative.stage, now.trail.length]).toEqual(['preparation', 2])
    expect(now.trail.map(({ person }) => person.name).toSorted()).toEqual(
      [stand.person('homeCareManager').name, stand.person('digitalManager').name].toSorted(),
    )
  })

  test('whoever finishes it late undoes nothing that was decided since, wherever they were', async () => {
    let key = ''
    const others = async () => {
      await applyDecisions(stand.work('employee'), key)
      await stand.act('digitalManager', 'decideGate', BP2(key))
    }
    const requests = await atEveryRequest(
      (at) => meanwhileAt(stand, at, others),
      async ({ store, reached }) => {
        key = (await aNeed(stand, {}, brief)).key
        await halfDecided(key)
        await applyDecisions(stand.work('employee', { store }), key)
        if (!reached()) return
        const now = await asItStands(stand, key)
        expect([now.initiative.stage, now.decisions.length, now.trail.length]).toEqual(['preparation', 2, 2])
      },
    )
    expect(requests).toBeGreaterThan(3)
  })

  test('what somebody wrote between the decision and its effect is kept', async () => {
    const need = await aNeed(stand, {}, brief)
    await halfDecided(need.key)
    const written = { changes: { comment: 'Skrivet emellan' }, base: {} }
    await stand.act('developmentLead', 'prepareInitiative', { initiative: need.key, ...written })
    const now = await applyDecisions(stand.work('employee'), need.key)
    expect([now.stage, now.comment]).toEqual(['screening', 'Skrivet emellan'])
  })
})

/** Writes the decision down, and dies. */
async function halfDecided(key: string) {
  const server = stand.graphAs('server')
  let dead = false
  const store = listStore({
    site: stand.site,
    graph: async (call) => {
      if (dead) throw new Killed('the process was killed')
      const answer = await server(call)
      dead = call.method === 'POST' && call.path.endsWith(`${stand.site.listIds.Decisions}/items`)
      return answer as never
    },
  })
  await decideAs('homeCareManager', key, { store }).catch(() => undefined)
  expect((await stand.store.byKey(initiatives, key))?.stage).toBe('collection')
}
