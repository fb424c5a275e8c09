/** The register of decisions: found by words, filters and links, by hand and keyboard, and what each decision tells. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { show, rows, search, row, dialogue, waits } from './registerShown.tsx'

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
  await expect.poll(() => shareLink.mock.calls).toEqual([['/decisions?key=locks', 'Beslut SD HT 2024 § 14']])
})
