/** A joint forum's order: laid forth once, decided by each authority's director for their own, and in force when all have said yes. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { costItems } from '#src/lists/businessCase.ts'
import { decisions } from '#src/lists/decisions.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { forums } from '#src/lists/organisation.ts'
import { rankings } from '#src/lists/prioritising.ts'
import { settleRankingsSince } from '#src/actions/prioritising/settleRanking.ts'
import { runAction } from '#src/actions/index.ts'
import { organisationRows } from '#scripts/demo/organisationRows.ts'
import { killedAt } from '#test/fixtures/interrupted.ts'
import { aSharedNeed } from '#test/fixtures/needs.ts'
import { aLevelAbove, asSeen, laidDown } from '#test/fixtures/orders.ts'
import { refusalsOf, setUpStand, type Stand, TODAY, type Who } from '#test/fixtures/stand.ts'

const OF = { forum: 'f-ssg', year: 2025 }
let stand: Stand
let first: string
let second: string
beforeAll(async () => {
  stand = await setUpStand('city')
  await stand.store.createMany(
    forums,
    organisationRows('u-stad').forums.filter(({ key }) => key === 'f-ssg' || key === 'f-pf'),
  )
  first = (await aSharedNeed(stand)).key
  second = (await aSharedNeed(stand)).key
})
afterAll(() => stand.close())
beforeEach(async () => {
  for (const row of await laidDown(stand, OF))
    if (!row.archived) await stand.store.change(rankings, row, { archived: true })
})

const seen = () => asSeen(stand.work('jointManager'), OF)
const lay = async (who: Who = 'jointManager', more: { instead?: string } = {}) => {
  const done = await stand.act(who, 'proposeRanking', { ...(await seen()), ...more })
  const [ranking] = done.rankings ?? []
  if (!ranking) throw new Error('nothing was laid forth')
  return ranking
}
const say = async (
  who: Who,
  ranking: string,
  outcome: 'grant' | 'refuse' | 'escalate' = 'grant',
  key: string = crypto.randomUUID(),
) =>
  stand.act(
    who,
    'decideRanking',
    {
      ...(await seen()),
      ranking,
      outcome,
      wording: 'Så beslutas.',
      ...(outcome !== 'grant' && { grounds: 'Vi saknar folk.' }),
    },
    { key },
  )
const grow = async (initiative: string, amountKr: number) => {
  const [row] = await stand.store.where(costItems, { column: 'initiative', value: initiative })
  if (!row) throw new Error('no cost')
  await stand.store.change(costItems, row, { amountKr })
}

describe('an order that several authorities decide', () => {
  test('is laid forth for those it concerns, and is in force only when each has said yes by a decision of their own', async () => {
    const laid = await lay()
    expect(laid).toMatchObject({
      state: 'proposed',
      proposedBy: stand.person('jointManager'),
      parties: [{ key: 'u-avo' }, { key: 'u-ffs' }],
    })
    expect(laid.lines.map(({ initiative }) => initiative.key)).toEqual([first, second])

    const one = await say('director', laid.key)
    expect(one.rankings?.[0]).toMatchObject({
      state: 'proposed',
      voices: [{ party: { key: 'u-avo' }, outcome: 'grant' }],
    })
    expect((await stand.store.byKey(initiatives, first))?.rank).toBeUndefined()

    const both = await say('disabilityDirector', laid.key)
    const [ranking] = both.rankings ?? []
    expect(ranking).toMatchObject({
      state: 'decided',
      day: TODAY,
      decidedBy: stand.person('disabilityDirector'),
    })
    const made = (await stand.store.where(decisions, { column: 'ranking', value: laid.key })).toSorted(
      (a, b) => a.number.localeCompare(b.number),
    )
    expect(
      made.map(({ party, decidedBy, mandate, agreed }) => [party?.key, decidedBy.id, mandate?.key, agreed]),
    ).toEqual([
      ['u-avo', stand.person('director').id, 'mandate-102', false],
      ['u-ffs', stand.person('disabilityDirector').id, 'mandate-103', true],
    ])
    const placed = await Promise.all([first, second].map((key) => stand.store.byKey(initiatives, key)))
    expect(placed.map((row) => [row?.rank, row?.rankYear, row?.rankedIn?.key])).toEqual([
      [1, 2025, laid.key],
      [2, 2025, laid.key],
    ])
  })

  test('is not decided by one of them alone, and nobody decides it before it is laid forth', async () => {
    const args = { ...(await seen()), wording: 'Så beslutas.' }
    expect(await refusalsOf(stand.act('director', 'decideRanking', args))).toMatchObject([
      { why: 'ranking', ranking: { fault: 'notProposed', year: 2025 } },
    ])
    const laid = await lay('director')
    await say('director', laid.key)
    expect(await refusalsOf(say('director', laid.key))).toMatchObject([{ why: 'alreadyDecided' }])
    expect(await refusalsOf(say('homeCareManager', laid.key))).toMatchObject([
      { why: 'notYourMandate', mayDecide: [{ party: { key: 'u-avo' } }, { party: { key: 'u-ffs' } }] },
    ])
  })

  test('is laid forth by those who prepare it or decide it, and by nobody else', async () => {
    expect(await refusalsOf(lay('homeCareManager'))).toMatchObject([{ why: 'notYourTask' }])
    expect((await lay('director')).state).toBe('proposed')
  })

  test('laid forth twice as it is, is one', async () => {
    const [one, other] = [await lay(), await lay('director')]
    expect(other.key).toBe(one.key)
  })

  test('a no with its reason ends it; laid forth anew, all say theirs again', async () => {
    const laid = await lay()
    await say('director', laid.key)
    const args = { ...(await seen()), ranking: laid.key, outcome: 'refuse', wording: 'Nej.' } as const
    expect(await refusalsOf(stand.act('disabilityDirector', 'decideRanking', args))).toMatchObject([
      { why: 'reasonMissing' },
    ])
    const no = await say('disabilityDirector', laid.key, 'refuse')
    expect(no.rankings?.[0]).toMatchObject({
      state: 'refused',
      voices: [{ outcome: 'grant' }, { outcome: 'refuse', reason: 'Vi saknar folk.' }],
    })
    expect(await refusalsOf(say('director', laid.key))).toMatchObject([
      { why: 'ranking', ranking: { fault: 'notOpen', state: 'refused' } },
    ])
    const again = await lay()
    expect([again.key === laid.key, again.attempt]).toEqual([false, (laid.attempt ?? 0) + 1])
    await say('director', again.key)
    expect((await say('disabilityDirector', again.key)).rankings?.[0]?.state).toBe('decided')
  })

  test('changed meanwhile, it gets no yes: it is laid forth anew, by whoever has seen the one that lies there', async () => {
    const laid = await lay()
    await say('director', laid.key)
    const third = (await aSharedNeed(stand)).key
    expect(await refusalsOf(say('disabilityDirector', laid.key))).toMatchObject([
      {
        why: 'ranking',
        ranking: { fault: 'changed', changes: [{ what: 'new', initiative: { key: third } }] },
      },
    ])
    expect(await refusalsOf(lay())).toMatchObject([{ why: 'ranking', ranking: { fault: 'proposedAnew' } }])
    const again = await lay('jointManager', { instead: laid.key })
    expect(again.voices).toBeUndefined()
    expect((await stand.store.byKey(rankings, laid.key))?.state).toBe('replaced')
    expect(await refusalsOf(say('disabilityDirector', laid.key))).toMatchObject([
      { why: 'ranking', ranking: { fault: 'notOpen', state: 'replaced' } },
    ])
  })

  test('a need that grows and moves nobody is told of, and the yes stands', async () => {
    const laid = await lay()
    await say('director', laid.key)
    await grow(first, 410_000)
    const done = await say('disabilityDirector', laid.key)
    expect(done.rankings?.[0]?.lines[0]?.needKr).toBe(laid.lines[0]?.needKr)
    expect(done.rankings?.[0]?.state).toBe('decided')
    await grow(first, 400_000)
  })

  test('both at the same moment decide it', async () => {
    for (let turn = 1; turn <= 3; turn++) {
      const [before] = (await laidDown(stand, OF)).filter(({ archived }) => !archived).slice(-1)
      const laid = await lay('jointManager', before ? { instead: before.key } : {})
      await Promise.all([say('director', laid.key), say('disabilityDirector', laid.key)])
      await settleRankingsSince(stand.work('employee'), TODAY)
      expect((await stand.store.byKey(rankings, laid.key))?.state).toBe('decided')
    }
  })

  test.for([false, true])(
    'killed at each write of the last yes (sent: %s), the next run finishes it',
    async (sent) => {
      let before: string | undefined
      for (let at = 1; ; at++) {
        const key = crypto.randomUUID()
        const laid = await lay('jointManager', before ? { instead: before } : {})
        before = laid.key
        await say('director', laid.key)
        const args = { ...(await seen()), ranking: laid.key, wording: 'Så beslutas.' }
        const { store, reached } = killedAt(stand, at, { sent })
        const work = stand.work('disabilityDirector', { store, key })
        await runAction(work, 'decideRanking', args).catch(() => undefined)
        if (!reached()) break
        await settleRankingsSince(stand.work('employee'), TODAY)
        const made = await stand.store.where(decisions, { column: 'ranking', value: laid.key })
        const now = await stand.store.byKey(rankings, laid.key)
        expect([at, now?.state]).toEqual([at, made.length === 2 ? 'decided' : 'proposed'])
        if (made.length < 2) await say('disabilityDirector', laid.key, 'grant', key)
        expect((await stand.store.byKey(rankings, laid.key))?.voices).toHaveLength(2)
        expect((await stand.store.byKey(initiatives, first))?.rankedIn?.key).toBe(laid.key)
        expect(at).toBeLessThan(30)
      }
    },
  )
})

describe('where the directors come to nothing', () => {
  test('with no level above they are told so', async () => {
    const laid = await lay()
    expect(await refusalsOf(say('director', laid.key, 'escalate'))).toMatchObject([
      { why: 'outcomeNotAllowed' },
      { why: 'nowhereToRaise' },
    ])
    await say('director', laid.key, 'refuse')
    expect(await refusalsOf(say('disabilityDirector', laid.key, 'escalate'))).toMatchObject([
      { why: 'nowhereToRaise' },
    ])
  })

  test('it is raised to the forum above, with its reason, and decided there as it was laid forth', async () => {
    const top = await aLevelAbove(stand, OF.forum)
    const laid = await lay()
    await say('director', laid.key)
    await say('disabilityDirector', laid.key, 'refuse')
    const raised = await say('director', laid.key, 'escalate')
    expect(raised.rankings?.[0]).toMatchObject({ state: 'raised', raisedTo: top })
    expect(await refusalsOf(say('director', laid.key))).toMatchObject([{ why: 'notYourMandate' }])
    expect(await refusalsOf(lay())).toMatchObject([
      { why: 'ranking', ranking: { fault: 'raised', forum: top } },
    ])
    const done = await say('officeManager', laid.key)
    expect(done.rankings?.[0]).toMatchObject({ state: 'decided', decidedBy: stand.person('officeManager') })
    expect((await stand.store.byKey(initiatives, first))?.rankedIn?.key).toBe(laid.key)
  })
})
