/** Many initiatives changed in one act: each by itself, refusals row by row, and taken back by the same act turned round. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { trail } from '#src/lists/decisions.ts'
import { type InitiativeDraft, initiatives } from '#src/lists/initiatives.ts'
import { refusalsOf, setUpStand, type Stand, type Who } from '#test/fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

let made = 0
async function anInitiative(values: Partial<InitiativeDraft> = {}) {
  const key = `many-${++made}`
  const draft = {
    key,
    number: `M-${made}`,
    title: `Behov ${made}`,
    stage: 'collection',
    state: 'active',
    portfolio: { key: 'pf-avo', title: 'ÄVO' },
    ...values,
  } as const
  return (await stand.store.create(initiatives, draft)).item
}
const edit = (key: string, changes: object, base: object) => ({ initiative: key, changes, base })
const edits = (who: Who, rows: ReturnType<typeof edit>[], key: string = crypto.randomUUID()) =>
  stand.act(who, 'editMany', { rows }, { key })

test('one field is set for all of them, with the trail of each, and taken back as one act', async () => {
  const [a, b] = [await anInitiative(), await anInitiative({ costHighKr: 10 })]
  const there = [
    edit(a.key, { costHighKr: 500 }, { costHighKr: null }),
    edit(b.key, { costHighKr: 500 }, { costHighKr: 10 }),
  ]
  const done = await edits('developmentLead', there)
  expect(done.initiatives?.map(({ costHighKr }) => costHighKr)).toEqual([500, 500])
  expect(done.left).toEqual([])
  expect(done.trail?.map(({ from, to }) => [from, to])).toEqual([
    [undefined, '500'],
    ['10', '500'],
  ])
  const back = there.map((one) => edit(one.initiative, one.base, one.changes))
  const undone = await edits('developmentLead', back)
  expect(undone.initiatives?.map(({ costHighKr }) => costHighKr)).toEqual([undefined, 10])
})

test('asked twice it is done once', async () => {
  const row = await anInitiative()
  const rows = [edit(row.key, { costHighKr: 700 }, { costHighKr: null })]
  await edits('developmentLead', rows, 'twice')
  await edits('developmentLead', rows, 'twice')
  expect(await stand.store.where(trail, { column: 'initiative', value: row.key })).toHaveLength(1)
})

test('a row that somebody else has changed is left as it is, and the others are done', async () => {
  const [a, b] = [await anInitiative({ type: 'prestudy' }), await anInitiative()]
  const done = await edits('developmentLead', [
    edit(a.key, { type: 'rollout' }, { type: null }),
    edit(b.key, { type: 'rollout' }, { type: null }),
    edit('none', { type: 'rollout' }, { type: null }),
  ])
  expect(done.initiatives?.map(({ key }) => key)).toEqual([b.key])
  expect(done.left).toMatchObject([
    { key: a.key, refusals: [{ why: 'changedByOther', fields: [{ field: 'type', theirs: 'prestudy' }] }] },
    { key: 'none', refusals: [{ why: 'notFound' }] },
  ])
})

test('whoever may prepare only some of them changes those', async () => {
  const own = await anInitiative({ contact: stand.person('employee') })
  const other = await anInitiative()
  const done = await edits('employee', [
    edit(own.key, { legal: 'yes' }, { legal: null }),
    edit(other.key, { legal: 'yes' }, { legal: null }),
  ])
  expect(done.initiatives?.map(({ key }) => key)).toEqual([own.key])
  expect(done.left).toMatchObject([{ key: other.key, refusals: [{ why: 'notYourTask' }] }])
})

test('what is no value of the field is refused before anything is written', async () => {
  const row = await anInitiative()
  expect(await refusalsOf(edits('developmentLead', [edit(row.key, { legalDay: '2024-13-01' }, {})]))).toEqual(
    [{ why: 'invalid', problems: [{ field: 'legalDay', problem: 'notADay' }] }],
  )
  expect((await stand.store.byKey(initiatives, row.key))?.legalDay).toBeUndefined()
})
