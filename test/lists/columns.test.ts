/** Every kind of column survives the journey to SharePoint and back. */
import { describe, expect, test } from 'vitest'
import {
  choice,
  choices,
  day,
  type Fields,
  json,
  money,
  note,
  number,
  person,
  persons,
  ref,
  refs,
  text,
  yesNo,
} from '#src/lists/columns.ts'
import { decode, defineList, encode, internalName, selectOf, wireColumns } from '#src/lists/list.ts'

const colours = { red: 'Röd', green: 'Grön' } as const
const isNumbers = (value: unknown): value is number[] => Array.isArray(value)

const kinds = defineList('Kinds', 'Slag', {
  text: text('Text'),
  note: note('Flera rader'),
  number: number('Tal'),
  money: money('Kronor'),
  yesNo: yesNo('Ja eller nej'),
  day: day('Dag'),
  choice: choice('Val', colours),
  choices: choices('Flera val', colours),
  person: person('Person'),
  persons: persons('Flera personer'),
  ref: ref('Annat'),
  refs: refs('Flera andra'),
  json: json(isNumbers)('Struktur', { onDemand: true }),
})

/** What Graph gives back of what was written: JSON, without the empty columns and the annotations. */
const asKept = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(JSON.parse(JSON.stringify(fields)) as Fields).filter(
      ([name, value]) => value !== null && !name.includes('@') && !name.endsWith('LookupId'),
    ),
  )

const cases = {
  text: ['en rad', 'åäö "citat" & <b>', '=HYPERLINK("http://x")'],
  note: ['rad 1\nrad 2', ' kanter '],
  number: [0, -2.5, 2026],
  money: [0, 1_200_000],
  yesNo: [true, false],
  day: ['2024-02-29', '2026-10-25', '2026-03-29', '1999-12-31'],
  choice: ['red', 'green'],
  choices: [['red'], ['green', 'red']],
  person: [{ id: 'guid-1', name: 'Åsa Öberg' }],
  persons: [
    [{ id: 'guid-1', name: 'Åsa Öberg' }],
    [
      { id: 'guid-1', name: 'Åsa Öberg' },
      { id: 'guid-2', name: '' },
      { id: 'guid-3', name: 'C' },
    ],
  ],
  ref: [{ key: 'u-1', title: 'Hemtjänst' }],
  refs: [
    [
      { key: 'u-1', title: 'Hemtjänst' },
      { key: 'u-2', title: 'Myndighet, bistånd' },
    ],
  ],
  json: [[1, 2, 3], []],
} as const satisfies Record<Exclude<keyof typeof kinds.columns, BaseColumn>, readonly unknown[]>

type BaseColumn = 'key' | 'archived' | 'changedBy' | 'changedOn'

test.for(
  Object.entries(cases).flatMap(([kind, values]) =>
    values.map((value) => [kind, value] as [string, unknown]),
  ),
)('a %s column keeps %j', ([kind, value]) => {
  const written = encode(kinds, { key: 'k', [kind]: value })
  expect(decode(kinds, '7', '"1"', asKept(written))).toEqual({
    id: '7',
    version: '"1"',
    key: 'k',
    [kind]: value,
  })
})

test.for(Object.keys(cases))('an emptied %s column is gone', (kind) => {
  const written = encode(kinds, { key: 'k', [kind]: null })
  const emptied = Object.entries(written).filter(([name]) => name !== 'Key' && !name.includes('@'))
  for (const [, value] of emptied)
    expect(value === null || (Array.isArray(value) && !value.length)).toBe(true)
  if (kind !== 'choices') expect(decode(kinds, '7', '"1"', asKept(written))).not.toHaveProperty(kind)
})

test('SharePoint gives cleared texts as empty text, and they count as empty', () => {
  const item = decode(kinds, '7', '"1"', {
    Key: 'k',
    Text: '',
    Note: '',
    RefKey: '',
    PersonsEntra: '',
    Person: 3,
  })
  expect(item).toEqual({ id: '7', version: '"1"', key: 'k' })
})

test('a choice is kept in Swedish words, several as a typed array', () => {
  expect(encode(kinds, { choice: 'red', choices: ['red', 'green'] })).toEqual({
    Choice: 'Röd',
    Choices: ['Röd', 'Grön'],
    'Choices@odata.type': 'Collection(Edm.String)',
  })
})

test('a word nobody declared is an error that names the column', () => {
  expect(() => decode(kinds, '7', '"1"', { Key: 'k', Choice: 'Blå' })).toThrow('"Blå" is not a choice of Val')
})

describe('a person', () => {
  const asa = { id: 'guid-1', name: 'Åsa' }

  test('fills the real person column when the site knows them', () => {
    expect(encode(kinds, { person: asa }, (id) => (id === 'guid-1' ? 12 : undefined))).toEqual({
      PersonLookupId: 12,
      PersonEntra: 'guid-1',
      PersonName: 'Åsa',
    })
  })

  test('is kept all the same when the site does not know them', () => {
    expect(encode(kinds, { person: asa })).toEqual({
      PersonLookupId: null,
      PersonEntra: 'guid-1',
      PersonName: 'Åsa',
    })
  })
})

test('names on several lines cannot slide into each other', () => {
  const two = [
    { key: 'u-1', title: 'Vård\noch omsorg' },
    { key: 'u-2', title: 'Myndighet' },
  ]
  expect(decode(kinds, '7', '"1"', { Key: 'k', ...asKept(encode(kinds, { refs: two })) }).refs).toEqual([
    { key: 'u-1', title: 'Vård och omsorg' },
    { key: 'u-2', title: 'Myndighet' },
  ])
})

test('a long title of another item is cut to what a line holds', () => {
  const written = encode(kinds, { ref: { key: 'i-1', title: 'x'.repeat(300) } })
  expect(String(written.RefTitle)).toHaveLength(255)
})

describe('a day is read in Swedish time', () => {
  test.for([
    { says: 'midnight in winter', wire: '2024-01-14T23:00:00Z', day: '2024-01-15' },
    { says: 'midnight in summer', wire: '2024-07-14T22:00:00Z', day: '2024-07-15' },
    { says: 'midnight of the day summer time begins', wire: '2024-03-30T23:00:00Z', day: '2024-03-31' },
    { says: 'midnight of the day after', wire: '2024-03-31T22:00:00Z', day: '2024-04-01' },
    { says: 'midnight of the day summer time ends', wire: '2024-10-26T22:00:00Z', day: '2024-10-27' },
    { says: 'midnight of the day after that', wire: '2024-10-27T23:00:00Z', day: '2024-10-28' },
    { says: "New Year's Eve", wire: '2024-12-31T23:00:00Z', day: '2025-01-01' },
    { says: 'midday, as we write it', wire: '2024-06-01T12:00:00Z', day: '2024-06-01' },
  ])('$says', ({ wire, day: expected }) => {
    expect(decode(kinds, '7', '"1"', { Key: 'k', Day: wire }).day).toBe(expected)
  })
})

describe('the columns as Graph makes them', () => {
  const listed = defineList('Listed', 'Lista', {
    title: text('Titel', { required: true }),
    number: text('Nummer', { unique: true }),
    owner: person('Ägare', { indexed: true }),
    parent: ref('Över', { indexed: true }),
    body: note('Text', { onDemand: true }),
  })

  test('Title exists from the start; a unique column is indexed; a person has three, of which the id is indexed', () => {
    const made = wireColumns(listed).map(({ name, indexed = false, enforceUniqueValues = false }) => ({
      name,
      indexed,
      enforceUniqueValues,
    }))
    expect(
      made.filter((c) => !['Archived', 'ChangedOn'].includes(c.name) && !c.name.startsWith('ChangedBy')),
    ).toEqual([
      { name: 'Number', indexed: true, enforceUniqueValues: true },
      { name: 'Owner', indexed: false, enforceUniqueValues: false },
      { name: 'OwnerEntra', indexed: true, enforceUniqueValues: false },
      { name: 'OwnerName', indexed: false, enforceUniqueValues: false },
      { name: 'ParentKey', indexed: true, enforceUniqueValues: false },
      { name: 'ParentTitle', indexed: false, enforceUniqueValues: false },
      { name: 'Body', indexed: false, enforceUniqueValues: false },
      { name: 'Key', indexed: true, enforceUniqueValues: true },
    ])
  })

  test('a table leaves out what is read only when one item is opened', () => {
    expect(selectOf(listed, 'table')).not.toContain('Body')
    expect(selectOf(listed, 'whole')).toContain('Body')
    expect(selectOf(listed, 'table')).toEqual(
      expect.arrayContaining(['OwnerEntra', 'OwnerName', 'ParentKey']),
    )
    expect(selectOf(listed, 'table')).not.toContain('Owner')
  })
})

test('code names become SharePoint names; `id` would be taken', () => {
  expect(['projectOwner', 'key', 'id'].map(internalName)).toEqual(['ProjectOwner', 'Key', 'ItemId'])
})
