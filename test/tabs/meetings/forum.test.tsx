/** A forum: what it is, its year, planning the next, and its template. */
import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { itemStates, type Meeting } from '#src/lists/meetings.ts'
import type { Asked } from '#tabs/queue.ts'
import { violations } from '#test/tabs/fixtures.tsx'
import { show, yearOf, row, year, type Shown } from './forumShown.tsx'

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
  test.each([
    ['department', 1],
    ['organisation', 0],
  ] as const)('of a unit that is a %s leads to how the department stands: %i', async (unitKind, count) => {
    await show({ unitKind })
    await expect.element(yearOf()).toBeVisible()
    expect(page.getByRole('link', { name: 'Avdelningens läge' }).elements()).toHaveLength(count)
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
