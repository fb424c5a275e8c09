/** Marking as confidential: all of it moves to where few may read, nothing is lost on the way, and it comes back whole. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runAction } from '#src/actions/index.ts'
import { settleConfidentialSince } from '#src/actions/settleConfidential.ts'
import { benefits, costItems, dependencies } from '#src/lists/businessCase.ts'
import { trail } from '#src/lists/decisions.ts'
import { GraphError } from '#src/graph/errors.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { Killed, killedAt, lostAt } from '#test/fixtures/interrupted.ts'
import { aNeed } from '#test/fixtures/needs.ts'
import { refusalsOf, setUpStand, type Stand, TODAY, whysOf } from '#test/fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

const BASIS = '19 kap. 3 §'
const mark = (key: string, given = {}) =>
  runAction(stand.work('developmentLead', given), 'markConfidential', { initiative: key, basis: BASIS })
const lift = (key: string, given = {}) =>
  runAction(stand.work('developmentLead', given), 'liftConfidential', {
    initiative: key,
    reason: 'Avtalet är klart',
  })
const lists = [costItems, benefits, trail] as const
const about = (key: string) => ({ column: 'initiative', value: key })
/** How many rows somebody finds: the initiative, then what tells of it. */
async function foundBy(who: Parameters<Stand['storeAs']>[0], key: string) {
  const store = stand.storeAs(who)
  const rows = await store.whereOf(lists, about(key))
  return [(await store.byKey(initiatives, key)) ? 1 : 0, ...rows.map(({ length }) => length)]
}
async function placesOf({ key }: Initiative) {
  const places = await Promise.all([
    stand.store.both(initiatives, { column: 'key', value: key }),
    ...lists.map((list) => stand.store.both(list, about(key))),
  ])
  return {
    open: places.reduce((sum, { open }) => sum + open.length, 0),
    narrow: places.reduce((sum, { narrow }) => sum + narrow.length, 0),
  }
}

describe('an initiative that is marked', () => {
  test('is found by the group with all that tells of it, and by nobody else', async () => {
    const need = await aNeed(stand)
    const before = await foundBy('employee', need.key)
    expect(before[0]).toBe(1)
    const done = await mark(need.key)
    expect(done.initiatives).toMatchObject([
      {
        key: need.key,
        title: need.title,
        confidential: true,
        confidentialBasis: BASIS,
        confidentialOn: TODAY,
      },
    ])
    expect(await foundBy('employee', need.key)).toEqual([0, 0, 0, 0])
    const [one, costs, gains, told] = await foundBy('developmentLead', need.key)
    expect([one, costs, gains]).toEqual(before.slice(0, 3))
    expect(told).toBe((before[3] ?? 0) + 1)
    expect((await placesOf(need)).open).toBe(0)
  })

  test('is worked on where it is: what is written, and what tells of it, stays narrow', async () => {
    const need = await aNeed(stand)
    await mark(need.key)
    await stand.act('developmentLead', 'prepareInitiative', {
      initiative: need.key,
      changes: { comment: 'Anbuden öppnas på fredag', projectOwner: stand.person('director') },
      base: { comment: need.comment ?? null, projectOwner: need.projectOwner ?? null },
    })
    await stand.act('developmentLead', 'saveRow', {
      initiative: need.key,
      list: 'costItems',
      row: `${need.key}/ny`,
      values: { title: 'Anbud', kind: 'supplier', year: 2025, amountKr: 1000 },
      base: {},
    })
    expect((await placesOf(need)).open).toBe(0)
    expect(await stand.store.byKey(initiatives, need.key)).toMatchObject({
      comment: 'Anbuden öppnas på fredag',
      confidential: true,
    })
  })

  test('is called by its number where others wait for it or are like it, and by its title again when lifted', async () => {
    const need = await aNeed(stand)
    const other = await aNeed(stand, { similarChecked: null })
    await stand.act('developmentLead', 'linkSimilar', { initiative: other.key, link: [need.key] })
    const wait = {
      key: `${other.key}/wait`,
      title: need.title,
      initiative: { key: other.key, title: other.title },
    }
    await stand.store.create(dependencies, { ...wait, needs: { key: need.key, title: need.title } })
    const named = async () => {
      const [row] = await stand.storeAs('employee').where(dependencies, about(other.key))
      const like = await stand.storeAs('employee').byKey(initiatives, other.key)
      return [row?.title, row?.needs?.title, like?.similar?.[0]?.title]
    }
    await mark(need.key)
    expect(await named()).toEqual([need.number, need.number, need.number])
    await lift(need.key)
    expect(await named()).toEqual([need.title, need.title, need.title])
  })

  test('may not be prepared by a role that is not trusted with it, and not be lifted by it', async () => {
    const need = await aNeed(stand)
    expect(
      await whysOf(stand.act('employee', 'markConfidential', { initiative: need.key, basis: BASIS })),
    ).toEqual(['notYourTask'])
    await mark(need.key)
    const asked = { initiative: need.key, changes: { comment: 'x' }, base: { comment: null } }
    expect(await whysOf(stand.act('nursingManager', 'prepareInitiative', asked))).toEqual(['notYourTask'])
    expect(
      await refusalsOf(
        stand.act('nursingManager', 'liftConfidential', { initiative: need.key, reason: 'x' }),
      ),
    ).toMatchObject([{ why: 'notYourTask' }])
  })

  test('marked twice with one key is marked once; lifted twice, it is open once', async () => {
    const need = await aNeed(stand)
    const first = await mark(need.key, { key: `one${need.key}` })
    const again = await mark(need.key, { key: `one${need.key}` })
    expect(again.trail).toEqual(first.trail)
    const before = await placesOf(need)
    await lift(need.key, { key: `two${need.key}` })
    await lift(need.key, { key: `two${need.key}` })
    const after = await placesOf(need)
    expect(after).toEqual({ open: before.narrow + 1, narrow: 0 })
    const now = await stand.storeAs('employee').byKey(initiatives, need.key)
    expect(now).not.toHaveProperty('confidentialBasis')
    expect(now).not.toHaveProperty('confidential')
  })
})

describe.for([
  { says: 'the process is killed before a write', how: (at: number) => killedAt(stand, at, { sent: false }) },
  { says: 'the process is killed after a write', how: (at: number) => killedAt(stand, at, { sent: true }) },
  { says: 'an answer is lost', how: (at: number) => lostAt(stand, at, { sent: true }) },
])('when $says', ({ how }) => {
  test('a mark is finished by asking again, and nothing is lost or doubled', {
    timeout: 120_000,
  }, async () => {
    for (let at = 1; ; at += 2) {
      const need = await aNeed(stand)
      const before = await placesOf(need)
      const broken = how(at)
      const key = crypto.randomUUID()
      await mark(need.key, { store: broken.store, key }).catch((error: unknown) => {
        if (!(error instanceof Killed) && !(error instanceof GraphError && error.status === -1)) throw error
      })
      await mark(need.key, { key })
      expect(await placesOf(need)).toEqual({ open: 0, narrow: before.open + 1 })
      if (!broken.reached()) return
    }
  })
})

test('what a crash left half marked is finished on a timer', async () => {
  const need = await aNeed(stand)
  const { store } = killedAt(stand, 3, { sent: false })
  await expect(mark(need.key, { store })).rejects.toBeInstanceOf(Killed)
  expect((await placesOf(need)).open).toBeGreaterThan(0)
  await settleConfidentialSince(stand.work('administrator'), TODAY)
  expect((await placesOf(need)).open).toBe(0)
})
