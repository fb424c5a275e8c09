/** The city's meetings as the demo puts them in. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { actionItems } from '#src/lists/actionItems.ts'
import { decisions, trail } from '#src/lists/decisions.ts'
import { forumTemplates } from '#src/lists/forumTemplates.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { agendaItems, attendance, meetings } from '#src/lists/meetings.ts'
import { papers, paragraphs, verifications } from '#src/lists/minutes.ts'
import { forums } from '#src/lists/organisation.ts'
import { seedDemo } from '#scripts/demo/seed.ts'
import { seedMeetings } from '#scripts/demo/seedMeetings.ts'
import { setUpStand, type Stand } from '../fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand()
  await seedDemo(stand.store)
  await seedMeetings(stand.store)
}, 120_000)
afterAll(() => stand.close())

test('every meeting of the file is there, with its items, its people and its actions', async () => {
  const count = async (list: Parameters<typeof stand.store.all>[0]) => (await stand.store.all(list)).length
  const sittings = await stand.store.all(meetings)
  expect(sittings.filter(({ state }) => state !== 'planned')).toHaveLength(12)
  expect(await count(agendaItems)).toBe(76)
  expect(await count(actionItems)).toBe(34)
  expect(await count(attendance)).toBeGreaterThan(80)
})

test('every forum has a template, and meets by it', async () => {
  const [templates, all] = await stand.store.allOf([forumTemplates, forums])
  expect(templates.map(({ key }) => key).sort()).toEqual(all.map(({ key }) => key).sort())
  expect(templates.find(({ key }) => key === 'f-ssg')?.rule).toMatchObject({
    every: 'month',
    months: [3, 8, 11],
  })
})

test('no item is about an initiative that nobody knows', async () => {
  const [items, known] = await stand.store.allOf([agendaItems, initiatives])
  const keys = new Set(known.map(({ key }) => key))
  const refs = items.flatMap(({ initiative, also = [] }) => (initiative ? [initiative, ...also] : []))
  expect(refs.length).toBeGreaterThan(60)
  expect(refs.filter(({ key }) => !keys.has(key))).toEqual([])
})

test('the numbers of each forum run without a double, and minutes that are drafts have none', async () => {
  const [rows, items] = await stand.store.allOf([paragraphs, agendaItems])
  expect(new Set(rows.map(({ claim }) => claim)).size).toBe(rows.length)
  const draft = items.filter(({ meeting }) => meeting?.key === 'M-FL-2024-09')
  expect(draft.length).toBe(4)
  expect(draft.filter(({ paragraph }) => paragraph !== undefined)).toEqual([])
})

test('what is decided is carried out already: nothing is left for the server to finish', async () => {
  const [made, left] = await stand.store.allOf([decisions, trail])
  const keys = new Set(left.map(({ key }) => key))
  const about = made.filter(({ initiative }) => initiative)
  expect(about.length).toBeGreaterThan(15)
  expect(about.filter(({ key }) => !keys.has(`${key}/applied`))).toEqual([])
})

test('every initiative knows the latest decision about it', async () => {
  const [made, all] = await stand.store.allOf([decisions, initiatives])
  for (const { key, number, lastDecision } of all) {
    const about = made.filter(({ initiative }) => initiative?.key === key)
    const days = about.map(({ decidedOn }) => decidedOn).sort()
    const latest = about.filter(({ decidedOn }) => decidedOn === days.at(-1)).map((decision) => decision.key)
    expect(about.length > 0 ? latest : [undefined], number).toContain(lastDecision?.key)
  }
  expect(all.filter(({ lastDecision }) => lastDecision).length).toBeGreaterThan(10)
})

test('minutes that were sent are frozen, and approved by those who verified them', async () => {
  const [sittings, kept, asked] = await stand.store.allOf([meetings, papers, verifications])
  const fixed = sittings.filter(({ minutesVersion }) => minutesVersion === 1)
  expect(fixed).toHaveLength(11)
  for (const { key, state } of fixed) {
    const paper = kept.find(({ meeting, kind }) => meeting.key === key && kind === 'minutes')
    const answers = asked.filter(({ meeting }) => meeting.key === key)
    expect(answers.map(({ hash }) => hash)).toEqual(answers.map(() => paper?.hash))
    expect(new Set(answers.map(({ answer }) => answer))).toEqual(
      new Set([state === 'verified' ? 'approved' : 'asked']),
    )
  }
})

test('the rest of the year is planned: the dialogue of home care meets on the third Wednesday', async () => {
  const planned = (await stand.store.all(meetings)).filter(
    ({ forum, state }) => forum.key === 'f-sd-ht' && state === 'planned',
  )
  expect(planned.map(({ day }) => day).sort()).toEqual(['2024-10-16', '2024-11-20', '2024-12-18'])
})

test('run again it doubles nothing', async () => {
  const before = (await stand.store.all(agendaItems)).length
  await seedMeetings(stand.store)
  expect((await stand.store.all(agendaItems)).length).toBe(before)
})
