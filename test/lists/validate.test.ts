/** What is checked before SharePoint is asked, since its API checks neither required columns nor choices. */
import { expect, test } from 'vitest'
import { decisions } from '#src/lists/decisions.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { costItems } from '#src/lists/businessCase.ts'
import { people } from '#src/lists/organisation.ts'
import { type Fault, faultsOf } from '#src/lists/validate.ts'

const person = { id: 'guid-1', name: 'Åsa' }
const unit = { key: 'u-1', title: 'Hemtjänst' }
const endorsement = { unit, by: person, day: '2024-10-01' }

test.for<{ says: string; field: string; value: unknown; problem?: Fault }>([
  { says: 'a line of 255 characters', field: 'caseNumber', value: 'x'.repeat(255) },
  { says: 'a line of 256 characters', field: 'caseNumber', value: 'x'.repeat(256), problem: 'tooLong' },
  { says: 'a number where text is meant', field: 'caseNumber', value: 7, problem: 'wrongKind' },
  { says: 'several lines', field: 'need', value: 'a\nb' },
  { says: 'more than a note holds', field: 'need', value: 'x'.repeat(63_001), problem: 'tooLong' },
  { says: 'nothing where something is required', field: 'title', value: null, problem: 'required' },
  { says: 'blanks where something is required', field: 'title', value: '  ', problem: 'required' },
  { says: 'nothing where nothing is required', field: 'need', value: null },
  { says: 'whole kronor', field: 'costLowKr', value: 0 },
  { says: 'öre', field: 'costLowKr', value: 0.5, problem: 'notANumber' },
  { says: 'debts', field: 'costLowKr', value: -1, problem: 'notANumber' },
  { says: 'more kronor than a number can count', field: 'costLowKr', value: 2 ** 53, problem: 'notANumber' },
  { says: 'kronor as text', field: 'costLowKr', value: '250', problem: 'notANumber' },
  { says: 'a number', field: 'rank', value: 1.5 },
  { says: 'no number', field: 'rank', value: Number.NaN, problem: 'notANumber' },
  { says: 'yes', field: 'costPerYear', value: true },
  { says: 'yes as text', field: 'costPerYear', value: 'ja', problem: 'wrongKind' },
  { says: 'a day', field: 'legalDay', value: '2024-02-29' },
  { says: 'a leap day in a common year', field: 'legalDay', value: '2026-02-29', problem: 'notADay' },
  { says: 'the thirtieth of February', field: 'legalDay', value: '2024-02-30', problem: 'notADay' },
  { says: 'an instant', field: 'legalDay', value: '2024-02-28T12:00:00Z', problem: 'notADay' },
  { says: 'a day as people write it', field: 'legalDay', value: '1/3 2024', problem: 'notADay' },
  { says: 'a choice', field: 'stage', value: 'screening' },
  { says: 'the Swedish word of a choice', field: 'stage', value: 'Grovsållning', problem: 'unknown' },
  { says: 'a name every object has', field: 'stage', value: 'constructor', problem: 'unknown' },
  { says: 'a person', field: 'contact', value: person },
  { says: 'a person by name only', field: 'contact', value: 'Åsa', problem: 'wrongKind' },
  { says: 'a person without id', field: 'contact', value: { id: '', name: 'Åsa' }, problem: 'wrongKind' },
  { says: 'another item', field: 'unit', value: unit },
  { says: 'another item without key', field: 'unit', value: { key: '', title: '' }, problem: 'wrongKind' },
  { says: 'several items', field: 'concernedUnits', value: [unit, { key: 'u-2', title: '' }] },
  { says: 'no items', field: 'concernedUnits', value: [] },
  {
    says: 'a key of two lines, which would become two items',
    field: 'concernedUnits',
    value: [{ key: 'u-1\nu-9', title: '' }],
    problem: 'wrongKind',
  },
  { says: 'one item where several are meant', field: 'concernedUnits', value: unit, problem: 'wrongKind' },
  { says: 'endorsements', field: 'endorsements', value: [endorsement] },
  { says: 'no endorsements', field: 'endorsements', value: [] },
  { says: 'an object where a list is meant', field: 'endorsements', value: {}, problem: 'wrongKind' },
  {
    says: 'an endorsement by nobody',
    field: 'endorsements',
    value: [{ ...endorsement, by: undefined }],
    problem: 'wrongKind',
  },
  {
    says: 'an endorsement on no day',
    field: 'endorsements',
    value: [{ ...endorsement, day: 'igår' }],
    problem: 'wrongKind',
  },
  { says: 'a row as it was written', field: 'original', value: { Behov: 'Lås', Nr: '14' } },
  { says: 'a row of numbers', field: 'original', value: { Nr: 14 }, problem: 'wrongKind' },
  { says: 'a column nobody declared', field: 'colour', value: 'red', problem: 'noField' },
  { says: 'a name every object has, as a column', field: 'constructor', value: 'x', problem: 'noField' },
])('$field: $says', ({ field, value, problem }) => {
  const faults = faultsOf(initiatives, { [field]: value })
  expect(faults.map((fault) => [fault.field, fault.problem])).toEqual(problem ? [[field, problem]] : [])
})

test.for<[string, unknown, Fault[]]>([
  ['all of them known', ['developmentLead', 'administrator'], []],
  ['one of them unknown', ['developmentLead', 'king'], ['unknown']],
  ['one where several are meant', 'developmentLead', ['unknown']],
])('several choices: %s', ([, value, problems]) => {
  expect(faultsOf(people, { roles: value }).map((fault) => fault.problem)).toEqual(problems)
})

test('a text that is too long says how long it may be', () => {
  expect(faultsOf(initiatives, { title: 'x'.repeat(256) })).toEqual([
    { field: 'title', problem: 'tooLong', limit: 255 },
  ])
})

test('a whole draft is asked for everything required, changes are not', () => {
  expect(faultsOf(costItems, { title: 'Konsulter' })).toEqual([])
  expect(faultsOf(costItems, { title: 'Konsulter' }, { whole: true }).map((fault) => fault.field)).toEqual([
    'initiative',
    'kind',
    'year',
    'amountKr',
    'key',
  ])
})

test('a decision cannot be written without who, when, what and in which post', () => {
  const fields = faultsOf(decisions, {}, { whole: true }).map((fault) => fault.field)
  expect(fields).toEqual(
    expect.arrayContaining(['decidedBy', 'decidedOn', 'wording', 'outcome', 'post', 'kind']),
  )
})
