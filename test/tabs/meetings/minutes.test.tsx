/** The minutes of a meeting on its page while they are a draft or lie with the verifiers. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { type Meeting } from '#src/lists/meetings.ts'
import { anItem } from '../../fixtures/meetings.ts'
import { violations } from '../fixtures.tsx'
import {
  me,
  bo,
  of,
  drafted,
  items,
  TEXT,
  HASH,
  frozen,
  asked,
  show,
  server,
  button,
  region,
  said,
  type Shown,
} from './minutesPage.tsx'

beforeEach(() => page.viewport(1200, 900))
afterEach(() => page.viewport(414, 896))

describe('a draft', () => {
  test('reads as the minutes will, with the numbers its items will probably get', async () => {
    await show()
    await expect.element(region('Protokoll')).toMatchTextContent('(§ 73)')
    expect(said()).toContain('(§ 74)')
    expect(said()).toContain('§ 74, preliminärt')
    expect(said()).toContain('Behovet går vidare.')
    expect(said()).toContain('BP1: Går vidare. Gäller när protokollet är justerat.')
    expect(said()).toContain('Kontakta bolagen: Åsa Åtgärd, senast 1 nov.')
    expect(said()).toContain('Nästa möteonsdag 13 november')
  })
  test('is sent when one has read what that means', async () => {
    const { sent, act } = server()
    await show({ act })
    await button('Skicka för justering …').click()
    await expect.element(page.getByText(/Bo Sten ska godkänna/)).toBeVisible()
    expect(sent).toEqual([])
    await expect.element(button('Skicka')).toHaveFocus()
    await button('Skicka').click()
    await expect.poll(() => sent).toEqual([{ name: 'sendMinutes', args: { meeting: of.key } }])
  })
  test.for<[string, Shown, RegExp]>([
    ['an item without outcome', { rows: [anItem('x', { order: 1, title: 'Budget' })] }, /Budget/],
    ['no verifiers', { meeting: { ...drafted, verifiers: [] } }, /[Jj]usterare/],
    ['nobody who may', { person: { id: 'other', name: 'Någon' } }, /Anna Ek/],
  ])('says why it can’t be sent: %s', async ([, given, why]) => {
    await show(given)
    await expect.element(button('Skicka för justering …')).toBeDisabled()
    await expect.element(page.getByRole('alert').first()).toMatchTextContent(why)
  })
  test('that was returned says with what', async () => {
    await show({
      approvals: [asked(bo, { answer: 'returned', answeredOn: '2024-10-20', comment: 'Fel belopp i § 74.' })],
    })
    await expect.element(region('Utkast')).toMatchTextContent('Bo Sten lämnade tillbaka 20 okt.')
    expect(said()).toContain('Fel belopp i § 74.')
  })
  test('is had in Word by those who write it', async () => {
    const { sent, act } = server()
    await show({ act })
    await button('Skapa utkastet i Word').click()
    await expect.poll(() => sent).toEqual([{ name: 'makePaper', args: { meeting: of.key, kind: 'minutes' } }])
  })
  test('of notes has no numbers and is settled', async () => {
    await show({ meeting: { ...drafted, minutesKind: 'notes', verification: false } })
    await expect.element(region('Minnesanteckningar')).toMatchTextContent('2. BP1 Läkemedelsrobotar')
    await expect.element(button('Fastställ …')).toBeEnabled()
    expect(said()).not.toContain('(§')
  })
})

describe('minutes that are sent', () => {
  const sentMeeting: Meeting = {
    ...drafted,
    state: 'sent',
    minutesVersion: 1,
    fixedOn: '2024-10-18',
    finished: 'sent/1',
  }
  const given = {
    meeting: sentMeeting,
    kept: frozen(),
    approvals: [asked(me), asked(bo, { answer: 'approved', answeredOn: '2024-10-19' })],
  }

  test('show the frozen text, and who has approved', async () => {
    await show(given)
    await expect.element(region('Protokoll')).toMatchTextContent('§ 74 BP1 Läkemedelsrobotar i hemmet')
    expect(said()).toContain('Jag Själv har inte svarat (skickat 18 okt.)')
    expect(said()).toContain('Bo Sten godkände 19 okt.')
    expect(said()).not.toContain('Behovet går vidare.')
  })
  test('are approved as the version and hash that were read', async () => {
    const { sent, act } = server()
    await show({ ...given, act })
    await button('Godkänn').click()
    await expect
      .poll(() => sent)
      .toEqual([
        { name: 'verifyMinutes', args: { meeting: of.key, version: 1, hash: HASH, answer: 'approved' } },
      ])
  })
  test('that have become verified are gone on from', async () => {
    const { act } = server({ meetings: [{ ...sentMeeting, state: 'verified', drawnUpOn: '2024-10-21' }] })
    await show({ ...given, act })
    await button('Godkänn').click()
    await expect.element(page.getByRole('heading', { name: /^Justerat/ })).toHaveFocus()
  })
  test('are returned with what is to be changed, and not without', async () => {
    const { sent, act } = server()
    await show({ ...given, act })
    await button('Lämna tillbaka med synpunkter').click()
    await expect.element(button('Lämna tillbaka')).toBeDisabled()
    await page.getByLabelText('Vad ska ändras?').fill('Fel belopp')
    await button('Lämna tillbaka').click()
    await expect
      .poll(() => sent.map(({ args }) => args))
      .toMatchObject([{ answer: 'returned', comment: 'Fel belopp' }])
  })
  test('are not approved when their text isn’t the one that was frozen', async () => {
    await show({ ...given, kept: frozen(TEXT.replace('25 robotar', '99 robotar')) })
    await expect.element(page.getByRole('alert')).toMatchTextContent(/stämmer inte med sin kontrollsumma/)
    await expect.element(button('Godkänn')).toBeDisabled()
  })
  test('whose text can’t be read say so', async () => {
    await show({ ...given, kept: frozen().map((row) => ({ ...row, content: undefined }) as never) })
    await expect.element(page.getByRole('alert')).toMatchTextContent(/kunde inte hämtas/)
  })
  test('that are about to be frozen are shown as they stand', async () => {
    await show({ ...given, kept: [] })
    await expect.element(page.getByText(/håller på att låsas/)).toBeVisible()
    await expect.element(region('Protokoll')).toMatchTextContent('Behovet går vidare.')
    expect(button('Rätta …').query()).toBeNull()
  })
  test('ask nothing of whoever isn’t a verifier', async () => {
    await show({ ...given, approvals: [asked(bo)] })
    await expect.element(region('Protokoll')).toBeVisible()
    expect(button('Godkänn').query()).toBeNull()
  })
})

describe('a § that is verified at once', () => {
  const rows = items.map((item) => (item.key === 'robots' ? { ...item, atOnce: true } : item))
  test('is sent by itself', async () => {
    const { sent, act } = server()
    await show({ rows, act })
    await button('Skicka paragrafen för justering').click()
    await expect.poll(() => sent).toEqual([{ name: 'sendItem', args: { item: 'robots' } }])
  })
  test('is approved by itself', async () => {
    const { sent, act } = server()
    await show({ rows, act, approvals: [asked(me, { item: { key: 'robots', title: 'BP1' }, hash: 'x' })] })
    await button('Godkänn').click()
    await expect
      .poll(() => sent)
      .toEqual([{ name: 'verifyItem', args: { item: 'robots', hash: 'x', answer: 'approved' } }])
  })
})

test.each(['default', 'dark', 'contrast'] as const)('axe finds nothing in a draft in %s', async (theme) => {
  const { container } = await show({ theme })
  await expect.element(region('Protokoll')).toBeVisible()
  await button('Skicka för justering …').click()
  expect(await violations(container)).toEqual([])
})
