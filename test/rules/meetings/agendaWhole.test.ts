/** An agenda as a whole: what each forum sees, what is not proposed twice, in what order, and how much. */
import { expect, test } from 'vitest'
import type { StandingItem } from '#src/lists/forumTemplates.ts'
import type { AgendaItem } from '#src/lists/meetings.ts'
import type { AgendaFacts } from '#src/rules/meetings/agendaFacts.ts'
import { proposeAgenda, sources } from '#src/rules/agenda.ts'
import { aNeed, aProject, forums, last, next, someFacts } from '../../fixtures/agenda.ts'
import type { Given } from '../../fixtures/initiatives.ts'
import { aMeeting, anAction, anItem } from '../../fixtures/meetings.ts'
import { aRef } from '../../fixtures/organisation.ts'
import { aReport } from '../../fixtures/reports.ts'

const causes = (facts: Partial<AgendaFacts>) => proposeAgenda(someFacts(facts)).map(({ cause }) => cause)
const at = ({ key, title }: { key: string; title: string }) => ({ meeting: { key, title } })

const template = (values: Partial<NonNullable<AgendaFacts['template']>>) =>
  ({ key: 't', id: 't', version: '1', title: 't', forum: aRef('f'), ...values }) as NonNullable<
    AgendaFacts['template']
  >

const shared = {
  scope: 'shared' as const,
  concernedUnits: [aRef('homeCare'), aRef('housing')],
  payer: undefined,
}
const portfolioOfAll = [
  aNeed('home'),
  aNeed('nursing', { unit: aRef('nursing'), concernedUnits: [aRef('nursing')], payer: aRef('nursing') }),
  aNeed('screened', { stage: 'screening' }),
  aNeed('ready', { stage: 'ready' }),
  aNeed('unpaid', { stage: 'ready', financing: undefined }),
  aNeed('shared', { stage: 'preparation', ...shared }),
  aNeed('board', {
    portfolio: aRef('p-board'),
    unit: aRef('housing'),
    need: undefined,
    stageSince: '2024-07-01',
  }),
  aProject('locks'),
  aProject('beds', { unit: aRef('nursing'), concernedUnits: [aRef('nursing'), aRef('homeCare')] }),
  aProject('wards', { unit: aRef('nursing'), concernedUnits: [aRef('nursing')] }),
  aProject('cloud', {
    portfolio: aRef('p-board'),
    unit: aRef('housing'),
    concernedUnits: [],
    payer: undefined,
  }),
]
const reports = ['locks', 'beds', 'wards', 'cloud'].map((key) =>
  aReport({ initiative: aRef(key), economy: 'red', time: 'red' }),
)

test.for<{ forum: keyof typeof forums; given?: Partial<AgendaFacts>; says: string; sees: string[] }>([
  {
    forum: 'dialogue',
    says: 'a department’s dialogue its own gates, and the projects that concern it',
    sees: ['red/beds/2024-09', 'red/locks/2024-09', 'gate/home/BP1'],
  },
  {
    forum: 'priorities',
    says: 'the forum of priorities starts, financing, all projects, and what directors decide together',
    sees: [
      'red/beds/2024-09',
      'red/locks/2024-09',
      'red/wards/2024-09',
      'gate/ready/BP4',
      'gate/shared/BP3',
      'financing/unpaid',
    ],
  },
  {
    forum: 'joint',
    given: { template: template({ joint: true }) },
    says: 'a joint group what is shared',
    sees: ['gate/shared/BP3'],
  },
  { forum: 'team', says: 'a development team the gate it takes needs through', sees: ['gate/screened/BP2'] },
  {
    forum: 'board',
    says: 'a board its portfolio',
    sees: ['red/cloud/2024-09', 'stalled/board/2024-07-01/1'],
  },
  {
    forum: 'director',
    says: 'whoever weighs portfolios against each other what is red in any of them',
    sees: ['red/beds/2024-09', 'red/cloud/2024-09', 'red/locks/2024-09', 'red/wards/2024-09'],
  },
  {
    forum: 'steering',
    given: { template: template({ project: aRef('locks') }) },
    says: 'a steering group its project',
    sees: ['red/locks/2024-09'],
  },
])('$says', ({ forum, given, sees }) => {
  const found = causes({ forum: forums[forum], initiatives: portfolioOfAll, reports, ...given })
  expect(found).toEqual(sees)
})

test('what directors decide together says where', () => {
  const found = proposeAgenda(someFacts({ forum: forums.priorities, initiatives: portfolioOfAll }))
  expect(found.find(({ cause }) => cause === 'gate/shared/BP3')?.because).toEqual({
    why: 'gateElsewhere',
    gate: 'BP3',
    forum: 'f-ssg',
  })
})

const gateOf = (values: Given<AgendaItem>) =>
  anItem('x', { cause: 'gate/i/BP1', kind: 'gate', initiative: aRef('i'), ...values })
const ahead = aMeeting({ key: 'm-extra', title: 'Extra', day: '2024-10-09', state: 'called' })
const held = aMeeting({ key: 'm-held', title: 'Hållet', day: '2024-09-30', state: 'held' })
const cancelled = aMeeting({ key: 'm-off', title: 'Inställt', day: '2024-10-02', state: 'cancelled' })
const earlier = aMeeting({ key: 'm-2024-07', title: 'Juli', day: '2024-07-01', state: 'verified' })

test.for<{ says: string; item: AgendaItem; again: boolean }>([
  { says: 'stands on the agenda', item: gateOf({ state: 'agenda', ...at(next) }), again: false },
  { says: 'was left this time', item: gateOf({ state: 'left', ...at(next) }), again: false },
  { says: 'was left last time', item: gateOf({ state: 'left', ...at(last) }), again: true },
  {
    says: 'stands on an extra meeting’s agenda',
    item: gateOf({ state: 'agenda', ...at(ahead) }),
    again: false,
  },
  {
    says: 'was treated at the last meeting',
    item: gateOf({ state: 'treated', outcome: 'support', ...at(last) }),
    again: false,
  },
  {
    says: 'was spoken of at a meeting whose minutes are a draft',
    item: gateOf({ state: 'agenda', notes: 'Vi tar det med avdelningen.', ...at(held) }),
    again: false,
  },
  {
    says: 'stood on the agenda of a meeting that was cancelled',
    item: gateOf({ state: 'agenda', ...at(cancelled) }),
    again: true,
  },
  {
    says: 'was treated ninety days ago and still waits',
    item: gateOf({ state: 'treated', outcome: 'support', ...at(earlier) }),
    again: true,
  },
  {
    says: 'was taken away',
    item: gateOf({ state: 'agenda', archived: true, ...at(next) }),
    again: true,
  },
  {
    says: 'stands there under another cause, as a decision about the same initiative',
    item: gateOf({ cause: 'by hand', kind: 'decision', state: 'agenda', ...at(next) }),
    again: false,
  },
  {
    says: 'is only reported on',
    item: gateOf({ cause: 'by hand', kind: 'status', state: 'agenda', ...at(next) }),
    again: true,
  },
])('a gate is proposed again: $again, when it $says', ({ item, again }) => {
  const meetings = [last, next, ahead, earlier, held, cancelled]
  const found = causes({ initiatives: [aNeed('i')], items: [item], meetings })
  expect(found.includes('gate/i/BP1')).toBe(again)
})

test('what is on the backlog is proposed as itself, and not by its cause once more', () => {
  const item = gateOf({ state: 'backlog', source: 'proposed', meeting: undefined })
  const found = proposeAgenda(someFacts({ initiatives: [aNeed('i')], items: [item] }))
  expect(found.map(({ cause, item: key }) => [cause, key])).toEqual([['gate/i/BP1', 'x']])
})

test('what comes back is proposed as it was, and not by its cause once more', () => {
  const item = gateOf({ state: 'treated', outcome: 'table', decidedOn: last.day, ...at(last) })
  expect(causes({ initiatives: [aNeed('i')], items: [item] })).toEqual(['again/x'])
})

test('what came back and was taken up again does not come back from the first time', () => {
  const first = gateOf({ state: 'treated', outcome: 'table', ...at(earlier) })
  const second = anItem('y', { cause: 'again/x', state: 'treated', outcome: 'grant', ...at(last) })
  expect(causes({ items: [first, second], meetings: [earlier, last, next] })).toEqual([])
})

test('an open action comes up at every meeting until it is done', () => {
  const actions = [anAction('a')]
  const before = anItem('x', { cause: 'action/a', state: 'treated', source: 'openAction', ...at(last) })
  const now = anItem('y', { cause: 'action/a', state: 'agenda', source: 'openAction', ...at(next) })
  expect(causes({ actions, items: [before] })).toEqual(['action/a'])
  expect(causes({ actions, items: [before, now] })).toEqual([])
})

test('an initiative comes up once, for its worst reason; an action about it takes nothing from it', () => {
  const project = aProject('i')
  const given = {
    initiatives: [project],
    actions: [anAction('a', { initiative: aRef('i') })],
    reports: [
      aReport({ initiative: aRef('i'), month: '2024-08' }),
      aReport({ initiative: aRef('i'), month: '2024-09', time: 'red', economy: 'yellow' }),
    ],
  }
  expect(causes(given)).toEqual(['action/a', 'red/i/2024-09'])
  const left = anItem('x', { cause: 'red/i/2024-09', initiative: aRef('i'), state: 'left', ...at(next) })
  expect(causes({ ...given, items: [left] })).toEqual(['action/a'])
})

test('a gate that is new since the last meeting is a gate, and one that stands still is too', () => {
  const initiatives = [aNeed('new', { stageSince: '2024-09-30' }), aNeed('old', { stageSince: '2024-02-01' })]
  expect(causes({ initiatives })).toEqual(['gate/old/BP1', 'gate/new/BP1'])
})

const standing: StandingItem[] = [
  { title: 'Nästa möte', kind: 'formal', minutes: 0, place: 'last' },
  { title: 'Öppnande', kind: 'formal', minutes: 5, place: 'first' },
  { title: 'Samverkan', kind: 'information', minutes: 10, place: 'first', proposal: 'att anteckna' },
]

test('standing items come first and last in the order of the template, on every agenda', () => {
  const before = anItem('x', {
    cause: 'standing/first/Öppnande',
    source: 'standing',
    state: 'treated',
    ...at(last),
  })
  const facts = someFacts({
    template: template({ standing }),
    actions: [anAction('a')],
    items: [before],
  })
  const found = proposeAgenda(facts)
  expect(found.map(({ title }) => title)).toEqual(['Öppnande', 'Samverkan', 'a', 'Nästa möte'])
  expect(found[1]).toMatchObject({ kind: 'information', minutes: 10, proposal: 'att anteckna' })
  expect(found.map(({ order }) => order)).toEqual(found.map(({ order }) => order).toSorted((a, b) => a - b))
})

test('what came up after the last day for matters is late', () => {
  const meeting = { ...next, stopDay: '2024-09-25' }
  const initiatives = [
    aNeed('before', { stageSince: '2024-09-25' }),
    aNeed('after', { stageSince: '2024-09-26' }),
  ]
  const found = proposeAgenda(someFacts({ meeting, initiatives, actions: [anAction('a')] }))
  expect(found.map(({ cause, late }) => [cause, late])).toEqual([
    ['action/a', false],
    ['gate/before/BP1', false],
    ['gate/after/BP1', true],
  ])
})

test('of what is many a few are suggested, and no more than the meeting has time for', () => {
  const still = Array.from({ length: 5 }, (_, i) =>
    aNeed(`s-${i}`, { need: undefined, stageSince: '2024-06-01' }),
  )
  const gates = Array.from({ length: 3 }, (_, i) => aNeed(`g-${i}`))
  const suggested = (lengthMinutes?: number, items: AgendaItem[] = []) =>
    proposeAgenda(
      someFacts({
        initiatives: [...still, ...gates],
        items,
        template: template({ standing, ...(lengthMinutes && { lengthMinutes }) }),
      }),
    )
  const count = (found: ReturnType<typeof suggested>, source: string) =>
    found.filter((one) => one.source === source && one.suggested).length
  const free = suggested()
  expect([free.length, count(free, 'gate'), count(free, 'stalled')]).toEqual([11, 3, 3])
  const short = suggested(50)
  expect([short.length, count(short, 'gate'), count(short, 'stalled')]).toEqual([11, 3, 1])
  const taken = anItem('t', { cause: 'by hand', minutes: 20, ...at(next) })
  const shorter = suggested(50, [taken])
  expect([count(shorter, 'gate'), count(shorter, 'stalled')]).toEqual([1, 0])
  expect(count(shorter, 'standing')).toBe(3)
  // Those that were taken count: taking them all doesn't bring the next few.
  const two = [0, 1].map((i) => anItem(`s${i}`, { source: 'stalled', cause: `by hand ${i}`, ...at(next) }))
  expect(count(suggested(undefined, two), 'stalled')).toBe(1)
})

test('the first meeting of a forum looks a month back', () => {
  const initiatives = [
    aNeed('new', { need: undefined, stageSince: '2024-09-02' }),
    aNeed('old', { need: undefined, stageSince: '2024-08-28' }),
  ]
  expect(causes({ initiatives, meetings: [next] })).toEqual(['need/new'])
  const between = aMeeting({ key: 'b', kind: 'between', day: '2024-09-30', state: 'settled' })
  expect(causes({ initiatives, meetings: [next, between] })).toEqual(['need/new'])
})

test('every source has a place in the table, and standing items two', () => {
  const named = sources.map(({ source }) => source)
  expect(named.filter((source) => source === 'standing')).toHaveLength(2)
  expect(new Set(named).size).toBe(named.length - 1)
})
