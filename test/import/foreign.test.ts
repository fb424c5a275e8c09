/** Workbooks never seen before, from other regions: other headers, order and codes. At least 90 % of the fields are right. */
import { describe, expect, it } from 'vitest'
import type { ImportPlan, PlannedNeed } from '#src/import/plan.ts'
import { planImport } from '#src/import/plan.ts'
import { readWorkbook } from '#src/import/workbook.ts'
import { aWorkbook, type CellInput, type SheetInput } from '#test/fixtures/workbook.ts'
import { theRegion } from './known.ts'

type Expected = {
  row: number
  title: string
  unit: string | null
  stage: string
  low: number | null
  high: number | null
  legal: string
  start: string | null
  contact?: string | null
  number?: string
  depends?: string
}

const mojibake = (text: string) => Buffer.from(text, 'utf8').toString('latin1')

/** Two header rows, code list on a second sheet, sum row with formulas, mojibake in some cells. */
const hospitalRegion: SheetInput[] = [
  {
    name: 'Ärendelista 2026',
    rows: [
      [
        'Region Sörfjärden – digitaliseringsärenden',
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
      ],
      ['Uppdaterad 2026-08-14 av Lisa', null],
      null,
      [
        'Ärende',
        null,
        'Organisation',
        null,
        'Läge',
        null,
        'Ekonomi (tkr)',
        null,
        'Tid',
        null,
        'Övrigt',
        null,
      ],
      [
        'Id',
        'Benämning',
        'Förvaltning',
        'Beställare',
        'Fas',
        'Tvingande',
        'Låg',
        'Hög',
        'År',
        'Startkvartal',
        'Förutsätter',
        'Anm.',
      ],
      [
        'D-01',
        mojibake('Förlossningsjournal'),
        'SjN',
        'Kerstin Ollander',
        'F2',
        'J',
        1200,
        1800,
        2026,
        'K3',
        null,
        null,
      ],
      ['D-02', 'Digital vårdplan', 'PV', 'Tove Hallengård', 'F1', 'N', 300, 300, 2027, 'K1', 'D-01', null],
      [
        'D-03',
        mojibake('Självincheckning på mottagning'),
        'SjS',
        'Ibrahim Doganay-Ek',
        'F4',
        'N',
        2500,
        3000,
        2026,
        'K2',
        'D-01, D-02',
        'Väntar på avtal',
      ],
      [
        'D-04',
        'NIS2-anpassning av nät',
        'RS-IT',
        'Bo Rådmark',
        'F3',
        'J',
        4000,
        6000,
        2026,
        'K4',
        null,
        null,
      ],
      ['D-05', 'Bildarkiv för sårvård', 'PV', 'Tove Hallengård', 'F6', 'N', 150, 150, 2025, 'K1', null, null],
      ['D-06', 'Ny resursplanering', 'SjN', 'Okänd Person', 'F5', '?', null, null, 2027, null, null, null],
      [
        'D-07',
        'Serviceresor i appen',
        'KTF',
        'Fredrik Mosslund',
        'V',
        'N',
        800,
        1100,
        2027,
        'K2',
        'D-03',
        null,
      ],
      [null, 'Summa', null, null, null, null, { f: 'SUM(G6:G12)', v: 8950 }, { f: 'SUM(H6:H12)', v: 12350 }],
    ],
    merges: ['A4:B4', 'C4:D4', 'E4:F4', 'G4:H4', 'I4:J4', 'K4:L4'],
  },
  {
    name: 'Koder',
    rows: [
      ['Fas', null, null, 'Förvaltning', null],
      ['F1', 'Idé', null, 'SjN', 'Sjukhusen Norr'],
      ['F2', 'Förstudie', null, 'SjS', 'Sjukhusen Syd'],
      ['F3', 'Utveckling pågår', null, 'PV', 'Primärvården'],
      ['F4', 'Breddinförande', null, 'KTF', 'Kollektivtrafikförvaltningen'],
      ['F5', 'Instyrning', null, 'RS-IT', 'Regionstyrelsens IT-avdelning'],
      ['F6', 'Avslutat', null, null, null],
      ['V', 'Vilande', null, null, null],
    ],
  },
]

const hospitalExpected: Expected[] = [
  {
    row: 6,
    number: 'D-01',
    title: 'Förlossningsjournal',
    unit: 'Sjukhusen Norr',
    stage: 'concept',
    low: 1_200_000,
    high: 1_800_000,
    legal: 'yes',
    start: '2026-Q3',
    contact: 'Kerstin Ollander',
    depends: '',
  },
  {
    row: 7,
    number: 'D-02',
    title: 'Digital vårdplan',
    unit: 'Primärvården',
    stage: 'need',
    low: 300_000,
    high: 300_000,
    legal: 'no',
    start: '2027-Q1',
    contact: 'Tove Hallengård',
    depends: 'D-01',
  },
  {
    row: 8,
    number: 'D-03',
    title: 'Självincheckning på mottagning',
    unit: 'Sjukhusen Syd',
    stage: 'rollout',
    low: 2_500_000,
    high: 3_000_000,
    legal: 'no',
    start: '2026-Q2',
    contact: 'Ibrahim Doganay-Ek',
    depends: 'D-01,D-02',
  },
  {
    row: 9,
    number: 'D-04',
    title: 'NIS2-anpassning av nät',
    unit: 'Regionstyrelsens IT-avdelning',
    stage: 'development',
    low: 4_000_000,
    high: 6_000_000,
    legal: 'yes',
    start: '2026-Q4',
    contact: 'Bo Rådmark',
    depends: '',
  },
  {
    row: 10,
    number: 'D-05',
    title: 'Bildarkiv för sårvård',
    unit: 'Primärvården',
    stage: 'closed',
    low: 150_000,
    high: 150_000,
    legal: 'no',
    start: '2025-Q1',
    contact: 'Tove Hallengård',
    depends: '',
  },
  {
    row: 11,
    number: 'D-06',
    title: 'Ny resursplanering',
    unit: 'Sjukhusen Norr',
    stage: 'intake',
    low: null,
    high: null,
    legal: 'unknown',
    start: null,
    contact: null,
    depends: '',
  },
  {
    row: 12,
    number: 'D-07',
    title: 'Serviceresor i appen',
    unit: 'Kollektivtrafikförvaltningen',
    stage: 'need',
    low: 800_000,
    high: 1_100_000,
    legal: 'no',
    start: '2027-Q2',
    contact: 'Fredrik Mosslund',
    depends: 'D-03',
  },
]

/** One header row far down, odd order, amounts in millions by the header, text starts, status words, codes in a cell beside. */
const officeRegion: SheetInput[] = [
  {
    name: 'Läs mig',
    rows: [['Så här fyller du i'], ['Skriv ett ärende per rad.'], ['Fråga Nina om något är oklart.']],
  },
  {
    name: 'Initiativ',
    rows: [
      ['Initiativportfölj'],
      ['Status: A = Idé, B = Utredning, C = Genomförande, D = Stoppad, E = Klar'],
      null,
      null,
      [
        'Planerad start',
        'Uppskattad kostnad (mnkr)',
        'Status',
        'Projektnamn',
        'Verksamhet',
        'Kontakt',
        'Lagstyrt',
        'Syfte',
        'Förväntad nytta',
        'Extra',
      ],
      [
        'Q2 2026',
        '1,5',
        'C',
        'Ny webbplats',
        'Koncernkontoret',
        'Hanna Wiberg-Roos',
        'Nej',
        'Byta plattform',
        'Nöjdare besökare',
        'z1',
      ],
      [
        'hösten 2026',
        '0,8-1,2',
        'B',
        'Chattrobot växeln',
        'Koncernkontoret',
        'Emil Tranefors',
        'Nej',
        'Färre samtal',
        'Frigjord tid',
        null,
      ],
      [
        { date: '2027-01-15' },
        2,
        'A',
        'E-arkiv',
        'Koncernstab ekonomi och inköp',
        'Jasmina Begovan',
        'Ja, arkivlagen',
        'Bevara',
        'Laglig gallring',
        'z2',
      ],
      [
        'VT27',
        '?',
        'A',
        'Elektronisk fakturamottagning',
        'Koncernstab ekonomi och inköp',
        'Jasmina Begovan',
        'x',
        'E-faktura',
        'Mindre porto',
        null,
      ],
      [
        'mars 2026',
        { v: 0.45 },
        'D',
        'Kartsystem',
        'Regional utveckling',
        'Simon Österhage',
        'nej',
        'Gemensam karta',
        'Bättre underlag',
        null,
      ],
      [
        '2026-10',
        { f: 'B6*2', v: 3 },
        'E',
        'Biblioteksapp',
        'Kulturförvaltningen',
        'Anneli Vintersved',
        'nej',
        'App',
        'Fler lån',
        null,
      ],
      [
        'snarast',
        12,
        'C',
        'Biljettsystem',
        'Kollektivtrafik',
        'Fredrik Mosslund',
        'EU-förordning',
        'Byta',
        'Fler resor',
        null,
      ],
      [null, { f: 'SUM(B6:B12)', v: 19.75 }, null, null, null, null, null, null, null, null],
    ],
  },
]
const officeExpected: Expected[] = [
  {
    row: 6,
    title: 'Ny webbplats',
    unit: 'Koncernkontoret',
    stage: 'development',
    low: 1_500_000,
    high: 1_500_000,
    legal: 'no',
    start: '2026-Q2',
    contact: 'Hanna Wiberg-Roos',
  },
  {
    row: 7,
    title: 'Chattrobot växeln',
    unit: 'Koncernkontoret',
    stage: 'concept',
    low: 800_000,
    high: 1_200_000,
    legal: 'no',
    start: '2026-Q3',
    contact: 'Emil Tranefors',
  },
  {
    row: 8,
    title: 'E-arkiv',
    unit: 'Koncernstab ekonomi och inköp',
    stage: 'need',
    low: 2_000_000,
    high: 2_000_000,
    legal: 'yes',
    start: '2027-Q1',
    contact: 'Jasmina Begovan',
  },
  {
    row: 9,
    title: 'Elektronisk fakturamottagning',
    unit: 'Koncernstab ekonomi och inköp',
    stage: 'need',
    low: null,
    high: null,
    legal: 'yes',
    start: '2027-Q1',
    contact: 'Jasmina Begovan',
  },
  {
    row: 10,
    title: 'Kartsystem',
    unit: 'Förvaltningen för regional utveckling',
    stage: 'need',
    low: 450_000,
    high: 450_000,
    legal: 'no',
    start: '2026-Q1',
    contact: 'Simon Österhage',
  },
  {
    row: 11,
    title: 'Biblioteksapp',
    unit: 'Kulturförvaltningen',
    stage: 'closed',
    low: 3_000_000,
    high: 3_000_000,
    legal: 'no',
    start: '2026-Q4',
    contact: 'Anneli Vintersved',
  },
  {
    row: 12,
    title: 'Biljettsystem',
    unit: 'Kollektivtrafikförvaltningen',
    stage: 'development',
    low: 12_000_000,
    high: 12_000_000,
    legal: 'yes',
    start: null,
    contact: 'Fredrik Mosslund',
  },
]

/** Whole file in broken encoding, codes in one cell each (`HSF Hälso- och …`), a column per year, a RAG column, section headings. */
const brokenRegion: SheetInput[] = broken([
  {
    name: 'Portfölj',
    rows: [
      ['Alla belopp anges i tusental kronor (tkr)'],
      [
        'Nr',
        'Aktivitet',
        'Förv',
        'Skede',
        'Status',
        'Kostnad',
        null,
        null,
        'Uppstart',
        'Lagkrav ja/nej',
        'Kommentarer',
        'Handläggare',
      ],
      [null, null, null, null, null, '2026', '2027', 'Totalt', null, null, null, null],
      [
        1,
        'Säker digital kommunikation',
        'HSF',
        '2',
        'Grön',
        500,
        250,
        { f: 'F4+G4', v: 750 },
        'kvartal 1 2026',
        'Ja',
        'Går bra',
        'Viktor Ahlmgren',
      ],
      [
        2,
        'Fjärrläsning av mätare',
        'TFN',
        '3',
        'Gul',
        1000,
        0,
        { f: 'F5+G5', v: 1000 },
        'maj 2026',
        'Nej',
        null,
        'Leila Karimzad',
      ],
      [
        3,
        'Föräldraportal',
        'HSF',
        '1',
        'Grön',
        null,
        400,
        { f: 'F6+G6', v: 400 },
        '2027 Q1',
        'Nej',
        null,
        'Gustav Notelid',
      ],
      [
        4,
        'Översyn av behörigheter',
        'RLK',
        '4',
        'Röd',
        90,
        null,
        { f: 'F7+G7', v: 90 },
        '26-02-01',
        'Ja',
        null,
        'Nina Castrell',
      ],
      [
        5,
        'Ersätta faxar',
        'HSF',
        '2',
        'Grön',
        60,
        60,
        { f: 'F8+G8', v: 120 },
        'Q3-Q4 2026',
        'Nej',
        null,
        'Peter Ljungsten',
      ],
      [
        null,
        'Totalt',
        null,
        null,
        null,
        { f: 'SUM(F4:F8)', v: 1650 },
        { f: 'SUM(G4:G8)', v: 710 },
        { f: 'SUM(H4:H8)', v: 2360 },
        null,
        null,
        null,
        null,
      ],
    ],
    merges: ['F2:H2', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:E3', 'I2:I3', 'J2:J3', 'K2:K3', 'L2:L3'],
  },
  {
    name: 'Förklaringar',
    rows: [
      ['Skede'],
      ['1: Behov'],
      ['2: Konceptfas'],
      ['3: Utveckling'],
      ['4: Införande'],
      ['Förvaltningar'],
      ['HSF Hälso- och sjukvårdsförvaltningen'],
      ['TFN Trafikförvaltningen Norra'],
      ['RLK Koncernkontoret'],
    ],
  },
])
const brokenExpected: Expected[] = [
  {
    row: 4,
    number: '1',
    title: 'Säker digital kommunikation',
    unit: 'Hälso- och sjukvårdsförvaltningen',
    stage: 'concept',
    low: 750_000,
    high: 750_000,
    legal: 'yes',
    start: '2026-Q1',
    contact: 'Viktor Ahlmgren',
  },
  {
    row: 5,
    number: '2',
    title: 'Fjärrläsning av mätare',
    unit: 'Trafikförvaltningen Norra',
    stage: 'development',
    low: 1_000_000,
    high: 1_000_000,
    legal: 'no',
    start: '2026-Q2',
    contact: 'Leila Karimzad',
  },
  {
    row: 6,
    number: '3',
    title: 'Föräldraportal',
    unit: 'Hälso- och sjukvårdsförvaltningen',
    stage: 'need',
    low: 400_000,
    high: 400_000,
    legal: 'no',
    start: '2027-Q1',
    contact: 'Gustav Notelid',
  },
  {
    row: 7,
    number: '4',
    title: 'Översyn av behörigheter',
    unit: 'Koncernkontoret',
    stage: 'rollout',
    low: 90_000,
    high: 90_000,
    legal: 'yes',
    start: '2026-Q1',
    contact: 'Nina Castrell',
  },
  {
    row: 8,
    number: '5',
    title: 'Ersätta faxar',
    unit: 'Hälso- och sjukvårdsförvaltningen',
    stage: 'concept',
    low: 120_000,
    high: 120_000,
    legal: 'no',
    start: '2026-Q3',
    contact: 'Peter Ljungsten',
  },
]

/** No title row, money as text in every style, sections by unit instead of a unit column, a hidden row and column, a year column. */
const villageRegion: SheetInput[] = [
  {
    name: 'Blad1',
    rows: [
      [
        'Uppdragsnamn',
        'Beskrivning av behovet',
        'Steg i processen',
        'Budget',
        'Startår',
        'När',
        'Krav i lag',
        'Ansvarig',
        'Prio',
      ],
      ['Primärvården'],
      ['Tidbok på nätet', 'Boka själv', 'Idé', '250 000 kr', 2026, 'Q3', 'nej', 'Tove Hallengård', 1],
      ['Provsvar i mobilen', 'Se svar', 'Pågående', '1,2 MSEK', 2026, 'kv 1', 'nej', 'Tove Hallengård', 2],
      ['Tandvården'],
      [
        'Röntgenremiss',
        'Skicka bilder',
        'Avslutad',
        '85 tkr',
        2025,
        'vår',
        'patientdatalagen',
        'Maria Sköldhag',
        3,
      ],
      [
        'Kallelser via SMS',
        'Färre uteblivna',
        'Förstudie',
        'ca 60 000:-',
        2026,
        'sommaren',
        'nej',
        'L. Karimzad',
        2,
      ],
      ['Journalgranskning', 'Logg', 'Prioritering', '1.250.000', 2027, 'jan', 'JA', 'Nina Castrell', 1],
      ['Delsumma', null, null, { f: 'SUM(D3:D8)', v: 0 }],
    ],
    hiddenRows: [8],
    hiddenColumns: [9],
  },
]
const villageExpected: Expected[] = [
  {
    row: 3,
    title: 'Tidbok på nätet',
    unit: 'Primärvården',
    stage: 'need',
    low: 250_000,
    high: 250_000,
    legal: 'no',
    start: '2026-Q3',
    contact: 'Tove Hallengård',
  },
  {
    row: 4,
    title: 'Provsvar i mobilen',
    unit: 'Primärvården',
    stage: 'development',
    low: 1_200_000,
    high: 1_200_000,
    legal: 'no',
    start: '2026-Q1',
    contact: 'Tove Hallengård',
  },
  {
    row: 6,
    title: 'Röntgenremiss',
    unit: 'Tandvården',
    stage: 'closed',
    low: 85_000,
    high: 85_000,
    legal: 'yes',
    start: '2025-Q2',
    contact: 'Maria Sköldhag',
  },
  {
    row: 7,
    title: 'Kallelser via SMS',
    unit: 'Tandvården',
    stage: 'concept',
    low: 60_000,
    high: 60_000,
    legal: 'no',
    start: '2026-Q3',
    contact: 'Leila Karimzad',
  },
  {
    row: 8,
    title: 'Journalgranskning',
    unit: 'Tandvården',
    stage: 'prioritisation',
    low: 1_250_000,
    high: 1_250_000,
    legal: 'yes',
    start: '2027-Q1',
    contact: 'Nina Castrell',
  },
]

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

function broken(sheets: SheetInput[]): SheetInput[] {
  const of = (cell: CellInput): CellInput => (typeof cell === 'string' ? mojibake(cell) : cell)
  return sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => row?.map(of) ?? null) }))
}
