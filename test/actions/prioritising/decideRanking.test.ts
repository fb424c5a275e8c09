/** A forum's order, moved by hand and decided: who may, what is kept, what follows, and what is refused. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '#src/lists/columns.ts'
import { decisions, trail } from '#src/lists/decisions.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { agendaItems, meetings } from '#src/lists/meetings.ts'
import { forums } from '#src/lists/organisation.ts'
import { rankings, scenarios } from '#src/lists/prioritising.ts'
import { type ActionArgs, type ActionName, runAction } from '#src/actions/index.ts'
import { rankingNow } from '#src/actions/prioritising/rankingNow.ts'
import { loadOrganisation, type Work } from '#src/actions/work.ts'
import { asShown } from '#src/rules/prioritising/rankingChanges.ts'
import type { Notice } from '#src/rules/reminding/notices.ts'
import { isWorkingOrder } from '#src/rules/prioritising/workingOrder.ts'
import { refusalsOf, setUpStand, type Stand } from '#test/fixtures/stand.ts'

const TODAY = '2026-11-02'
const YEAR = 2027
let stand: Stand
let owner: Person
let secretary: Person
beforeAll(async () => {
  stand = await setUpStand('region')
  const [forum] = await stand.store.where(forums, { column: 'key', value: 'f-pl-vp' })
  if (!forum?.chair || !forum.secretary) throw new Error('The forum has nobody')
  owner = forum.chair
  secretary = forum.secretary
}, 60_000)
afterAll(() => stand.close())

const workAs = (me: Person, given: Partial<Work> = {}) =>
  stand.work('director', { me, today: TODAY, ...given })
const act = <N extends ActionName>(me: Person, name: N, args: ActionArgs<N>, given?: Partial<Work>) =>
  runAction(workAs(me, given), name, args)

/** As the page shows it. */
async function shownNow(forumKey = 'f-pl-vp') {
  const work = workAs(owner)
  const [forum] = await stand.store.where(forums, { column: 'key', value: forumKey })
  if (!forum) throw new Error('no forum')
  const { ranking } = await rankingNow(work, forum, YEAR, await loadOrganisation(work))
  return asShown(ranking)
}
const orderNow = async () => (await shownNow()).shown.map(({ initiative }) => initiative)
const decided = async (given: Partial<ActionArgs<'decideRanking'>> = {}) => ({
  forum: 'f-pl-vp',
  year: YEAR,
  ...(await shownNow()),
  wording: 'Rangordningen för 2027 fastställs.',
  agreed: true,
  ...given,
})

describe('a rank moved by hand', () => {
  const move = (initiative: string, before: string | undefined, reason = 'Avtalet löper ut') => ({
    forum: 'f-pl-vp',
    year: YEAR,
    initiative,
    move: { rank: 1, reason, ...(before && { before }) },
  })

  test('stands where it was put, with its reason, until it is taken back', async () => {
    const before = await orderNow()
    expect(before.slice(-3)).toEqual(['VP-11', 'VP-09', 'VP-02'])
    await act(secretary, 'overrideRank', move('VP-02', 'VP-11'))
    await act(secretary, 'overrideRank', move('VP-02', 'VP-11'))
    expect((await orderNow()).slice(-3)).toEqual(['VP-02', 'VP-11', 'VP-09'])
    const order = (await stand.store.where(scenarios, { column: 'forum', value: 'f-pl-vp' })).find(
      isWorkingOrder,
    )
    expect(order?.settings.moved).toEqual([
      { initiative: 'VP-02', before: 'VP-11', rank: 1, reason: 'Avtalet löper ut' },
    ])
    await act(secretary, 'overrideRank', { forum: 'f-pl-vp', year: YEAR, initiative: 'VP-02', move: null })
    expect(await orderNow()).toEqual(before)
  })

  test.for([
    { says: 'what is mandatory', args: move('VP-05', 'VP-04'), fault: 'notFree' },
    { says: 'what runs', args: move('VP-13', 'VP-04'), fault: 'notFree' },
    { says: 'above what is in before ranking starts', args: move('VP-04', 'VP-05'), fault: 'aboveFirst' },
    { says: 'what another forum ranks', args: move('VS-08', 'VP-04'), fault: 'notRanked' },
  ])('is refused: $says', async ({ args, fault }) => {
    expect(await refusalsOf(act(secretary, 'overrideRank', args))).toMatchObject([
      { why: 'ranking', ranking: { fault } },
    ])
  })

  test('is refused without a reason, and to whoever has no seat in the forum', async () => {
    expect(await refusalsOf(act(secretary, 'overrideRank', move('VP-02', 'VP-11', ' ')))).toMatchObject([
      { why: 'reasonMissing' },
    ])
    const nobody = { id: 'nobody', name: 'Nobody' }
    expect(await refusalsOf(act(nobody, 'overrideRank', move('VP-02', 'VP-11')))).toMatchObject([
      { why: 'notYourTask' },
    ])
  })
})

describe('deciding', () => {
  test('is for the post with the mandate, when its forum agrees', async () => {
    const args = await decided()
    expect(await refusalsOf(act(secretary, 'decideRanking', args))).toMatchObject([
      { why: 'notYourMandate', mayDecide: [{ holder: { id: owner.id } }] },
    ])
    expect(await refusalsOf(act(owner, 'decideRanking', { ...args, agreed: false }))).toMatchObject([
      { why: 'noAgreement' },
    ])
  })

  test('is refused when the ranking is another than the one shown, with the difference', async () => {
    const { shown } = await shownNow()
    const other = shown.map((line) => (line.initiative === 'VP-04' ? { ...line, needKr: 1 } : line))
    expect(await refusalsOf(act(owner, 'decideRanking', await decided({ shown: other })))).toEqual([
      {
        why: 'ranking',
        ranking: {
          fault: 'changed',
          changes: [
            {
              what: 'need',
              initiative: expect.objectContaining({ key: 'VP-04' }) as unknown,
              fromKr: 1,
              toKr: 7_300_000,
            },
          ],
        },
      },
    ])
  })

  test('is refused to whoever has an interest of their own in something ranked', async () => {
    const [one] = await stand.store.where(initiatives, { column: 'key', value: 'VP-04' })
    if (!one) throw new Error('no initiative')
    const marked = await stand.store.change(initiatives, one, { conflicted: [owner] })
    expect(await refusalsOf(act(owner, 'decideRanking', await decided()))).toMatchObject([
      { why: 'conflictOfInterest' },
    ])
    await stand.store.change(initiatives, marked, { conflicted: [] })
  })

  test('keeps the whole picture, gives each its rank with a trail, and tells the forum and the project office', async () => {
    await act(secretary, 'overrideRank', {
      forum: 'f-pl-vp',
      year: YEAR,
      initiative: 'VP-02',
      move: { before: 'VP-11', rank: 8, reason: 'Avtalet löper ut' },
    })
    const told: Notice[] = []
    const key = crypto.randomUUID()
    const args = await decided({ conditions: 'VP-04 startar när VP-03 är klar 2027-03-31' })
    const given = { key, tell: (notice: Notice) => void told.push(notice) }
    const first = await act(owner, 'decideRanking', args, given)
    const again = await act(owner, 'decideRanking', args, given)
    expect(again.decisions?.map(({ number }) => number)).toEqual(first.decisions?.map(({ number }) => number))

    const [decision] = await stand.store.where(decisions, { column: 'key', value: key })
    expect(decision).toMatchObject({
      matter: 'ranking',
      outcome: 'grant',
      post: 'Portföljägare Vårdproduktion',
      mandate: { key: 'mandate-26' },
      agreed: true,
      forum: { key: 'f-pl-vp' },
      supersedes: { title: 'PL-VP 2026 § 42' },
    })
    expect(decision?.also).toHaveLength(10)
    const [ranking] = await stand.store.where(rankings, { column: 'key', value: key })
    expect(ranking).toMatchObject({ year: YEAR, frameKr: expect.any(Number) as number })
    expect(ranking?.weights.map(({ weight }) => weight)).toEqual([40, 25, 20, 15])
    expect(ranking?.lines[7]).toMatchObject({
      rank: 8,
      initiative: { key: 'VP-02' },
      basis: 'moved',
      reason: 'Avtalet löper ut',
    })
    const [moved] = await stand.store.where(initiatives, { column: 'key', value: 'VP-02' })
    expect(moved?.rank).toBe(8)
    const entries = (await stand.store.where(trail, { column: 'initiative', value: 'VP-02' })).filter(
      (entry) => entry.decision?.key === key,
    )
    expect(entries).toMatchObject([{ kind: 'rank', to: '8' }])
    expect(new Set(told.map((notice) => notice.key)).size).toBe(1)
    expect(told[0]).toMatchObject({ kind: 'rankingDecided', forum: { key: 'f-pl-vp' } })
    expect(told[0]?.to.map(({ id }) => id)).not.toContain(owner.id)
  })

  test('a later one takes its place, and what is no longer ranked has no rank', async () => {
    const [gone] = await stand.store.where(initiatives, { column: 'key', value: 'VP-09' })
    if (!gone) throw new Error('no initiative')
    const [before] = await stand.store.where(decisions, { column: 'key', value: await lastDecision() })
    await stand.store.change(initiatives, gone, { state: 'paused' })
    const key = crypto.randomUUID()
    await act(owner, 'decideRanking', await decided(), { key })
    const [decision] = await stand.store.where(decisions, { column: 'key', value: key })
    expect(decision?.supersedes?.title).toBe(before?.number)
    const [now] = await stand.store.where(initiatives, { column: 'key', value: 'VP-09' })
    expect(now?.rank).toBeUndefined()
  })

  test('while the forum sits it becomes a matter of the meeting, and is refused in one that does not go on', async () => {
    const aSitting = async (key: string, state: 'open' | 'planned') => {
      const draft = {
        key,
        claim: key,
        title: 'Portföljledning november',
        forum: { key: 'f-pl-vp', title: 'PL' },
      }
      const rest = { kind: 'ordinary', day: TODAY, minutesKind: 'protocol', effectAt: 'atMeeting' } as const
      await stand.store.create(meetings, { ...draft, ...rest, state })
    }
    await aSitting('sitting', 'open')
    await aSitting('later', 'planned')
    expect(await refusalsOf(act(owner, 'decideRanking', await decided({ meeting: 'later' })))).toMatchObject([
      { why: 'meeting', fault: 'notOpen' },
    ])
    const key = crypto.randomUUID()
    const done = await act(owner, 'decideRanking', await decided({ meeting: 'sitting' }), { key })
    expect(done.decisions).toMatchObject([{ meeting: { key: 'sitting' }, item: { key: `${key}/item` } }])
    const items = await stand.store.where(agendaItems, { column: 'meeting', value: 'sitting' })
    expect(items).toMatchObject([
      {
        state: 'treated',
        outcome: 'grant',
        carrying: 'done',
        decision: { key },
        decidedBy: { id: owner.id },
      },
    ])
  })

  test('two at once: one decides, the other is told so', async () => {
    const args = await decided()
    const both = await Promise.allSettled([
      act(owner, 'decideRanking', args),
      act(owner, 'decideRanking', args),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })
})

async function lastDecision() {
  const all = await stand.store.where(rankings, { column: 'forum', value: 'f-pl-vp' })
  return all.find(({ key }) => key !== 'RANK-2027-VP')?.key ?? ''
}
