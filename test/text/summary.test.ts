/** A meeting in short, as it is mailed to unit managers. */
import { expect, test } from 'vitest'
import { english } from '#src/text/english.ts'
import { summaryText } from '#src/text/summary.ts'
import { swedish } from '#src/text/swedish.ts'
import { aForum, aMeeting, anAction, anItem } from '../fixtures/meetings.ts'
import { aPerson } from '../fixtures/organisation.ts'

await Promise.all([swedish, english].flatMap((words) => [words.learn('register'), words.learn('meetings')]))

const items = [
  anItem('Sms', {
    state: 'treated',
    order: 3,
    outcome: 'grant',
    wording: 'Sms prövas i Söder.',
    paragraph: 15,
    carrying: 'waiting',
  }),
  anItem('Lås', { state: 'treated', order: 2, outcome: 'table', paragraph: 14 }),
  anItem('Läget', { state: 'treated', order: 1, outcome: 'noted' }),
  anItem('Utgår', { state: 'treated', order: 4, outcome: 'dropped' }),
  anItem('Kvar', { order: 5 }),
]
const actions = [
  anAction('Beställa lås', { owner: aPerson('a', 'Åsa Ek'), due: '2024-11-04' }),
  anAction('Avbryta', { state: 'dropped' }),
]
const given = { meeting: aMeeting(), forum: aForum(), items, actions }

test('it tells what was decided, who does what by when, and when it goes on', () => {
  const next = aMeeting({ day: '2024-11-13', start: '13:00', end: '14:30', place: undefined })
  expect(summaryText({ ...given, next }, swedish, '2024-10-18')).toBe(
    [
      'Strategisk dialog Hemtjänst 16 okt.',
      '',
      'Beslut',
      '- § 14 Lås: Bordläggning.',
      '- § 15 Sms: Bifall. Sms prövas i Söder. (gäller när protokollet är justerat)',
      '',
      'Åtgärder',
      '- Beställa lås (Åsa Ek, senast 4 nov.)',
      '',
      'Nästa möte: ons 13 nov. 13.00–14.30',
    ].join('\n'),
  )
})

test('a meeting that decided nothing says so, and nothing of what there isn’t', () => {
  expect(summaryText({ ...given, items: [], actions: [] }, english, '2024-10-18')).toBe(
    'Strategisk dialog Hemtjänst 16 Oct\n\nDecisions\nNo decisions were made.',
  )
})
