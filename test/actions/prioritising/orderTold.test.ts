/** Who is told of an order that waits for their word: each post once, those it is raised to, and nobody twice. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Ref } from '#src/lists/columns.ts'
import { decisions } from '#src/lists/decisions.ts'
import { forums } from '#src/lists/organisation.ts'
import { type Ranking, rankings } from '#src/lists/prioritising.ts'
import type { Notice } from '#src/rules/reminding/notices.ts'
import { settleRankingsSince } from '#src/actions/prioritising/settleRanking.ts'
import { runAction } from '#src/actions/index.ts'
import type { Work } from '#src/actions/work.ts'
import { organisationRows } from '#scripts/demo/organisationRows.ts'
import { killedAt } from '#test/fixtures/interrupted.ts'
import { aSharedNeed } from '#test/fixtures/needs.ts'
import { aLevelAbove, asSeen, laidDown } from '#test/fixtures/orders.ts'
import { setUpStand, type Stand, TODAY, type Who } from '#test/fixtures/stand.ts'

const OF = { forum: 'f-ssg', year: 2025 }
const told: Notice[] = []
const tell = (notice: Notice) => void told.push(notice)
let stand: Stand
let top: Ref
beforeAll(async () => {
  stand = await setUpStand('city')
  await stand.store.createMany(
    forums,
    organisationRows('u-stad').forums.filter(({ key }) => key === OF.forum || key === 'f-pf'),
  )
  top = await aLevelAbove(stand, OF.forum)
  await aSharedNeed(stand)
  await aSharedNeed(stand)
})
afterAll(() => stand.close())
beforeEach(async () => {
  for (const row of await laidDown(stand, OF))
    if (!row.archived) await stand.store.change(rankings, row, { archived: true })
  told.length = 0
})

const as = (who: Who, given: Partial<Work> = {}) => stand.work(who, { tell, ...given })
const seen = () => asSeen(as('jointManager'), OF)
async function lay(work: Work): Promise<Ranking> {
  const { rankings: [laid] = [] } = await runAction(work, 'proposeRanking', await seen())
  if (!laid) throw new Error('nothing was laid forth')
  return laid
}
const say = async (work: Work, ranking: Ranking, outcome: 'grant' | 'refuse' | 'escalate') =>
  runAction(work, 'decideRanking', {
    ...(await seen()),
    ranking: ranking.key,
    outcome,
    wording: 'Så beslutas.',
    grounds: 'Vi saknar folk.',
  })
const ids = () => told.flatMap(({ to }) => to.map(({ id }) => id)).toSorted()

test('those whom it was laid forth for are told; asked again it is the same notice, to those who are still asked', async () => {
  const work = as('jointManager')
  const laid = await lay(work)
  const notice = { kind: 'orderLaid', key: `${laid.key}/orderLaid`, on: TODAY }
  expect(told).toMatchObject([{ ...notice, ranking: { key: laid.key }, by: stand.person('jointManager') }])
  expect(ids()).toEqual([stand.person('director').id, stand.person('disabilityDirector').id].toSorted())

  await say(as('director'), laid, 'grant')
  told.length = 0
  await lay({ ...work, today: '2024-10-03' })
  expect(told).toMatchObject([{ ...notice, to: [stand.person('disabilityDirector')] }])
})

test('those above are told when it is raised, once, and nobody below any more', async () => {
  const work = as('jointManager')
  const laid = await lay(work)
  await say(as('disabilityDirector'), laid, 'refuse')
  told.length = 0
  await say(as('director'), laid, 'escalate')
  await settleRankingsSince(as('employee'), TODAY)
  await lay({ ...work, today: '2024-10-03' })
  expect(told).toMatchObject([
    {
      kind: 'orderRaised',
      key: `${laid.key}/orderRaised/${top.key}`,
      to: [stand.person('officeManager')],
      by: stand.person('director'),
    },
  ])
})

test.for([false, true])(
  'a process that dies while it is raised leaves it raised and told, or as it was (sent: %s)',
  async (sent) => {
    for (let at = 1; ; at++) {
      await lay(as('jointManager', { key: crypto.randomUUID() })).then(async (laid) => {
        await say(as('disabilityDirector'), laid, 'refuse')
      })
      const [laid] = (await laidDown(stand, OF)).filter(({ archived }) => !archived)
      if (!laid) throw new Error('nothing was laid forth')
      told.length = 0
      const { store, reached } = killedAt(stand, at, { sent })
      await say(as('director', { store }), laid, 'escalate').catch(() => undefined)
      if (!reached()) break
      await settleRankingsSince(as('employee'), TODAY)
      const made = await stand.store.where(decisions, { column: 'ranking', value: laid.key })
      const isRaised = made.some(({ outcome }) => outcome === 'escalate')
      const now = await stand.store.byKey(rankings, laid.key)
      expect([at, now?.state]).toEqual([at, isRaised ? 'raised' : 'refused'])
      expect([at, new Set(told.map(({ kind }) => kind)).size]).toEqual([at, isRaised ? 1 : 0])
      expect(new Set(told.map(({ key, on }) => `${key} ${on}`)).size).toBeLessThanOrEqual(1)
      if (now) await stand.store.change(rankings, now, { archived: true })
      expect(at).toBeLessThan(20)
    }
  },
)
