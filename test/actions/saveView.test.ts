/** Saved views: one's own, shared ones, and who may change them. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { views } from '#src/lists/views.ts'
import { refusalsOf, setUpStand, type Stand, whysOf, type Who } from '#test/fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

const aView = {
  view: 'v-1',
  title: 'Mina lagkrav',
  shared: false,
  address: '/portfolio?legal=yes&q=l%C3%A5s',
}
const save = (who: Who, values: Partial<typeof aView> & { archived?: boolean } = {}) =>
  stand.act(who, 'saveView', { ...aView, ...values })

test('anybody saves a view of their own, and asked twice it is there once', async () => {
  await save('employee')
  const { views: [saved] = [] } = await save('employee')
  expect(saved).toMatchObject({
    title: 'Mina lagkrav',
    address: aView.address,
    owner: stand.person('employee'),
  })
  expect(await stand.store.all(views)).toHaveLength(1)
})

test('the owner changes and shares it; nobody else may, but for an administrator once it is shared', async () => {
  await save('employee', { view: 'v-2' })
  expect(await whysOf(save('developmentLead', { view: 'v-2', title: 'Min nu' }))).toEqual(['notYourTask'])
  expect(await whysOf(save('administrator', { view: 'v-2', archived: true }))).toEqual(['notYourTask'])
  await save('employee', { view: 'v-2', title: 'Lagkrav', shared: true })
  expect(await whysOf(save('developmentLead', { view: 'v-2', shared: true, title: 'X' }))).toEqual([
    'notYourTask',
  ])
  await save('administrator', { view: 'v-2', shared: true, archived: true })
  expect(await stand.store.byKey(views, 'v-2')).toMatchObject({
    title: aView.title,
    archived: true,
    owner: stand.person('employee'),
  })
})

test.for([
  'https://evil.example/portfolio',
  '//evil.example',
  '/settings',
  '/portfolio/../settings',
  '/portfolio?x=1#y',
  'javascript:alert(1)',
])('%s is no view of the portfolio', async (address) => {
  expect(await refusalsOf(save('employee', { view: 'v-3', address }))).toEqual([
    { why: 'invalid', problems: [{ field: 'address', problem: 'wrongKind' }] },
  ])
})
