/** One's own reminders: chosen in a form, refused in plain words, and why nothing comes when nothing does. */
import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { ReminderChoice } from '#src/lists/reminding.ts'
import type { MyReminders } from '#src/rules/reminding/reminderChoice.ts'
import { RemindersPage } from '#tabs/reminders/RemindersPage.tsx'
import { type Act, type Given, renderScreen, violations } from './fixtures.tsx'

const today = '2026-03-25'
// A server that sends has the task for a while yet.
const now = Date.now() + 600_000
const reached: MyReminders = { address: { state: 'reachable' }, until: now }

async function show(mine: MyReminders = reached, given: Given = {}) {
  const asked: unknown[] = []
  const act: Act = (one) => {
    if (one.name === 'loadMyReminders') return { done: { myReminders: mine } }
    asked.push(one.args)
    if (given.act) return given.act(one)
    const row = { ...mine.choice, ...withoutNulls(one.args as object) }
    return { done: { reminderChoices: [row as ReminderChoice] } }
  }
  const shown = await renderScreen(<RemindersPage />, { today, ...given, act })
  await expect
    .element(page.getByRole('button', { name: 'Spara' }).or(page.getByRole('button', { name: 'Save' })))
    .toBeVisible()
  return { ...shown, asked }
}
const withoutNulls = (values: object) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
const save = () => page.getByRole('button', { name: 'Spara' }).click()

test('what was changed is sent, and nothing else', async () => {
  const { asked } = await show({ ...reached, choice: { time: '09:00', off: ['moved'] } })
  await expect.element(page.getByLabelText('Dagens påminnelser kommer klockan')).toHaveValue('09:00')
  await expect.element(page.getByRole('checkbox', { name: 'Behov som flyttats' })).not.toBeChecked()
  await page.getByLabelText('Dagens påminnelser kommer klockan').fill('07:30')
  await expect.element(page.getByText('Du har ändringar som inte är sparade.')).toBeVisible()
  await save()
  await expect.element(page.getByText('Sparat. Det gäller från nästa utskick.')).toBeVisible()
  expect(asked).toEqual([{ time: '07:30' }])
})

test('kinds are turned off and on, by keyboard too; none at all is told of', async () => {
  const { asked } = await show({
    ...reached,
    choice: { off: ['verify', 'decision', 'report', 'action', 'agenda', 'moved', 'stalled'] },
  })
  const last = page.getByRole('checkbox', { name: 'Möten och protokoll' })
  ;(last.element() as HTMLElement).focus()
  await userEvent.keyboard(' ')
  await expect.element(page.getByText(/Du har valt bort alla påminnelser/)).toBeVisible()
  await userEvent.keyboard(' ')
  await page.getByRole('checkbox', { name: 'Justering' }).click()
  await save()
  await expect.element(page.getByText(/^Sparat/)).toBeVisible()
  expect(asked).toEqual([{ off: ['decision', 'report', 'action', 'agenda', 'moved', 'stalled'] }])
})

test('a pause that runs is told of, and taken away in one press', async () => {
  const { asked } = await show({ ...reached, choice: { pausedFrom: '2026-03-20', pausedTo: '2026-04-03' } })
  await expect.element(page.getByText(/Pausat till och med 3 apr/)).toBeVisible()
  await page.getByRole('button', { name: 'Ta bort pausen' }).click()
  await expect.element(page.getByText(/^Sparat/)).toBeVisible()
  expect(asked).toEqual([{ pausedFrom: null, pausedTo: null }])
})

test('a pause that is over is gone from the form', async () => {
  await show({ ...reached, choice: { pausedFrom: '2026-03-02', pausedTo: '2026-03-24' } })
  await expect.element(page.getByLabelText('Från och med')).toHaveValue('')
})

test('a pause that is refused says why, and what was written stays', async () => {
  await show(reached, { act: () => ({ refusals: [{ why: 'reminding', fault: 'pauseOrder' }] }) })
  await page.getByLabelText('Från och med').fill('2026-07-31')
  await page.getByLabelText('Till och med').fill('2026-07-01')
  await save()
  await expect
    .element(page.getByText('Pausens sista dag ligger före den första. Rätta datumen.'))
    .toBeVisible()
  await expect.element(page.getByLabelText('Till och med')).toHaveValue('2026-07-01')
})

test('without net it is kept, and sent later', async () => {
  await show(reached, { act: () => 'offline' })
  await page.getByRole('checkbox', { name: 'Justering' }).click()
  await save()
  await expect.element(page.getByText('Sparas när nätet är tillbaka.')).toBeVisible()
})

describe('whether reminders come', () => {
  test.each<{ says: RegExp; mine: MyReminders }>([
    { says: /^✓ Du nås i chatten/, mine: reached },
    { says: /inte påslagna här ännu/, mine: {} },
    { says: /Du har ännu ingen chatt med Samstyr/, mine: { until: now } },
    {
      says: /inte kunnat nås i chatten sedan 20 mar/,
      mine: { until: now, address: { state: 'unreachable', since: '2026-03-20' } },
    },
    {
      says: /Du tog bort Samstyr ur Teams 20 mar/,
      mine: { until: now, address: { state: 'removed', since: '2026-03-20' } },
    },
    { says: /skickas inte just nu/, mine: { ...reached, until: now - 3_600_000 } },
  ])('$says', async ({ says, mine }) => {
    await show(mine)
    await expect.element(page.getByText(says)).toBeVisible()
  })

  test('what can’t be read is told, and asked for again', async () => {
    let times = 0
    await renderScreen(<RemindersPage />, {
      today,
      act: () => (times++ === 0 ? 'offline' : { done: { myReminders: reached } }),
    })
    await expect.element(page.getByText(/Dina val kunde inte läsas/)).toBeVisible()
    await page.getByRole('button', { name: 'Försök igen' }).click()
    await expect.element(page.getByText(/Du nås i chatten/)).toBeVisible()
  })
})

describe.each(['default', 'dark', 'contrast'] as const)('in %s', (theme) => {
  test('there is nothing for axe to find, reached or not', async () => {
    const { container } = await show(
      { ...reached, choice: { pausedFrom: '2026-03-20', pausedTo: '2026-04-03' } },
      { theme },
    )
    expect(await violations(container)).toEqual([])
    const other = await show({}, { theme, locale: 'en' })
    expect(await violations(other.container)).toEqual([])
  })
})

test('320 pixels are enough', async () => {
  await page.viewport(320, 700)
  await show({ ...reached, choice: { pausedFrom: '2026-03-20', pausedTo: '2026-04-03' } })
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
})
