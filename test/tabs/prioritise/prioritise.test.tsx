/** The forum's ranking with its reasons: what comes first, what waits, and what has changed since it was decided. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { List } from '#src/lists/list.ts'
import { criteria, frameYears, rankings, scores } from '#src/lists/prioritising.ts'
import { violations } from '../fixtures.tsx'
import { rows, sent, server, reading, show, namesIn } from './prioritiseShown.tsx'

beforeEach(() => {
  sent.length = 0
  server.answer = () => ({ done: {} })
})

describe('the ranking', () => {
  test('mandatory first, then what runs, then by points; what the frame does not hold waits', async () => {
    await show('ranking')
    await expect.element(page.getByText('Här tar pengarna slut: 4 mnkr kan fördelas.')).toBeVisible()
    expect(namesIn('Rangordning')).toEqual(['A-1', 'A-2', 'A-3', 'A-4'])
    expect(namesIn('Väntelista')).toEqual(['A-5'])
    await expect
      .element(page.getByText('Ryms inte: med den blir behovet 1 mnkr mer', { exact: false }))
      .toBeVisible()
    await expect.element(page.getByText('Leds av andra (1)')).toBeVisible()
  })

  test('says what has changed since it was decided, and shows that as it stood', async () => {
    await show('ranking')
    await expect.element(page.getByText('Tidbokning har gått upp från plats 4 till 3.')).toBeVisible()
    await expect.element(page.getByText('Roboten är ny, på plats 5.')).toBeVisible()
    await page.getByRole('link', { name: 'Portföljledningen 2025, beslutad 10 sep.' }).click()
    await expect.element(page.getByText(/som den såg ut när Olle Ägare beslutade/)).toBeVisible()
    expect(namesIn('Rangordning')).toEqual(['A-1', 'A-2', 'A-4', 'A-3'])
    await page.getByRole('button', { name: 'Till rangordningen som den är nu' }).click()
    await expect.element(page.getByText('Roboten är ny, på plats 5.')).toBeVisible()
  })

  test('with nothing to rank it says what belongs there; with no criteria, where they are set', async () => {
    await show('ranking', { initiatives: [] })
    await expect.element(page.getByText(/Inget av forumets initiativ begär pengar/)).toBeVisible()
    await show('ranking', { without: [criteria, scores, rankings, frameYears] })
    await expect.element(page.getByRole('link', { name: 'Bestäm kriterierna' })).toBeVisible()
    await expect.element(page.getByText('Ingen rangordning är beslutad för året än.')).toBeVisible()
    await expect.element(page.getByText(/Ingen ram är satt för 2025/)).toBeVisible()
  })

  test('what could not be read is told of, and asked for again', async () => {
    let fails = true
    const read = (list: List) =>
      fails ? Promise.reject(new Error('away')) : Promise.resolve((rows.get(list) ?? []) as never)
    await show('ranking', { store: reading(read) })
    await expect.element(page.getByRole('alert')).toBeVisible()
    fails = false
    await page.getByRole('button', { name: 'Försök igen' }).click()
    await expect.element(page.getByText('Här tar pengarna slut', { exact: false })).toBeVisible()
  })

  test.for(['default', 'dark', 'contrast'] as const)('nothing for axe to find: %s', async (theme) => {
    const { container } = await show('ranking', { theme })
    await expect.element(page.getByText('Här tar pengarna slut', { exact: false })).toBeVisible()
    expect(await violations(container)).toEqual([])
  })
})
