/** The help on keys: what the page in view listens to, and a switch for keys of a single character. */
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { initiatives } from '#src/lists/initiatives.ts'
import { BoardPage } from '#tabs/board/BoardPage.tsx'
import { NetStatus } from '#tabs/ui/NetStatus.tsx'
import { anInitiative } from '../fixtures/initiatives.ts'
import { type Given, held, renderScreen, violations } from './fixtures.tsx'

const press = (keys: string) => userEvent.keyboard(keys)
const help = () => page.getByRole('dialog', { name: /Kortkommandon|Keys/ })
const search = () => page.getByRole('searchbox')
const single = () => help().getByRole('switch')

async function show(given: Given = {}) {
  const shown = await renderScreen(
    <>
      <BoardPage />
      <NetStatus />
    </>,
    { items: [held(initiatives, [anInitiative()])], path: '/board', ...given },
  )
  await expect.element(page.getByRole('button', { name: /^(Kortkommandon|Keys)$/ })).toBeVisible()
  ;(document.activeElement as HTMLElement | null)?.blur()
  return shown
}

test('? opens the keys of the page and those that work everywhere', async () => {
  await show()
  await press('?')
  const here = help().getByRole('table', { name: 'På den här sidan' })
  await expect
    .element(here.getByRole('row', { name: 'Blanksteg Lyfter kortet för att flytta det' }))
    .toBeVisible()
  await expect.element(here.getByRole('row', { name: '/ Går till sökrutan' })).toBeVisible()
  const all = help().getByRole('table', { name: 'Överallt' })
  await expect.element(all.getByRole('row', { name: '? Visar den här hjälpen' })).toBeVisible()
  expect(await violations(document.body)).toEqual([])
  await press('{Escape}')
  await expect.element(help()).not.toBeInTheDocument()
  // The page is there again, for screen readers too.
  await expect.element(page.getByRole('button', { name: 'Kortkommandon' })).toBeVisible()
})

test('the button opens it too, in English as well', async () => {
  await show({ locale: 'en' })
  await page.getByRole('button', { name: 'Keys' }).click()
  await expect.element(help().getByText('Lifts the card to move it')).toBeVisible()
  await help().getByRole('button', { name: 'Close' }).click()
  await expect.element(page.getByRole('button', { name: 'Keys' })).toHaveFocus()
})

test('? written in a field is a question mark', async () => {
  await show()
  await search().fill('varför')
  await press('?')
  await expect.element(search()).toHaveValue('varför?')
  expect(help().elements()).toEqual([])
})

test('/ goes to the search, from anywhere but a field and never in a chord', async () => {
  await show()
  await press('{Control>}/{/Control}')
  expect(document.activeElement).toBe(document.body)
  await press('/')
  expect(document.activeElement).toBe(search().element())
  await press('/')
  await expect.element(search()).toHaveValue('/')
})

test('turned off, single keys do nothing, and the choice is kept for the person', async () => {
  const { session, show: rerender } = await show()
  await press('?')
  await single().click()
  await expect.element(help().getByText('Visar den här hjälpen')).not.toBeInTheDocument()
  await expect.poll(() => session.data.cache.kept('singleKeys')).toBe(false)
  await help().getByRole('button', { name: 'Stäng' }).click()
  await expect.element(help()).not.toBeInTheDocument()
  ;(document.activeElement as HTMLElement).blur()
  await press('?/')
  expect(help().elements()).toEqual([])
  expect(document.activeElement).toBe(document.body)

  await rerender(<p>En annan sida</p>)
  await rerender(<NetStatus />)
  await page.getByRole('button', { name: 'Kortkommandon' }).click()
  await expect.element(single()).not.toBeChecked()
  await single().click()
  await expect.element(help().getByText('Visar den här hjälpen')).toBeVisible()
})

test('a page without keys of its own shows those that work everywhere', async () => {
  await renderScreen(<NetStatus />)
  await page.getByRole('button', { name: 'Kortkommandon' }).click()
  await expect.element(help().getByRole('table', { name: 'Överallt' })).toBeVisible()
  expect(help().getByRole('table').elements()).toHaveLength(1)
})
