/** The organisation is kept by an administrator, row by row, and only in ways that the rules can live with. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mandates, people, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { refusalsOf, setUpStand, type Stand, type Who, whysOf } from '#test/fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => {
  stand.tenant.control.setFaults([])
  return stand.close()
})

type Given = {
  list?: 'units' | 'people' | 'mandates' | 'portfolios'
  row?: string
  changes: object
  base?: object
}
const save = (who: Who, { list = 'units', row = 'u-new', changes, base = {} }: Given, key?: string) =>
  stand.act(
    who,
    'saveOrganisation',
    { list, row, changes: { ...changes }, base: { ...base } },
    key ? { key } : {},
  )
const newUnit = { title: 'Ny enhet', kind: 'unit', parent: { key: 'u-avo-ht', title: 'Hemtjänst' } }

describe('a row', () => {
  test('is added once, however often it is asked for, stamped with who and when', async () => {
    await save('administrator', { changes: newUnit })
    const done = await save('administrator', { changes: newUnit })
    expect(done.units).toMatchObject([
      { key: 'u-new', title: 'Ny enhet', changedBy: stand.person('administrator'), changedOn: '2024-10-01' },
    ])
    expect((await stand.store.all(units)).filter(({ key }) => key === 'u-new')).toHaveLength(1)
  })

  test('is changed field by field, over what others changed in other fields', async () => {
    await save('administrator', { row: 'u-two', changes: { ...newUnit, title: 'Två' } })
    await save('administrator', { row: 'u-two', changes: { short: 'T' }, base: { short: null } })
    await save('administrator', { row: 'u-two', changes: { title: 'Tvåan' }, base: { title: 'Två' } })
    expect(await stand.store.byKey(units, 'u-two')).toMatchObject({ title: 'Tvåan', short: 'T' })
  })

  test('with a field that another changed meanwhile is refused with both values', async () => {
    await save('administrator', { row: 'u-three', changes: { ...newUnit, title: 'Tre' } })
    const refused = await refusalsOf(
      save('administrator', { row: 'u-three', changes: { title: 'Mitt' }, base: { title: 'Förut' } }),
    )
    expect(refused).toMatchObject([
      { why: 'changedByOther', fields: [{ field: 'title', mine: 'Mitt', theirs: 'Tre' }] },
    ])
  })

  test('is taken away and brought back', async () => {
    await save('administrator', { row: 'u-four', changes: { ...newUnit, title: 'Fyra' } })
    await save('administrator', { row: 'u-four', changes: { archived: true }, base: { archived: null } })
    expect(await stand.store.byKey(units, 'u-four')).toMatchObject({ archived: true })
    await save('administrator', { row: 'u-four', changes: { archived: false }, base: { archived: true } })
    expect((await stand.store.byKey(units, 'u-four'))?.archived).toBe(false)
  })

  test('with a rate beyond reason is refused, and the field is named', async () => {
    const [portfolio] = await stand.store.all(portfolios)
    const asked = save('administrator', {
      list: 'portfolios',
      row: portfolio?.key ?? '',
      changes: { discountPercent: 300 },
      base: { discountPercent: null },
    })
    expect(await refusalsOf(asked)).toMatchObject([
      { why: 'invalid', problems: [{ field: 'discountPercent', problem: 'notAllowed' }] },
    ])
  })

  test('whose key is given another value keeps its own', async () => {
    await save('administrator', {
      row: 'u-five',
      changes: { ...newUnit, key: 'u-avo', id: '1', title: 'Fem' },
    })
    expect(await stand.store.byKey(units, 'u-five')).toMatchObject({ title: 'Fem' })
    expect(await stand.store.byKey(units, 'u-avo')).not.toMatchObject({ title: 'Fem' })
  })
})

test.for<{ says: string; who?: Who; given: Given; why: string }>([
  { says: 'an employee', who: 'employee', given: { changes: newUnit }, why: 'notYourTask' },
  { says: 'a director', who: 'director', given: { changes: newUnit }, why: 'notYourTask' },
  { says: 'an unknown column', given: { row: 'x1', changes: { ...newUnit, colour: 'red' } }, why: 'invalid' },
  { says: 'a missing name', given: { row: 'x2', changes: { kind: 'unit' } }, why: 'invalid' },
  { says: 'an unknown kind', given: { row: 'x3', changes: { ...newUnit, kind: 'castle' } }, why: 'invalid' },
  {
    says: 'a name of 256 letters',
    given: { row: 'x4', changes: { ...newUnit, title: 'a'.repeat(256) } },
    why: 'invalid',
  },
  {
    says: 'room for less than no days',
    given: { row: 'x5', changes: { ...newUnit, receivingDays: -1 } },
    why: 'invalid',
  },
  {
    says: 'a circle',
    given: {
      row: 'u-avo',
      changes: { parent: { key: 'u-avo-ht', title: 'Hemtjänst' } },
      base: { parent: { key: 'u-stad', title: 'Sundhamns stad' } },
    },
    why: 'unsound',
  },
  {
    says: 'a unit that posts decide for',
    given: { row: 'u-ffs', changes: { archived: true }, base: {} },
    why: 'unsound',
  },
])('$says is refused', async ({ who = 'administrator', given, why }) => {
  const before = await stand.store.all(units)
  expect(await whysOf(save(who, given))).toEqual([why])
  expect(await stand.store.all(units)).toEqual(before)
})

test('the last administrator can not give the role away to nobody', async () => {
  const all = await stand.store.all(people)
  const others = all.filter((row) => row.roles?.includes('administrator'))
  expect(others).toHaveLength(1)
  const [last] = others
  if (!last) throw new Error('nobody administers')
  expect(
    await whysOf(
      save('administrator', {
        list: 'people',
        row: last.key,
        changes: { roles: null },
        base: { roles: last.roles },
      }),
    ),
  ).toEqual(['unsound'])
})

test('a mandate that is moved decides from then on', async () => {
  const mandate = (await stand.store.all(mandates)).find(
    ({ matter, unit }) => matter === 'BP1' && unit?.key === 'u-avo-ht',
  )
  if (!mandate) throw new Error('no mandate')
  const next = stand.person('otherLead')
  await save('administrator', {
    list: 'mandates',
    row: mandate.key,
    changes: { holder: next },
    base: { holder: mandate.holder },
  })
  expect(await stand.store.byKey(mandates, mandate.key)).toMatchObject({ holder: next })
})

describe('somebody from the directory', () => {
  const stranger = { id: 'b7e0a6de-0000-4000-8000-000000000001', name: 'Ny Person' }
  const email = 'ny.person@example.org'

  test('becomes known without a role, once', async () => {
    await stand.act('developmentLead', 'knowPerson', { person: stranger, email })
    const done = await stand.act('developmentLead', 'knowPerson', { person: stranger, email })
    expect(done.people).toMatchObject([{ title: 'Ny Person', person: stranger, email }])
    const rows = (await stand.store.all(people)).filter(({ person }) => person.id === stranger.id)
    expect(rows).toHaveLength(1)
    expect(rows[0]?.roles).toBeUndefined()
  })

  test.for<[string, Who, object]>([
    ['by an employee without a part in anything', 'employee', { person: stranger, email }],
    ['without a mail', 'developmentLead', { person: stranger, email: 'Ny Person' }],
    [
      'with a role in the same breath',
      'developmentLead',
      { person: stranger, email, roles: ['administrator'] },
    ],
  ])('is refused %s', async ([, who, args]) => {
    expect(await whysOf(stand.act(who, 'knowPerson', args as never))).toHaveLength(1)
  })
})
