/** Decisions and meetings found beside the initiatives, within a frame of the screen. */
import { expect, test } from 'vitest'
import type { Decision } from '#src/lists/decisions.ts'
import { decisionSearch, findMeetings, meetingEntries } from '#src/rules/initiatives/findAnything.ts'
import { type RegisterEntry, registerOf } from '#src/rules/deciding/register.ts'
import { eachBreathing } from '#tabs/ui/register/making.ts'
import { aForum, aMeeting } from '../../fixtures/meetings.ts'
import { director } from '../../fixtures/organisation.ts'

const aDecision = (n: number, values: Partial<Decision> = {}): Decision => ({
  id: String(n),
  version: '1',
  key: `d-${n}`,
  title: `BP1: Går vidare ${n}`,
  number: `2024-${String(n).padStart(4, '0')}`,
  claim: `d-${n}`,
  matter: 'BP1',
  attempt: 1,
  outcome: 'goOn',
  wording: 'Behovet bereds vidare tillsammans med service och de enheter som det berör.',
  decidedBy: director,
  post: 'Direktör',
  kind: 'execution',
  decidedOn: '2024-09-18',
  fromStage: 'collection',
  toStage: 'screening',
  fromState: 'active',
  toState: 'active',
  ...values,
})
const forum = aForum()
const facts = { paragraphs: [], items: [], initiatives: [], forums: [forum] }
const register = (decisions: Decision[], paragraphs: { key: string; number: number }[] = []) =>
  registerOf({
    ...facts,
    decisions,
    paragraphs: paragraphs.map(({ key, number }) => ({ item: { key, title: '' }, year: 2024, number })),
  })

const findDecisions = (among: readonly RegisterEntry[], typed: string, most: number) => {
  const search = decisionSearch(typed, most)
  among.some(search.look)
  return search.found()
}
const entries = register(
  [
    aDecision(12, { decidedOn: '2024-03-01' }),
    aDecision(113, { title: 'BP1: Sms-påminnelser', wording: 'Sms prövas i Söder.' }),
    aDecision(1130, { decidedOn: '2024-01-02', item: { key: 'i', title: '' }, forum }),
  ],
  [{ key: 'i', number: 45 }],
)

test.for([
  { says: 'the number of a decision', typed: '2024-0113', keys: ['d-113'] },
  { says: 'its own number before those that only hold it', typed: '2024-0012', keys: ['d-12'] },
  { says: 'a paragraph of a forum', typed: 'SD HT § 45', keys: ['d-1130'] },
  { says: 'words of its wording, in any order', typed: 'söder sms', keys: ['d-113'] },
  { says: 'its title', typed: 'påminnelser', keys: ['d-113'] },
  { says: 'the newest first', typed: 'bp1', keys: ['d-113', 'd-12', 'd-1130'] },
  { says: 'nothing for blanks', typed: '  ', keys: [] },
  { says: 'nothing that isn’t there', typed: 'robotar', keys: [] },
])('decisions by $says', ({ typed, keys }) => {
  expect(findDecisions(entries, typed, 5).map(({ decision }) => decision.key)).toEqual(keys)
})

test('no more than asked for', () => {
  expect(findDecisions(entries, 'bp1', 2)).toHaveLength(2)
})

test.for([
  { says: 'their forum', typed: 'hemtjänst', keys: ['m-10', 'm-09'] },
  { says: 'its short name and the day', typed: 'sd ht 2024-09', keys: ['m-09'] },
  { says: 'the day as it is said', typed: '16 okt', keys: ['m-10'] },
  { says: 'none of those put away', typed: 'bortlagt', keys: [] },
])('meetings by $says', ({ typed, keys }) => {
  const meetings = [
    aMeeting({ key: 'm-09', day: '2024-09-18' }),
    aMeeting({ key: 'm-10', day: '2024-10-16' }),
    aMeeting({ key: 'm-x', title: 'Bortlagt', archived: true }),
  ]
  const said = (day: string) => (day === '2024-10-16' ? '16 okt.' : '18 sep.')
  expect(findMeetings(meetingEntries(meetings, [forum], said), typed, 5).map(({ key }) => key)).toEqual(keys)
})

const burning = (ms: number) => {
  for (const until = performance.now() + ms; performance.now() < until; );
  return false
}

test('a long search lets the page do what it has to meanwhile: a keystroke waits half a frame at most', async () => {
  let between = 0
  let running = true
  const tick = () => {
    between++
    if (running) setTimeout(tick)
  }
  setTimeout(tick)
  await eachBreathing(Array.from({ length: 64 }), () => burning(1), { wanted: true })
  running = false
  expect(between).toBeGreaterThanOrEqual(6)
})

test.for(['xylofon', 'behovet zz', '2024-19999'])(
  'looking for %s in one decision takes microseconds',
  (typed) => {
    const many = register(Array.from({ length: 5000 }, (_, n) => aDecision(n)))
    const times = Array.from({ length: 7 }, () => {
      const begun = performance.now()
      findDecisions(many, typed, 5)
      return performance.now() - begun
    })
    expect((Math.min(...times) / 5000) * 1000).toBeLessThan(16)
  },
)

test('a search that isn’t wanted any more stops', async () => {
  const many = register(Array.from({ length: 20_000 }, (_, n) => aDecision(n)))
  let looked = 0
  await eachBreathing(
    many,
    () => {
      looked++
      return burning(1)
    },
    { wanted: false },
  )
  expect(looked).toBeLessThan(100)
})
