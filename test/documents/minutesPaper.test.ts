/** Minutes in Word: what they say, and that everybody can read it. */
import { beforeAll, describe, expect, test } from 'vitest'
import { paperFile } from '#src/documents/paperFile.ts'
import type { PaperOptions } from '#src/documents/options.ts'
import { canonical, sha256 } from '#src/rules/canonical.ts'
import { octoberMeeting, octoberMinutes } from '../fixtures/minutesPicture.ts'
import { everyWord, readWord, type WordFile } from '../fixtures/word.ts'

const HASH = 'a'.repeat(64)
const verified: PaperOptions = {
  hash: HASH,
  standing: { state: 'verified', on: '2024-10-21' },
  approvals: [{ person: { id: 'therese' }, on: '2024-10-21' }],
}
const headings = ({ paragraphs }: WordFile) =>
  paragraphs.flatMap(({ style, text }) => (style?.startsWith('Heading') ? [`${style.at(-1)} ${text}`] : []))

describe('verified minutes', () => {
  let word: WordFile
  beforeAll(async () => {
    word = readWord((await paperFile('minutes', octoberMinutes(), verified)).bytes)
  })

  test('headings are real, and none skips a level', () => {
    expect(headings(word)).toEqual([
      '1 Protokoll: Strategisk dialog Hemtjänst 16 oktober 2024',
      '2 Närvarande',
      '2 Förhinder',
      '2 § 73 Öppnande och val av justerare',
      '3 Anteckningar',
      '2 § 74 BP1 Läkemedelsrobotar i hemmet',
      '3 Jäv',
      '3 Beslut',
      '3 Avvikande mening',
      '3 Förslag till beslut',
      '3 Beslutsunderlag',
      '3 Underlag',
      '3 Anteckningar',
      '3 Åtgärder',
      '2 § 75 Nästa möte',
      '2 Bilagor',
      '2 Expedieras till',
      '2 Nästa möte',
      '2 Underskrifter',
    ])
    expect(word.parts['word/styles.xml']).toMatch(/w:styleId="Heading1".*?<w:name w:val="heading 1"\/>/i)
  })

  test.for([
    ['Organisation:\tSundhamns stad, Äldreförvaltningen, Hemtjänst'],
    ['Forum:\tStrategisk dialog Hemtjänst'],
    ['Tid:\tonsdag 16 oktober 2024, kl. 13.00–14.30'],
    ['Plats:\tLilla mötesrummet'],
    ['Ordförande:\tAnders Wiknersson, Avdelningschef Hemtjänst'],
    ['Sekreterare:\tÅsa Brolin, Utvecklingsledare'],
    ['Justerare:\tTherese Björkvall'],
    ['Diarienummer:\tÄVO 2024/123'],
    ['Informationsklass:\t1 Ingen eller försumbar skada'],
    ['Paragrafer:\t§§ 73–75'],
    ['Status:\tJusterat 21 oktober 2024'],
    ['Föredragande:\tTherese Björkvall'],
    ['Gäller:\tLäkemedelsrobotar i hemmet'],
    ['Tomas Ek lämnade ärendet på grund av jäv. Anders Wiknersson beslutar i stället.'],
    ['Behovet prioriteras och går vidare.'],
    ['Utfall:\tBifall'],
    ['Beslutat av:\tAnders Wiknersson, Avdelningschef Hemtjänst'],
    ['Verkan:\tBP1: Går vidare. Gäller när protokollet är justerat.'],
    ['Åsa Brolin anser att piloten ska utvärderas först.'],
    ['att prioritera behovet och gå vidare till grovsållning'],
    ['Bilaga 1: Behovsbeskrivning.docx'],
    ['Bilaga 2: Bilder från piloten, till § 74 BP1 Läkemedelsrobotar i hemmet'],
    ['Avdelningens enhetschefer'],
    ['onsdag 13 november 2024, kl. 13.00'],
  ])('says %s', ([line]) => {
    expect(word.paragraphs.map(({ text }) => text)).toContain(line)
  })

  test('every table names its columns in a header row that is repeated', () => {
    expect(word.tables.map(({ head }) => head)).toEqual([
      [['Namn', 'Befattning', 'Som', 'Närvarade vid']],
      [['Vad', 'Vem', 'Senast']],
      [['Roll', 'Namn', 'Underskrift', 'Datum']],
    ])
    expect(word.tables[0]?.rows).toContainEqual(['Henrik Sand', '', 'Adjungerad', '§ 74'])
    expect(word.tables[1]?.rows).toEqual([
      ['Slå ihop nr 3 och nr 40, stäm av med Åsa', 'Therese Björkvall', '1 november 2024'],
    ])
  })

  test('who has approved in the app is said so; the others have room to sign', () => {
    expect(word.tables[2]?.rows).toEqual([
      ['Ordförande', 'Anders Wiknersson', '', ''],
      ['Sekreterare', 'Åsa Brolin', '', ''],
      ['Justerare', 'Therese Björkvall', 'Godkänt digitalt', '21 oktober 2024'],
    ])
  })

  test('what people wrote as a list is a list', () => {
    const listed = word.paragraphs.filter(({ listed }) => listed).map(({ text }) => text)
    expect(listed).toContain('Nytta ungefär 2 besök per dag')
    expect(listed).toContain('Tomas Ek')
  })

  test('the language is Swedish, the title is a property, every page has its number', () => {
    expect(word.parts['word/styles.xml']).toMatch(
      /<w:docDefaults>.*<w:lang [^>]*w:val="sv-SE"[^>]*\/>.*<\/w:docDefaults>/s,
    )
    expect(word.parts['docProps/core.xml']).toContain(
      '<dc:title>Protokoll: Strategisk dialog Hemtjänst 16 oktober 2024</dc:title>',
    )
    const header = Object.entries(word.parts).find(([path]) => /^word\/header\d*\.xml$/.test(path))?.[1] ?? ''
    expect(header).toContain('Sundhamns stad, Äldreförvaltningen, ÄVO 2024/123')
    expect(header).toMatch(/PAGE.*NUMPAGES/s)
  })

  test('the foot says the hash and how to check it', () => {
    const footer = Object.entries(word.parts).find(([path]) => /^word\/footer\d*\.xml$/.test(path))?.[1] ?? ''
    expect(footer).toContain(HASH)
    expect(footer).toContain('Get-FileHash')
  })

  test('the page is A4', () => {
    expect(word.parts['word/document.xml']).toMatch(/<w:pgSz [^>]*w:w="11906"[^>]*w:h="16838"/)
  })
})

test('nothing of a row but the name of who was absent is said: never a reason', async () => {
  const why = 'vård av sjukt barn'
  const picture = octoberMinutes()
  const absent = { ...picture.absent[0], reason: why, part: why, comment: why }
  const { bytes } = await paperFile(
    'minutes',
    { ...picture, absent: [absent as unknown as (typeof picture.absent)[number]] },
    verified,
  )
  expect(everyWord(readWord(bytes))).not.toContain(why)
})

test('notes have neither § nor signatures', async () => {
  const picture = octoberMinutes({
    meeting: { ...octoberMeeting, minutesKind: 'notes', verification: false },
    paragraphs: [],
  })
  const file = await paperFile('notes', picture, {
    hash: HASH,
    standing: { state: 'settled', on: '2024-10-18' },
  })
  const word = readWord(file.bytes)
  expect(file.name).toBe('SD HT 2024-10-16 Minnesanteckningar.docx')
  expect(headings(word)).toContain('2 2. BP1 Läkemedelsrobotar i hemmet')
  expect(word.text).not.toMatch(/§ \d+ |Underskrift|Justerare/)
})

test('a draft says that it is one, and that its numbers are provisional', async () => {
  const { name, bytes } = await paperFile('minutes', octoberMinutes(), {
    hash: HASH,
    standing: { state: 'draft', provisional: true },
  })
  expect(name).toBe('SD HT 2024-10-16 Protokoll utkast.docx')
  expect(readWord(bytes).text).toContain('Status:\tUtkast, inte fastställt. Paragrafnumren är preliminära')
})

test('control characters that were pasted into a note leave the file readable', async () => {
  const { bytes } = await paperFile(
    'minutes',
    octoberMinutes({
      meeting: { ...octoberMeeting, place: 'Rum\u0001 <3> & "4"\uD800' },
    }),
    verified,
  )
  expect(readWord(bytes).text).toContain('Plats:\tRum  <3> & "4" ')
})

test('the same minutes are the same bytes, today and next year, whatever was made between', async () => {
  const picture = octoberMinutes()
  const options = { ...verified, hash: await sha256(canonical(picture)) }
  const first = await paperFile('minutes', picture, options)
  await paperFile('extract', picture, { ...options, item: 'robots' })
  const again = await paperFile('minutes', octoberMinutes(), options)
  expect(again).toEqual(first)
})
