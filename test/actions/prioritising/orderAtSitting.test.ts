/** A joint forum's order at its sitting: the secretary writes down what each director says, and the minutes show what it came to. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { decisions } from '#src/lists/decisions.ts'
import { agendaItems, type Attendance, attendance, type Meeting, meetings } from '#src/lists/meetings.ts'
import { forums } from '#src/lists/organisation.ts'
import { rankings } from '#src/lists/prioritising.ts'
import { minutesItems } from '#src/rules/meetings/minutesItems.ts'
import { organisationRows } from '#scripts/demo/organisationRows.ts'
import { aSharedNeed } from '#test/fixtures/needs.ts'
import { asSeen, laidDown } from '#test/fixtures/orders.ts'
import { refusalsOf, setUpStand, type Stand, TODAY, type Who } from '#test/fixtures/stand.ts'

const OF = { forum: 'f-ssg', year: 2025 }
let stand: Stand
let meeting: Meeting
let there: Attendance[]
beforeAll(async () => {
  stand = await setUpStand('city')
  const own = organisationRows('u-stad').forums.filter(({ key }) => key === 'f-ssg' || key === 'f-pf')
  await stand.store.createMany(forums, own)
  await aSharedNeed(stand)
  await aSharedNeed(stand)
})
afterAll(() => stand.close())

const seen = () => asSeen(stand.work('jointManager'), OF)
const lay = async () => {
  for (const row of await laidDown(stand, OF))
    if (!row.archived) await stand.store.change(rankings, row, { archived: true })
  const [laid] = (await stand.act('jointManager', 'proposeRanking', await seen())).rankings ?? []
  if (!laid) throw new Error('nothing was laid forth')
  return laid
}
beforeEach(async () => {
  const key = crypto.randomUUID()
  const at = { key, title: 'SSG 1 oktober' }
  meeting = (
    await stand.store.create(meetings, {
      ...at,
      forum: { key: OF.forum, title: 'SSG' },
      day: TODAY,
      kind: 'ordinary',
      state: 'open',
      minutesKind: 'notes',
      effectAt: 'atMeeting',
      claim: key,
      secretary: stand.person('employee'),
    })
  ).item
  there = await Promise.all(
    (['director', 'disabilityDirector'] as const).map(
      async (who) =>
        (
          await stand.store.create(attendance, {
            key: `${key}/${who}`,
            title: who,
            meeting: at,
            person: stand.person(who),
            capacity: 'member',
            claim: `${key}/${who}`,
            presence: 'present',
          })
        ).item,
    ),
  )
})

const write = async (
  ranking: string,
  of: Who,
  { outcome = 'grant', by = 'employee' }: { outcome?: 'grant' | 'refuse'; by?: Who } = {},
) =>
  stand.act(by, 'decideRanking', {
    ...(await seen()),
    ranking,
    outcome,
    wording: outcome === 'grant' ? 'Så beslutas.' : 'Så beslutas inte.',
    ...(outcome === 'refuse' && { grounds: 'Vi saknar folk.' }),
    meeting: meeting.key,
    saidBy: stand.person(of),
  })
const items = () => stand.store.where(agendaItems, { column: 'meeting', value: meeting.key })
const inMinutes = async () =>
  minutesItems({ items: await items(), actions: [], paragraphs: [] }, new Map()).map(({ decision }) => [
    decision?.outcome,
    decision?.wording,
    ...(decision?.voices ?? []).map(({ party, by, says, wording }) =>
      [party.key, by?.name, says, wording].filter(Boolean).join(' '),
    ),
  ])

test('the secretary writes down what each director says: it is theirs, and who wrote it is kept', async () => {
  const laid = await lay()
  const [one] = (await write(laid.key, 'director')).decisions ?? []
  expect(one).toMatchObject({
    party: { key: 'u-avo' },
    decidedBy: stand.person('director'),
    recordedBy: stand.person('employee'),
    meeting: { key: meeting.key },
  })
  expect((await stand.store.byKey(rankings, laid.key))?.voices).toMatchObject([
    { by: stand.person('director'), recordedBy: stand.person('employee') },
  ])
  const names = [stand.person('director').name, stand.person('disabilityDirector').name]
  expect(await inMinutes()).toEqual([['noted', undefined, `u-avo ${names[0]} grant`, 'u-ffs']])

  const both = await write(laid.key, 'disabilityDirector')
  expect(both.rankings?.[0]?.state).toBe('decided')
  expect(await inMinutes()).toEqual([
    ['grant', 'Så beslutas.', `u-avo ${names[0]} grant`, `u-ffs ${names[1]} grant`],
  ])
  const [item, ...more] = await items()
  const made = await stand.store.where(decisions, { column: 'ranking', value: laid.key })
  expect(more).toEqual([])
  expect(item).toMatchObject({
    state: 'treated',
    carrying: 'done',
    decision: { key: both.rankings?.[0]?.decision?.key },
  })
  expect(made.map((row) => [row.meeting?.key, row.item?.key])).toEqual([
    [meeting.key, item?.key],
    [meeting.key, item?.key],
  ])
})

test('a no stands in the minutes with its reason', async () => {
  const laid = await lay()
  await write(laid.key, 'disabilityDirector', { outcome: 'refuse' })
  expect(await inMinutes()).toEqual([
    [
      'refuse',
      'Så beslutas inte.',
      'u-avo',
      `u-ffs ${stand.person('disabilityDirector').name} refuse Vi saknar folk.`,
    ],
  ])
})

test('what is said after the sitting is not put in its minutes', async () => {
  const laid = await lay()
  await write(laid.key, 'director')
  const alone = { ...(await seen()), ranking: laid.key, wording: 'Så beslutas.' }
  await stand.act('disabilityDirector', 'decideRanking', alone)
  expect((await stand.store.byKey(rankings, laid.key))?.state).toBe('decided')
  expect((await inMinutes()).map(([outcome]) => outcome)).toEqual(['noted'])
})

test('only who chairs or writes at it may, for those who are there and have a say', async () => {
  const laid = await lay()
  expect(await refusalsOf(write(laid.key, 'director', { by: 'disabilityDirector' }))).toMatchObject([
    { why: 'notYourTask', people: expect.arrayContaining([stand.person('employee')]) },
  ])
  expect(await refusalsOf(write(laid.key, 'jointManager'))).toMatchObject([
    { why: 'meeting', fault: 'notPresent' },
  ])
  const [first] = there
  if (first) await stand.store.change(attendance, first, { presence: 'absent' })
  expect(await refusalsOf(write(laid.key, 'director'))).toMatchObject([
    { why: 'meeting', fault: 'notPresent' },
  ])
  const between = { ...(await seen()), ranking: laid.key, wording: 'Ja.', saidBy: stand.person('director') }
  expect(await refusalsOf(stand.act('employee', 'decideRanking', between))).toMatchObject([
    { why: 'meeting', fault: 'notYourOwn' },
  ])
  await write(laid.key, 'disabilityDirector')
  expect(await refusalsOf(write(laid.key, 'disabilityDirector'))).toMatchObject([{ why: 'alreadyDecided' }])
})
