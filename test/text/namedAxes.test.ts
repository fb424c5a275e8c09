/** The product speaks the installation's names of axes and classes, and all else as before. */
import { beforeAll, expect, test } from 'vitest'
import { balanceAxes, corridors } from '#src/lists/balance.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import type { AxisRow } from '#src/rules/pictures/axes.ts'
import { english } from '#src/text/english.ts'
import { namingAxes } from '#src/text/namedAxes.ts'
import { swedish } from '#src/text/swedish.ts'

beforeAll(() => Promise.all([swedish.learn('axes'), english.learn('axes')]))

const rows: AxisRow[] = [
  {
    axis: 'nature',
    swedish: 'Slag',
    english: 'Kind',
    classes: { infrastructure: { sv: 'Grund', en: 'Foundation' } },
  },
]

test.for([
  { words: swedish, name: 'Slag', own: 'Grund', builtIn: 'Direkt nytta', other: 'Komplexitet' },
  { words: english, name: 'Kind', own: 'Foundation', builtIn: 'Direct benefit', other: 'Complexity' },
])('in $words.locale', ({ words, name, own, builtIn, other }) => {
  const said = namingAxes(words, rows)
  expect(said.of(balanceAxes, 'nature')).toBe(name)
  expect(said.label(initiatives, 'nature')).toBe(name)
  expect(said.word('natures', 'infrastructure')).toBe(own)
  expect(said.word('natures', 'directBenefit')).toBe(builtIn)
  expect(said.of(balanceAxes, 'complexity')).toBe(other)
  expect(said.label(corridors, 'axis')).toBe(words.label(corridors, 'axis'))
  expect(said.word('stages', 'screening')).toBe(words.word('stages', 'screening'))
  expect(said.t('axes.title')).toBe(words.t('axes.title'))
})

test('the words themselves are left as they were', () => {
  namingAxes(swedish, rows)
  expect(swedish.of(balanceAxes, 'nature')).toBe('Karaktär')
})
