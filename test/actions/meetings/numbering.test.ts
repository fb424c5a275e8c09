/** § of a forum's year: one for each item, consecutive in each meeting's minutes, without gaps or doubles, on several servers at once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { numberItems, showNumbers } from '#src/actions/meetings/deciding/numberItems.ts'
import { type AgendaItem, agendaItems, type Meeting } from '#src/lists/meetings.ts'
import { type Paragraph, paragraphs } from '#src/lists/minutes.ts'
import type { Forum } from '#src/lists/organisation.ts'
import { listStore } from '#src/graph/listStore.ts'
import { Killed, killedAt } from '#test/fixtures/interrupted.ts'
import { aForumThere, anItemOf, aSitting } from '#test/fixtures/sittings.ts'
import { setUpStand, type Stand } from '#test/fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

/** A meeting with so many items. */
async function aFullMeeting(forum: Forum, count: number, day = '2024-10-01') {
  const meeting = await aSitting(stand, forum, { day, state: 'held' }, {})
  const drafts = Array.from({ length: count }, (_, i) => ({
    key: `${meeting.key}-${String(i).padStart(3, '0')}`,
    title: `Ärende ${i}`,
    forum: meeting.forum,
    meeting: { key: meeting.key, title: meeting.title },
    state: 'agenda' as const,
    order: i,
    kind: 'discussion' as const,
    source: 'added' as const,
  }))
  await stand.store.createMany(agendaItems, drafts)
  return { meeting, items: drafts }
}
type Full = Awaited<ReturnType<typeof aFullMeeting>>

/** As a server of its own would: another connection, nothing remembered. */
const onAServer = ({ meeting, items }: Full) =>
  numberItems(
    stand.work('developmentLead', { store: listStore({ graph: stand.graphAs('server'), site: stand.site }) }),
    meeting,
    items,
  )

const inForum = (forum: Forum) => stand.store.where(paragraphs, { column: 'forum', value: forum.key })
const numbersOf = (rows: readonly Paragraph[]) => rows.map(({ number }) => number).toSorted((a, b) => a - b)
const upTo = (n: number, from = 1) => Array.from({ length: n }, (_, i) => from + i)

/** All § of the forum are 1, 2, 3 … and each meeting's follow on each other in the order of its agenda. */
async function expectSound(forum: Forum, meetings: readonly Full[]) {
  const rows = await inForum(forum)
  const total = meetings.reduce((sum, { items }) => sum + items.length, 0)
  expect(numbersOf(rows)).toEqual(upTo(total))
  for (const { items } of meetings) {
    const numbers = items.map(({ key }) => rows.find(({ item }) => item.key === key)?.number ?? Number.NaN)
    expect(numbers).toEqual(upTo(items.length, numbers[0]))
  }
}

describe('§ across servers', () => {
  test('200 items of five meetings fixed at once, with a slow service that refuses, throttles and loses answers', async () => {
    const forum = await aForumThere(stand)
    const meetings = await Promise.all(upTo(5).map(() => aFullMeeting(forum, 40)))
    const path = `/lists/${stand.site.listIds.Paragraphs}/items`
    stand.tenant.control.setFaults([
      { match: { method: 'POST', path }, times: 1, dropAfterCommit: true },
      { match: { method: 'POST', path }, times: 2, status: 409, code: 'nameAlreadyExists' },
      { match: { method: 'POST', path }, times: 2, status: 412, code: 'preconditionFailed' },
      { match: { method: 'POST', path }, times: 3, status: 429, retryAfter: 1 },
      { match: { path: '' }, times: 20, delayMs: 40 },
    ])
    await Promise.all([...meetings, ...meetings.slice(0, 2)].map(onAServer))
    expect(stand.tenant.control.faults()).toEqual([])
    await expectSound(forum, meetings)
  })

  test('each forum and year has a series of its own', async () => {
    const [one, other] = [await aForumThere(stand), await aForumThere(stand)]
    const before = await aFullMeeting(one, 2, '2023-12-12')
    const after = await aFullMeeting(one, 3)
    const elsewhere = await aFullMeeting(other, 1)
    const given = await Promise.all([before, after, elsewhere].map(onAServer))
    expect(given.map(numbersOf)).toEqual([[1, 2], [1, 2, 3], [1]])
    expect(given[0]?.map(({ year }) => year)).toEqual([2023, 2023])
  })

  test('a number that is given stays, and what comes later goes on after the last', async () => {
    const forum = await aForumThere(stand)
    const first = await aFullMeeting(forum, 4)
    const [early] = await onAServer({ ...first, items: first.items.slice(2, 3) })
    const second = await aFullMeeting(forum, 2)
    await onAServer(second)
    const given = await onAServer(first)
    expect(early?.number).toBe(1)
    expect(given.map(({ number }) => number)).toEqual([4, 5, 1, 6])
    expect(numbersOf(await inForum(forum))).toEqual(upTo(6))
  })
})

test('a row that somebody has spoiled by hand keeps its number', async () => {
  const forum = await aForumThere(stand)
  await onAServer(await aFullMeeting(forum, 2))
  const last = (await inForum(forum)).find(({ number }) => number === 2)
  const path = `/sites/${stand.site.id}/lists/${stand.site.listIds.Paragraphs}/items/${last?.id}/fields`
  await stand.graphAs('server')({ method: 'PATCH', path, body: { Year: null } })
  const given = await onAServer(await aFullMeeting(forum, 2))
  expect(given.map(({ number }) => number)).toEqual([3, 4])
})

describe('a server that is killed while it numbers', () => {
  test.for([{ sent: true }, { sent: false }])(
    'leaves no gap at any write (sent: $sent), and the next meeting waits for none',
    async ({ sent }) => {
      for (let at = 1, reached = true; reached; at++) {
        const forum = await aForumThere(stand)
        const first = await aFullMeeting(forum, 3)
        const second = await aFullMeeting(forum, 2)
        const dying = killedAt(stand, at, { sent })
        await numberItems(
          stand.work('developmentLead', { store: dying.store }),
          first.meeting,
          first.items,
        ).catch((error: unknown) => expect(error).toBeInstanceOf(Killed))
        reached = dying.reached()
        await onAServer(second)
        await onAServer(first)
        await expectSound(forum, [first, second])
      }
    },
  )

  test('between the first of them and the others: the next to come writes down theirs first', async () => {
    const forum = await aForumThere(stand)
    const first = await aFullMeeting(forum, 30)
    const second = await aFullMeeting(forum, 1)
    let asked = 0
    const graph = stand.graphAs('server')
    const store = listStore({
      site: stand.site,
      graph: async (call) => {
        if (call.path === '/$batch' && JSON.stringify(call.body).includes('POST') && ++asked > 0)
          throw new Killed('the process was killed')
        return graph(call)
      },
    })
    await expect(
      numberItems(stand.work('developmentLead', { store }), first.meeting, first.items),
    ).rejects.toThrow(Killed)
    expect(numbersOf(await inForum(forum))).toEqual([1])
    expect((await onAServer(second)).map(({ number }) => number)).toEqual([31])
    await expectSound(forum, [first, second])
  })
})

test('each item shows its number, also one that somebody writes in meanwhile', async () => {
  const forum = await aForumThere(stand)
  const meeting: Meeting = await aSitting(stand, forum, {}, {})
  const items: AgendaItem[] = [await anItemOf(stand, meeting), await anItemOf(stand, meeting)]
  const given = await onAServer({ meeting, items: items as never })
  const [one] = items
  await stand.store.change(agendaItems, one ?? expect.fail('no item'), { notes: 'Mer' })
  const shown = await showNumbers(stand.work('developmentLead'), items, given, { state: 'treated' })
  expect(shown.map(({ paragraph, state, notes }) => [paragraph, state, notes])).toEqual([
    [1, 'treated', 'Mer'],
    [2, 'treated', undefined],
  ])
})
