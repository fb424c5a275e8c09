/** Needs that become one and are taken out again: whoever asks at the same moment, and wherever it is interrupted. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { initiatives } from '#src/lists/initiatives.ts'
import { Refused } from '#src/rules/refusal.ts'
import { type Interrupted, Killed, killedAt, lostAt, meanwhileAt } from '#test/fixtures/interrupted.ts'
import { asItStands } from '#test/fixtures/needs.ts'
import { setUpStand, type Stand } from '#test/fixtures/stand.ts'
import { mergingNeeds } from './mergingNeeds.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

const { threeNeeds, merge, told, split } = mergingNeeds(() => stand)

const unlessKilled = (asked: Promise<unknown>) =>
  asked.catch((error: unknown) => {
    if (!(error instanceof Killed) && !(error instanceof Refused)) throw error
  })

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
