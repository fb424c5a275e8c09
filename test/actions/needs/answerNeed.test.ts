/** What the contact person says of a need that stands still: kept in its history, told to whoever may end it, and nothing more. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ActionArgs } from '#src/actions/index.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Notice } from '#src/rules/reminding/notices.ts'
import { noticeLines } from '#src/rules/reminding/noticeLines.ts'
import { aNeed, asItStands } from '#test/fixtures/needs.ts'
import { setUpStand, type Stand, TODAY, type Who, whysOf } from '#test/fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

const aStillNeed = (values: Parameters<typeof aNeed>[1] = {}) =>
  aNeed(stand, { contact: stand.person('employee'), ...values })

async function answer(
  { key: initiative }: Initiative,
  said: Partial<ActionArgs<'answerNeed'>> = {},
  { who = 'employee', key = crypto.randomUUID() }: { who?: Who; key?: string } = {},
) {
  const told: Notice[] = []
  const args = { initiative, answer: 'needed', ...said } as const
  await stand.act(who, 'answerNeed', args, { key, tell: (notice) => void told.push(notice) })
  return told
}

test('that it is still needed is kept in its history, with who said it, and nobody is disturbed', async () => {
  const need = await aStillNeed()
  expect(await answer(need, { comment: 'Fler brukare' })).toEqual([])
  const { initiative, trail } = await asItStands(stand, need.key)
  expect(trail).toMatchObject([
    { kind: 'answer', field: 'needed', to: 'Fler brukare', day: TODAY, person: stand.person('employee') },
  ])
  expect(initiative.version).toBe(need.version)
})

test('that it is withdrawn is told to those who may screen it out, as a line about the decision', async () => {
  const need = await aStillNeed()
  const [notice] = await answer(need, { answer: 'withdrawn' })
  expect(notice).toMatchObject({ kind: 'needWithdrawn', to: [stand.person('homeCareManager')] })
  expect(notice && noticeLines(notice)).toMatchObject([
    {
      kind: 'decision',
      item: { key: need.key, title: need.title },
      milestone: 'needWithdrawn',
      values: { gate: 'BP1', number: need.number, by: stand.person('employee').name },
      urgent: true,
    },
  ])
})

test('asked again with the same key it is said once, and told by the same key', async () => {
  const need = await aStillNeed()
  const [first] = await answer(need, { answer: 'withdrawn' }, { key: 'again' })
  const [second] = await answer(need, { answer: 'withdrawn' }, { key: 'again' })
  expect(second?.key).toBe(first?.key)
  expect((await asItStands(stand, need.key)).trail).toHaveLength(1)
})

test('a contact person who may screen it out is not told by themselves', async () => {
  const need = await aStillNeed({ contact: stand.person('homeCareManager') })
  const [notice] = await answer(need, { answer: 'withdrawn' }, { who: 'homeCareManager' })
  expect(notice?.to).toEqual([])
})

const refused: { says: string; values: Parameters<typeof aNeed>[1]; who?: Who; whys: string[] }[] = [
  { says: 'nobody but the contact person', values: {}, who: 'administrator', whys: ['notYourTask'] },
  { says: 'nothing of what rests', values: { state: 'paused' }, whys: ['notActive'] },
  { says: 'nothing of what others lead', values: { external: true }, whys: ['external'] },
  { says: 'nothing of what is put away', values: { archived: true }, whys: ['archived'] },
]
test.for(refused)('$says', async ({ values, who, whys }) => {
  const need = await aStillNeed(values)
  expect(await whysOf(answer(need, {}, who ? { who } : {}))).toEqual(whys)
  expect((await asItStands(stand, need.key)).trail).toEqual([])
})
