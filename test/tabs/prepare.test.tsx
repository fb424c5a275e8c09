/** Preparing a meeting: proposals with their reasons, the agenda ordered and timed, sending it, and what was sent. */
import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { type ActionItem, actionItems } from '#src/lists/actionItems.ts'
import { forumTemplates } from '#src/lists/forumTemplates.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { type AgendaItem, agendaItems, type Meeting, meetings } from '#src/lists/meetings.ts'
import { type Paper, papers } from '#src/lists/minutes.ts'
import { forums, people, units } from '#src/lists/organisation.ts'
import { GraphError } from '#src/graph/errors.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { agendaPicture } from '#src/rules/meetings/agendaPicture.ts'
import { canonical } from '#src/rules/canonical.ts'
import type { Asked } from '#tabs/queue.ts'
import { MeetingPage } from '#tabs/meetings/MeetingPage.tsx'
import { aForum, aMeeting, anAction, anItem } from '../fixtures/meetings.ts'
import { aPerson, aRef, tree } from '../fixtures/organisation.ts'
import { type Answered, type Given, held, renderScreen, violations } from './fixtures.tsx'

const me = aPerson('me', 'Jag Själv')
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
const meeting = aMeeting({ state: 'planned', stopDay: '2024-10-06' })
const at = { key: meeting.key, title: meeting.title }
const onAgenda = [
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

interface Shown extends Omit<Given, 'items'> {
  items?: readonly AgendaItem[]
  of?: Partial<Meeting>
  actions?: readonly ActionItem[]
  sent?: readonly Paper[]
  mine?: boolean
  /** Of other forums, about the same initiatives. */
  others?: { items: readonly AgendaItem[]; meetings: readonly Meeting[] }
  answer?: (asked: Asked) => Answered
}

async function show({
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

const agenda = () => page.getByRole('list', { name: 'Dagordning' })
const titles = () =>
  [...agenda().element().querySelectorAll('[data-item] b')].map((title) =>
    title.textContent.replaceAll(/\s+/g, ' '),
  )
const proposals = () => page.getByRole('region', { name: 'Förslag till dagordningen' })

describe('the agenda drafts itself', () => {
  test('by source, with why each comes up, since the last meeting', async () => {
    await show()
    await expect.element(proposals()).toMatchTextContent('sedan förra mötet, ons 18 sep.')
    const open = proposals().getByRole('region', { name: 'Öppen åtgärd' })
    await expect.element(open).toMatchTextContent('Räkna nycklar')
    await expect.element(open).toMatchTextContent('Eva Lind, skulle vara klar 25 sep., 6 dagar sen')
  })
  test('one is taken, in its place', async () => {
    const { acts } = await show()
    await proposals().getByRole('button', { name: 'Ta med Räkna nycklar' }).click()
    await expect
      .poll(() => acts[0])
      .toMatchObject({
        name: 'takeUp',
        args: {
          meeting: meeting.key,
          items: [
            {
              key: 'm-2024-10/action/a-1',
              title: 'Räkna nycklar',
              source: 'openAction',
              cause: 'action/a-1',
              because: { why: 'actionLate' },
              presenter: { name: 'Eva Lind' },
              order: 1,
            },
          ],
        },
      })
  })
  test('all that are suggested are taken at once, in the order of the agenda', async () => {
    const { acts } = await show()
    await proposals().getByRole('button', { name: 'Ta med alla föreslagna (3)' }).click()
    await expect.poll(() => acts).toHaveLength(1)
    const [{ args }] = acts as [Asked]
    const { items } = args as { items: { title: string; order: number }[] }
    const inOrder = items.toSorted((a, b) => a.order - b.order).map(({ title }) => title)
    expect(inOrder).toEqual(['Öppnande', 'Räkna nycklar', 'Övrigt'])
  })
  test('what is taken leaves the proposals, and the keyboard goes on from the next', async () => {
    await show({
      answer: ({ args }) => {
        const [one] = (args as { items: { key: string; title: string; cause: string }[] }).items
        return {
          done: {
            agendaItems: [
              anItem(one?.key ?? '', {
                title: one?.title ?? '',
                cause: one?.cause ?? '',
                meeting: at,
                order: 1,
              }),
            ],
          },
        }
      },
    })
    await proposals().getByRole('button', { name: 'Ta med Öppnande' }).click()
    await expect.poll(titles).toEqual(['1. Öppnande'])
    await expect.element(proposals().getByRole('button', { name: 'Ta med Öppnande' })).not.toBeInTheDocument()
    await expect.element(proposals().getByRole('button', { name: 'Ta med Övrigt' })).toHaveFocus()
  })
  test('one is left, and is kept as left for this meeting', async () => {
    const { acts } = await show()
    await proposals()
      .getByRole('button', { name: /Lämna Räkna nycklar/ })
      .click()
    await expect
      .poll(() => acts[0])
      .toMatchObject({
        name: 'saveItem',
        args: {
          item: 'm-2024-10/action/a-1',
          meeting: meeting.key,
          values: { state: 'left', cause: 'action/a-1' },
        },
      })
  })
  test('what was left is taken after all', async () => {
    const { acts } = await show({ items: [anItem('l-1', { title: 'Gammalt', state: 'left', meeting: at })] })
    await page.getByText('Lämnade den här gången (1)').click()
    await page.getByRole('button', { name: 'Ta med Gammalt' }).click()
    await expect.poll(() => acts[0]).toMatchObject({ args: { item: 'l-1', values: { state: 'agenda' } } })
  })
  test('facts that can’t be read are said so, and the agenda is still worked with', async () => {
    const { session } = await show({ items: onAgenda })
    expect(session).toBeDefined()
    await expect.poll(titles).toEqual(['1. Larmen', '2. Robotar', '3. Kameror'])
  })
})

describe('the agenda', () => {
  test('says when each item begins, and what is too much for the meeting', async () => {
    await show({ items: onAgenda })
    await expect.element(agenda()).toMatchTextContent('13.10')
    await expect
      .element(page.getByText(/3 punkter · 105 av 90 min · slut 14.45/))
      .toMatchTextContent('15 min för mycket')
    await expect.element(page.getByText('Handlingsstopp sön 6 okt.')).toBeVisible()
  })
  test('is ordered by keys: the item keeps the focus, the place is said, and the order is saved once', async () => {
    const { acts } = await show({ items: onAgenda })
    await expect.element(agenda()).toBeVisible()
    const edit = agenda().getByRole('button', { name: 'Ändra Kameror' })
    ;(edit.element() as HTMLElement).focus()
    await userEvent.keyboard('{Control>}{ArrowUp}{ArrowUp}{/Control}')
    await expect.poll(titles).toEqual(['1. Kameror', '2. Larmen', '3. Robotar'])
    await expect.element(edit).toHaveFocus()
    await expect.element(page.getByText('Kameror är nu punkt 1 av 3.')).toBeInTheDocument()
    await expect.poll(() => acts).toHaveLength(1)
    expect(acts[0]).toMatchObject({
      name: 'orderAgenda',
      args: { meeting: meeting.key, items: ['i-3', 'i-1', 'i-2'] },
    })
  })
  test('is ordered by its buttons, and at the end the other one takes the focus', async () => {
    await show({ items: onAgenda })
    await agenda().getByRole('button', { name: 'Flytta ned Robotar' }).click()
    await expect.poll(titles).toEqual(['1. Larmen', '2. Kameror', '3. Robotar'])
    await expect.element(agenda().getByRole('button', { name: 'Flytta upp Robotar' })).toHaveFocus()
    await expect.element(agenda().getByRole('button', { name: 'Flytta ned Robotar' })).toBeDisabled()
  })
  test('is ordered with the pointer by the handle', async () => {
    await show({ items: onAgenda })
    await expect.element(agenda()).toBeVisible()
    const rows = [...agenda().element().querySelectorAll<HTMLElement>('[data-item]')]
    const [first, second] = rows
    const handle = first?.querySelector<HTMLElement>('[aria-hidden=true]')
    const below = second?.getBoundingClientRect().bottom ?? 0
    const send = (type: string, clientY: number) =>
      handle?.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 1, button: 0, clientY }))
    if (handle) handle.setPointerCapture = () => undefined
    send('pointerdown', first?.getBoundingClientRect().top ?? 0)
    send('pointermove', below - 1)
    send('pointerup', below - 1)
    await expect.poll(titles).toEqual(['1. Robotar', '2. Larmen', '3. Kameror'])
  })
  test('minutes are changed where they stand, when the field is left', async () => {
    const { acts } = await show({ items: onAgenda })
    await agenda().getByLabelText('Minuter för Larmen').fill('25')
    await userEvent.keyboard('{Enter}')
    await expect
      .poll(() => acts[0])
      .toMatchObject({
        name: 'saveItem',
        args: { item: 'i-1', values: { minutes: 25 }, base: { minutes: 10 } },
      })
  })
  test('an item is changed in place: what changed is sent with what stood there', async () => {
    const { acts } = await show({ items: onAgenda })
    await agenda().getByRole('button', { name: 'Ändra Robotar' }).click()
    const form = page.getByRole('form', { name: 'Ändra Robotar' })
    await form.getByLabelText(/Förslag till beslut/).fill('att gå vidare')
    await form.getByRole('button', { name: 'Lägg till underlag' }).click()
    await form.getByLabelText('Namn på underlaget').fill('Behov.docx')
    await form.getByRole('button', { name: 'Spara' }).click()
    await expect
      .poll(() => acts[0])
      .toMatchObject({
        name: 'saveItem',
        args: {
          item: 'i-2',
          values: { proposal: 'att gå vidare', material: [{ name: 'Behov.docx' }] },
          base: { proposal: null, material: null },
        },
      })
    await expect.element(agenda().getByRole('button', { name: 'Ändra Robotar' })).toHaveFocus()
  })
  test('what is half written in an item is there when it is opened again', async () => {
    await show({ items: onAgenda, answer: () => ({ refusals: [{ why: 'noRight' }] }) })
    await agenda().getByRole('button', { name: 'Ändra Robotar' }).click()
    const proposal = page.getByRole('form', { name: 'Ändra Robotar' }).getByLabelText(/Förslag till beslut/)
    await proposal.fill('att gå vidare')
    await page.getByRole('link', { name: 'Håll mötet' }).click()
    await page.getByRole('link', { name: 'Förbered' }).click()
    await agenda().getByRole('button', { name: 'Ändra Robotar' }).click()
    await expect.element(proposal).toHaveValue('att gå vidare')
  })
  test.each([
    { says: 'what the data brought up is left this time', name: 'Larmen', state: 'left' },
    { says: 'what somebody added waits on the backlog', name: 'Kameror', state: 'backlog' },
  ])('one is taken off: $says', async ({ name, state }) => {
    const { acts } = await show({ items: onAgenda })
    await agenda()
      .getByRole('button', { name: `Ta bort ${name} från dagordningen` })
      .click()
    await expect.poll(() => acts[0]).toMatchObject({ name: 'saveItem', args: { values: { state } } })
  })
  test('an item is added by its title', async () => {
    const { acts } = await show({ items: onAgenda })
    await page.getByRole('textbox', { name: 'Lägg till en punkt' }).fill('Semestrar')
    await userEvent.keyboard('{Enter}')
    await expect
      .poll(() => acts[0])
      .toMatchObject({
        name: 'saveItem',
        args: { meeting: meeting.key, values: { title: 'Semestrar', order: 4 } },
      })
    await expect.element(page.getByRole('textbox', { name: 'Lägg till en punkt' })).toHaveValue('')
  })
  test('is only read by others, with its times', async () => {
    await show({ items: onAgenda, mine: false })
    await expect.element(page.getByText('13.10')).toBeVisible()
    expect(page.getByRole('button', { name: /Skicka|Ta med|Ändra/ }).elements()).toEqual([])
  })
  test('stands as it is when its minutes are locked', async () => {
    await show({ items: onAgenda, of: { state: 'verified' } })
    expect(page.getByRole('button', { name: /Skicka|Ta med|Ändra/ }).elements()).toEqual([])
  })
})

/** What was sent of the items. */
const paperOf = (items: readonly AgendaItem[]): Paper => {
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
const called = { state: 'called', agendaVersion: 1, agendaSentOn: '2024-09-30' } as const

test('what was changed without a net shows as it was meant, also when the page is opened anew', async () => {
  const { show: next } = await show({ items: onAgenda, answer: () => 'offline' })
  await agenda().getByRole('button', { name: 'Flytta ned Larmen' }).click()
  await expect.poll(titles).toEqual(['1. Robotar', '2. Larmen', '3. Kameror'])
  await page.getByRole('textbox', { name: 'Lägg till en punkt' }).fill('Semestrar')
  await userEvent.keyboard('{Enter}')
  const meant = ['1. Robotar', '2. Larmen', '3. Kameror', '4. Semestrar']
  await expect.poll(titles).toEqual(meant)
  await next(<p>Något annat</p>)
  await expect.element(page.getByText('Något annat')).toBeVisible()
  await next(<MeetingPage id={meeting.key} />)
  await expect.poll(titles).toEqual(meant)
})

describe('sending', () => {
  test('sends what is shown: an order that was just changed is saved first', async () => {
    const { acts } = await show({ items: onAgenda })
    await agenda().getByRole('button', { name: 'Flytta ned Robotar' }).click()
    await page.getByRole('button', { name: 'Skicka dagordningen' }).click()
    await page.getByRole('button', { name: 'Skicka nu' }).click()
    await expect.poll(() => acts.map(({ name }) => name)).toEqual(['orderAgenda', 'sendAgenda'])
  })
  test('is confirmed after saying to whom it goes and that it is kept', async () => {
    const { acts } = await show({ items: onAgenda })
    await page.getByRole('button', { name: 'Skicka dagordningen' }).click()
    await expect.element(page.getByText('Den går till Anders Ek, Therese Björk och Eva Lind.')).toBeVisible()
    await expect.element(page.getByText(/Den sparas som version 1/)).toBeVisible()
    expect(acts).toEqual([])
    await page.getByRole('button', { name: 'Skicka nu' }).click()
    await expect.poll(() => acts[0]).toMatchObject({ name: 'sendAgenda', args: { meeting: meeting.key } })
  })
  test('an empty agenda can’t be sent, and says why', async () => {
    await show()
    await expect.element(page.getByRole('button', { name: 'Skicka dagordningen' })).toBeDisabled()
    await expect.element(page.getByText('Lägg till minst en punkt först.')).toBeVisible()
  })
  test('one that hasn’t changed isn’t sent again', async () => {
    await show({ items: onAgenda, of: called, sent: [paperOf(onAgenda)] })
    await expect.element(page.getByRole('button', { name: 'Skicka den ändrade dagordningen' })).toBeDisabled()
    await expect.element(page.getByText('Inget har ändrats sedan den skickades.')).toBeVisible()
  })
  test('what has changed since is marked, and what was sent is read as it was', async () => {
    const [a, b] = onAgenda as [AgendaItem, AgendaItem]
    await show({
      items: [{ ...a, title: 'Larmen i söder' }, b, anItem('i-9', { title: 'Nytt', order: 9 })],
      of: called,
      sent: [paperOf(onAgenda)],
    })
    const row = (text: string) => agenda().getByRole('listitem').filter({ hasText: text })
    await expect.element(row('Larmen i söder')).toMatchTextContent('Ändrad sedan den skickades')
    await expect.element(row('Nytt')).toMatchTextContent('Ny sedan den skickades')
    const sent = page.getByRole('region', { name: 'Skickade dagordningar' })
    await expect.element(sent).toMatchTextContent('Borttaget: Kameror.')
    await sent.getByText('Version 1, skickad mån 30 sep. av Jag Själv').click()
    await expect.element(sent).toMatchTextContent('13.00 Larmen Beslut')
    await expect.element(sent).toMatchTextContent('abc123')
  })
})

test('a decision that another meeting has taken, or is asked for, is told with a way there', async () => {
  const robots = aRef('robots')
  const elsewhere = aMeeting({
    key: 'm-pf',
    day: '2024-10-11',
    state: 'sent',
    forum: aRef('Prioriteringsforum'),
  })
  const decided = anItem('x-1', {
    title: 'BP1 Robotar',
    kind: 'gate',
    initiative: robots,
    forum: aRef('Prioriteringsforum'),
    meeting: { key: elsewhere.key, title: elsewhere.title },
    state: 'treated',
    carrying: 'waiting',
    effect: { does: 'gate', gate: 'BP1', outcome: 'goOn' },
  })
  const { container } = await show({
    items: [anItem('i-1', { title: 'Robotar', kind: 'gate', order: 1, initiative: robots })],
    others: { items: [decided], meetings: [elsewhere] },
  })
  const row = agenda().getByRole('listitem')
  await expect
    .element(row)
    .toMatchTextContent(/Redan beslutat, väntar på justering: Prioriteringsforum, 11 okt\./)
  await expect
    .element(row.getByRole('link', { name: /Prioriteringsforum/ }))
    .toHaveAttribute('href', '/meeting/m-pf?part=minutes')
  expect(await violations(container)).toEqual([])
})

describe('the agenda as Word', () => {
  const fileOf = (paper: Paper, fileName: string): Paper => ({
    ...paper,
    fileName,
    file: `https://files.example.org/${encodeURIComponent(fileName)}`,
  })
  test('is made of what was sent, on whatever part of the meeting, and then linked', async () => {
    const sent = paperOf(onAgenda)
    const { acts } = await show({
      items: onAgenda,
      of: called,
      sent: [sent],
      mine: false,
      answer: () => ({
        done: {
          papers: [{ ...fileOf(sent, 'SD HT Dagordning.docx'), pdf: 'https://files.example.org/agenda.pdf' }],
        },
      }),
    })
    await page.getByRole('button', { name: 'Dagordningen som Word och PDF' }).click()
    await expect
      .poll(() => acts)
      .toMatchObject([{ name: 'makePaper', args: { meeting: meeting.key, kind: 'agenda' } }])
    await expect.element(page.getByRole('link', { name: 'SD HT Dagordning.docx', exact: true })).toHaveFocus()
    await expect
      .element(page.getByRole('link', { name: 'SD HT Dagordning.docx som PDF' }))
      .toHaveAttribute('href', 'https://files.example.org/agenda.pdf')
    expect(page.getByRole('button', { name: /som Word/ }).elements()).toEqual([])
  })
  test('is a draft before it is sent, made anew when it has changed', async () => {
    const draft = fileOf({ ...paperOf(onAgenda), key: 'draft', edition: 0 }, 'SD HT Dagordning utkast.docx')
    await show({ items: onAgenda, answer: () => ({ done: { papers: [draft] } }) })
    await page.getByRole('button', { name: 'Utkast som Word och PDF' }).click()
    await expect.element(page.getByRole('link', { name: draft.fileName ?? '' })).toHaveFocus()
    await expect.element(page.getByText('PDF saknas här: ingen omvandlare är installerad')).toBeVisible()
    await expect.element(page.getByRole('button', { name: 'Utkast som Word och PDF' })).toBeEnabled()
    expect(page.getByRole('region', { name: 'Skickade dagordningar' }).elements()).toEqual([])
  })
  test('that can’t be made says why', async () => {
    await show({
      items: onAgenda,
      answer: () => ({ refusals: [{ why: 'library', fault: 'full' }] }),
    })
    await page.getByRole('button', { name: 'Utkast som Word och PDF' }).click()
    await expect.element(page.getByText(/Webbplatsen är full/)).toBeVisible()
  })
})

describe('the meeting’s own registration', () => {
  const opened = async (given: Shown = {}) => {
    const shown = await show({ items: onAgenda, ...given })
    await page.getByRole('button', { name: /diarienummer/ }).click()
    return shown
  }
  const form = () => page.getByRole('form', { name: 'Ändra diarienummer, klass och expediering' })
  test('is said where it stands, and what was changed is sent with what stood there', async () => {
    const { acts, container } = await opened({ of: { caseNumber: 'N161-0001/24', sentTo: 'Registrator' } })
    await form().getByRole('textbox', { name: 'Diarienummer' }).fill('N161-0123/24')
    await form().getByRole('combobox', { name: 'Informationsklass' }).selectOptions('2 Måttlig skada')
    expect(await violations(container)).toEqual([])
    await form().getByRole('button', { name: 'Spara' }).click()
    await expect
      .poll(() => acts[0])
      .toMatchObject({
        name: 'saveMeeting',
        args: {
          meeting: meeting.key,
          values: { caseNumber: 'N161-0123/24', informationClass: 'moderate' },
          base: { caseNumber: 'N161-0001/24', informationClass: null },
        },
      })
    await expect.element(page.getByRole('button', { name: /Ändra diarienummer/ })).toHaveFocus()
  })
  test('that is half written is there when the page is opened again', async () => {
    const { show: next } = await opened()
    await form().getByRole('textbox', { name: 'Expedieras till' }).fill('Registrator\nEnhetschefer')
    await next(<p>Något annat</p>)
    await next(<MeetingPage id={meeting.key} />)
    await page.getByRole('button', { name: 'Ange diarienummer' }).click()
    await expect
      .element(form().getByRole('textbox', { name: 'Expedieras till' }))
      .toHaveValue('Registrator\nEnhetschefer')
  })
  test.for([
    { says: 'is read by others', given: { mine: false } },
    { says: 'stands when the minutes lie with the verifiers', given: { of: { state: 'sent' as const } } },
  ])('$says', async ({ given }) => {
    const of = { caseNumber: 'N161-0001/24', informationClass: 'none' as const, sentTo: 'A\nB', ...given.of }
    await show({ items: onAgenda, ...given, of })
    await expect
      .element(
        page.getByText(
          'Diarienummer N161-0001/24 · Informationsklass 1 Ingen eller försumbar skada · Expedieras till A och B',
        ),
      )
      .toBeVisible()
    expect(page.getByRole('button', { name: /diarienummer/ }).elements()).toEqual([])
  })
})

describe('a meeting in Teams', () => {
  test('that may not be made says so, and asks for consent only when pressed', async () => {
    let consented = 0
    const graph = () => Promise.reject(Object.assign(new Error('no'), { name: 'SignInNeeded' }))
    await show({
      items: onAgenda,
      calendar: () =>
        Promise.resolve({ graph: graph as never, consent: () => Promise.resolve(void consented++) }),
    })
    await page.getByRole('button', { name: 'Skapa möte i Teams' }).click()
    await expect.element(page.getByText(/får inte använda din kalender ännu/)).toBeVisible()
    expect(consented).toBe(0)
    await page.getByRole('button', { name: 'Ge tillåtelse' }).click()
    await expect.poll(() => consented).toBe(1)
  })
  const inCalendar = { eventId: 'e-1', eventBy: me, joinUrl: 'https://teams.example.org/x' }
  /** My calendar, where the event is at this time, or is not. */
  const calendarWith = (time: { day: string; start: string; end: string } | undefined) => {
    const calls: { method?: string; path: string; body?: unknown }[] = []
    const at = (clock: string) => ({ dateTime: `${time?.day}T${clock}:00.0000000` })
    const graph = (call: { method?: string; path: string; body?: unknown }) => {
      calls.push(call)
      if (call.path === '/$batch') {
        const { requests } = call.body as { requests: { id: string }[] }
        const found = { id: 'u', mail: 'u@example.org' }
        return Promise.resolve({ responses: requests.map(({ id }) => ({ id, status: 200, body: found })) })
      }
      if (call.method === 'POST')
        return Promise.resolve({
          id: 'e-2',
          webLink: '',
          onlineMeeting: { joinUrl: 'https://teams.example.org/y' },
        })
      if (call.method === 'PATCH') return Promise.resolve({ id: 'e-1' })
      if (call.path.startsWith('/me/events/e-1') && !time)
        return Promise.reject(new GraphError({ status: 404, code: 'ErrorItemNotFound', message: 'gone' }))
      return Promise.resolve(
        time && call.path.startsWith('/me/events/')
          ? { start: at(time.start), end: at(time.end) }
          : { value: [] },
      )
    }
    return {
      calls,
      calendar: () => Promise.resolve({ graph: graph as never, consent: () => Promise.resolve() }),
    }
  }
  test('that was removed in Outlook says so, and is made again', async () => {
    const { calls, calendar } = calendarWith(undefined)
    const { acts } = await show({ items: onAgenda, of: inCalendar, calendar })
    await expect.element(page.getByText(/Mötet finns inte längre i din kalender/)).toBeVisible()
    await page.getByRole('button', { name: 'Skapa det igen' }).click()
    await expect
      .poll(() => acts[0])
      .toMatchObject({
        name: 'saveMeeting',
        args: {
          values: { eventId: 'e-2', joinUrl: 'https://teams.example.org/y' },
          base: { eventId: 'e-1', joinUrl: inCalendar.joinUrl },
        },
      })
    const made = calls.find(({ method, path }) => method === 'POST' && path === '/me/events')
    expect(made?.body).toMatchObject({ transactionId: `${meeting.key}/e-1` })
  })
  test('that was moved in Outlook says when it is there, and that time is taken', async () => {
    const { calendar } = calendarWith({ day: '2024-10-17', start: '09:00', end: '10:30' })
    const { acts } = await show({ items: onAgenda, of: inCalendar, calendar })
    await expect.element(page.getByText(/I din kalender är mötet tors 17 okt\. 09\.00–10\.30/)).toBeVisible()
    await page.getByRole('button', { name: 'Tiden i kalendern' }).click()
    await expect
      .poll(() => acts[0])
      .toMatchObject({
        name: 'saveMeeting',
        args: {
          values: { day: '2024-10-17', start: '09:00', end: '10:30' },
          base: { day: '2024-10-16', start: '13:00', end: '14:30' },
        },
      })
  })
  test('or it is put back to the time it has here', async () => {
    const { calls, calendar } = calendarWith({ day: '2024-10-17', start: '09:00', end: '10:30' })
    const { acts } = await show({ items: onAgenda, of: inCalendar, calendar })
    await page.getByRole('button', { name: 'Tiden här: flytta i kalendern' }).click()
    await expect
      .poll(() => calls.find(({ method }) => method === 'PATCH')?.body)
      .toMatchObject({ start: { dateTime: '2024-10-16T13:00:00' }, end: { dateTime: '2024-10-16T14:30:00' } })
    await expect.element(page.getByText(/I din kalender är mötet/)).not.toBeInTheDocument()
    expect(acts).toEqual([])
  })
  test.for([
    {
      says: 'at its time there',
      of: inCalendar,
      time: { day: '2024-10-16', start: '13:00', end: '14:30' },
      asked: 1,
    },
    {
      says: 'in the calendar of another',
      of: { ...inCalendar, eventBy: aPerson('anders', 'Anders Ek') },
      time: undefined,
      asked: 0,
    },
  ])('says nothing $says', async ({ of, time, asked }) => {
    const { calls, calendar } = calendarWith(time)
    await show({ items: onAgenda, of, calendar })
    await expect.poll(() => calls.length).toBe(asked)
    await expect.element(agenda()).toBeVisible()
    expect(page.getByText(/din kalender/).elements()).toEqual([])
  })
  test('has its address in the head', async () => {
    await show({ of: { joinUrl: 'https://teams.example.org/x' } })
    await expect
      .element(page.getByRole('link', { name: 'Anslut i Teams' }))
      .toHaveAttribute('href', 'https://teams.example.org/x')
  })
})

describe('the screen', () => {
  test.each(['default', 'dark', 'contrast'] as const)(
    'axe finds nothing in %s, with a form open',
    async (theme) => {
      const { container } = await show({
        theme,
        items: onAgenda,
        of: called,
        sent: [paperOf(onAgenda.slice(1))],
      })
      await agenda().getByRole('button', { name: 'Ändra Robotar' }).click()
      await expect.element(page.getByRole('form', { name: 'Ändra Robotar' })).toBeVisible()
      await expect.element(proposals().getByRole('button', { name: 'Ta med Räkna nycklar' })).toBeVisible()
      expect(await violations(container)).toEqual([])
    },
  )
  test('it fits 320 px, in English too', async () => {
    await page.viewport(320, 700)
    const { container } = await show({ items: onAgenda })
    await expect.element(agenda()).toBeVisible()
    expect(container.scrollWidth).toBeLessThanOrEqual(320)
    await page.viewport(414, 896)
  })
  test('on paper it is the agenda alone', async () => {
    await show({ items: onAgenda })
    await expect.element(agenda()).toBeVisible()
    window.dispatchEvent(new Event('beforeprint'))
    const paper = document.querySelector('body > div > table')?.textContent ?? ''
    window.dispatchEvent(new Event('afterprint'))
    expect(paper).toContain('13.10')
    expect(paper).toContain('Robotar')
    expect(paper).toContain('Eva Lind')
  })
})
