/** A joint forum's order at its sitting: what is of the meeting, and what its secretary writes down for those who decide. */
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { violations } from '../fixtures.tsx'
import { anna, bo, laid, secretary, sent, show, voices, yes } from './jointForum.tsx'

test('at a sitting a no says whether it is of the meeting, and is not when that is unticked', async () => {
  await show(bo, [laid()], { there: [bo] })
  await page.getByRole('radio', { name: 'Nej' }).click()
  await page.getByRole('textbox', { name: 'Skäl' }).fill('Vi saknar folk')
  await page.getByRole('checkbox', { name: /Beslutas på mötet Styrgruppen 1 oktober/ }).click()
  await page.getByRole('button', { name: 'Säg nej' }).click()
  await expect.poll(() => sent.length).toBe(1)
  expect(sent[0]?.args).not.toHaveProperty('meeting')
})

test('the secretary writes down what those there say, each for their own', async () => {
  const { container } = await show(secretary, [laid({ voices: [] })], { there: [anna, bo] })
  await page.getByText('Anteckna besked på mötet Styrgruppen 1 oktober').click()
  await page.getByRole('combobox', { name: 'Vems besked' }).selectOptions('Funktionsstöd, Bo Ask')
  await expect.element(page.getByText('Besked av Bo Ask för Funktionsstöd')).toBeVisible()
  expect(await violations(container)).toEqual([])
  await page.getByRole('button', { name: 'Anteckna beskedet' }).click()
  await expect.poll(() => sent.length).toBe(1)
  expect(sent[0]?.args).toMatchObject({
    ranking: 'r-1',
    outcome: 'grant',
    meeting: 'm',
    saidBy: { id: bo.id },
  })
})

test('it is said when nobody awaited is there; who does not write at the sitting is not asked', async () => {
  await show(secretary, [laid()], { there: [anna] })
  await expect.element(page.getByText(/Ingen av dem som ordningen väntar på/)).toBeVisible()
})

test('who wrote an answer down is shown', async () => {
  const theirs = { ...yes, recordedBy: secretary }
  await show(anna, [laid({ voices: [theirs] })], { there: [bo] })
  await expect.element(voices().nth(0)).toMatchTextContent(/Ja, Anna Ek .*Antecknat av Siv Lind/)
  expect(page.getByText(/Anteckna besked/).elements()).toEqual([])
})
