/** A list is declared once, and its types and refusals follow. */
import { describe, expect, expectTypeOf, test } from 'vitest'
import {
  choice,
  type Day,
  json,
  note,
  number,
  person,
  type Person,
  ref,
  type Ref,
  text,
  yesNo,
} from '#src/lists/columns.ts'
import type { DecisionDraft } from '#src/lists/decisions.ts'
import type { Endorsement, Initiative, InitiativeDraft } from '#src/lists/initiatives.ts'
import { type ChangesOf, decode, defineList, type DraftOf, encode, type ItemOf } from '#src/lists/list.ts'

const isTexts = (value: unknown): value is string[] => Array.isArray(value)

const things = defineList('Things', 'Saker', {
  title: text('Titel', { required: true }),
  size: choice('Storlek', { small: 'Liten', large: 'Stor' }, { required: true }),
  owner: person('Ägare'),
  notes: json(isTexts)('Anteckningar', { onDemand: true }),
  body: note('Text', { required: true, onDemand: true }),
})
type Thing = ItemOf<typeof things>

describe('types', () => {
  test('a required column is there, another may be missing', () => {
    expectTypeOf<Thing['title']>().toEqualTypeOf<string>()
    expectTypeOf<Thing['owner']>().toEqualTypeOf<Person | undefined>()
    expectTypeOf<Thing['notes']>().toEqualTypeOf<string[] | undefined>()
  })

  test('a choice is one of its English keys', () => {
    expectTypeOf<Thing['size']>().toEqualTypeOf<'small' | 'large'>()
  })

  test('every item has a key, an id, a version, and who changed it', () => {
    expectTypeOf<Thing>().toHaveProperty('key').toEqualTypeOf<string>()
    expectTypeOf<Thing>().toHaveProperty('id').toEqualTypeOf<string>()
    expectTypeOf<Thing>().toHaveProperty('version').toEqualTypeOf<string>()
    expectTypeOf<Thing['archived']>().toEqualTypeOf<boolean | undefined>()
    expectTypeOf<Thing['changedBy']>().toEqualTypeOf<Person | undefined>()
    expectTypeOf<Thing['changedOn']>().toEqualTypeOf<Day | undefined>()
  })

  test('a draft has no id yet', () => {
    expectTypeOf<DraftOf<typeof things>>().not.toHaveProperty('id')
    expectTypeOf<DraftOf<typeof things>>().toHaveProperty('key').toEqualTypeOf<string>()
  })

  test('changes may leave out anything and empty anything', () => {
    expectTypeOf<ChangesOf<typeof things>>()
      .toHaveProperty('owner')
      .toEqualTypeOf<Person | null | undefined>()
    const changes: ChangesOf<typeof things> = { owner: null }
    expect(changes).toEqual({ owner: null })
  })

  test('what the product relies on', () => {
    expectTypeOf<Initiative['stage']>().toExtend<string>()
    expectTypeOf<Initiative['portfolio']>().toEqualTypeOf<Ref>()
    expectTypeOf<Initiative['endorsements']>().toEqualTypeOf<Endorsement[] | undefined>()
    expectTypeOf<DecisionDraft['decidedOn']>().toEqualTypeOf<Day>()
    expectTypeOf<'collection'>().toExtend<Initiative['stage']>()
    expectTypeOf<'Insamling behov/idéer'>().not.toExtend<Initiative['stage']>()
  })

  test('mistakes do not compile', () => {
    const draft: DraftOf<typeof things> = { key: 'k', title: 't', size: 'small', body: '' }
    // @ts-expect-error a column nobody declared
    const undeclared: DraftOf<typeof things> = { ...draft, colour: 'red' }
    // @ts-expect-error the Swedish word instead of the key
    const swedish: DraftOf<typeof things> = { ...draft, size: 'Liten' }
    // @ts-expect-error a required column left out
    const incomplete: DraftOf<typeof things> = { key: 'k', size: 'small', body: '' }
    // @ts-expect-error a name where a person is meant
    const named: DraftOf<typeof things> = { ...draft, owner: 'Åsa' }
    // @ts-expect-error null empties a column of an item, a draft leaves it out
    const empty: InitiativeDraft['need'] = null
    expect([undeclared, swedish, incomplete, named, empty]).toHaveLength(5)
  })
})

describe('collisions are refused when the list is declared', () => {
  test.for<{ says: string; declare: () => unknown; name: string }>([
    {
      says: "a person's id column beside a text of that name",
      declare: () => defineList('L', 'L', { owner: person('Ägare'), ownerEntra: text('Id') }),
      name: 'OwnerEntra',
    },
    {
      says: 'a text <Person>Id, which would swallow writes to <Person>LookupId',
      declare: () => defineList('L', 'L', { owner: person('Ägare'), ownerId: text('Id') }),
      name: 'OwnerId',
    },
    {
      says: 'the same the other way round',
      declare: () => defineList('L', 'L', { ownerId: text('Id'), owner: person('Ägare') }),
      name: 'OwnerId',
    },
    {
      says: "another item's title beside a text of that name",
      declare: () => defineList('L', 'L', { parent: ref('Över'), parentTitle: text('Titel') }),
      name: 'ParentTitle',
    },
    {
      says: 'names that differ only in capitals',
      declare: () => defineList('L', 'L', { rank: number('Rang'), rANK: yesNo('Rang') }),
      name: 'RANK',
    },
  ])('$says', ({ declare, name }) => {
    expect(declare).toThrow(new RegExp(`${name} is used twice`, 'i'))
  })
})

test('an empty required column is an error that names it, unless it is read on demand', () => {
  expect(() => decode(things, '7', '"1"', { Key: 'k', Size: 'Liten' })).toThrow('Things 7: title is empty')
  expect(decode(things, '7', '"1"', { Key: 'k', Title: 't', Size: 'Liten' })).toMatchObject({ title: 't' })
})

test.for(['colour', 'constructor', '__proto__', 'id'])(
  'the column %s, which nobody declared, is not written',
  (name) => {
    const values = JSON.parse(`{ "${name}": "x" }`) as ChangesOf<typeof things>
    expect(() => encode(things, values)).toThrow(`Things has no column ${name}`)
  },
)
