/** What comes of an item while the meeting is held: decisions, actions in one line, and questions sent on. */
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { violations } from '../fixtures.tsx'
import { chair, there, heldMeeting, aServer, show, field, choice, button } from './heldMeeting.tsx'

test('a gate is decided: who has the mandate, what is missing, and the decision as it is asked for', async () => {
  const server = aServer()
  const { container } = await show(server)
  await choice('Utfall').selectOptions('Bifall')
  await expect.element(choice('Vad som händer med initiativet')).toHaveDisplayValue('BP1: Går vidare')
  await expect.element(field('Beslutets lydelse')).toHaveValue('Behovet går vidare till grovsållning.')
  await expect.element(choice('Beslutas av')).toHaveDisplayValue('Hanna Hemtjänst (har mandatet)')
  await expect.element(page.getByText(/Innan det kan verkställas/)).toBeVisible()
  expect(await violations(container)).toEqual([])
  await button('Anteckna beslutet').click()
  await expect
    .poll(() => server.of('decideItem'))
    .toEqual([
      {
        item: 'b',
        outcome: 'grant',
        wording: 'Behovet går vidare till grovsållning.',
        conflicted: [],
        decidedBy: chair,
        effect: { does: 'gate', gate: 'BP1', outcome: 'goOn' },
      },
    ])
})

test('nobody present has the mandate: those who have it are named, and nothing can be recorded by mistake', async () => {
  const server = aServer()
  const [, second] = there
  await show(server, { now: heldMeeting({ attendance: second ? [second] : [] }) })
  await choice('Utfall').selectOptions('Bifall')
  await expect.element(page.getByText(/Ingen som är här får besluta det/)).toBeVisible()
  await expect.element(page.getByText(/^Det får .*Hanna Hemtjänst/)).toBeVisible()
  await expect.element(button('Anteckna beslutet')).toBeDisabled()
})

test('whoever leaves the item for a conflict of interest does not decide it', async () => {
  await show(aServer())
  await choice('Utfall').selectOptions('Antecknas')
  await page.getByText(/^Avvikande mening, jäv/).click()
  await page.getByRole('checkbox', { name: 'Hanna Hemtjänst' }).click()
  await expect.element(choice('Beslutas av')).toHaveDisplayValue('Sara Sekreterare')
})

test('a remitted matter says what is to be completed', async () => {
  await show(aServer(), { path: '/?item=c' })
  await choice('Utfall').selectOptions('Återremiss')
  await expect.element(button('Anteckna beslutet')).toBeDisabled()
  await field('Ska kompletteras med').fill('Kostnaden per år')
  await expect.element(button('Anteckna beslutet')).toBeEnabled()
})

test('what is half written of a decision is there when the item is opened again', async () => {
  const { session } = await show(aServer(), { path: '/?item=c' })
  await choice('Utfall').selectOptions('Egen lydelse')
  await field('Beslutets lydelse').fill('Vi väntar')
  await expect
    .poll(() => session.data.cache.kept('decision/m-2024-10/c'))
    .toMatchObject({ outcome: 'own', wording: 'Vi väntar' })
})

test('an action in one line says what it understood before Enter', async () => {
  const server = aServer()
  await show(server)
  const line = page.getByRole('combobox', { name: 'Ny åtgärd' })
  await line.fill('Hanna utreder grenuttag senast 5 april')
  await expect
    .element(page.getByText('Hanna Hemtjänst · Utreder grenuttag · senast lör 5 apr. 2025'))
    .toBeVisible()
  await line.click()
  await userEvent.keyboard('{Enter}')
  await expect
    .poll(() => server.of('saveAction'))
    .toMatchObject([
      {
        forum: 'f-sd-ht',
        meeting: 'm-2024-10',
        item: 'b',
        values: { title: 'Utreder grenuttag', owner: chair, due: '2025-04-05' },
      },
    ])
  await expect.element(line).toHaveValue('')
})

test('names are completed by the arrows', async () => {
  await show(aServer())
  const line = page.getByRole('combobox', { name: 'Ny åtgärd' })
  await line.click()
  await userEvent.keyboard('@sa')
  await expect.element(page.getByRole('option', { name: 'Sara Ek' })).toBeVisible()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
  await expect.element(line).toHaveValue('@Sara Ek ')
})

test('an action without a day is not taken', async () => {
  const server = aServer()
  await show(server)
  const line = page.getByRole('combobox', { name: 'Ny åtgärd' })
  await line.fill('Hanna utreder grenuttag')
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByText(/när saknas/)).toBeVisible()
  expect(server.of('saveAction')).toEqual([])
})

test('a question is sent on to another forum', async () => {
  const server = aServer()
  await show(server)
  await page.getByText('Skicka frågan vidare till ett annat forum').click()
  await choice('Till').selectOptions('Prioriteringsforum')
  await field('Frågan').fill('Ryms det i ramen?')
  await button('Skicka vidare').click()
  await expect.element(page.getByText(/Ligger nu att ta upp i Prioriteringsforum/)).toBeVisible()
  expect(server.of('sendOn')).toEqual([{ item: 'b', forum: 'f-pf', question: 'Ryms det i ramen?' }])
})
