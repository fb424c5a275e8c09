/** What a plan knows of the portfolio, and which portfolio is proposed. */
import { describe, expect, test } from 'vitest'
import type { PersonRow } from '#src/lists/organisation.ts'
import type { Portfolio } from '#src/lists/portfolios.ts'
import { existingIn, nearestPortfolio, takenNumbers } from '#tabs/portfolio/import/known.ts'
import { anInitiative } from '../../fixtures/initiatives.ts'
import { aRef, aUnit } from '../../fixtures/organisation.ts'

const row = (key: string) => ({ key, id: key, version: '"1"' })
const aPortfolio = (key: string, unit?: string): Portfolio => ({
  ...row(key),
  title: key,
  code: 'ÄVO',
  process: 'behovsprocessen',
  ...(unit && { unit: aRef(unit) }),
})

test('what an import made tells its row by its key; what was typed in, and other portfolios, do not', () => {
  const portfolio = aRef('pf')
  const imported = anInitiative({ key: 'pf.nr:23b', number: 'ÄVO-2024-023b', title: 'Lås', portfolio })
  const typed = anInitiative({ key: 'm3x-1', number: 'ÄVO-2024-088', title: 'Larm', portfolio })
  const elsewhere = anInitiative({ key: 'pf.nr:1', portfolio: aRef('other') })
  expect(existingIn('pf', [imported, typed, elsewhere])).toEqual([
    { key: 'pf.nr:23b', number: 'ÄVO-2024-023b', title: 'Lås', originKey: 'nr:23b' },
    { key: 'm3x-1', number: 'ÄVO-2024-088', title: 'Larm' },
  ])
})

test('only numbers of the year and the code are taken', () => {
  const all = ['ÄVO-2024-014', 'ÄVO-2024-023b', 'ÄVO-2023-001', 'ID-2024-002'].map((number) =>
    anInitiative({ number }),
  )
  expect(takenNumbers(aPortfolio('pf'), all, '2024-10-01')).toEqual(['014', '023b'])
})

describe('the portfolio proposed', () => {
  const units = [
    aUnit('city', 'organisation'),
    aUnit('elderly', 'administration', 'city'),
    aUnit('homeCare', 'department', 'elderly'),
  ]
  const all = [aPortfolio('first'), aPortfolio('shared', 'city'), aPortfolio('own', 'elderly')]
  const cases: { says: string; unit?: string; proposed: string }[] = [
    { says: 'is that of my unit', unit: 'elderly', proposed: 'own' },
    { says: 'is the nearest above my unit', unit: 'homeCare', proposed: 'own' },
    { says: 'is that of the whole when nothing is nearer', unit: 'city', proposed: 'shared' },
    { says: 'is the first when my unit is unknown', unit: 'gone', proposed: 'first' },
    { says: 'is the first when I have no unit', proposed: 'first' },
  ]
  test.each(cases)('$says', ({ unit, proposed }) => {
    const me: PersonRow = {
      ...row('p-me'),
      title: 'Jag',
      person: { id: 'me', name: 'Jag' },
      ...(unit && { unit: aRef(unit) }),
    }
    expect(nearestPortfolio(all, units, me)?.key).toBe(proposed)
  })

  test('units that hang in a ring do not hang the page', () => {
    const ring = [aUnit('a', 'unit', 'b'), aUnit('b', 'unit', 'a')]
    const me: PersonRow = { ...row('p'), title: 'Jag', person: { id: 'me', name: 'Jag' }, unit: aRef('a') }
    expect(nearestPortfolio(all, ring, me)?.key).toBe('first')
  })
})
