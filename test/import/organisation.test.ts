/** The organisation in a workbook: what is written out is read in as the same; what is changed there is planned, row by row. */
import { describe, expect, test } from 'vitest'
import type { Workbook } from '#src/import/cells.ts'
import { fieldsOf, namingOf, planOrganisation } from '#src/import/organisation/plan.ts'
import { cellText } from '#src/import/organisation/values.ts'
import { readWorkbook } from '#src/import/workbook.ts'
import { lists } from '#src/lists/all.ts'
import type { List } from '#src/lists/list.ts'
import {
  type Organisation,
  type OrganisationList,
  organisationLists,
} from '#src/rules/organisation/organising.ts'
import { organisationRows } from '#scripts/demo/organisationRows.ts'
import { organisationWorkbook } from '#tabs/settings/file/organisationWorkbook.ts'

const rows = organisationRows('u-stad')
const now = Object.fromEntries(
  organisationLists.map((list) => [
    list,
    (rows[list] as { key: string }[]).map((row) => ({ ...row, id: row.key, version: '1' })),
  ]),
) as unknown as Organisation
const mails = new Map(now.people.map(({ person, email }) => [person.id, email]))
const mailOf = (id: string) => mails.get(id)

type Grid = (string | number)[][]
/** A sheet for each list, as it is downloaded. */
const written = (): Record<string, Grid> =>
  Object.fromEntries(
    organisationLists.map((key) => {
      const list: List = lists[key]
      const fields = ['key', ...fieldsOf(list)]
      const held = now[key] as readonly Record<string, unknown>[]
      return [
        list.label,
        [
          fields.map((field) => list.columns[field]?.label ?? ''),
          ...held.map((row) => fields.map((field) => cellText(list, field, row[field], namingOf(now)))),
        ],
      ]
    }),
  )

const read = (sheets: Record<string, Grid>): Workbook => ({
  sheets: Object.entries(sheets).map(([name, grid]) => ({
    name,
    hidden: false,
    rows: new Map(
      grid.map((cells, r) => [
        r + 1,
        new Map(cells.map((value, c) => [c + 1, { value, text: String(value) }])),
      ]),
    ),
    hiddenRows: new Set<number>(),
    hiddenColumns: new Set<number>(),
    wideBlocks: new Set<string>(),
    lastRow: grid.length,
    lastColumn: Math.max(...grid.map((cells) => cells.length)),
  })),
})

/** Changes one cell: sheet of the list, the row with this key, the column. */
function change(list: OrganisationList, key: string, field: string, value: string) {
  const sheets = written()
  const grid = sheets[lists[list].label] ?? []
  const column = ['key', ...fieldsOf(lists[list])].indexOf(field)
  const row = grid.find((cells) => cells[0] === key)
  if (!row) throw new Error(`${key} is not in the file`)
  row[column] = value
  return planOrganisation(read(sheets), now)
}

test('rows of the same name are told apart by their keys, and an old title is written as it is today', () => {
  const [first, ...others] = now.units
  if (!first) throw new Error('no units')
  const twins: Organisation = {
    ...now,
    units: [
      first,
      ...others.map((unit) =>
        unit.key === 'u-avo-ht' || unit.key === 'u-avo-vob' ? { ...unit, title: 'Tvilling' } : unit,
      ),
    ],
  }
  expect(planOrganisation(readWorkbook(organisationWorkbook(twins)), twins)).toMatchObject({
    rows: [],
    problems: [],
  })
})

test('the same holds for the file itself, written and read as Excel does', () => {
  const plan = planOrganisation(readWorkbook(organisationWorkbook(now)), now)
  expect(plan).toMatchObject({ rows: [], problems: [], strangers: [], unread: [] })
})

test('a file that was downloaded and not changed changes nothing', () => {
  const plan = planOrganisation(read(written()), now)
  expect(plan).toMatchObject({ rows: [], problems: [], strangers: [], unread: [] })
  expect(plan.same).toBe(organisationLists.reduce((sum, list) => sum + now[list].length, 0))
})

test.for<{ says: string; list: OrganisationList; key: string; field: string; to: string; changes: object }>([
  {
    says: 'a name',
    list: 'units',
    key: 'u-avo-ht',
    field: 'title',
    to: 'Hemtjänsten',
    changes: { title: 'Hemtjänsten' },
  },
  {
    says: 'a parent',
    list: 'units',
    key: 'u-avo-ht',
    field: 'parent',
    to: 'Sundhamns stad',
    changes: { parent: { key: 'u-stad', title: 'Sundhamns stad' } },
  },
  {
    says: 'roles by their Swedish words',
    list: 'people',
    key: 'p-027',
    field: 'roles',
    to: 'Direktör; ekonomi',
    changes: { roles: ['director', 'finance'] },
  },
  {
    says: 'an emptied cell',
    list: 'mandates',
    key: 'mandate-22',
    field: 'maxKr',
    to: '',
    changes: { maxKr: null },
  },
  {
    says: 'an amount with spaces',
    list: 'mandates',
    key: 'mandate-22',
    field: 'maxKr',
    to: '6 000 000',
    changes: { maxKr: 6_000_000 },
  },
  {
    says: 'a person by mail',
    list: 'forums',
    key: 'f-dr',
    field: 'chair',
    to: mailOf(now.people[4]?.person.id ?? '') ?? '',
    changes: { chair: now.people[4]?.person },
  },
])('$says is planned as a change of that column alone', ({ list, key, field, to, changes }) => {
  const { rows: planned, problems } = change(list, key, field, to)
  expect(problems).toEqual([])
  expect(planned).toMatchObject([{ list, key, isNew: false, changes }])
  expect(Object.keys(planned[0]?.base ?? {})).toEqual(Object.keys(changes))
})

test.for<{ says: string; list: OrganisationList; key: string; field: string; to: string; problem: string }>([
  {
    says: 'an unknown unit',
    list: 'units',
    key: 'u-avo-ht',
    field: 'parent',
    to: 'Rymdstyrelsen',
    problem: 'unknownRow',
  },
  {
    says: 'an unknown word',
    list: 'units',
    key: 'u-avo-ht',
    field: 'kind',
    to: 'Slott',
    problem: 'unknownWord',
  },
  {
    says: 'a name nobody has',
    list: 'forums',
    key: 'f-dr',
    field: 'chair',
    to: 'Ingen Alls',
    problem: 'unknownPerson',
  },
  {
    says: 'letters for an amount',
    list: 'mandates',
    key: 'mandate-22',
    field: 'maxKr',
    to: 'mycket',
    problem: 'notANumber',
  },
  {
    says: 'room for less than no days',
    list: 'units',
    key: 'u-avo-ht',
    field: 'receivingDays',
    to: '-5',
    problem: 'notANumber',
  },
  {
    says: 'a day that is none',
    list: 'mandates',
    key: 'mandate-22',
    field: 'standInFrom',
    to: '2024-02-31',
    problem: 'notADay',
  },
  {
    says: 'a name of 256 letters',
    list: 'units',
    key: 'u-avo-ht',
    field: 'short',
    to: 'a'.repeat(256),
    problem: 'tooLong',
  },
])('$says is told with its place, and the row is not planned', ({ list, key, field, to, problem }) => {
  const plan = change(list, key, field, to)
  expect(plan.rows).toEqual([])
  expect(plan.problems).toMatchObject([{ sheet: lists[list].label, field, problem }])
})

describe('new rows', () => {
  const file: Record<string, Grid> = {
    Enheter: [
      ['Namn', 'Slag', 'Överordnad enhet'],
      ['Grupp Norr', 'Enhet', 'Område Nord'],
      ['Område Nord', 'Område', 'Hemtjänst'],
      ['', '', ''],
    ],
    'Personer och roller': [
      ['Person', 'E-post', 'Enhet'],
      ['Nora Ny <nora.ny@example.org>', 'nora.ny@example.org', 'Grupp Norr'],
    ],
    Lapp: [['Kom ihåg']],
  }
  const nora = { id: 'nora', name: 'Nora Ny' }

  test('point at each other and come in an order that can be written', () => {
    const plan = planOrganisation(read(file), now, new Map([['nora.ny@example.org', nora]]))
    expect(plan.problems).toEqual([])
    expect(plan.unread).toEqual(['Lapp'])
    expect(plan.rows.map(({ title }) => title)).toEqual(['Område Nord', 'Grupp Norr', 'Nora Ny'])
    const [area, group, person] = plan.rows
    expect(group?.changes).toMatchObject({ parent: { key: area?.key, title: 'Område Nord' } })
    expect(person?.changes).toMatchObject({ title: 'Nora Ny', person: nora, unit: { key: group?.key } })
  })

  test('have the same keys each time, so that a broken import is done again without doubles', () => {
    const keys = () => planOrganisation(read(file), now).rows.map(({ key }) => key)
    expect(keys()).toEqual(keys())
  })

  test('with people nobody knows tell which mails to look for', () => {
    const plan = planOrganisation(read(file), now)
    expect(plan.strangers).toEqual(['nora.ny@example.org'])
    expect(plan.problems).toMatchObject([{ problem: 'unknownPerson', field: 'person' }])
  })
})
