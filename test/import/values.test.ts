/** What single cells say: money, starts, legal requirements, numbers, texts. */
import { describe, expect, it } from 'vitest'
import { readMoney, unitInHeader } from '#src/import/money.ts'
import { readStart, readYear } from '#src/import/quarters.ts'
import { comparable, repairMojibake, tidy } from '#src/import/text.ts'
import { readLegal, readNumber, readNumbers } from '#src/import/values.ts'

const codes = (doubts: readonly { code: string }[]) => doubts.map(({ code }) => code).join(' ')

describe('a cost', () => {
  it.each([
    { says: 'ca 250 tkr', low: 250_000, high: 250_000 },
    { says: '1,2 mnkr', low: 1_200_000, high: 1_200_000 },
    { says: '1,5 Mkr', low: 1_500_000, high: 1_500_000 },
    { says: 'ca 1 milj', low: 1_000_000, high: 1_000_000 },
    { says: '150-300 tkr', low: 150_000, high: 300_000 },
    { says: '2–3 mnkr', low: 2_000_000, high: 3_000_000 },
    { says: '800 tkr - 1,2 mnkr', low: 800_000, high: 1_200_000 },
    { says: '75 000 kr', low: 75_000, high: 75_000 },
    { says: '1\u00a0200\u202f000 kr', low: 1_200_000, high: 1_200_000 },
    { says: '1.250.000:-', low: 1_250_000, high: 1_250_000 },
    { says: '5700000', low: 5_700_000, high: 5_700_000 },
    { says: '0', low: 0, high: 0 },
    { says: '300 tkr/år', low: 300_000, high: 300_000, doubts: 'costPerYear' },
    { says: '< 100 tkr', low: 0, high: 100_000, doubts: 'costUpperOnly' },
    { says: 'minst 2 mnkr', low: 2_000_000, high: null, doubts: 'costLowerOnly' },
    { says: '300-150 tkr', low: 150_000, high: 300_000, doubts: 'costSwapped' },
    { says: '250 tkr (exkl drift)', low: 250_000, high: 250_000, doubts: 'costRemark' },
    { says: '45 000 kr/st', low: null, high: null, doubts: 'costPerPiece' },
    { says: '500', low: null, high: null, doubts: 'costUnitUnknown' },
    { says: '?', low: null, high: null, doubts: 'costUnknown' },
    { says: 'ej beräknat', low: null, high: null, doubts: 'costUnknown' },
    { says: 'Ingår i stadens', low: null, high: null, doubts: 'costUnknown' },
    { says: '3,1 hårdvara + 0,6 projekt', low: null, high: null, doubts: 'costUnreadable' },
    { says: '500 tkr + 50 tkr/år', low: null, high: null, doubts: 'costUnreadable' },
    { says: '', low: null, high: null },
  ])('“$says” without a unit in the header is $low–$high kr', ({ says, low, high, doubts = '' }) => {
    const money = readMoney(says, { headerUnit: null })
    expect([money.lowKr, money.highKr, codes(money.doubts)]).toEqual([low, high, doubts])
  })

  it.each([
    { header: 'Kostnad (tkr)', says: '500', kr: 500_000, doubts: '' },
    { header: 'Budget mnkr', says: '1,5', kr: 1_500_000, doubts: '' },
    { header: 'Total kostnad, kr', says: '900', kr: 900, doubts: '' },
    { header: 'Kostnad (tkr)', says: '1,2 mnkr', kr: 1_200_000, doubts: '' },
    { header: 'Kostnad (tkr)', says: '1 500 000', kr: 1_500_000, doubts: 'costUnitGuessed' },
    { header: 'Belopp i tusental kronor', says: '40', kr: 40_000, doubts: '' },
  ])('“$says” under “$header” is $kr kr', ({ header, says, kr, doubts }) => {
    const money = readMoney(says, { headerUnit: unitInHeader(header) })
    expect([money.lowKr, money.highKr, codes(money.doubts)]).toEqual([kr, kr, doubts])
  })

  it('takes kronor from the number format of the cell', () => {
    expect(readMoney('950', { headerUnit: null, format: '#,##0\\ "kr"' }).lowKr).toBe(950)
  })
})

describe('a start', () => {
  it.each([
    { says: 'Q3 2024', year: '', start: '2024-Q3', doubts: '' },
    { says: 'kv 2', year: '2024', start: '2024-Q2', doubts: '' },
    { says: 'Q1-25', year: '2025', start: '2025-Q1', doubts: '' },
    { says: '2024K3', year: '', start: '2024-Q3', doubts: '' },
    { says: 'tredje kvartalet', year: '2024', start: '2024-Q3', doubts: '' },
    { says: '3:e kvartalet 2024', year: '', start: '2024-Q3', doubts: '' },
    { says: '2024-06-30', year: '2024', start: '2024-Q2', doubts: '' },
    { says: '2024-09', year: '', start: '2024-Q3', doubts: '' },
    { says: '30/6 2024', year: '', start: '2024-Q2', doubts: '' },
    { says: '24-02-01', year: '', start: '2024-Q1', doubts: '' },
    { says: 'mars', year: '2024', start: '2024-Q1', doubts: '' },
    { says: 'sept. 2026', year: '', start: '2026-Q3', doubts: '' },
    { says: 'v. 40 2026', year: '', start: '2026-Q4', doubts: '' },
    { says: 'hösten', year: '2024', start: '2024-Q3', doubts: 'startGuessed' },
    { says: 'HT24', year: '', start: '2024-Q3', doubts: 'startGuessed' },
    { says: 'vår 24', year: '', start: '2024-Q2', doubts: 'startGuessed' },
    { says: 'efter sommaren', year: '2024', start: '2024-Q3', doubts: 'startGuessed' },
    { says: 'halvår 2 2026', year: '', start: '2026-Q3', doubts: 'startGuessed' },
    { says: 'Q3-Q4 2026', year: '', start: '2026-Q3', doubts: 'startSeveral' },
    { says: 'Q2', year: '2024-2025', start: '2024-Q2', doubts: 'startYearAssumed' },
    { says: 'Q2', year: 'löpande', start: null, doubts: 'startYearMissing' },
    { says: 'Q4 2024', year: '2025', start: '2024-Q4', doubts: 'startYearDiffers' },
    { says: '2025', year: '2025', start: null, doubts: 'startYearOnly' },
    { says: 'snarast', year: '2024', start: null, doubts: 'startUnreadable' },
    { says: 'beror på regionen', year: '2025', start: null, doubts: 'startUnreadable' },
    { says: '', year: '2025', start: null, doubts: '' },
  ])('“$says” with the year “$year” is $start', ({ says, year, start, doubts }) => {
    const read = readStart(says, { year: readYear(year) })
    expect([read.start, codes(read.doubts)]).toEqual([start, doubts])
  })

  it('is the quarter of a real date, whatever the cell shows', () => {
    expect(readStart('15/2', { day: '2024-02-15', year: readYear('2024') })).toEqual({
      start: '2024-Q1',
      doubts: [],
    })
  })
})

describe('a legal requirement', () => {
  it.each([
    { says: 'ja', legal: 'yes', doubts: '' },
    { says: 'X', legal: 'yes', doubts: '' },
    { says: 'Nej', legal: 'no', doubts: '' },
    { says: 'Ja (NIS2)', legal: 'yes', basis: 'NIS2', doubts: '' },
    { says: 'GDPR', legal: 'yes', basis: 'GDPR', doubts: 'legalByBasis' },
    { says: 'LOU', legal: 'yes', basis: 'LOU', doubts: 'legalByBasis' },
    { says: 'SoL?', legal: 'unknown', basis: 'SoL', doubts: 'legalUnsure' },
    { says: 'kanske', legal: 'unknown', doubts: 'legalUnsure' },
    { says: '?', legal: 'unknown', doubts: 'legalUnsure' },
    { says: 'kolla med Eva', legal: 'unknown', doubts: 'legalUnsure' },
    { says: 'blå', legal: 'unknown', doubts: 'legalUnreadable' },
    { says: '', legal: 'unknown', doubts: '' },
  ])('“$says” is $legal', ({ says, legal, basis, doubts }) => {
    const read = readLegal(says)
    expect([read.legal, read.basis, codes(read.doubts)]).toEqual([legal, basis, doubts])
  })
})

describe('numbers of needs', () => {
  const known = (text: string) =>
    ['1', '2', '14', '21', '23b', 'd-7'].includes(text.toLowerCase()) ? text.toLowerCase() : null

  it.each([
    { says: 'nr 14', numbers: ['14'], doubts: '' },
    { says: '1, 2', numbers: ['1', '2'], doubts: '' },
    { says: 'nr 14, nr 21', numbers: ['14', '21'], doubts: '' },
    { says: '23b och D-7', numbers: ['23b', 'd-7'], doubts: '' },
    { says: '99', numbers: ['99'], doubts: 'dependsUnknown' },
    { says: 'avtalet', numbers: [], doubts: 'dependsUnreadable' },
    { says: '-', numbers: [], doubts: '' },
  ])('“$says” depends on $numbers', ({ says, numbers, doubts }) => {
    const read = readNumbers(says, known)
    expect([read.numbers, codes(read.doubts)]).toEqual([numbers, doubts])
  })

  it('are written the same whether the cell is a number or a text', () => {
    expect(['14', '14.0', ' 14 ', 'Nr 14', '#14'].map(readNumber)).toEqual(['14', '14', '14', '14', '14'])
  })
})

describe('text', () => {
  it.each([
    { says: 'FÃ¶rstudie', meant: 'Förstudie' },
    { says: 'Ã–versyn av Ã¥tkomst â€“ Ã„VO', meant: 'Översyn av åtkomst – ÄVO' },
    { says: 'FÃƒÂ¶rstudie', meant: 'Förstudie' },
    { says: 'F√∂rstudie', meant: 'Förstudie' },
    { says: 'Förstudie på Åland', meant: 'Förstudie på Åland' },
    { says: 'São Paulo, 5 °C, café', meant: 'São Paulo, 5 °C, café' },
  ])('“$says” was meant as “$meant”', ({ says, meant }) => {
    expect(repairMojibake(says)).toBe(meant)
  })

  it('loses odd spaces but not line breaks', () => {
    expect(tidy('  a\u00a0b\r\n c\u200b ')).toBe('a b\nc')
  })

  it('is compared without case and punctuation, but å, ä and ö are letters of their own', () => {
    expect(comparable('Vård- och Omsorg!')).toBe('vård och omsorg')
    expect(comparable('for')).not.toBe(comparable('för'))
  })
})
