/** What an installation calls its axes of balance, which it looks along, and what can't stand. */
import { describe, expect, test } from 'vitest'
import { type AxisRow, axisFaults, ownAxis, ownClass, tidied, usedAxes } from '#src/rules/pictures/axes.ts'

const weight: AxisRow = {
  axis: 'complexity',
  swedish: 'Tyngd',
  english: 'Weight',
  classes: { simple: { sv: 'Lätt', en: 'Light' }, complex: { sv: 'Tung' } },
}
const off = (axis: AxisRow['axis']): AxisRow => ({ axis, unused: true })

describe('an axis', () => {
  test.for([
    { says: 'its own name', axis: 'complexity', locale: 'sv', is: 'Tyngd' },
    { says: 'its own name in English', axis: 'complexity', locale: 'en', is: 'Weight' },
    { says: 'its built-in name while nothing is said', axis: 'nature', locale: 'sv', is: undefined },
  ] as const)('has $says', ({ axis, locale, is }) => {
    expect(ownAxis(axis, [weight], locale)).toBe(is)
  })

  test('named in one language is called so in both', () => {
    expect(ownAxis('nature', [{ axis: 'nature', english: 'Kind' }], 'sv')).toBe('Kind')
    expect(ownAxis('nature', [{ axis: 'nature', swedish: 'Slag', english: '' }], 'en')).toBe('Slag')
  })

  test('that has its name from the initiative keeps it, whatever a row says', () => {
    expect(ownAxis('unit', [{ axis: 'unit', swedish: 'Plats' }], 'sv')).toBeUndefined()
  })

  test('has the names of its classes, the others stand built in', () => {
    expect(ownClass('complexity', 'complex', [weight], 'en')).toBe('Tung')
    expect(ownClass('complexity', 'simple', [weight], 'en')).toBe('Light')
    expect(ownClass('nature', 'infrastructure', [weight], 'sv')).toBeUndefined()
  })

  test('that is not used is not looked along; the others stay in their order', () => {
    expect(usedAxes([off('pios'), off('unit'), weight])).toEqual([
      'complexity',
      'nature',
      'legal',
      'scope',
      'type',
      'portfolio',
      'stage',
    ])
  })
})

describe('a row', () => {
  test.for<{ says: string; row: AxisRow; kept?: AxisRow[]; faults: string[] }>([
    { says: 'with names of its own stands', row: weight, faults: [] },
    {
      says: 'that names what has its name from elsewhere does not',
      row: { axis: 'unit', swedish: 'Plats' },
      faults: ['notNamable'],
    },
    {
      says: 'that names a class nobody has does not',
      row: { axis: 'nature', classes: { other: { sv: 'Annat' } } },
      faults: ['notNamable'],
    },
    {
      says: 'called as a built-in axis does not',
      row: { axis: 'nature', swedish: ' enhet ' },
      faults: ['axisTwice'],
    },
    {
      says: 'called as the installation calls another does not',
      row: { axis: 'nature', english: 'weight' },
      kept: [weight],
      faults: ['axisTwice'],
    },
    {
      says: 'may have the name that another gave up',
      row: { axis: 'nature', swedish: 'Komplexitet' },
      kept: [weight],
      faults: [],
    },
    {
      says: 'with two classes called alike does not',
      row: { axis: 'complexity', classes: { simple: { sv: 'Komplex' } } },
      faults: ['classTwice'],
    },
    {
      says: 'whose classes are alike in English only does not',
      row: {
        axis: 'complexity',
        classes: { simple: { sv: 'Lätt', en: 'Any' }, complex: { sv: 'Tung', en: 'any' } },
      },
      faults: ['classTwice'],
    },
    {
      says: 'whose classes change names with each other stands',
      row: { axis: 'complexity', classes: { simple: { sv: 'Komplex' }, complex: { sv: 'Enkel' } } },
      faults: [],
    },
    {
      says: 'that leaves a single axis does not',
      row: off('stage'),
      kept: (['pios', 'complexity', 'nature', 'legal', 'scope', 'type', 'unit'] as const).map(off),
      faults: ['tooFew'],
    },
    {
      says: 'that leaves two stands',
      row: off('stage'),
      kept: (['pios', 'complexity', 'nature', 'legal', 'scope', 'type'] as const).map(off),
      faults: [],
    },
    {
      says: 'is held against others, not against what it said before',
      row: { ...weight, classes: {} },
      kept: [weight],
      faults: [],
    },
  ])('$says', ({ row, kept = [], faults }) => {
    expect(axisFaults(row, kept)).toEqual(faults)
  })

  test('keeps no empty names', () => {
    expect(tidied({ simple: { sv: ' Lätt ', en: '' }, complex: { sv: ' ' } })).toEqual({
      simple: { sv: 'Lätt' },
    })
    expect(tidied({ complex: { sv: '' } })).toBeUndefined()
  })
})
