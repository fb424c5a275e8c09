/** Hem: orders that wait for the person's word stand among what waits, each with whom it is asked for and the way there. */
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { rankings } from '#src/lists/prioritising.ts'
import { HomePage } from '#tabs/home/HomePage.tsx'
import { anna, bo, laid, organised, reading, secretary, top } from '../prioritise/jointForum.tsx'
import { renderScreen } from '../fixtures.tsx'

const show = (person: typeof anna, order: object) =>
  renderScreen(<HomePage />, {
    person,
    items: organised(true),
    store: reading(new Map([[rankings, [order]]])),
  })
const waiting = () => page.getByRole('region', { name: /Väntar på dig/ })
const line = () => waiting().getByRole('listitem').filter({ hasText: 'Rangordning: Styrgruppen 2025' })

test('a director whose word is awaited sees who laid it forth, for which authority, and goes there', async () => {
  await show(bo, laid())
  await expect
    .element(line())
    .toMatchTextContent(/Lades fram 18 sep\. av Siv Lind\. Väntar på ditt beslut för Funktionsstöd\./)
  await expect
    .element(line().getByRole('link', { name: 'Läs och besluta Styrgruppen 2025' }))
    .toHaveAttribute('href', '/prioritise/session?forum=f&year=2025&question=order')
  await expect.element(waiting().getByRole('heading')).toMatchTextContent(/1/)
})

test('whoever it was raised to sees that, and those below are asked no more', async () => {
  const raised = laid({ state: 'raised', raisedTo: top })
  await show(secretary, raised)
  await expect.element(line()).toMatchTextContent(/Styrgruppen är inte enigt och har lyft den/)
  await show(bo, raised)
  await expect.element(page.getByRole('heading', { name: 'Hem' })).toBeVisible()
  await expect.poll(() => line().elements()).toEqual([])
})

test('whoever has said theirs is asked no more', async () => {
  await show(anna, laid())
  await expect.element(page.getByRole('heading', { name: 'Hem' })).toBeVisible()
  await expect.poll(() => line().elements()).toEqual([])
})
