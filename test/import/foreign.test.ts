/** Workbooks never seen before, from other regions: other headers, order and codes. At least 90 % of the fields are right. */
import { describe, expect, it } from 'vitest'
import type { ImportPlan, PlannedNeed } from '#src/import/plan.ts'
import { planImport } from '#src/import/plan.ts'
import { readWorkbook } from '#src/import/workbook.ts'
import { aWorkbook, type SheetInput } from '#test/fixtures/workbook.ts'
import type { Expected } from './foreign/expected.ts'
import { brokenExpected, brokenRegion } from './foreign/broken.ts'
import { hospitalExpected, hospitalRegion } from './foreign/hospital.ts'
import { northExpected, northRegion } from './foreign/north.ts'
import { officeExpected, officeRegion } from './foreign/office.ts'
import { villageExpected, villageRegion } from './foreign/village.ts'
import { theRegion } from './known.ts'

const books = [
  { says: 'two header rows, a code list and a sum row', sheets: hospitalRegion, expected: hospitalExpected },
  {
    says: 'odd order, millions by the header and codes in a text',
    sheets: officeRegion,
    expected: officeExpected,
  },
  {
    says: 'broken encoding, a column per year and codes in one cell',
    sheets: brokenRegion,
    expected: brokenExpected,
  },
  {
    says: 'units as section headings and money in every style',
    sheets: villageRegion,
    expected: villageExpected,
  },
  {
    says: 'groups over the headers, a traffic light and formulas without values',
    sheets: northRegion,
    expected: northExpected,
  },
]

const codesOf = (plan: ImportPlan) =>
  [...plan.doubts, ...plan.rows.flatMap(({ warnings }) => warnings)].map(({ code }) => code)
const planOf = (sheets: SheetInput[]) =>
  planImport(readWorkbook(aWorkbook(sheets)), { process: 'portfoljprocessen', ...theRegion })

describe('a workbook never seen before', () => {
  it.each(books)('with $says has at least 90 % of its fields right', ({ sheets, expected }) => {
    const plan = planOf(sheets)
    const wrong = expected.flatMap((want) =>
      mistakes(
        plan.rows.find(({ row }) => row === want.row),
        want,
      ),
    )
    const fields = expected.reduce((sum, want) => sum + Object.keys(want).length - 1, 0)
    expect(plan.rows.map(({ row }) => row)).toEqual(expected.map(({ row }) => row))
    expect(wrong.length / fields, wrong.join('\n')).toBeLessThanOrEqual(0.1)
    expect(wrong, 'known shortcomings would be listed here').toEqual([])
  })

  it('shows its doubts: repaired text, unknown people and units, guessed starts, codes, sums', () => {
    const hospital = planOf(hospitalRegion)
    expect(codesOf(hospital)).toEqual(
      expect.arrayContaining(['mojibake', 'contactUnknown', 'unitUnknown', 'codeListRead', 'phaseGuessed']),
    )
    expect(hospital.skipped).toContainEqual(expect.objectContaining({ row: 13, why: 'sum' }))
    const office = planOf(officeRegion)
    expect(codesOf(office)).toEqual(
      expect.arrayContaining([
        'startGuessed',
        'startUnreadable',
        'costUnknown',
        'legalByBasis',
        'columnUnmapped',
        'sheetNotRead',
      ]),
    )
    const village = planOf(villageRegion)
    expect(codesOf(village)).toEqual(
      expect.arrayContaining(['rowHidden', 'columnHidden', 'unitFromSection', 'contactGuessed']),
    )
    expect(village.skipped.map(({ why }) => why)).toEqual(['section', 'section', 'sum'])
  })

  it('takes the unit of amounts from a text above the table', () => {
    expect(planOf(brokenRegion).doubts).toContainEqual(expect.objectContaining({ code: 'costUnitFromText' }))
  })
})

function mistakes(need: PlannedNeed | undefined, want: Expected): string[] {
  if (!need) return Object.keys(want).map((field) => `row ${want.row} is missing (${field})`)
  const got: Record<keyof Expected, unknown> = {
    row: need.row,
    title: need.title,
    unit: need.unit?.name ?? need.unitName ?? need.unitAsWritten ?? null,
    stage: need.stage,
    low: need.costLowKr,
    high: need.costHighKr,
    legal: need.legal,
    start: need.start,
    contact: need.contact?.name ?? null,
    number: need.number,
    depends: need.dependsOn.join(','),
  }
  return (Object.keys(want) as (keyof Expected)[])
    .filter((field) => got[field] !== want[field])
    .map((field) => `row ${want.row} ${field}: ${String(got[field])} instead of ${String(want[field])}`)
}
