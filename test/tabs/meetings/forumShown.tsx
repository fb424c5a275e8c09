/** A forum as tests show it: its year, its template, and what waits to be taken up. */
import { expect } from 'vitest'
import { page } from 'vitest/browser'
import { type ForumTemplate, forumTemplates } from '#src/lists/forumTemplates.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { agendaItems, type Meeting, meetings } from '#src/lists/meetings.ts'
import { forums, people, type UnitKind, units } from '#src/lists/organisation.ts'
import type { Asked } from '#tabs/queue.ts'
import { ForumPage } from '#tabs/meetings/forum/ForumPage.tsx'
import { anInitiative } from '#test/fixtures/initiatives.ts'
import { aForum, aMeeting, anItem } from '#test/fixtures/meetings.ts'
import { aPerson, aUnit } from '#test/fixtures/organisation.ts'
import { type Answered, type Given, held, renderScreen } from '#test/tabs/fixtures.tsx'

const me = aPerson('me', 'Jag Själv')
const forum = aForum({ chair: aPerson('anders', 'Anders Ek'), secretary: me, members: [me] })
const template = {
  id: '1',
  version: '1',
  key: forum.key,
  title: forum.title,
  forum: { key: forum.key, title: forum.title },
  rule: { every: 'month', nth: 2, weekday: 4, months: [4, 5, 11] },
  start: '13:00',
  lengthMinutes: 90,
  place: 'Storsalen',
  minutesKind: 'protocol',
  verification: true,
  effectAt: 'verified',
  standing: [{ title: 'Öppnande', kind: 'formal', minutes: 5, place: 'first' }],
} as ForumTemplate

export const year: Meeting[] = [
  aMeeting({ key: 'm-1', day: '2024-04-11', claim: 'f-sd-ht/2024-04', state: 'verified' }),
  aMeeting({
    key: 'm-2',
    day: '2024-05-16',
    movedFrom: '2024-05-09',
    claim: 'f-sd-ht/2024-05',
    state: 'cancelled',
    cancelled: 'Ingen kunde',
  }),
  aMeeting({ key: 'm-3', day: '2024-11-14', claim: 'f-sd-ht/2024-11', state: 'planned' }),
  aMeeting({ key: 'm-4', day: '2025-01-09', claim: 'x', state: 'planned' }),
]
export const asked = { text: 'Hur många larm är kvar?' }
const backlog = [
  anItem('b-1', {
    state: 'backlog',
    source: 'question',
    title: 'Larmen',
    question: asked.text,
    askedBy: { key: 'f', title: 'Prioriteringsforum' },
  }),
]

export interface Shown extends Given {
  mine?: boolean
  rows?: readonly Meeting[]
  answer?: (asked: Asked) => Answered
  without?: boolean
  unitKind?: UnitKind
}

export async function show({
  mine = true,
  rows = year,
  answer,
  without = false,
  unitKind = 'department',
  path = '',
  ...given
}: Shown = {}) {
  const acts: Asked[] = []
  const wheres: unknown[] = []
  const body = mine ? forum : aForum({ secretary: aPerson('tomas', 'Tomas Å') })
  const shown = await renderScreen(<ForumPage id='f-sd-ht' />, {
    items: [
      held(forums, [body]),
      held(people, []),
      held(units, [aUnit('homeCare', unitKind)]),
      held(initiatives, [anInitiative({ key: 'A-1', number: 'A-1', title: 'Larm' })]),
    ],
    store: {
      where: (list: unknown, equals: unknown) => {
        wheres.push(equals)
        if (list === meetings) return Promise.resolve(rows as never)
        if (list === agendaItems) return Promise.resolve(backlog as never)
        return Promise.resolve((list === forumTemplates && !without ? [template] : []) as never)
      },
    },
    act: (one) => {
      acts.push(one)
      return answer?.(one) ?? { done: {} }
    },
    path: `/forum/f-sd-ht${path}`,
    ...given,
  })
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent(forum.title)
  return { ...shown, acts, wheres }
}

export const yearOf = () => page.getByRole('region', { name: /^Möten 20/ })
export const row = (text: RegExp) => yearOf().getByRole('listitem').filter({ hasText: text })
