/** A meeting that is prepared, as tests show it: the strategic dialogue of a city, three items, and what was sent. */
import { expect } from 'vitest'
import { page } from 'vitest/browser'
import { type ActionItem, actionItems } from '#src/lists/actionItems.ts'
import { forumTemplates } from '#src/lists/forumTemplates.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { type AgendaItem, agendaItems, type Meeting, meetings } from '#src/lists/meetings.ts'
import { type Paper, papers } from '#src/lists/minutes.ts'
import { forums, people, units } from '#src/lists/organisation.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { agendaPicture } from '#src/rules/meetings/agendaPicture.ts'
import { canonical } from '#src/rules/canonical.ts'
import type { Asked } from '#tabs/queue.ts'
import { MeetingPage } from '#tabs/meetings/MeetingPage.tsx'
import { aForum, aMeeting, anAction, anItem } from '#test/fixtures/meetings.ts'
import { aPerson, tree } from '#test/fixtures/organisation.ts'
import { type Answered, type Given, held, renderScreen } from '#test/tabs/fixtures.tsx'

export const me = aPerson('me', 'Jag Själv')
const forum = aForum({
  chair: aPerson('anders', 'Anders Ek'),
  secretary: me,
  members: [me, aPerson('therese', 'Therese Björk')],
})
const template = {
  id: '1',
  version: '1',
  key: forum.key,
  title: forum.title,
  forum: { key: forum.key, title: forum.title },
  rule: { every: 'need' },
  minutesKind: 'protocol',
  effectAt: 'verified',
  sendDays: 7,
  standing: [
    { title: 'Öppnande', kind: 'formal', minutes: 5, place: 'first' },
    { title: 'Övrigt', kind: 'formal', minutes: 5, place: 'last' },
  ],
}
export const meeting = aMeeting({ state: 'planned', stopDay: '2024-10-06' })
export const at = { key: meeting.key, title: meeting.title }
export const onAgenda = [
  anItem('i-1', { title: 'Larmen', minutes: 10, order: 1, source: 'redReport' }),
  anItem('i-2', {
    title: 'Robotar',
    minutes: 75,
    order: 2,
    source: 'gate',
    presenter: aPerson('eva', 'Eva Lind'),
  }),
  anItem('i-3', { title: 'Kameror', minutes: 20, order: 3 }),
]
const last = aMeeting({ key: 'm-2024-09', day: '2024-09-18', state: 'verified' })
const action = anAction('a-1', {
  title: 'Räkna nycklar',
  owner: aPerson('eva', 'Eva Lind'),
  due: '2024-09-25',
  meeting: { key: last.key, title: last.title },
})

/** As lists give papers. */
const withoutText = (paper: Paper) => ({ ...paper, content: undefined })

export interface Shown extends Omit<Given, 'items'> {
  items?: readonly AgendaItem[]
  of?: Partial<Meeting>
  actions?: readonly ActionItem[]
  sent?: readonly Paper[]
  mine?: boolean
  /** Of other forums, about the same initiatives. */
  others?: { items: readonly AgendaItem[]; meetings: readonly Meeting[] }
  answer?: (asked: Asked) => Answered
}

export async function show({
  items = [],
  of = {},
  actions = [action],
  sent = [],
  mine = true,
  others,
  answer,
  ...given
}: Shown = {}) {
  const acts: Asked[] = []
  const now = { ...meeting, ...of } as Meeting
  const rowsOf = (list: unknown): unknown[] => {
    if (list === meetings) return [last, now]
    if (list === agendaItems) return [...items]
    if (list === actionItems) return [...actions]
    if (list === forumTemplates) return [template]
    return list === papers ? [...sent] : []
  }
  const shown = await renderScreen(<MeetingPage id={meeting.key} />, {
    items: [
      held(forums, [mine ? forum : aForum({ secretary: aPerson('tomas', 'Tomas Å') })]),
      held(units, [...tree.values()]),
      held(people, []),
      held(initiatives, []),
    ],
    store: {
      byKey: (list: unknown) =>
        Promise.resolve(
          (list === meetings
            ? now
            : list === forumTemplates
              ? template
              : list === papers
                ? sent[0]
                : undefined) as never,
        ),
      whereOf: (lists: readonly unknown[]) =>
        Promise.resolve(
          lists.map((list) =>
            list === actionItems ? [] : list === papers ? sent.map(withoutText) : rowsOf(list),
          ) as never,
        ),
      whereIn: (asked: readonly { list: unknown; column: string }[]) =>
        Promise.resolve(
          asked.map(({ list, column }) => {
            if (list === agendaItems && column === 'initiative') return others?.items ?? []
            if (list === meetings && column === 'key') return others?.meetings ?? []
            return list === papers ? [] : rowsOf(list)
          }) as never,
        ),
      where: (list: unknown) => Promise.resolve(rowsOf(list) as never),
      since: () => Promise.resolve([]),
      all: () => Promise.resolve([]),
      allOf: (lists: readonly unknown[]) => Promise.resolve(lists.map(() => []) as never),
    } as unknown as ListReader,
    act: (asked) => {
      acts.push(asked)
      return answer?.(asked) ?? { done: {} }
    },
    path: `/meeting/${meeting.key}?part=prepare`,
    ...given,
  })
  await expect.element(page.getByRole('heading', { name: 'Dagordning', exact: true })).toBeVisible()
  return { ...shown, acts }
}

export const agenda = () => page.getByRole('list', { name: 'Dagordning' })
export const titles = () =>
  [...agenda().element().querySelectorAll('[data-item] b')].map((title) =>
    title.textContent.replaceAll(/\s+/g, ' '),
  )
export const proposals = () => page.getByRole('region', { name: 'Förslag till dagordningen' })

/** What was sent of the items. */
export const paperOf = (items: readonly AgendaItem[]): Paper => {
  const picture = agendaPicture({ meeting, forum, tree, items, version: 1, today: '2024-09-30' })
  return {
    id: 'p',
    version: '1',
    edition: 1,
    key: 'p',
    title: meeting.title,
    meeting: at,
    kind: 'agenda',
    claim: 'p',
    part: 1,
    parts: 1,
    content: canonical(picture),
    hash: 'abc123',
    by: me,
    sentOn: '2024-09-30',
  }
}
export const called = { state: 'called', agendaVersion: 1, agendaSentOn: '2024-09-30' } as const
