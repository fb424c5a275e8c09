/** A forum: its year with what can be done about it, what waits to be taken up, and its template. */
import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { type ForumTemplate, forumTemplates } from '#src/lists/forumTemplates.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { agendaItems, itemStates, type Meeting, meetings } from '#src/lists/meetings.ts'
import { forums, people } from '#src/lists/organisation.ts'
import type { Asked } from '#tabs/queue.ts'
import { ForumPage } from '#tabs/meetings/forum/ForumPage.tsx'
import { anInitiative } from '../fixtures/initiatives.ts'
import { aForum, aMeeting, anItem } from '../fixtures/meetings.ts'
import { aPerson } from '../fixtures/organisation.ts'
import { type Answered, type Given, held, renderScreen, violations } from './fixtures.tsx'

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

const year: Meeting[] = [
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
const asked = { text: 'Hur många larm är kvar?' }
const backlog = [
  anItem('b-1', {
    state: 'backlog',
    source: 'question',
    title: 'Larmen',
    question: asked.text,
    askedBy: { key: 'f', title: 'Prioriteringsforum' },
  }),
]

interface Shown extends Given {
  mine?: boolean
  rows?: readonly Meeting[]
  answer?: (asked: Asked) => Answered
  without?: boolean
}

async function show({ mine = true, rows = year, answer, without = false, path = '', ...given }: Shown = {}) {
  const acts: Asked[] = []
  const wheres: unknown[] = []
  const body = mine ? forum : aForum({ secretary: aPerson('tomas', 'Tomas Å') })
  const shown = await renderScreen(<ForumPage id='f-sd-ht' />, {
    items: [
      held(forums, [body]),
      held(people, []),
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

const yearOf = () => page.getByRole('region', { name: /^Möten 20/ })
const row = (text: RegExp) => yearOf().getByRole('listitem').filter({ hasText: text })

describe('a forum', () => {
  test('says in words when it meets, and who leads it', async () => {
    await show()
    await expect
      .element(page.getByText(/Möts andra torsdagen i april, maj och november/))
      .toMatchTextContent('Ordförande Anders Ek · Sekreterare Jag Själv')
  })
  test('shows the year: what was held with its minutes, what was cancelled with the reason, what is planned', async () => {
    await show()
    await expect
      .element(yearOf().getByRole('link', { name: 'tors 11 apr.' }))
      .toHaveAttribute('href', '/meeting/m-1?part=minutes')
    await expect.element(row(/16 maj/)).toMatchTextContent('Flyttat från tors 9 maj')
    await expect.element(row(/16 maj/)).toMatchTextContent('Ingen kunde')
    await expect.element(row(/14 nov/)).toMatchTextContent('Planerat')
    await expect.element(yearOf()).not.toMatchTextContent('9 jan')
  })
  test('leads to other years', async () => {
    await show({ path: '?year=2025' })
    await expect.element(yearOf()).toMatchTextContent('9 jan')
    await expect
      .element(page.getByRole('link', { name: '2024' }))
      .toHaveAttribute('href', '/forum/f-sd-ht?year=2024')
  })
  test('that is not one’s own is read: nothing to press but proposing', async () => {
    await show({ mine: false })
    await expect.element(yearOf()).toBeVisible()
    expect(
      page
        .getByRole('button')
        .elements()
        .map((button) => button.textContent),
    ).toEqual(['Föreslå en punkt'])
  })
  test('asks for what waits by the word that the list keeps', async () => {
    const { wheres } = await show()
    expect(wheres).toContainEqual({ column: 'state', value: itemStates.backlog })
  })
})

describe('planning a year', () => {
  test('says which days before anything is done: those that are new, those that are there, and what a holiday moved', async () => {
    const { acts } = await show({ rows: [year[2] as Meeting], path: '?year=2024', today: '2024-01-02' })
    await page.getByRole('button', { name: 'Planera året' }).click()
    const days = page.getByRole('list', { name: 'Dagar i perioden' })
    await expect.element(days).toBeVisible()
    const texts = days
      .getByRole('listitem')
      .elements()
      .map((day) => day.textContent.replaceAll(/\s+/g, ' ').trim())
    expect(texts[0]).toContain('tors 11 apr. nytt')
    expect(texts[1]).toContain('flyttat från helgdagen tors 9 maj')
    expect(texts[2]).toContain('finns redan')
    await page.getByRole('button', { name: 'Lägg in 2 möten' }).click()
    await expect
      .poll(() => acts[0])
      .toMatchObject({
        name: 'planMeetings',
        args: { forum: 'f-sd-ht', from: '2024-01-02', to: '2024-12-31' },
      })
  })
  test('without a template it says what to do first', async () => {
    await show({ without: true })
    await page.getByRole('button', { name: 'Planera året' }).click()
    await expect.element(page.getByText(/Ingen har sagt när forumet möts/)).toBeVisible()
    await expect.element(page.getByRole('button', { name: 'Inget att lägga in' })).toBeDisabled()
  })
})

describe('a meeting of the year', () => {
  test('is moved, with what the person saw; a later start moves the end', async () => {
    const { acts } = await show()
    await row(/14 nov/)
      .getByRole('button', { name: 'Flytta mötet tors 14 nov.' })
      .click()
    await page.getByLabelText('Dag', { exact: true }).fill('2024-11-16')
    await expect.element(page.getByText(/helg eller helgdag/)).toBeVisible()
    await page.getByLabelText('Dag', { exact: true }).fill('2024-11-21')
    await page.getByLabelText('Börjar').fill('14:00')
    await page.getByRole('button', { name: 'Flytta mötet' }).click()
    await expect
      .poll(() => acts[0])
      .toMatchObject({
        name: 'saveMeeting',
        args: {
          meeting: 'm-3',
          values: { day: '2024-11-21', start: '14:00', end: '15:30' },
          base: { day: '2024-11-14', start: '13:00', end: '14:30' },
        },
      })
    await expect.element(page.getByRole('heading', { name: 'Möten 2024' })).toHaveFocus()
  })
  test('is cancelled only with a reason; what is refused is said and the reason stays', async () => {
    const { acts } = await show({
      answer: () => ({ refusals: [{ why: 'meeting', fault: 'decided' }] }),
    })
    await row(/14 nov/)
      .getByRole('button', { name: 'Ställ in mötet tors 14 nov.' })
      .click()
    await expect.element(page.getByRole('button', { name: 'Ställ in mötet' })).toBeDisabled()
    await page.getByLabelText('Varför ställs det in?').fill('Ordföranden är sjuk')
    await page.getByRole('button', { name: 'Ställ in mötet' }).click()
    await expect.element(page.getByRole('alert')).toBeVisible()
    expect(acts[0]).toMatchObject({
      name: 'cancelMeeting',
      args: { meeting: 'm-3', reason: 'Ordföranden är sjuk' },
    })
    await expect.element(page.getByLabelText('Varför ställs det in?')).toHaveValue('Ordföranden är sjuk')
  })
  test('with an event moves it too, and says plainly when the calendar may not be used', async () => {
    const refused = Object.assign(new Error('no'), { name: 'SignInNeeded' })
    await show({
      rows: [aMeeting({ key: 'm-3', day: '2024-11-14', state: 'planned', eventId: 'e-1' })],
      calendar: () => Promise.reject(refused),
    })
    await row(/14 nov/)
      .getByRole('button', { name: 'Flytta mötet tors 14 nov.' })
      .click()
    await page.getByLabelText('Dag', { exact: true }).fill('2024-11-21')
    await page.getByRole('button', { name: 'Flytta mötet' }).click()
    await expect.element(page.getByText('Mötet är flyttat i Samstyr.')).toBeVisible()
    await expect.element(page.getByRole('button', { name: 'Ge tillåtelse' })).toBeVisible()
  })
  test('outside the series is made, and opens', async () => {
    const { acts, history } = await show()
    await page.getByRole('button', { name: 'Extra möte' }).click()
    await page.getByLabelText('Dag', { exact: true }).fill('2024-10-08')
    await page.getByRole('button', { name: 'Lägg in mötet' }).click()
    await expect
      .poll(() => acts[0])
      .toMatchObject({
        name: 'saveMeeting',
        args: {
          values: { kind: 'extra', day: '2024-10-08', start: '13:00', end: '14:30', place: 'Storsalen' },
        },
      })
    await expect.poll(() => history?.at(-1)).toMatch(/^\/meeting\/.+part=prepare$/)
  })
  test('decisions between meetings ask for a day only', async () => {
    const { acts, history } = await show()
    await page.getByRole('button', { name: 'Beslut mellan möten' }).click()
    await expect.element(page.getByLabelText('Börjar')).not.toBeInTheDocument()
    await page.getByRole('button', { name: 'Skriv beslut' }).click()
    await expect
      .poll(() => acts[0])
      .toMatchObject({ args: { values: { kind: 'between', day: '2024-10-01' } } })
    await expect.poll(() => history?.at(-1)).toMatch(/part=hold$/)
  })
})

describe('what waits to be taken up', () => {
  test('says who asks what, and is put on the next agenda', async () => {
    const { acts } = await show()
    const item = page.getByRole('region', { name: 'Att ta upp' }).getByRole('listitem')
    await expect.element(item).toMatchTextContent('Fråga från Prioriteringsforum')
    await expect.element(item).toMatchTextContent(asked.text)
    await item.getByRole('button', { name: 'Ta upp på nästa möte' }).click()
    await expect
      .poll(() => acts[0])
      .toMatchObject({
        name: 'saveItem',
        args: { item: 'b-1', forum: 'f-sd-ht', meeting: 'm-3' },
      })
  })
  test('is proposed by anyone, in their own words', async () => {
    const { acts } = await show({ mine: false })
    await page.getByRole('button', { name: 'Föreslå en punkt' }).click()
    await page.getByLabelText('Ärende').fill('Fler larm')
    await page.getByLabelText(/Vad vill du/).fill('Säg ja till fler larm')
    await page.getByLabelText('Gäller initiativ').fill('A-1 Larm')
    await page.getByRole('button', { name: 'Föreslå', exact: true }).click()
    await expect
      .poll(() => acts[0])
      .toMatchObject({
        name: 'saveItem',
        args: {
          forum: 'f-sd-ht',
          values: { title: 'Fler larm', question: 'Säg ja till fler larm', initiative: { key: 'A-1' } },
        },
      })
    await expect.element(page.getByRole('button', { name: 'Föreslå en punkt' })).toHaveFocus()
  })
})

describe('the template', () => {
  const open = async (given: Shown = {}) => {
    const shown = await show(given)
    await page.getByText('Mötesmall').click()
    return shown
  }
  test('is read by all', async () => {
    await open({ mine: false })
    await expect.element(page.getByRole('definition').first()).toMatchTextContent('andra torsdagen')
    await expect.element(page.getByText(/Öppnande/)).toBeVisible()
    expect(page.getByRole('button', { name: 'Spara mallen' }).elements()).toEqual([])
  })
  test('is changed by those who lead the forum: the rule is said back in words, and only what changed is sent', async () => {
    const { acts } = await open()
    await page.getByLabelText(/Vilken i månaden/).selectOptions('sista')
    await expect
      .element(page.getByText('Forumet möts sista torsdagen i april, maj och november.'))
      .toBeVisible()
    await page.getByRole('button', { name: 'Lägg till stående punkt' }).click()
    await page.getByLabelText('Ärende').last().fill('Övrigt')
    await page.getByRole('button', { name: 'Spara mallen' }).click()
    await expect
      .poll(() => acts[0])
      .toMatchObject({
        name: 'saveForumTemplate',
        args: { forum: 'f-sd-ht', values: { rule: { every: 'month', nth: -1 } } },
      })
    const [{ args }] = acts as [Asked]
    expect(Object.keys((args as { values: object }).values)).toEqual(['rule', 'standing'])
    await expect.element(page.getByText('Mallen är sparad.')).toBeVisible()
  })
  test.each(['default', 'dark', 'contrast'] as const)(
    'axe finds nothing in %s, with the forms open',
    async (theme) => {
      const { container } = await open({ theme })
      await expect.element(page.getByRole('button', { name: 'Spara mallen' })).toBeVisible()
      await page.getByRole('button', { name: 'Planera året' }).click()
      await expect.element(page.getByRole('list', { name: 'Dagar i perioden' })).toBeVisible()
      expect(await violations(container)).toEqual([])
    },
  )
  test('it fits 320 px', async () => {
    await page.viewport(320, 700)
    const { container } = await open()
    await expect.element(page.getByRole('button', { name: 'Spara mallen' })).toBeVisible()
    expect(container.scrollWidth).toBeLessThanOrEqual(320)
    await page.viewport(414, 896)
  })
})
