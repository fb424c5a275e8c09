/** Agendas, extracts, summaries, corrections and publication copies in Word, and what their files are called. */
import { describe, expect, test } from 'vitest'
import type { PaperKind } from '#src/lists/minutes.ts'
import { paperName } from '#src/documents/fileNames.ts'
import { paperFile } from '#src/documents/paperFile.ts'
import type { PaperOptions } from '#src/documents/options.ts'
import { agendaPicture } from '#src/rules/meetings/agendaPicture.ts'
import { aForum, aMeeting, anItem } from '../fixtures/meetings.ts'
import { octoberMinutes } from '../fixtures/minutesPicture.ts'
import { aPerson, tree } from '../fixtures/organisation.ts'
import { everyWord, readWord } from '../fixtures/word.ts'

const options: PaperOptions = { hash: 'b'.repeat(64), standing: { state: 'verified', on: '2024-10-21' } }
const made = async (kind: Exclude<PaperKind, 'agenda'>, more: Partial<PaperOptions> = {}) =>
  readWord((await paperFile(kind, octoberMinutes(), { ...options, ...more })).bytes)

describe('an extract', () => {
  test('holds one item whole, where it was decided, and room to vouch for it', async () => {
    const word = await made('extract', { item: 'robots' })
    const texts = word.paragraphs.map(({ text }) => text)
    expect(texts[0]).toBe('Protokollsutdrag: Strategisk dialog Hemtjänst 16 oktober 2024, § 74')
    expect(texts).toContain('Behovet prioriteras och går vidare.')
    expect(texts).toContain('Diarienummer:\tÄVO 2024/123')
    expect(texts).toContain('Utdragets riktighet bestyrks')
    expect(word.text).not.toContain('§ 73')
    expect(word.text).not.toContain('Förhinder')
  })

  test('of an item that the minutes do not have is refused', async () => {
    await expect(made('extract', { item: 'other' })).rejects.toThrow('no item other')
  })
})

describe('a publication copy', () => {
  test('names nobody, wherever the name stands', async () => {
    const words = everyWord(await made('publication', { known: [{ id: 'h', name: 'Henrik Sand' }] }))
    expect(words).not.toMatch(
      /Anders|Wiknersson|Åsa|Brolin|Therese|Björkvall|Tomas|Ek\b|Henrik|Sand\b|031-365|asa\.brolin|19121212/,
    )
  })

  test('says who by title or part at the meeting', async () => {
    const word = await made('publication')
    const texts = word.paragraphs.map(({ text }) => text)
    expect(texts).toContain('Kontaktperson är [Ledamot 1].')
    expect(texts).toContain('Beslutat av:\tAvdelningschef Hemtjänst')
    expect(texts).toContain('[Utvecklingsledare] anser att piloten ska utvärderas först.')
    expect(word.tables[0]?.rows.map(([name]) => name)).toEqual([
      'Avdelningschef Hemtjänst',
      'Utvecklingsledare',
      'Ledamot 1',
      'Adjungerad',
    ])
  })

  test('has no signatures, no links, no notes, nobody absent, and no hash of other minutes', async () => {
    const word = await made('publication')
    expect(word.text).not.toMatch(/Underskrifter$|Anteckningar$|Förhinder$|Pilot med/m)
    expect(JSON.stringify(word.parts)).not.toContain('example.org')
    expect(everyWord(word)).not.toContain(options.hash)
  })

  test.for([
    ['a day is no identity number', 'Mötet 20241016 kl. 13', 'Mötet 20241016 kl. 13'],
    ['nor is a sum', 'Kostnad 4200000000 kr', 'Kostnad 4200000000 kr'],
    ['an identity number', 'Brukaren 121212-1212 flyttar', 'Brukaren [personnummer] flyttar'],
    ['with a century, without a dash', '191212121212', '[personnummer]'],
    ['a coordination number', '20010172-2389', '[personnummer]'],
    ['a telephone number', 'ring 08-123 45 67 i dag', 'ring [telefonnummer] i dag'],
    ['a mobile', '+46 70-123 45 67', '[telefonnummer]'],
    ['a case number is none of these', 'ÄVO 2024/0123-4', 'ÄVO 2024/0123-4'],
    ['a name in the genitive', 'Åsas förslag', '[Utvecklingsledare]s förslag'],
    ['a name inside a word stays', 'Andersson ringde', 'Andersson ringde'],
  ])('%s', async ([, written, published]) => {
    const { publicationOf } = await import('#src/documents/publication.ts')
    const picture = octoberMinutes({ items: [anItem('a', { proposal: written })] })
    expect(publicationOf(picture).items[0]?.proposal).toBe(published)
  })
})

test('a summary says what was decided and who does what', async () => {
  const informed = { ...octoberMinutes() }
  informed.items = informed.items.map((item) =>
    item.key === 'opening' ? { ...item, decision: { outcome: 'noted', wording: 'Antecknas' } } : item,
  )
  const word = readWord(
    (
      await paperFile('summary', informed, {
        ...options,
        summary: 'Läkemedelsrobotarna går vidare.',
      })
    ).bytes,
  )
  expect(word.paragraphs.map(({ text }) => text)).toEqual(
    expect.arrayContaining([
      'Läkemedelsrobotarna går vidare.',
      '§ 74 BP1 Läkemedelsrobotar i hemmet',
      'Behovet prioriteras och går vidare.',
      'Vad som ska göras',
    ]),
  )
  expect(word.text).not.toContain('§ 73')
})

test('a corrected version begins with what was changed and why', async () => {
  const picture = octoberMinutes({
    version: 2,
    correction: {
      of: 1,
      reason: 'Fel belopp',
      by: aPerson('asa', 'Åsa Brolin'),
      on: '2024-10-25',
      changes: [{ item: 'robots', field: 'wording', before: '', after: '250 tkr' }],
    },
  })
  const file = await paperFile('correction', picture, options)
  const word = readWord(file.bytes)
  expect(file.name).toBe('SD HT 2024-10-16 Rättelse version 2.docx')
  expect(paperName('publication', picture)).toBe('SD HT 2024-10-16 Publiceringsexemplar version 2.docx')
  expect(word.text).toContain('Version 1 rättades 25 oktober 2024 av Åsa Brolin.')
  expect(word.tables[0]).toEqual({
    head: [['Ärende', 'Uppgift', 'Före', 'Efter']],
    rows: [['§ 74 BP1 Läkemedelsrobotar i hemmet', 'Beslutets lydelse', '(tomt)', '250 tkr']],
  })
})

describe('an agenda', () => {
  const agenda = (items: ReturnType<typeof anItem>[]) =>
    agendaPicture({
      meeting: aMeeting({ joinUrl: 'https://teams.microsoft.com/l/meetup-join/x', stopDay: '2024-10-08' }),
      forum: aForum({ members: [aPerson('a', 'Anna Ek'), aPerson('b', 'Bo Sten')] }),
      tree,
      items,
      version: 1,
      today: '2024-10-09',
    })

  test('is a table with times, then what each item rests on', async () => {
    const picture = agenda([
      anItem('a', { order: 1, title: 'Öppnande', minutes: 5, presenter: aPerson('a', 'Anna Ek') }),
      anItem('b', { order: 2, title: 'BP1 Robotar', minutes: 15, proposal: 'att gå vidare' }),
    ])
    const file = await paperFile('agenda', picture, options)
    const word = readWord(file.bytes)
    expect(file.name).toBe('SD HT 2024-10-16 Dagordning.docx')
    expect(word.tables[0]).toEqual({
      head: [['Nr', 'Tid', 'Ärende', 'Föredragande', 'Minuter']],
      rows: [
        ['1', '13.00', 'Öppnande', 'Anna Ek', '5'],
        ['2', '13.05', 'BP1 Robotar', '', '15'],
      ],
    })
    const texts = word.paragraphs.map(({ text }) => text)
    expect(texts).toContain('Handlingsstopp:\ttisdag 8 oktober 2024')
    expect(texts).toContain('Kallade:\tAnna Ek, Bo Sten')
    expect(texts).toContain('Förslag till beslut:\tatt gå vidare')
  })

  test('leaves out columns that nothing fills', async () => {
    const { bytes } = await paperFile('agenda', agenda([anItem('a', { title: 'Läget' })]), options)
    expect(readWord(bytes).tables[0]?.head).toEqual([['Nr', 'Tid', 'Ärende']])
  })
})

test.for<[string, PaperKind, string, string]>([
  ['forum, day, what', 'minutes', 'SD HT', 'SD HT 2024-10-16 Protokoll.docx'],
  ['a § is a name like another', 'extract', 'PF', 'PF 2024-10-16 Protokollsutdrag § 74.docx'],
  [
    'what SharePoint refuses becomes a dash',
    'publication',
    'a/b:"c"?',
    'a-b--c-- 2024-10-16 Publiceringsexemplar.docx',
  ],
])('files are named: %s', ([, kind, short, name]) => {
  const picture = octoberMinutes()
  expect(paperName(kind, { ...picture, forum: { ...picture.forum, short } }, { item: 'robots' })).toBe(name)
})
