/** A department on one page, and the summary of its last dialogue. */
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { dependencies } from '#src/lists/businessCase.ts'
import type { Decision } from '#src/lists/decisions.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import type { Meeting } from '#src/lists/meetings.ts'
import { paragraphs } from '#src/lists/minutes.ts'
import { forums, mandates, people, units } from '#src/lists/organisation.ts'
import { DepartmentPage } from '#tabs/meetings/department/DepartmentPage.tsx'
import { anInitiative } from '../../fixtures/initiatives.ts'
import { aForum, aMeeting, anAction, anItem } from '../../fixtures/meetings.ts'
import { aMandate, aPerson, aRef, homeCareManager, tree } from '../../fixtures/organisation.ts'
import { aPoint, aReport } from '../../fixtures/reports.ts'
import { type Act, type Given, held, renderScreen, violations } from '../fixtures.tsx'

const me = aPerson('me', 'Jag Själv')
const forum = aForum({ secretary: me })
const last = aMeeting({ key: 'm-09', day: '2024-09-18', state: 'verified' })
const next = aMeeting({ key: 'm-10', state: 'planned' })
const about = (key: string, title: string) => ({ key, title })
const all = [
  anInitiative({ key: 'i-1', title: 'Digitala lås', stage: 'delivery', stageSince: '2024-02-01' }),
  anInitiative({ key: 'i-2', id: '2', title: 'Sms', number: 'AVO-2', stageSince: '2024-09-20', need: 'x' }),
  anInitiative({
    key: 'i-3',
    id: '3',
    title: 'Digital tillsyn',
    number: 'AVO-3',
    stageSince: '2024-03-01',
    need: 'Färre nattbesök',
    benefit: 'Lugnare nätter',
    contact: me,
  }),
]
const locks = about('i-1', 'Digitala lås')
const reports = [
  aReport({ initiative: locks, month: '2024-08' }),
  aReport({ initiative: locks, month: '2024-09', time: 'red' }),
]
const point = aPoint({ initiative: locks, planned: '2025-02-01' })
const decided = {
  id: '1',
  version: '1',
  key: 'd-1',
  title: 'Sms',
  number: '2024-113',
  claim: 'd-1',
  matter: 'BP1',
  attempt: 1,
  outcome: 'goOn',
  wording: 'Går vidare.',
  decidedBy: homeCareManager,
  post: 'Avdelningschef',
  kind: 'execution',
  decidedOn: '2024-09-18',
  fromStage: 'collection',
  toStage: 'collection',
  fromState: 'active',
  toState: 'active',
  initiative: about('i-2', 'Sms'),
  forum: about('f-sd-ht', forum.title),
} satisfies Decision
const item = anItem('Sms', {
  state: 'treated',
  outcome: 'grant',
  wording: 'Sms prövas i Söder.',
  meeting: aRef('m-09'),
})
const actions = [
  anAction('Fråga fastighet', { due: '2024-09-24', meeting: aRef('m-09') }),
  anAction('Beställa lås', { due: '2024-10-20', meeting: aRef('m-09') }),
]

const paragraph = { key: 'p', item: aRef('Sms'), meeting: aRef('m-09'), year: 2024, number: 61 }

function show({
  meetings = [last, next],
  decisions = [decided],
  also = [],
  ...given
}: Given & { meetings?: Meeting[]; decisions?: Decision[]; also?: Initiative[] } = {}) {
  return renderScreen(<DepartmentPage id='homeCare' />, {
    items: [
      held(
        units,
        [...tree.values()].map((unit) =>
          unit.key === 'homeCareSouth' ? { ...unit, head: aPerson('south', 'Sara Söder') } : unit,
        ),
      ),
      held(people, [
        {
          id: '1',
          version: '1',
          key: 'p1',
          title: 'Sara',
          person: aPerson('south'),
          email: 'sara@example.org',
        },
      ]),
      held(forums, [forum]),
      held(initiatives, [...all, ...also]),
      held(dependencies, []),
      held(mandates, [
        aMandate({
          matter: 'BP1',
          scope: 'department',
          unit: aRef('homeCare'),
          holder: homeCareManager,
          title: 'Avdelningschef Hemtjänst',
        }),
      ]),
    ],
    store: {
      whereIn: (asked: readonly { list: unknown }[]) =>
        Promise.resolve(
          asked[0]?.list === paragraphs
            ? [[paragraph]]
            : [meetings, [item], actions, decisions, [], [], reports],
        ) as never,
      since: () => Promise.resolve([]),
      all: () => Promise.resolve([point]) as never,
    },
    ...given,
  })
}
const textOf = (field: { element: () => Element }) => (field.element() as HTMLTextAreaElement).value
const part = (name: string | RegExp) => page.getByRole('region', { name })

test('it says what has changed since the last dialogue, the worst first, and when the next is', async () => {
  await show()
  await expect.element(page.getByRole('heading', { level: 1 })).toMatchTextContent(/homeCare/)
  await expect
    .element(page.getByText(/Ändringar sedan dialogen 18 sep/))
    .toMatchTextContent(/Nästa dialog.*16 okt/)
  const lines = part(/Nytt sedan 18 sep/).getByRole('listitem')
  await expect.element(lines.nth(0)).toMatchTextContent(/Digitala lås.*[Tt]id.*röd/)
  await expect.element(lines.nth(1)).toMatchTextContent(/Sms/)
})

test('a page that is handed round leaves out what is confidential, says so, and has it in, marked, when it is asked to', async () => {
  const kept = anInitiative({
    key: 'i-9',
    id: '9',
    number: 'AVO-9',
    title: 'Upphandling av Sigma',
    stage: 'delivery',
    confidential: true,
    confidentialBasis: '19 kap. 3 §',
  })
  const { container } = await show({ also: [kept] })
  await expect.element(page.getByText('1 sekretessmarkerat initiativ visas inte.')).toBeVisible()
  expect(container.textContent).not.toContain('Sigma')
  await page.getByRole('checkbox', { name: 'Visa dem här' }).click()
  await expect
    .element(page.getByRole('link', { name: /Upphandling av Sigma \(sekretess\)/ }).first())
    .toBeVisible()
  await expect.element(page.getByText(/▲ Sidan innehåller 1 sekretessmarkerat initiativ/)).toBeVisible()
  expect(await violations(container)).toEqual([])
})

test('whoever reads nothing confidential is told nothing of it', async () => {
  const { container } = await show()
  await expect.element(part(/Nytt sedan 18 sep/)).toBeVisible()
  expect(container.textContent).not.toMatch(/sekretessmarkera/i)
})

test('what runs shows its lights and one line of what is new', async () => {
  await show()
  const line = part(/Pågående projekt/).getByRole('listitem')
  await expect.element(line).toMatchTextContent(/Digitala lås.*Ekonomi ● Grön.*Tid ■ Röd.*september/)
})

test('gates say who decides, late actions come first, decisions lead to the register', async () => {
  await show()
  await expect
    .element(part(/Väntar på beslut/).getByRole('listitem'))
    .toMatchTextContent(/BP1 AVO-3 Digital tillsyn.*Avdelningschef Hemtjänst.*214 dagar/)
  const open = part(/Öppna åtgärder/).getByRole('listitem')
  await expect.element(open.nth(0)).toMatchTextContent(/Fråga fastighet.*▲ 7 dagar sen/)
  await expect
    .element(part(/Beslut sedan/).getByRole('link', { name: '2024-113' }))
    .toHaveAttribute('href', '/decisions?key=d-1')
})

test('a decision of a meeting is called by its paragraph', async () => {
  await show({ decisions: [{ ...decided, item: aRef('Sms'), meeting: aRef('m-09') }] })
  await expect
    .element(part(/Beslut sedan/).getByRole('link', { name: `${forum.short} 2024 § 61` }))
    .toHaveAttribute('href', '/decisions?key=d-1')
})

test('roll-outs are counted by quarter', async () => {
  await show()
  await expect
    .element(part(/Mottagning/).getByRole('row', { name: /kv 1 2025/ }))
    .toMatchTextContent(/1.*Digitala lås/)
})

test('the summary is composed, changed, saved and mailed to the heads of units', async () => {
  const act = vi.fn<Act>(() => ({ done: { meetings: [{ ...last, summary: 'Kort.' }] } }))
  await show({ act })
  const text = page.getByRole('textbox', { name: /Sammanfattning till enhetscheferna/ })
  await expect
    .poll(() => textOf(text))
    .toMatch(/- Sms: Bifall\. Sms prövas i Söder\.[^]*Fråga fastighet[^]*Nästa möte/)
  await text.fill('Kort.')
  const mail = page.getByRole('link', { name: 'Skriv e-post till 1 chef' })
  await expect
    .element(mail)
    .toHaveAttribute(
      'href',
      expect.stringMatching(/^mailto:\?bcc=sara%40example\.org&subject=.*&body=Kort\.$/),
    )
  await page.getByRole('button', { name: 'Spara' }).click()
  await expect.element(page.getByText('Sparad.')).toBeVisible()
  expect(act.mock.calls[0]?.[0]).toMatchObject({
    name: 'saveMeeting',
    args: { meeting: 'm-09', forum: 'f-sd-ht', values: { summary: 'Kort.' }, base: { summary: null } },
    seen: { 'm-09': '1' },
  })
  await expect.element(page.getByRole('button', { name: 'Spara' })).toBeDisabled()
})

test('what is half written is kept', async () => {
  const { show: turnTo } = await show()
  const text = page.getByRole('textbox', { name: /Sammanfattning/ })
  await text.fill('Halvvägs')
  await turnTo(<p>another page</p>)
  await turnTo(<DepartmentPage id='homeCare' />)
  await expect.element(text).toHaveValue('Halvvägs')
})

test('who does not prepare reads the summary when there is one', async () => {
  const saved = { ...last, summary: 'Vi prövar sms.' }
  await show({ person: { id: 'someone', name: 'Någon' }, meetings: [saved, next] })
  await expect.element(page.getByText('Vi prövar sms.')).toBeVisible()
  await expect.element(page.getByRole('textbox')).not.toBeInTheDocument()
})

test('without a summary there is nothing for them', async () => {
  await show({ person: { id: 'someone', name: 'Någon' } })
  await expect.element(part(/Öppna åtgärder/)).toBeVisible()
  await expect.element(page.getByText(/Sammanfattning till/)).not.toBeInTheDocument()
})

test('a place that is none says so', async () => {
  const screen = await show()
  await screen.show(<DepartmentPage id='gone' />)
  await expect.element(page.getByRole('heading', { name: 'Avdelningen finns inte' })).toBeVisible()
})

test('what could not be read is said, and read again', async () => {
  let fails = true
  await show({
    store: {
      whereIn: () =>
        fails
          ? Promise.reject(new Error('offline'))
          : (Promise.resolve([[last], [item], actions, [], [], [], []]) as never),
      since: () => Promise.resolve([]),
      all: () => Promise.resolve([]),
    },
  })
  await expect.element(page.getByRole('alert')).toBeVisible()
  fails = false
  await userEvent.click(page.getByRole('button', { name: 'Försök igen' }))
  await expect.element(part(/Öppna åtgärder/)).toBeVisible()
})

test('it has room on a phone', async () => {
  await page.viewport(320, 640)
  const { container } = await show()
  await expect.element(part(/Öppna åtgärder/)).toBeVisible()
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  expect(await violations(container)).toEqual([])
  await page.viewport(1280, 900)
})

test.for(['default', 'dark', 'contrast'] as const)('axe finds nothing wrong in %s', async (theme) => {
  const { container } = await show({ theme })
  await expect.element(part(/Öppna åtgärder/)).toBeVisible()
  expect(await violations(container)).toEqual([])
})
