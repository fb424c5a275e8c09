/** Links between needs that are alike: the same in both, told once, and "none found" only where there are none. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ActionArgs, runAction } from '#src/actions/index.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { Killed, killedAt } from '#test/fixtures/interrupted.ts'
import { aNeed, asItStands } from '#test/fixtures/needs.ts'
import { refusalsOf, setUpStand, type Stand, whysOf } from '#test/fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

const unseen = { similarChecked: null } as const
const aPair = async () =>
  [await aNeed(stand, unseen, { business: false }), await aNeed(stand, unseen, { business: false })] as const
const link = (args: ActionArgs<'linkSimilar'>, given = {}) =>
  runAction(stand.work('developmentLead', given), 'linkSimilar', args)

async function linksOf({ key }: Initiative) {
  const { initiative, trail } = await asItStands(stand, key)
  return {
    similar: (initiative.similar ?? []).map((ref) => ref.key),
    checked: initiative.similarChecked,
    told: trail
      .filter(({ kind }) => kind === 'similar')
      .map(({ from, to }) => (to ? `+ ${to}` : `- ${from}`)),
  }
}
const called = ({ number, title }: Initiative) => `${number} ${title}`

test('a link stands in both, and is told in both', async () => {
  const [one, other] = await aPair()
  await link({ initiative: one.key, link: [other.key] })
  expect(await linksOf(one)).toEqual({
    similar: [other.key],
    checked: 'linked',
    told: [`+ ${called(other)}`],
  })
  expect(await linksOf(other)).toEqual({ similar: [one.key], checked: 'linked', told: [`+ ${called(one)}`] })
})

test('a link taken away is gone from both, and must be looked for again', async () => {
  const [one, other] = await aPair()
  await link({ initiative: one.key, link: [other.key] })
  await link({ initiative: other.key, unlink: [one.key] })
  for (const [need, partner] of [
    [one, other],
    [other, one],
  ] as const) {
    const now = await linksOf(need)
    expect([now.similar, now.checked]).toEqual([[], undefined])
    expect(now.told.toSorted()).toEqual([`+ ${called(partner)}`, `- ${called(partner)}`])
  }
})

test('several at once, with itself left out', async () => {
  const [one, other] = await aPair()
  const [third] = await aPair()
  await link({ initiative: one.key, link: [other.key, third.key, one.key] })
  expect((await linksOf(one)).similar).toEqual([other.key, third.key])
  await link({ initiative: one.key, link: [third.key], unlink: [other.key] })
  expect((await linksOf(one)).similar).toEqual([third.key])
})

test('that none were found is kept, and refused where some are linked', async () => {
  const [one, other] = await aPair()
  await link({ initiative: one.key })
  expect(await linksOf(one)).toMatchObject({ similar: [], checked: 'none', told: ['+ Inga liknande funna'] })
  await link({ initiative: one.key, link: [other.key] })
  expect(await refusalsOf(link({ initiative: one.key }))).toEqual([
    { why: 'invalid', problems: [{ field: 'similarChecked', problem: 'notAllowed' }] },
  ])
})

test('whoever may not prepare the initiative, or has a conflict of interest in the other, is refused', async () => {
  const [one] = await aPair()
  const conflicted = await aNeed(
    stand,
    { conflicted: [stand.person('developmentLead')] },
    { business: false },
  )
  expect(await whysOf(stand.act('employee', 'linkSimilar', { initiative: one.key }))).toEqual(['notYourTask'])
  expect(await whysOf(link({ initiative: one.key, link: [conflicted.key] }))).toEqual(['notMergeable'])
  expect(await whysOf(link({ initiative: one.key, link: ['nowhere'] }))).toEqual(['notFound'])
})

test.for([{ sent: false }, { sent: true }])(
  'a process that dies at any write leaves nothing that asking again does not finish ($sent)',
  async ({ sent }) => {
    let at = 0
    for (let reached = true; reached; ) {
      const interrupted = killedAt(stand, ++at, { sent })
      const [one, other] = await aPair()
      const args = { initiative: one.key, link: [other.key] }
      const given = { key: `link-${sent}-${at}` }
      await link(args, { ...given, store: interrupted.store }).catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error
      })
      await link(args, given)
      expect(await linksOf(one)).toEqual({
        similar: [other.key],
        checked: 'linked',
        told: [`+ ${called(other)}`],
      })
      expect(await linksOf(other)).toEqual({
        similar: [one.key],
        checked: 'linked',
        told: [`+ ${called(one)}`],
      })
      reached = interrupted.reached()
    }
    expect(at - 1).toBe(4)
  },
)
