/** Needs that become one and are taken out again: history in both, whoever asks how often and wherever it is interrupted. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runAction } from '#src/actions/index.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { trail } from '#src/lists/decisions.ts'
import { Refused } from '#src/rules/refusal.ts'
import { type Interrupted, Killed, killedAt, lostAt, meanwhileAt } from '#test/fixtures/interrupted.ts'
import { aNeed, asItStands, aSharedNeed, unitRef } from '#test/fixtures/needs.ts'
import { refusalsOf, setUpStand, type Stand, TODAY, whysOf } from '#test/fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

const brief = { business: false }
const early = { stage: 'screening', scope: null, similarChecked: null, concernedUnits: null } as const
/** Home care's need, and two of others that are about the same. */
async function threeNeeds() {
  const into = await aNeed(stand, { ...early, scope: 'own' }, brief)
  const nursing = await aNeed(stand, { ...early, unit: await unitRef(stand, 'u-avo-vob') }, brief)
  const housing = await aNeed(
    stand,
    { ...early, unit: await unitRef(stand, 'u-ffs-boe'), contact: stand.person('jointManager') },
    brief,
  )
  return { into, from: [nursing, housing] as const }
}
const merge = (into: Initiative, from: readonly Initiative[], given = {}) =>
  runAction(stand.work('developmentLead', given), 'mergeNeeds', {
    into: into.key,
    from: from.map(({ key }) => key),
  })
const split = (need: Initiative, given = {}) =>
  runAction(stand.work('developmentLead', given), 'splitNeed', { need: need.key })

const unlessKilled = (asked: Promise<unknown>) =>
  asked.catch((error: unknown) => {
    if (!(error instanceof Killed) && !(error instanceof Refused)) throw error
  })
/** What its trail tells of merging, in the order it was written. */
async function told(need: Initiative) {
  const entries = await stand.store.where(trail, { column: 'initiative', value: need.key })
  return entries
    .filter(({ kind }) => kind === 'merged')
    .toSorted((a, b) => Number(a.id) - Number(b.id))
    .map(({ from, to }) => (to === undefined ? `out of ${from}` : `into ${to}`))
}

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

describe('merging', () => {
  test('makes needs part of one, which gains their units and is shared', async () => {
    const { into, from } = await threeNeeds()
    const done = await merge(into, from)
    expect(done.initiatives?.map(({ key }) => key)).toEqual([into, ...from].map(({ key }) => key))
    const one = (await asItStands(stand, into.key)).initiative
    expect(one).toMatchObject({
      state: 'active',
      stage: 'screening',
      scope: 'shared',
      similarChecked: 'linked',
    })
    expect(one.concernedUnits?.map(({ key }) => key)).toEqual(['u-avo-vob', 'u-ffs-boe'])
    expect(one.similar?.map(({ key }) => key)).toEqual(from.map(({ key }) => key))
    for (const need of from) {
      const now = (await asItStands(stand, need.key)).initiative
      expect(now).toMatchObject({ state: 'merged', stage: 'screening', mergedInto: { key: into.key } })
      expect(now.similar?.map(({ key }) => key)).toEqual([into.key])
      expect([now.contact, now.unit, now.need]).toEqual([need.contact, need.unit, need.need])
      expect(now.changedBy).toEqual(stand.person('developmentLead'))
    }
  })

  test('is told in the history of each', async () => {
    const { into, from } = await threeNeeds()
    const done = await merge(into, from)
    expect(done.trail).toHaveLength(4)
    expect((await told(into)).toSorted()).toEqual(from.map(({ number, title }) => `into ${number} ${title}`))
    expect(await told(from[0])).toEqual([`into ${into.title}`])
    expect((await asItStands(stand, from[0].key)).trail[0]).toMatchObject({
      day: TODAY,
      person: stand.person('developmentLead'),
    })
  })

  test('a need that is part of another is decided nowhere', async () => {
    const { into, from } = await threeNeeds()
    await merge(into, from)
    const args = {
      initiative: from[0].key,
      gate: 'BP2',
      outcome: 'screenOut',
      wording: 'Nej.',
      grounds: 'Skäl',
    } as const
    expect(await whysOf(stand.act('digitalManager', 'decideGate', args))).toContain('notActive')
  })

  test.for<{ says: string; fault: string; values: Parameters<typeof aNeed>[1] }>([
    { says: 'past BP3', fault: 'sourceDecided', values: { stage: 'ready' } },
    { says: 'paused', fault: 'sourceHeld', values: { state: 'paused' } },
    { says: 'run by somebody else', fault: 'external', values: { external: true } },
  ])('a need that is $says is refused, and nothing is written', async ({ fault, values }) => {
    const { into, from } = await threeNeeds()
    const other = await aNeed(stand, values, brief)
    expect(await refusalsOf(merge(into, [...from, other]))).toMatchObject([{ why: 'notMergeable', fault }])
    expect((await asItStands(stand, into.key)).initiative.version).toBe(into.version)
    expect((await asItStands(stand, from[0].key)).initiative.state).toBe('active')
  })

  test('a need that is half decided by several authorities is refused', async () => {
    const shared = await aSharedNeed(stand)
    const args = { initiative: shared.key, gate: 'BP3', outcome: 'waitingList', wording: 'Ja.' } as const
    await stand.act('director', 'decideGate', args)
    const { into } = await threeNeeds()
    expect(await whysOf(merge(into, [shared]))).toEqual(['roundOpen'])
    expect(await whysOf(merge(shared, [into]))).toEqual(['roundOpen'])
  })

  test('whoever may not prepare all of them is refused', async () => {
    const { into, from } = await threeNeeds()
    const args = { into: into.key, from: from.map(({ key }) => key) }
    expect(await whysOf(stand.act('employee', 'mergeNeeds', args))).toEqual(['notYourTask'])
    expect(await whysOf(stand.act('employee', 'splitNeed', { need: into.key }))).toContain('notYourTask')
  })
})

describe('splitting', () => {
  test('lets a need go on where it was, and both remember', async () => {
    const { into, from } = await threeNeeds()
    await merge(into, from)
    await split(from[0])
    const now = (await asItStands(stand, from[0].key)).initiative
    expect([now.state, now.stage, now.mergedInto]).toEqual(['active', 'screening', undefined])
    expect(await told(from[0])).toEqual([`into ${into.title}`, `out of ${into.title}`])
    expect(await told(into)).toContain(`out of ${from[0].number} ${from[0].title}`)
    expect((await asItStands(stand, from[1].key)).initiative.state).toBe('merged')
    const gate = {
      initiative: from[0].key,
      gate: 'BP2',
      outcome: 'screenOut',
      wording: 'Nej.',
      grounds: 'Skäl',
    } as const
    expect(await whysOf(stand.act('digitalManager', 'decideGate', gate))).not.toContain('notActive')
  })

  test('of what never was part of another is refused', async () => {
    const { into } = await threeNeeds()
    expect(await refusalsOf(split(into))).toMatchObject([{ fault: 'notMerged' }])
  })

  test('and merging again is told each time', async () => {
    const { into, from } = await threeNeeds()
    for (let turn = 0; turn < 2; turn++) {
      await merge(into, [from[0]])
      await merge(into, [from[0]])
      await split(from[0])
      await split(from[0])
    }
    const [entered, left] = [`into ${into.title}`, `out of ${into.title}`]
    expect(await told(from[0])).toEqual([entered, left, entered, left])
    expect(await told(into)).toHaveLength(4)
  })
})

describe('at the same moment', () => {
  test('two who ask for the same are both answered, and it is told once', async () => {
    const { into, from } = await threeNeeds()
    await Promise.all([merge(into, from), merge(into, from)])
    expect(await told(from[0])).toHaveLength(1)
    expect(await told(into)).toHaveLength(2)
  })

  test('two that would become part of each other never both do, wherever the one’s work falls', {
    timeout: 60_000,
  }, async () => {
    let needs: Awaited<ReturnType<typeof threeNeeds>> | undefined
    const requests = await atEveryRequest(
      (at) =>
        meanwhileAt(stand, at, () =>
          needs ? unlessKilled(merge(needs.from[0], [needs.into])) : Promise.resolve(),
        ),
      async ({ store }) => {
        needs = undefined
        const made = await threeNeeds()
        needs = made
        await unlessKilled(merge(made.into, [made.from[0]], { store }))
        const states = await Promise.all(
          [made.into, made.from[0]].map(async ({ key }) => (await asItStands(stand, key)).initiative.state),
        )
        expect(states.filter((state) => state === 'merged').length).toBeLessThan(2)
        for (const need of [made.into, made.from[0]]) {
          const now = (await asItStands(stand, need.key)).initiative
          expect(now.mergedInto === undefined).toBe(now.state !== 'merged')
        }
      },
    )
    expect(requests).toBeGreaterThan(10)
  })

  test('a need that is paused meanwhile is not merged, wherever it falls', {
    timeout: 60_000,
  }, async () => {
    let key = ''
    const pause = () =>
      unlessKilled(
        stand.act('digitalManager', 'decideState', {
          initiative: key,
          change: 'pause',
          wording: 'Vi väntar.',
          grounds: 'Resurser saknas.',
        }),
      )
    await atEveryRequest(
      (at) => meanwhileAt(stand, at, () => (key ? pause() : Promise.resolve())),
      async ({ store }) => {
        key = ''
        const { into, from } = await threeNeeds()
        key = from[0].key
        await unlessKilled(merge(into, [from[0]], { store }))
        const now = await asItStands(stand, key)
        const paused = now.decisions.some(({ matter }) => matter === 'state')
        if (now.initiative.state === 'merged') expect(now.initiative.mergedInto?.key).toBe(into.key)
        else
          expect([now.initiative.state, now.initiative.mergedInto]).toEqual([
            paused ? 'paused' : 'active',
            undefined,
          ])
      },
    )
  })
})

describe('a process that dies', () => {
  test.for([
    { says: 'before the request was sent', sent: false },
    { says: 'when the service had done what was asked', sent: true },
  ])(
    '$says while merging leaves nothing that asking again does not finish, at any write',
    async ({ sent }) => {
      const writes = await atEveryRequest(
        (at) => killedAt(stand, at, { sent }),
        async ({ store }, at) => {
          const { into, from } = await threeNeeds()
          const key = `merge-${sent}-${at}`
          await unlessKilled(merge(into, from, { store, key }))
          // What is part of an initiative is always known to it.
          const half = await asItStands(stand, into.key)
          const parts = await stand.store.where(initiatives, { column: 'mergedInto', value: into.key })
          for (const { unit } of parts)
            expect(half.initiative.concernedUnits?.map((one) => one.key)).toContain(unit?.key)
          await merge(into, from, { key })
          expect(await told(into)).toHaveLength(2)
          for (const need of from) {
            expect(await told(need)).toEqual([`into ${into.title}`])
            expect((await asItStands(stand, need.key)).initiative.state).toBe('merged')
          }
        },
      )
      expect(writes).toBe(7)
    },
  )

  test.for([
    { says: 'before the request was sent', sent: false },
    { says: 'when the service had done what was asked', sent: true },
  ])('$says while splitting leaves nothing that the next to touch it does not finish', async ({ sent }) => {
    const writes = await atEveryRequest(
      (at) => killedAt(stand, at, { sent }),
      async ({ store }) => {
        const { into, from } = await threeNeeds()
        await merge(into, [from[0]])
        await unlessKilled(split(from[0], { store }))
        await split(from[0])
        const all = [`into ${into.title}`, `out of ${into.title}`]
        expect(await told(from[0])).toEqual(all)
        expect(await told(into)).toHaveLength(2)
        expect((await asItStands(stand, from[0].key)).initiative.state).toBe('active')
      },
    )
    expect(writes).toBe(3)
  })

  test.for([{ sent: false }, { sent: true }])(
    'a connection that broke ends well when asked again ($sent)',
    async ({ sent }) => {
      await atEveryRequest(
        (at) => lostAt(stand, at, { sent }),
        async ({ store }, at) => {
          const { into, from } = await threeNeeds()
          const given = { key: `lost-merge-${sent}-${at}` }
          await merge(into, [from[0]], { ...given, store }).catch(() => undefined)
          await merge(into, [from[0]], given)
          expect([await told(into), await told(from[0])].map(({ length }) => length)).toEqual([1, 1])
        },
      )
    },
  )
})
