/** The register of decisions: found as you type, opened beside the list, with their chain, as files. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { type Decision, decisions } from '#src/lists/decisions.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import type { AgendaItem } from '#src/lists/meetings.ts'
import { type Paragraph, paragraphs } from '#src/lists/minutes.ts'
import { forums } from '#src/lists/organisation.ts'
import { DecisionsPage } from '#tabs/meetings/register/DecisionsPage.tsx'
import { anInitiative } from '../fixtures/initiatives.ts'
import { aForum, anItem } from '../fixtures/meetings.ts'
import { aPerson, aRef } from '../fixtures/organisation.ts'
import { type Given, held, renderScreen, violations } from './fixtures.tsx'
import { siteOf } from './keptLists.ts'

const dialogue = { key: 'f-sd-ht', title: 'Strategisk dialog Hemtjänst' }
const board = aForum({ key: 'f-pf', title: 'Prioriteringsforum', short: 'PF' })

let id = 0
const aDecision = (key: string, values: Partial<Decision> = {}): Decision => ({
  id: String(++id),
  version: '1',
  key,
  title: key,
  number: `2024-${id}`,
  claim: key,
  matter: 'BP2',
  attempt: 1,
  outcome: 'investigate',
  wording: `Om ${key}.`,
  decidedBy: aPerson('manager', 'Hanna Hemtjänst'),
  post: 'Avdelningschef',
  kind: 'execution',
  decidedOn: '2024-09-18',
  fromStage: 'screening',
  toStage: 'preparation',
  fromState: 'active',
  toState: 'active',
  ...values,
})

const locks = aDecision('locks', {
  number: '2024-113',
  wording: 'Digitala lås går till beredning.',
  forum: dialogue,
  meeting: aRef('m-2024-09'),
  item: aRef('item-locks'),
  initiative: { key: 'i-1', title: 'Digitala lås' },
})
const money = aDecision('money', {
  number: '2024-90',
  matter: 'financing',
  outcome: 'grant',
  wording: '140 000 kr ur reserven.',
  decidedOn: '2023-05-02',
  forum: { key: board.key, title: board.title },
})
const again = aDecision('again', {
  number: '2024-120',
  outcome: 'screenOut',
  wording: 'Digitala lås sorteras bort.',
  decidedOn: '2024-09-25',
  supersedes: { key: 'locks', title: '2024-113' },
})
const numbered = {
  id: 'p1',
  version: '1',
  key: 'p1',
  title: 'Digitala lås',
  claim: 'f-sd-ht/2024/14',
  forum: dialogue,
  year: 2024,
  number: 14,
  meeting: aRef('m-2024-09'),
  item: aRef('item-locks'),
  fixedOn: '2024-09-20',
} satisfies Paragraph
const waits = anItem('item-waits', {
  title: 'Sms vid ändrad tid',
  state: 'treated',
  outcome: 'grant',
  carrying: 'waiting',
  wording: 'Sms prövas i Söder.',
  decidedBy: aPerson('manager', 'Hanna Hemtjänst'),
  decidedOn: '2024-09-30',
})

interface Shown extends Given {
  made?: readonly Decision[]
  open?: readonly AgendaItem[]
  site?: Parameters<typeof siteOf>[1]
}
async function show({ made = [money, locks, again], open = [waits], site, ...given }: Shown = {}) {
  const kept = siteOf([held(decisions, made), held(paragraphs, [numbered])], site)
  const since = vi.fn(() => Promise.resolve([] as never[]))
  const shown = await renderScreen(<DecisionsPage />, {
    items: [
      held(forums, [aForum(), board]),
      held(initiatives, [anInitiative({ key: 'i-1', title: 'Digitala lås' })]),
    ],
    store: {
      ...kept.store,
      since,
      where: () => Promise.resolve([]),
      whereIn: () => Promise.resolve([open]) as never,
    },
    ...given,
  })
  return { ...shown, asked: kept.asked, since }
}
const rows = () => page.getByRole('row').filter({ has: page.getByRole('gridcell') })
const row = (text: string | RegExp) => rows().filter({ hasText: text })
const search = page.getByRole('searchbox', { name: 'Sök på ord, § eller nummer' })

beforeEach(() => page.viewport(1280, 900))

test('every decision stands there, the newest first, by its § when it has one', async () => {
  await show()
  await expect.element(page.getByText('Visar 4 av 4 beslut')).toBeVisible()
  await expect
    .element(rows().nth(0))
    .toMatchTextContent(/Utan nummer än.*Sms vid ändrad tid.*Väntar på justering/)
  await expect.element(rows().nth(1)).toMatchTextContent(/2024-120/)
  await expect.element(rows().nth(2)).toMatchTextContent(/SD HT 2024 § 14.*Digitala lås.*Ersatt/)
  await expect.element(rows().nth(3)).toMatchTextContent(/2024-90.*Finansiering: Bifall/)
})

test('letters filter as they are typed, and stay in the link', async () => {
  const { history } = await show()
  await search.fill('reserven')
  await expect.element(page.getByText('Visar 1 av 4 beslut')).toBeVisible()
  await expect.element(row('2024-90')).toBeVisible()
  expect(history.at(-1)).toContain('text=reserven')
  await search.fill('sd ht 2024 § 14')
  await expect.element(row('SD HT 2024 § 14')).toBeVisible()
  await search.fill('finns inte')
  await expect.element(page.getByText(/Inget beslut stämmer/)).toBeVisible()
})

describe('a link filters', () => {
  test.for([
    { says: 'by forum', path: '/?forum=f-pf', left: ['2024-90'] },
    { says: 'by initiative', path: '/?initiative=i-1', left: ['SD HT 2024 § 14'] },
    { says: 'by outcome', path: '/?outcome=screenOut', left: ['2024-120'] },
    { says: 'by a year', path: '/?from=2023-01-01&to=2023-12-31', left: ['2024-90'] },
    { says: 'by what isn’t carried out', path: '/?carried=open', left: ['Utan nummer än'] },
  ])('$says', async ({ path, left }) => {
    await show({ path })
    await expect.element(page.getByText(`Visar ${left.length} av 4 beslut`)).toBeVisible()
    for (const name of left) await expect.element(row(name)).toBeVisible()
  })
})

test('choices say how many they would show, beside the other filters', async () => {
  const { history } = await show({ path: '/?from=2024-01-01&to=2024-12-31' })
  const forum = page.getByRole('combobox', { name: 'Forum' })
  await expect.element(forum).toMatchTextContent(/Strategisk dialog Hemtjänst \(2\)/)
  await expect.element(forum).not.toMatchTextContent(/Prioriteringsforum/)
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Tid' }), '2023')
  await expect.element(forum).toMatchTextContent(/Prioriteringsforum \(1\)/)
  expect(history.at(-1)).toContain('from=2023-01-01&to=2023-12-31')
  await page.getByRole('button', { name: 'Rensa' }).click()
  await expect.element(page.getByText('Visar 4 av 4 beslut')).toBeVisible()
})

test('the keyboard goes through the rows, opens one and comes back to it', async () => {
  const { history } = await show()
  await expect.element(rows().nth(0)).toBeVisible()
  ;(rows().nth(0).element() as HTMLElement).focus()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
  const heading = page.getByRole('heading', { level: 2, name: 'SD HT 2024 § 14' })
  await expect.element(heading).toHaveFocus()
  expect(history.at(-1)).toContain('key=locks')
  await userEvent.keyboard('{Escape}')
  await expect.element(heading).not.toBeInTheDocument()
  await expect.element(row('SD HT 2024 § 14')).toHaveFocus()
  await userEvent.keyboard('/')
  await expect.element(search).toHaveFocus()
})

test('a decision tells what replaced it, and leads there and back', async () => {
  await show({ path: '/?key=locks' })
  const chain = page.getByRole('region', { name: 'SD HT 2024 § 14' }).getByRole('list')
  await expect.element(chain).toMatchTextContent(/SD HT 2024 § 14.*detta beslut.*2024-120/)
  await chain.getByRole('link', { name: /2024-120/ }).click()
  const later = page.getByRole('region', { name: '2024-120' })
  await expect.element(later.getByRole('link', { name: /SD HT 2024 § 14/ })).toBeVisible()
  await expect.element(later).toMatchTextContent(/Digitala lås sorteras bort/)
})

test('it leads to the meeting, the forum and the initiative', async () => {
  await show({ path: '/?key=locks' })
  const opened = page.getByRole('region', { name: 'SD HT 2024 § 14' })
  await expect
    .element(opened.getByRole('link', { name: 'm-2024-09' }))
    .toHaveAttribute('href', '/meeting/m-2024-09?part=minutes')
  await expect
    .element(opened.getByRole('link', { name: /Digitala lås/ }))
    .toHaveAttribute('href', '/initiative/i-1')
  await expect
    .element(opened.getByRole('link', { name: dialogue.title }))
    .toHaveAttribute('href', '/decisions?forum=f-sd-ht')
})

test('what could not be carried out says why', async () => {
  const refused = JSON.stringify([{ why: 'archived' }])
  await show({ open: [{ ...waits, carrying: 'refused', refused }], path: '/?key=item-waits/decision' })
  const opened = page.getByRole('region', { name: 'Utan nummer än' })
  await expect.element(opened).toMatchTextContent(/kunde inte verkställas.*tas upp igen/)
  await expect.element(opened.getByRole('alert')).toBeVisible()
})

test('a link to what is not there says so, when all has come', async () => {
  await show({ path: '/?key=gone' })
  await expect.element(page.getByRole('heading', { name: 'Beslutet finns inte här' })).toBeVisible()
})

test('a link is given by the host', async () => {
  const shareLink = vi.fn<(route: string, label: string) => void>()
  await show({ path: '/?key=locks', host: { shareLink } as never })
  await page.getByRole('button', { name: 'Kopiera länk' }).click()
  await vi.waitFor(() =>
    expect(shareLink).toHaveBeenCalledWith('/decisions?key=locks', 'Beslut SD HT 2024 § 14'),
  )
})

describe('twenty thousand decisions', () => {
  const many = Array.from({ length: 20_000 }, (_, n) =>
    aDecision(`d${n}`, { number: `2020-${n}`, decidedOn: `20${10 + (n % 14)}-0${1 + (n % 9)}-11` }),
  )

  test('are all found, and only those in sight are drawn', async () => {
    await show({ made: many, open: [] })
    await expect.element(page.getByText('Visar 20 000 av 20 000 beslut'), { timeout: 20_000 }).toBeVisible()
    expect(rows().elements().length).toBeLessThan(60)
    await search.fill('2020-17123')
    await expect.element(page.getByText('Visar 1 av 20 000 beslut'), { timeout: 20_000 }).toBeVisible()
  })

  test('come page by page, the latest first, without hindering anybody', async () => {
    let goOn = () => undefined as void
    const hold = new Promise<void>((resolve) => {
      goOn = resolve
    })
    const { since } = await show({ made: many, open: [], site: { pageSize: 5000, hold } })
    await expect
      .element(page.getByText('Hämtar fler beslut: 5 000 av 5 000 hittills'), { timeout: 20_000 })
      .toBeVisible()
    expect(since).toHaveBeenCalledWith(decisions, 'decidedOn', '2024-06-03')
    await expect.element(page.getByRole('button', { name: 'Excel' })).toBeDisabled()
    goOn()
    await expect.element(page.getByText('Visar 20 000 av 20 000 beslut'), { timeout: 20_000 }).toBeVisible()
    await expect.element(page.getByRole('button', { name: 'Excel' })).toBeEnabled()
  })
})

test('the next visit asks for nothing but what has changed', async () => {
  const { asked, show: turnTo } = await show()
  await expect.element(page.getByText('Visar 4 av 4 beslut')).toBeVisible()
  await turnTo(<p>another page</p>)
  const before = asked.length
  await turnTo(<DecisionsPage />)
  await expect.element(page.getByText('Visar 4 av 4 beslut')).toBeVisible()
  await vi.waitFor(() => expect(asked.length).toBe(before + 2))
  expect(asked.slice(before).every((path) => path.includes('delta?token=now'))).toBe(true)
})

test('a decision made meanwhile stands there at once', async () => {
  const { session } = await show({
    act: () => ({ done: { decisions: [aDecision('new', { number: '2024-200' })] } }),
  })
  await expect.element(page.getByText('Visar 4 av 4 beslut')).toBeVisible()
  await session.acting.act('decideGate', {} as never)
  await expect.element(row('2024-200')).toBeVisible()
})

test('a site that does not answer is said so, and asked again', async () => {
  let fails = true
  const kept = siteOf([held(decisions, [locks]), held(paragraphs, [numbered])])
  await show({
    store: {
      ...kept.store,
      graph: (call) => (fails ? Promise.reject(new Error('offline')) : kept.store.graph(call)),
      since: () => Promise.reject(new Error('offline')),
      whereIn: () => Promise.resolve([[]]) as never,
    },
  })
  await expect.element(page.getByText(/Besluten kunde inte hämtas/)).toBeVisible()
  fails = false
  await page.getByRole('button', { name: 'Försök igen' }).click()
  await expect.element(row('SD HT 2024 § 14')).toBeVisible()
})

test('an empty register says what belongs there', async () => {
  await show({ made: [], open: [] })
  await expect.element(page.getByText(/Här samlas varje beslut/)).toBeVisible()
})

test('paper has all that is shown', async () => {
  await show({ path: '/?forum=f-sd-ht' })
  await expect.element(row('SD HT 2024 § 14')).toBeVisible()
  window.dispatchEvent(new Event('beforeprint'))
  const paper = document.querySelector('[data-print]')
  expect(paper?.querySelectorAll('tbody tr').length).toBe(2)
  expect(paper?.textContent).toContain('Strategisk dialog Hemtjänst')
  window.dispatchEvent(new Event('afterprint'))
  await vi.waitFor(() => expect(document.querySelector('[data-print]')).toBeNull())
})

test('a phone gets cards, and a decision takes their place while it is open', async () => {
  await page.viewport(320, 640)
  const { container } = await show()
  await row('SD HT 2024 § 14').click()
  await expect.element(page.getByRole('heading', { level: 2, name: 'SD HT 2024 § 14' })).toBeVisible()
  await expect.element(rows().nth(0)).not.toBeInTheDocument()
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  expect(await violations(container)).toEqual([])
  await page.getByRole('button', { name: 'Stäng' }).click()
  await expect.element(row('SD HT 2024 § 14')).toBeVisible()
})

test.for(['default', 'dark', 'contrast'] as const)('axe finds nothing wrong in %s', async (theme) => {
  const { container } = await show({ theme, path: '/?key=locks&forum=f-sd-ht' })
  await expect.element(page.getByRole('heading', { level: 2, name: 'SD HT 2024 § 14' })).toBeVisible()
  expect(await violations(container)).toEqual([])
})
