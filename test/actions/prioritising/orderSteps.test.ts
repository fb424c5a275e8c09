/** One post's order: kept as it was shown whatever dies on the way, raised when its forum doesn't agree, and each year for itself. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '#src/lists/columns.ts'
import { costItems } from '#src/lists/businessCase.ts'
import { decisions, trail } from '#src/lists/decisions.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { forums, mandates } from '#src/lists/organisation.ts'
import { frameYears, rankings } from '#src/lists/prioritising.ts'
import { settleRankingsSince } from '#src/actions/prioritising/settleRanking.ts'
import { runAction } from '#src/actions/index.ts'
import type { Work } from '#src/actions/work.ts'
import { killedAt } from '#test/fixtures/interrupted.ts'
import { asSeen } from '#test/fixtures/orders.ts'
import { refusalsOf, setUpStand, type Stand } from '#test/fixtures/stand.ts'

const TODAY = '2026-11-02'
/** The picture, the decision, the first rank and its trail, and one further on. */
const STEPS = [1, 2, 3, 4, 9]
const OF = { forum: 'f-pl-vp', year: 2027 }
let stand: Stand
let owner: Person
let above: Person
beforeAll(async () => {
  stand = await setUpStand('region')
  const [[forum], posts] = await Promise.all([
    stand.store.where(forums, { column: 'key', value: OF.forum }),
    stand.store.all(mandates),
  ])
  const holder = posts.find(
    (m) => m.matter === 'escalation' && m.forum?.key === forum?.escalatesTo?.key,
  )?.holder
  if (!forum?.chair || !holder) throw new Error('The forum has nobody')
  owner = forum.chair
  above = holder
}, 60_000)
afterAll(() => stand.close())

const as = (me: Person, given: Partial<Work> = {}) => stand.work('director', { me, today: TODAY, ...given })
const asked = async (of = OF, today = TODAY) => ({
  ...(await asSeen(as(owner, { today }), of)),
  wording: 'Rangordningen fastställs.',
  agreed: true,
})
const decide = async (of = OF, given: Partial<Work> = {}) => {
  const done = await runAction(as(owner, given), 'decideRanking', await asked(of, given.today))
  const [ranking] = done.rankings ?? []
  if (!ranking) throw new Error('nothing was decided')
  return ranking
}
const costs = async (initiative: string, by: number) => {
  const rows = await stand.store.where(costItems, { column: 'initiative', value: initiative })
  const row = rows.find(({ year }) => year === OF.year)
  if (!row) throw new Error('no cost')
  await stand.store.change(costItems, row, { amountKr: row.amountKr + by })
}
const rankOf = async (key: string) => {
  const row = await stand.store.byKey(initiatives, key)
  return [row?.rank, row?.rankYear, row?.rankedIn?.key]
}

describe('a process that dies while an order is decided', () => {
  test.for([false, true])(
    'leaves what was shown, not what stands when it is finished, at each kind of write (sent: %s)',
    { timeout: 120_000 },
    async (sent) => {
      for (const at of STEPS) {
        const args = await asked()
        const key = crypto.randomUUID()
        const { store, reached } = killedAt(stand, at, { sent })
        await runAction(as(owner, { store, key }), 'decideRanking', args).catch(() => undefined)
        expect(reached()).toBe(true)
        await costs('VP-04', 100_000)
        await settleRankingsSince(as({ id: 'system', name: 'Samstyr' }), TODAY)
        const [decision, ranking] = await Promise.all([
          stand.store.byKey(decisions, key),
          stand.store.byKey(rankings, key),
        ])
        if (decision) {
          expect(ranking).toMatchObject({ state: 'decided', decision: { key }, changedBy: { id: owner.id } })
          expect(ranking?.lines.map(({ initiative, needKr }) => [initiative.key, needKr])).toEqual(
            args.shown.map(({ initiative, needKr }) => [initiative, needKr]),
          )
          const first = args.shown[0]?.initiative ?? ''
          expect(await rankOf(first)).toEqual([1, OF.year, key])
          const left = await stand.store.where(trail, { column: 'initiative', value: first })
          expect(left.filter((entry) => entry.decision?.key === key)).toHaveLength(1)
          expect((await runAction(as(owner, { key }), 'decideRanking', args)).decisions).toHaveLength(1)
        } else {
          // Nothing was decided: what was shown is another by now.
          expect(await refusalsOf(runAction(as(owner, { key }), 'decideRanking', args))).toMatchObject([
            { why: 'ranking', ranking: { fault: 'changed' } },
          ])
        }
      }
    },
  )
})

describe('a forum that does not agree', () => {
  test('the order is raised with its reason, and decided on the level above as it was shown', async () => {
    const args = { ...(await asked()), agreed: false }
    expect(await refusalsOf(runAction(as(owner), 'decideRanking', args))).toMatchObject([
      { why: 'noAgreement' },
    ])
    expect(
      await refusalsOf(runAction(as(owner), 'decideRanking', { ...args, outcome: 'escalate' })),
    ).toMatchObject([{ why: 'reasonMissing' }])
    const raising = { ...args, outcome: 'escalate', grounds: 'Portföljledningen är oenig om VP-02.' }
    const [raised] = (await runAction(as(owner), 'decideRanking', raising)).rankings ?? []
    expect(raised).toMatchObject({
      state: 'raised',
      voices: [{ outcome: 'escalate', reason: raising.grounds }],
    })
    const level = raised?.raisedTo
    expect(await refusalsOf(runAction(as(owner), 'decideRanking', await asked()))).toMatchObject([
      { why: 'ranking', ranking: { fault: 'raised', forum: { key: level?.key } } },
    ])

    const answer = { ...(await asked()), ranking: raised?.key }
    expect(await refusalsOf(runAction(as(owner), 'decideRanking', answer))).toMatchObject([
      { why: 'notYourMandate', matter: 'escalation' },
    ])
    const done = await runAction(as(above), 'decideRanking', answer)
    expect(done.rankings?.[0]).toMatchObject({ state: 'decided', decidedBy: { id: above.id } })
    expect((await rankOf(args.shown[0]?.initiative ?? ''))[2]).toBe(raised?.key)
  })
})

describe('each year has an order of its own', () => {
  test('the next one waits for its year, and then gives the places', async () => {
    const now = await decide()
    const first = now.lines[0]?.initiative.key ?? ''
    const next = await decide({ ...OF, year: 2028 })
    expect(next.state).toBe('decided')
    expect(await rankOf(first)).toEqual([1, 2027, now.key])
    const system = { id: 'system', name: 'Samstyr' }
    await settleRankingsSince(as(system, { today: '2027-12-31' }), '2027-12-01')
    expect(await rankOf(first)).toEqual([1, 2027, now.key])
    await settleRankingsSince(as(system, { today: '2028-01-01' }), '2027-12-02')
    await settleRankingsSince(as(system, { today: '2028-01-01' }), '2027-12-02')
    const ahead = next.lines[0]?.initiative.key ?? ''
    expect(await rankOf(ahead)).toEqual([1, 2028, next.key])
    const entries = (await stand.store.where(trail, { column: 'initiative', value: ahead })).filter(
      (entry) => entry.decision?.key === next.key,
    )
    expect(entries).toMatchObject([{ kind: 'rank', day: '2028-01-01', to: '1' }])
    const gone = now.lines.find((line) =>
      next.lines.every((one) => one.initiative.key !== line.initiative.key),
    )
    if (gone) expect(await rankOf(gone.initiative.key)).toEqual([undefined, undefined, undefined])
  })
})

test('a frame that has changed since it was shown keeps the order from being decided, though no line moves', async () => {
  const args = await asked()
  const [frame] = (await stand.store.all(frameYears)).filter(
    ({ year, portfolio, kind }) => year === OF.year && portfolio?.key === 'pf-vp' && kind === 'development',
  )
  if (!frame || !args.frame) throw new Error('no frame')
  const before = args.frame.amountKr
  await stand.store.create(frameYears, {
    key: 'frame-anew',
    title: frame.title,
    year: OF.year,
    kind: 'development',
    ...(frame.portfolio && { portfolio: frame.portfolio }),
    amountKr: before + 1000,
    conceptKr: args.frame.conceptKr,
    state: 'decided',
    day: TODAY,
    supersedes: { key: frame.key, title: frame.title },
  })
  const now = await asked()
  expect(now.shown).toEqual(args.shown)
  expect(await refusalsOf(runAction(as(owner), 'decideRanking', args))).toEqual([
    {
      why: 'ranking',
      ranking: { fault: 'changed', changes: [{ what: 'frame', fromKr: before, toKr: before + 1000 }] },
    },
  ])
})
