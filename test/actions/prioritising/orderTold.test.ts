/** Who is told of an order that waits for their word: each post once, those it is raised to, and nobody twice. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { forums, mandates } from '#src/lists/organisation.ts'
import { rankings } from '#src/lists/prioritising.ts'
import type { Notice } from '#src/rules/reminding/notices.ts'
import { settleRankingsSince } from '#src/actions/prioritising/settleRanking.ts'
import { runAction } from '#src/actions/index.ts'
import { organisationRows } from '#scripts/demo/organisationRows.ts'
import { aSharedNeed } from '#test/fixtures/needs.ts'
import { asSeen, laidDown } from '#test/fixtures/orders.ts'
import { setUpStand, type Stand, TODAY, type Who } from '#test/fixtures/stand.ts'

const OF = { forum: 'f-ssg', year: 2025 }
const TOP = { key: 'f-top', title: 'Stadsledningen' }
const told: Notice[] = []
const tell = (notice: Notice) => void told.push(notice)
let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
  const all = organisationRows('u-stad').forums
  await stand.store.createMany(forums, [
    ...all.filter(({ key }) => key === 'f-pf'),
    ...all.filter(({ key }) => key === OF.forum).map((one) => ({ ...one, escalatesTo: TOP })),
    { ...TOP, unit: { key: 'u-stad', title: 'Staden' } },
  ])
  await stand.store.create(mandates, {
    key: 'mandate-top',
    title: 'Stadsdirektör',
    holder: stand.person('officeManager'),
    matter: 'escalation',
    scope: 'allPortfolios',
    forum: TOP,
    kind: 'delegated',
  })
  await aSharedNeed(stand)
  await aSharedNeed(stand)
})
afterAll(() => stand.close())

const seen = () => asSeen(stand.work('jointManager'), OF)
const say = async (who: Who, ranking: string, outcome: 'grant' | 'refuse' | 'escalate') =>
  runAction(stand.work(who, { tell }), 'decideRanking', {
    ...(await seen()),
    ranking,
    outcome,
    wording: 'Så beslutas.',
    grounds: 'Vi saknar folk.',
  })

test('those whom it was laid forth for are told, again only as the same, and those above when it is raised', async () => {
  const work = stand.work('jointManager', { tell })
  const args = await seen()
  await runAction(work, 'proposeRanking', args)
  const [laid] = await laidDown(stand, OF)
  if (!laid) throw new Error('nothing was laid forth')
  const directors = [stand.person('director').id, stand.person('disabilityDirector').id].toSorted()
  expect(told).toMatchObject([
    { kind: 'orderLaid', ranking: { key: laid.key }, by: stand.person('jointManager'), on: TODAY },
  ])
  expect(told[0]?.to.map(({ id }) => id).toSorted()).toEqual(directors)

  // No answer came, and it is asked again after one has said yes: only the other is still asked.
  await say('director', laid.key, 'grant')
  told.length = 0
  await runAction({ ...work, today: '2024-10-03' }, 'proposeRanking', args)
  expect(told).toMatchObject([
    { key: `${laid.key}/orderLaid`, on: TODAY, to: [stand.person('disabilityDirector')] },
  ])

  await say('disabilityDirector', laid.key, 'refuse')
  told.length = 0
  await say('director', laid.key, 'escalate')
  await settleRankingsSince(stand.work('employee', { tell }), TODAY)
  expect(told).toMatchObject([
    {
      kind: 'orderRaised',
      key: `${laid.key}/orderRaised/${TOP.key}`,
      to: [stand.person('officeManager')],
      by: stand.person('director'),
    },
  ])
  expect((await stand.store.byKey(rankings, laid.key))?.state).toBe('raised')
})
