/** What several authorities decided at one item, as the minutes, the extract, the publication copy and the summary tell it. */
import { describe, expect, test } from 'vitest'
import type { Voice } from '#src/lists/voices.ts'
import { paperFile } from '#src/documents/paperFile.ts'
import type { PaperOptions } from '#src/documents/options.ts'
import { pendingDecisions } from '#src/rules/deciding/registerPending.ts'
import { entryMaker } from '#src/rules/deciding/register.ts'
import { summaryText } from '#src/text/summary.ts'
import { swedish } from '#src/text/swedish.ts'
import { aForum, aMeeting, anItem } from '../fixtures/meetings.ts'
import { octoberMinutes } from '../fixtures/minutesPicture.ts'
import { aRef, director, otherDirector } from '../fixtures/organisation.ts'
import { everyWord, readWord } from '../fixtures/word.ts'

await Promise.all([swedish.learn('register'), swedish.learn('meetings')])

const voices: Voice[] = [
  { party: aRef('elderly'), by: director, says: 'waitingList', caseNumber: 'A-1/24' },
  { party: aRef('disability'), by: otherDirector, says: 'refuse', wording: 'Otto har inte råd i år.' },
]
const joint = (values: Parameters<typeof anItem>[1] = {}) =>
  anItem('joint', {
    order: 1,
    title: 'BP3 Gemensamma lås',
    state: 'treated',
    outcome: 'refuse',
    wording: 'Parterna är inte eniga.',
    decidedBy: director,
    decidedOn: '2024-10-16',
    carrying: 'waiting',
    effect: { does: 'gate', gate: 'BP3', outcome: 'refuse' },
    initiative: aRef('i-1'),
    voices,
    ...values,
  })
const minutes = (item = joint()) => octoberMinutes({ items: [item], actions: [], paragraphs: [] })
const options: PaperOptions = { hash: 'b'.repeat(64), standing: { state: 'verified', on: '2024-10-21' } }
const wordOf = async (kind: 'minutes' | 'publication', item = joint()) =>
  readWord((await paperFile(kind, minutes(item), options)).bytes)

describe('on paper', () => {
  test('every party has a row with who, what and its own case number, and nobody decides for all', async () => {
    const word = await wordOf('minutes')
    const table = word.tables.find(({ head }) => head[0]?.[0] === 'Part')
    expect(table?.rows).toEqual([
      ['elderly', 'Doris Direktör', 'Till den prioriterade väntelistan', 'A-1/24'],
      ['disability', 'Otto Direktör', 'Avslag\nOtto har inte råd i år.', ''],
    ])
    expect(word.text).toContain('Parterna är inte eniga, så inget är beslutat.')
    expect(word.text).not.toMatch(/Beslutat av:|Verkan:/)
  })

  test.for([
    {
      says: 'all have decided alike',
      said: voices.map(({ wording: _wording, ...voice }): Voice => ({ ...voice, says: 'waitingList' })),
      reads: ['Alla parter har beslutat lika.', 'Verkan:'],
    },
    {
      says: 'one has not decided',
      said: [...voices.slice(0, 1), { party: aRef('disability') }],
      reads: ['Inte beslutat vid mötet', 'Gäller när alla har beslutat. Fattas: disability.'],
    },
    {
      says: 'somebody stands behind it',
      said: [{ party: aRef('elderly'), by: director, says: 'endorses' } satisfies Voice],
      reads: ['elderly ställer sig bakom (Doris Direktör).', 'Beslutat av:'],
    },
  ])('$says', async ({ said, reads }) => {
    const { text } = await wordOf('minutes', joint({ outcome: 'grant', voices: said }))
    for (const line of reads) expect(text).toContain(line)
  })

  test('a publication copy names no director, not in their own words either', async () => {
    const words = everyWord(await wordOf('publication'))
    expect(words).not.toMatch(/Doris|Otto/)
    expect(words).toContain('disability')
  })
})

test('the summary says that nothing is decided', () => {
  const text = summaryText(
    { meeting: aMeeting(), forum: aForum(), items: [joint()], actions: [] },
    swedish,
    '2024-10-18',
  )
  expect(text).toContain('(parterna är inte eniga, så inget är beslutat)')
})

describe('in the register', () => {
  test('each party waits with its own decision, until that is written down', () => {
    const asked = { initiatives: [], written: new Set(['joint/decision/elderly']) }
    expect(pendingDecisions([joint()], { ...asked, written: new Set() })).toMatchObject([
      { key: 'joint/decision/elderly', outcome: 'waitingList', caseNumber: 'A-1/24', decidedBy: director },
      { key: 'joint/decision/disability', outcome: 'refuse', wording: 'Otto har inte råd i år.' },
    ])
    expect(pendingDecisions([joint()], asked).map(({ key }) => key)).toEqual(['joint/decision/disability'])
  })

  test('one may be carried out while another could not be', () => {
    const [first, second] = voices
    const item = joint({
      carrying: 'refused',
      voices: [{ ...first, carrying: 'done' } as Voice, { ...second, carrying: 'refused' } as Voice],
    })
    const entryOf = entryMaker({ paragraphs: [], items: [item], initiatives: [], forums: [] })
    const pending = pendingDecisions([item], { written: new Set(), initiatives: [] })
    expect(pending.map((decision) => entryOf(decision).carrying)).toEqual(['done', 'refused'])
  })
})
