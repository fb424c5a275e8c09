/** The real workbook of 2024 becomes 89 needs, and nothing in it is taken silently. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type ImportOptions, type ImportPlan, planImport } from '#src/import/plan.ts'
import { readWorkbook } from '#src/import/workbook.ts'
import { warningCodes } from '#src/rules/needs/importTerms.ts'
import { importWordsSv, warningText } from '#src/text/importWords.ts'
import { importWordsEn } from '#src/text/importWordsEn.ts'
import { aWorkbook, type CellInput } from '#test/fixtures/workbook.ts'
import { theCity } from './known.ts'

const behov = readWorkbook(
  new Uint8Array(readFileSync(new URL('../../scripts/demo/behov-2024.xlsx', import.meta.url))),
)
const planOf = (more: Partial<ImportOptions> = {}) =>
  planImport(behov, { process: 'behovsprocessen', ...theCity, ...more })
const plan = planOf()
const atRow = (row: number) => {
  const found = plan.rows.find((one) => one.row === row)
  if (!found) throw new Error(`row ${row} is no need`)
  return found
}
const codesAt = (row: number) => atRow(row).warnings.map(({ code }) => code)
const small = (rows: CellInput[][], more: Partial<ImportOptions> = {}): ImportPlan =>
  planImport(readWorkbook(aWorkbook([{ name: 'Blad1', rows }])), {
    process: 'behovsprocessen',
    ...theCity,
    ...more,
  })

describe('the workbook of 2024', () => {
  it('gives 89 needs and names the rows that are none', () => {
    expect(plan.rows).toHaveLength(89)
    expect(plan.headerRow).toBe(3)
    expect(plan.skipped.map(({ row, why }) => `${row} ${why}`)).toEqual([
      '24 empty',
      '57 empty',
      '91 empty',
      '96 sum',
    ])
  })

  it('finds a field for every column', () => {
    expect(plan.mapping.map(({ field }) => field)).toEqual([
      'number',
      'title',
      'unit',
      'need',
      'benefit',
      'stage',
      'contact',
      'concerned',
      'cost',
      'year',
      'start',
      'legal',
      'systems',
      'dependsOn',
      'formerPriority',
      'comment',
    ])
  })

  it('gives every row of a merged block its unit, and knows every unit', () => {
    expect([4, 5, 6, 33, 34, 49, 53, 86, 87].map((row) => atRow(row).unit?.name)).toEqual([
      'Hemtjänst',
      'Hemtjänst',
      'Hemtjänst',
      'Vård- och omsorgsboende',
      'Vård- och omsorgsboende',
      'Hälso- och sjukvård',
      'Hälso- och sjukvård',
      'Hälsofrämjande och förebyggande',
      'Hälsofrämjande och förebyggande',
    ])
    expect(plan.rows.filter(({ unit }) => unit === null)).toEqual([])
  })

  it('reads the traps', () => {
    expect(atRow(66)).toMatchObject({ costLowKr: 1_300_000, costAsWritten: '1,3 mnkr' })
    expect(codesAt(66)).toContain('cellStruck')
    expect(atRow(92)).toMatchObject({
      costLowKr: null,
      costHighKr: null,
      costAsWritten: '500',
      legal: 'yes',
      legalBasis: 'LOU',
    })
    expect(codesAt(92)).toEqual(expect.arrayContaining(['costUnitUnknown', 'note']))
    expect(atRow(10).start).toBe('2024-Q1')
    expect(atRow(40).start).toBe('2024-Q2')
    expect(atRow(17).contact?.id).toBe('p-011')
    expect(atRow(23).dependsOn).toEqual(['1', '2'])
    expect(atRow(28)).toMatchObject({ number: '23b', originKey: 'nr:23b' })
    expect(atRow(45).number).toBe('40')
    expect(atRow(95).originKey).toBe('title:tolk på distans bokning i mobil')
    expect(atRow(77).external).toBe(true)
    expect(codesAt(9)).toContain('mergedAcross')
    expect(plan.rows.filter(({ dependsOn }) => dependsOn.includes('14'))).toHaveLength(8)
  })

  it('closes a struck row that was finished, screens out the others where they stood, and says so', () => {
    expect([36, 56, 90].map((row) => `${atRow(row).stage} ${atRow(row).state}`)).toEqual([
      'closed active',
      'collection screenedOut',
      'closed active',
    ])
    for (const row of [36, 56, 90]) expect(codesAt(row)).toContain('rowStruck')
  })

  it('shows every note, the hidden column and the loose notes beside', () => {
    const notes = plan.rows.flatMap(({ warnings }) => warnings.filter(({ code }) => code === 'note'))
    expect(notes).toHaveLength(4)
    expect(plan.doubts).toContainEqual(expect.objectContaining({ code: 'columnHidden', text: 'O' }))
    expect(plan.doubts).toContainEqual(
      expect.objectContaining({ code: 'noteOutside', text: 'Fråga Therese om nr 8' }),
    )
  })

  it('keeps every filled cell of the original row', () => {
    expect(Object.keys(atRow(4).original)).toHaveLength(15 + 1)
    expect(atRow(4).original.Kostnad).toBe('4,2 mnkr')
    expect(atRow(66).original).toMatchObject({ 'Kostnad (överstruket)': '1,1 mnkr' })
  })

  it('can be handed over from a worker', () => {
    expect(structuredClone(plan)).toEqual(plan)
  })

  it('imported again makes nothing new', () => {
    const existing = plan.rows.map(({ originKey, title }, at) => ({ key: `k${at}`, title, originKey }))
    const again = planOf({ existing })
    expect(new Set(again.rows.map(({ action }) => action))).toEqual(new Set(['same']))
    expect(again.rows.map(({ existingKey }) => existingKey)).toEqual(existing.map(({ key }) => key))
  })
})

describe('a plan', () => {
  const header: CellInput[] = ['Nr', 'Titel', 'Avdelning', 'Fas', 'Kostnad']

  it('keeps formula text in titles as plain text', () => {
    const titles = ['=HYPERLINK("http://evil.example","Klicka")', '+cmd|calc', '@SUM(1)']
    const made = small([header, ...titles.map((title, at) => [at + 1, title, 'HT', 'idé', '10 tkr'])])
    expect(made.rows.map(({ title }) => title)).toEqual(titles)
    for (const row of made.rows) expect(row.warnings.map(({ code }) => code)).toContain('formulaText')
  })

  it('keeps the formula as title when it was never calculated', () => {
    const made = small([
      header,
      [1, { f: 'HYPERLINK("http://evil.example","Klicka")' }, 'HT', 'idé', '10 tkr'],
    ])
    expect(made.rows[0]?.title).toBe('=HYPERLINK("http://evil.example","Klicka")')
    expect(made.rows[0]?.warnings.map(({ code }) => code)).toContain('formulaNoValue')
  })

  it('follows the mapping that a person chose and proposes the rest', () => {
    const rows: CellInput[][] = [
      [...header, 'Extra'],
      [1, 'Larm', 'HT', 'idé', '10 tkr', 'Nya larm'],
    ]
    expect(small(rows).mapping[5]?.field).toBeNull()
    const made = small(rows, { mapping: { F: 'need', E: null } })
    expect(made.rows[0]).toMatchObject({ need: 'Nya larm', costLowKr: null, original: { Kostnad: '10 tkr' } })
    expect(made.doubts).toContainEqual(expect.objectContaining({ code: 'columnUnmapped', text: 'E' }))
  })

  it('never gives two needs the same origin', () => {
    const made = small([
      header,
      [1, 'Larm', 'HT', 'idé', ''],
      [1, 'Lås', 'HT', 'idé', ''],
      ['', 'Larm', 'HT', 'idé', ''],
      ['', 'Larm', 'HT', 'idé', ''],
    ])
    expect(new Set(made.rows.map(({ originKey }) => originKey)).size).toBe(4)
    expect(made.rows[1]?.warnings.map(({ code }) => code)).toContain('numberTwice')
    expect(made.rows[3]?.warnings.map(({ code }) => code)).toContain('titleTwice')
  })

  it('tells a changed title from another workbook’s need with the same number', () => {
    const existing = [
      { key: 'a', title: 'Larm i hemmet', originKey: 'nr:1' },
      { key: 'b', title: 'Lokalbokning', originKey: 'nr:2' },
    ]
    const made = small(
      [header, [1, 'Larm i hemmen', 'HT', 'idé', ''], [2, 'Vaccinationsjournal', 'HT', 'idé', '']],
      { existing },
    )
    expect(made.rows.map(({ action, originKey }) => `${action} ${originKey}`)).toEqual([
      'differs nr:1',
      'create nr:2 vaccinationsjournal',
    ])
    const both = [
      ...existing,
      { key: 'c', title: 'Vaccinationsjournal', originKey: 'nr:2 vaccinationsjournal' },
    ]
    expect(
      small([header, [2, 'Vaccinationsjournal', 'HT', 'idé', '']], { existing: both }).rows[0]?.action,
    ).toBe('same')
  })

  it('cuts what is too long for a column and keeps all of it in the original row', () => {
    const long = 'Mycket lång titel '.repeat(20).trim()
    const [need] = small([header, [1, long, 'HT', 'idé', ''], [2, 'B', 'HT', 'idé', '']]).rows
    expect(need?.title).toHaveLength(255)
    expect(need?.original.Titel).toBe(long)
    expect(need?.warnings.map(({ code }) => code)).toContain('textCut')
  })

  it.each([
    {
      says: 'no header',
      rows: [
        ['a', 'b'],
        ['c', 'd'],
      ],
      more: {},
      why: 'noHeader',
    },
    { says: 'no rows', rows: [header], more: {}, why: 'noRows' },
    {
      says: 'no such sheet',
      rows: [header, [1, 'A', 'HT', 'idé', '']],
      more: { sheet: 'Blad9' },
      why: 'noSuchSheet',
    },
  ])('is refused with $says', ({ rows, more, why }) => {
    expect(() => small(rows, more)).toThrow(expect.objectContaining({ why }))
  })
})

describe('the sentences', () => {
  it('have the same places in both languages', () => {
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort()
    for (const key of Object.keys(importWordsSv) as (keyof typeof importWordsSv)[])
      expect(places(importWordsEn[key]), key).toEqual(places(importWordsSv[key]))
  })

  it('are whole for every doubt', () => {
    for (const code of warningCodes) {
      const text = warningText(
        { code, column: 'K', text: 'T', meaning: 'M', stage: 'delivery', state: 'paused', row: 1, rows: 2 },
        'sv',
      )
      expect(text).not.toMatch(/[{}]|undefined/)
    }
  })
})
