/** A forum: what can be done about a meeting of its year, and what waits to be taken up. */
import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { aMeeting } from '#test/fixtures/meetings.ts'
import { show, row, asked } from './forumShown.tsx'

describe('a meeting of the year', () => {
  test('is moved, with what the person saw; a later start moves the end', async () => {
    const { acts } = await show()
    await row(/14 nov/)
      .getByRole('button', { name: 'Flytta mötet tors 14 nov.' })
      .click()
    await page.getByLabelText('Dag', { exact: true }).fill('2024-11-16')
    await expect.element(page.getByText(/helg eller helgdag/)).toBeVisible()
    await page.getByLabelText('Dag', { exact: true }).fill('2024-11-21')
    await page.getByLabelText('Börjar').fill('14:00')
    await page.getByRole('button', { name: 'Flytta mötet' }).click()
    await expect
      .poll(() => acts[0])
      .toMatchObject({
        name: 'saveMeeting',
        args: {
          meeting: 'm-3',
          values: { day: '2024-11-21', start: '14:00', end: '15:30' },
          base: { day: '2024-11-14', start: '13:00', end: '14:30' },
        },
      })
    await expect.element(page.getByRole('heading', { name: 'Möten 2024' })).toHaveFocus()
  })
  test('is cancelled only with a reason; what is refused is said and the reason stays', async () => {
    const { acts } = await show({
      answer: () => ({ refusals: [{ why: 'meeting', fault: 'decided' }] }),
    })
    await row(/14 nov/)
      .getByRole('button', { name: 'Ställ in mötet tors 14 nov.' })
      .click()
    await expect.element(page.getByRole('button', { name: 'Ställ in mötet' })).toBeDisabled()
    await page.getByLabelText('Varför ställs det in?').fill('Ordföranden är sjuk')
    await page.getByRole('button', { name: 'Ställ in mötet' }).click()
    await expect.element(page.getByRole('alert')).toBeVisible()
    expect(acts[0]).toMatchObject({
      name: 'cancelMeeting',
      args: { meeting: 'm-3', reason: 'Ordföranden är sjuk' },
    })
    await expect.element(page.getByLabelText('Varför ställs det in?')).toHaveValue('Ordföranden är sjuk')
  })
  test('with an event moves it too, and says plainly when the calendar may not be used', async () => {
    const refused = Object.assign(new Error('no'), { name: 'SignInNeeded' })
    await show({
      rows: [aMeeting({ key: 'm-3', day: '2024-11-14', state: 'planned', eventId: 'e-1' })],
      calendar: () => Promise.reject(refused),
    })
    await row(/14 nov/)
      .getByRole('button', { name: 'Flytta mötet tors 14 nov.' })
      .click()
    await page.getByLabelText('Dag', { exact: true }).fill('2024-11-21')
    await page.getByRole('button', { name: 'Flytta mötet' }).click()
    await expect.element(page.getByText('Mötet är flyttat i Samstyr.')).toBeVisible()
    await expect.element(page.getByRole('button', { name: 'Ge tillåtelse' })).toBeVisible()
  })
  test('outside the series is made, and opens', async () => {
    const { acts, history } = await show()
    await page.getByRole('button', { name: 'Extra möte' }).click()
    await page.getByLabelText('Dag', { exact: true }).fill('2024-10-08')
    await page.getByRole('button', { name: 'Lägg in mötet' }).click()
    await expect
      .poll(() => acts[0])
      .toMatchObject({
        name: 'saveMeeting',
        args: {
          values: { kind: 'extra', day: '2024-10-08', start: '13:00', end: '14:30', place: 'Storsalen' },
        },
      })
    await expect.poll(() => history?.at(-1)).toMatch(/^\/meeting\/.+part=prepare$/)
  })
  test('decisions between meetings ask for a day only', async () => {
    const { acts, history } = await show()
    await page.getByRole('button', { name: 'Beslut mellan möten' }).click()
    await expect.element(page.getByLabelText('Börjar')).not.toBeInTheDocument()
    await page.getByRole('button', { name: 'Skriv beslut' }).click()
    await expect
      .poll(() => acts[0])
      .toMatchObject({ args: { values: { kind: 'between', day: '2024-10-01' } } })
    await expect.poll(() => history?.at(-1)).toMatch(/part=hold$/)
  })
})

describe('what waits to be taken up', () => {
  test('says who asks what, and is put on the next agenda', async () => {
    const { acts } = await show()
    const item = page.getByRole('region', { name: 'Att ta upp' }).getByRole('listitem')
    await expect.element(item).toMatchTextContent('Fråga från Prioriteringsforum')
    await expect.element(item).toMatchTextContent(asked.text)
    await item.getByRole('button', { name: 'Ta upp på nästa möte' }).click()
    await expect
      .poll(() => acts[0])
      .toMatchObject({
        name: 'saveItem',
        args: { item: 'b-1', forum: 'f-sd-ht', meeting: 'm-3' },
      })
  })
  test('is proposed by anyone, in their own words', async () => {
    const { acts } = await show({ mine: false })
    await page.getByRole('button', { name: 'Föreslå en punkt' }).click()
    await page.getByLabelText('Ärende').fill('Fler larm')
    await page.getByLabelText(/Vad vill du/).fill('Säg ja till fler larm')
    await page.getByLabelText('Gäller initiativ').fill('A-1 Larm')
    await page.getByRole('button', { name: 'Föreslå', exact: true }).click()
    await expect
      .poll(() => acts[0])
      .toMatchObject({
        name: 'saveItem',
        args: {
          forum: 'f-sd-ht',
          values: { title: 'Fler larm', question: 'Säg ja till fler larm', initiative: { key: 'A-1' } },
        },
      })
    await expect.element(page.getByRole('button', { name: 'Föreslå en punkt' })).toHaveFocus()
  })
})
