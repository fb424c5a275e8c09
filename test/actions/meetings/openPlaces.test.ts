/** What all staff read of a forum never names what is confidential: not when it is asked to, and not in papers made after a mark. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ActionName } from '#src/actions/index.ts'
import { drawMinutes, loadMinutes } from '#src/actions/meetings/minutes/minutesParts.ts'
import { agendaDrawer, agendaOf } from '#src/actions/meetings/agenda/agendaNow.ts'
import { atMeeting } from '#src/actions/meetings/place.ts'
import { agendaItems, type AgendaItem } from '#src/lists/meetings.ts'
import { positions } from '#src/lists/minutes.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { marking } from '#test/fixtures/marking.ts'
import { aNeed } from '#test/fixtures/needs.ts'
import { aForumThere, anItemOf, aSitting } from '#test/fixtures/sittings.ts'
import { refusalsOf, setUpStand, type Stand, type Who } from '#test/fixtures/stand.ts'

const TITLE = 'Upphandling av Sigma'
let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())
const { mark } = marking(() => stand)

/** A need that was treated at a meeting and is confidential since then. */
async function treatedThenMarked() {
  const forum = await aForumThere(stand, {}, { joint: true })
  const other = await aForumThere(stand)
  const sitting = await aSitting(stand, forum)
  const need = await aNeed(stand, { title: TITLE })
  const about = { key: need.key, title: need.title }
  const item = await anItemOf(stand, sitting, {
    title: `BP1 ${TITLE}`,
    kind: 'gate',
    initiative: about,
    state: 'treated',
  })
  await stand.store.create(positions, {
    key: `${item.key}/p`,
    claim: `${item.key}/u-avo`,
    title: item.title,
    item: { key: item.key, title: item.title },
    forum: item.forum,
    unit: { key: 'u-avo', title: 'ÄVO' },
    position: 'Vi stöder det.',
    initiative: about,
    by: stand.person('director'),
    day: '2024-09-01',
  })
  await mark(need.key)
  return { forum, other, sitting, need, item }
}
type Around = Awaited<ReturnType<typeof treatedThenMarked>>

test.for<{ says: string; who?: Who; asks: (around: Around) => [ActionName, unknown] }>([
  {
    says: 'an item',
    asks: ({ forum, need }) => [
      'saveItem',
      { item: 'new', forum: forum.key, values: { title: 'Ärende', initiative: need.key } },
    ],
  },
  {
    says: 'one more that an item is about',
    asks: ({ forum, need }) => [
      'saveItem',
      { item: 'new', forum: forum.key, values: { title: 'Ärende', also: [need.key] } },
    ],
  },
  {
    says: 'what an agenda takes up',
    asks: ({ sitting, need }) => [
      'takeUp',
      {
        meeting: sitting.key,
        items: [{ key: 'new', title: 'Ärende', kind: 'gate', source: 'gate', initiative: need.key }],
      },
    ],
  },
  {
    says: 'a question to another forum',
    asks: ({ item, other }) => ['sendOn', { item: item.key, forum: other.key, question: 'Vad tycker ni?' }],
  },
  {
    says: 'an action',
    asks: ({ forum, sitting, item }) => [
      'saveAction',
      {
        action: 'new',
        forum: forum.key,
        meeting: sitting.key,
        item: item.key,
        values: { title: 'Ring', owner: stand.person('employee'), due: '2024-11-01' },
      },
    ],
  },
  {
    says: 'a position',
    who: 'director',
    asks: ({ item }) => [
      'savePosition',
      { position: 'new', item: item.key, unit: 'u-avo', values: { result: 'Så blev det.' } },
    ],
  },
])('$says is refused, by number and with what to do instead', async ({ asks, who = 'developmentLead' }) => {
  const around = await treatedThenMarked()
  const [name, args] = asks(around)
  const asked = stand.act(who, name, args as never)
  expect(await refusalsOf(asked)).toEqual([{ why: 'confidentialThere', numbers: [around.need.number] }])
})

test('what was treated goes by its number in the minutes, the agenda and the positions from the mark on', async () => {
  const { sitting, need, item } = await treatedThenMarked()
  await anItemOf(stand, sitting, { title: 'Annat ärende' })
  const work = stand.work('developmentLead')
  const rows = await loadMinutes(work, sitting)
  const minutes = JSON.stringify(drawMinutes(work, rows, { version: 1 }))
  const place = await atMeeting(work, sitting.key)
  const drawn = await agendaDrawer(work, place, await agendaOf(work, sitting))
  for (const text of [minutes, JSON.stringify(drawn(1))]) {
    expect(text).toContain('Annat ärende')
    expect(text).not.toContain(TITLE)
  }
  expect(minutes).toContain(`BP1 ${need.number}`)
  expect(await titlesOf(item, need)).toEqual([`BP1 ${need.number}`, `BP1 ${need.number}`])
})

const titlesOf = async ({ key }: AgendaItem, need: Initiative) => [
  (await stand.storeAs('employee').byKey(agendaItems, key))?.title,
  ...(await stand.storeAs('employee').where(positions, { column: 'initiative', value: need.key })).map(
    ({ title }) => title,
  ),
]
