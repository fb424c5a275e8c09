/** Old phase words, units and people as written in real lists. */
import { describe, expect, it } from 'vitest'
import { codesOfSheet, codesOfText, meaningsOf } from '#src/import/codes.ts'
import { personFinder } from '#src/import/people.ts'
import { readPhase } from '#src/import/phases.ts'
import { unitFinder } from '#src/import/units.ts'
import { readWorkbook } from '#src/import/workbook.ts'
import { aWorkbook } from '#test/fixtures/workbook.ts'
import { theCity } from './known.ts'

const none = new Map<string, string[]>()

describe('an old phase word', () => {
  it.each([
    { says: 'idé', city: 'collection active', region: 'need active', sure: true },
    { says: 'IDÉ ', city: 'collection active', region: 'need active', sure: true },
    { says: 'Grovsållning', city: 'screening active', region: 'intake active', sure: true },
    { says: 'Beredning', city: 'preparation active', region: 'intake active', sure: true },
    { says: 'Förstudie', city: 'preparation active', region: 'concept active', sure: true },
    { says: 'Klart för start', city: 'ready active', region: 'prioritisation active', sure: true },
    { says: 'pågående', city: 'delivery active', region: 'development active', sure: true },
    { says: 'Införande', city: 'delivery active', region: 'rollout active', sure: true },
    { says: 'klar', city: 'closed active', region: 'closed active', sure: true },
    { says: 'avslutad', city: 'closed active', region: 'closed active', sure: true },
    { says: 'klar?', city: 'benefits active', region: 'rollout active', sure: false },
    { says: 'Pågående test', city: 'preparation active', region: 'concept active', sure: false },
    { says: 'pilot klar', city: 'preparation active', region: 'concept active', sure: false },
    { says: 'vilande', city: 'collection paused', region: 'need paused', sure: false },
    { says: 'Pausad – väntar på medel', city: 'collection paused', region: 'need paused', sure: false },
    { says: 'Förstudie pågår', city: 'preparation active', region: 'concept active', sure: false },
    { says: 'Stoppad', city: 'collection stopped', region: 'need stopped', sure: false },
    { says: 'Avförd', city: 'collection screenedOut', region: 'need screenedOut', sure: false },
    { says: 'extern', city: 'collection active external', region: 'need active external', sure: false },
    { says: 'Bevaka', city: 'collection active', region: 'need active', sure: false },
    { says: 'Genomförnade', city: 'delivery active', region: 'development active', sure: false },
    { says: '3. Förstudie', city: 'preparation active', region: 'concept active', sure: true },
    { says: 'Blå fasen', city: 'collection active', region: 'need active', sure: false },
    { says: '', city: 'collection active', region: 'need active', sure: false },
  ])('“$says” is $city in the city and $region in the region', ({ says, city, region, sure }) => {
    const read = (process: 'behovsprocessen' | 'portfoljprocessen') =>
      readPhase(says, { process, codes: none })
    const shown = ({ stage, state, external }: ReturnType<typeof read>) =>
      `${stage} ${state}${external ? ' external' : ''}`
    expect([shown(read('behovsprocessen')), shown(read('portfoljprocessen'))]).toEqual([city, region])
    expect(read('behovsprocessen').doubts.length === 0).toBe(sure)
  })

  it('means what the workbook’s own code list says', () => {
    const codes = codesOfText(['F1 = Idé, F2 = Förstudie, F9 = Avslutad'])
    const stages = ['F1', 'f2', 'F9', 'F2 – Förstudie'].map(
      (says) => readPhase(says, { process: 'behovsprocessen', codes }).stage,
    )
    expect(stages).toEqual(['collection', 'preparation', 'closed', 'preparation'])
  })
})

describe('a code list', () => {
  it('is read from two columns and from single cells', () => {
    const rows = [
      ['Kod', 'Betydelse'],
      ['HSF', 'Hälso- och sjukvårdsförvaltningen'],
      ['A: Idé'],
      ['B = Förstudie'],
      ['TF Trafikförvaltningen'],
      ['Fråga Therese om nr 8'],
    ]
    const [sheet] = readWorkbook(aWorkbook([{ name: 'Koder', rows }])).sheets
    const codes = sheet ? codesOfSheet(sheet) : none
    expect(['HSF', 'a', 'B', 'TF', 'Fråga'].map((code) => meaningsOf(code, codes)[0])).toEqual([
      'Hälso- och sjukvårdsförvaltningen',
      'Idé',
      'Förstudie',
      'Trafikförvaltningen',
      undefined,
    ])
  })
})

describe('a unit', () => {
  const find = unitFinder(
    theCity.units,
    new Map([
      ['mynd', ['Myndighet']],
      ['xyz', ['Okända förvaltningen']],
    ]),
  )

  it.each([
    { says: 'HT', how: 'exact', name: 'Hemtjänst' },
    { says: 'hemtjänst ', how: 'exact', name: 'Hemtjänst' },
    { says: 'Vård o omsorgsboende', how: 'exact', name: 'Vård- och omsorgsboende' },
    { says: 'Mynd', how: 'code', name: 'Myndighet' },
    { says: 'Stab/komm', how: 'guess', name: 'Stab och kommunikation' },
    { says: 'Hälsofrämj.', how: 'guess', name: 'Hälsofrämjande och förebyggande' },
    { says: 'HSV natt', how: 'guess', name: 'Hälso- och sjukvård natt' },
    { says: 'Kvalitet och utvekling', how: 'guess', name: 'Kvalitet och utveckling' },
    { says: 'Inköp', how: 'ambiguous', name: 'Inköp' },
    { says: 'Måltid', how: 'unknown', name: 'Måltid' },
    { says: 'XYZ', how: 'unknown', name: 'Okända förvaltningen' },
  ])('“$says” is $name ($how)', ({ says, how, name }) => {
    const found = find(says)
    expect([found.how, 'unit' in found ? found.unit.name : found.name]).toEqual([how, name])
  })
})

describe('a contact', () => {
  const find = personFinder([
    { id: '1', name: 'Åsa Lindevall', email: 'asa@example.org' },
    { id: '2', name: 'Nadia Elmasri' },
  ])

  it.each([
    { says: ' Åsa Lindevall ', id: '1', doubts: '' },
    { says: 'Lindevall, Åsa', id: '1', doubts: '' },
    { says: 'Å. Lindevall', id: '1', doubts: 'contactGuessed' },
    { says: 'asa@example.org', id: '1', doubts: '' },
    { says: 'Nadia Elmasri / Åsa Lindevall', id: '2', doubts: 'contactSeveral' },
    { says: 'Ali Bahramnia; Nadia Elmasri', id: '2', doubts: 'contactSeveral contactUnknown' },
    { says: 'Ali Bahramnia', id: undefined, doubts: 'contactUnknown' },
    { says: '', id: undefined, doubts: '' },
  ])('“$says” is person $id', ({ says, id, doubts }) => {
    const found = find(says)
    expect([found.contact?.id, found.doubts.map(({ code }) => code).join(' ')]).toEqual([id, doubts])
  })

  it('is found by a mailto link whatever the cell says', () => {
    expect(find('maila', 'mailto:asa@example.org?subject=Hej').contact?.id).toBe('1')
  })
})
