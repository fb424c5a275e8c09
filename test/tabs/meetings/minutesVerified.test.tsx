/** Verified minutes on the page of their meeting: what they did, their files, and that nobody has changed them. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { type Paper } from '#src/lists/minutes.ts'
import { violations } from '../fixtures.tsx'
import {
  anna,
  forum,
  of,
  TEXT,
  HASH,
  frozen,
  show,
  server,
  button,
  region,
  said,
  verified,
  filed,
  asDecided,
  asVerified,
} from './minutesPage.tsx'

beforeEach(() => page.viewport(1200, 900))
afterEach(() => page.viewport(414, 896))

describe('verified minutes', () => {
  test('say when, what took effect, and where their files are', async () => {
    await show(asVerified)
    await expect.element(region('Justerat 20 okt.')).toMatchTextContent('Bo Sten godkände 20 okt.')
    await expect
      .element(region('Vad besluten har gjort'))
      .toMatchTextContent(/Verkställt.*Läkemedelsrobotar · BP1: Går vidare/)
    await expect
      .element(page.getByRole('link', { name: 'SD HT 2024-10-16 Protokoll.docx', exact: true }))
      .toHaveAttribute('href', 'https://example.org/p.docx')
    await expect
      .element(page.getByRole('link', { name: /som PDF/ }))
      .toHaveAttribute('href', 'https://example.org/p.pdf')
  })
  test('say what could not be carried out, why, and that it comes back', async () => {
    const refused = [{ why: 'alreadyDecided', number: 'AVO B-12', by: anna, on: '2024-10-01' }]
    await show({
      ...asVerified,
      rows: asDecided.map((item) =>
        item.key === 'robots'
          ? { ...item, carrying: 'refused' as const, refused: JSON.stringify(refused) }
          : item,
      ),
    })
    await expect
      .element(region('Vad besluten har gjort'))
      .toMatchTextContent(/Kunde inte verkställas.*AVO B-12.*nästa dagordning/)
  })
  test('have a summary that is written when it suits', async () => {
    const { sent, act } = server({ meetings: [{ ...verified, summary: 'Robotarna går vidare.' }] })
    await show({ ...asVerified, act })
    const written = page.getByRole('textbox', { name: 'Sammanfattning för enhetschefer' })
    await expect.element(button('Spara')).toBeDisabled()
    await written.fill('Robotarna går vidare.')
    await button('Spara').click()
    await expect
      .poll(() => sent.map(({ args }) => args))
      .toEqual([
        {
          meeting: of.key,
          forum: forum.key,
          values: { summary: 'Robotarna går vidare.' },
          base: { summary: null },
        },
      ])
    await expect.element(button('Spara')).toBeDisabled()
  })
  test('say when their files are still being made', async () => {
    await show({ ...asVerified, meeting: { ...verified, finished: 'sent/1' }, kept: frozen() })
    await expect.element(page.getByText(/Filerna skapas/)).toBeVisible()
  })
  test('give an extract of one § in one click, and then a link to it', async () => {
    const [first] = filed as [Paper]
    const extract: Paper = {
      ...first,
      key: 'robots/extract/1/abc',
      claim: 'robots/extract/1/abc',
      kind: 'extract',
      item: { key: 'robots', title: 'x' },
      part: 1,
      parts: 1,
      file: 'https://example.org/u.docx',
      fileName: 'Protokollsutdrag § 74.docx',
    }
    const { sent, act } = server({ papers: [extract] })
    await show({ ...asVerified, act })
    await button('Protokollsutdrag: BP1 Läkemedelsrobotar i hemmet').click()
    await expect
      .poll(() => sent)
      .toEqual([{ name: 'makePaper', args: { meeting: of.key, kind: 'extract', item: 'robots' } }])
    await expect
      .element(region('Protokoll').getByRole('link', { name: 'Protokollsutdrag § 74.docx' }))
      .toBeVisible()
  })
  test('are checked here: what stands is what was locked', async () => {
    await show(asVerified)
    await button('Kontrollera Protokoll version 1').click()
    await expect.element(region('Versioner').getByRole('status')).toMatchTextContent('✓ Stämmer')
    expect(said()).toContain(HASH)
  })
  test('that somebody has changed are found out', async () => {
    await show({ ...asVerified, kept: frozen(TEXT.replace('25 robotar', '99 robotar')) })
    await button('Kontrollera Protokoll version 1').click()
    await expect.element(region('Versioner').getByRole('status')).toMatchTextContent('✕ Stämmer inte')
  })
  test.each(['default', 'dark', 'contrast'] as const)('axe finds nothing in %s', async (theme) => {
    const { container } = await show({ ...asVerified, theme })
    await expect.element(region('Protokoll')).toBeVisible()
    await button('Rätta …').click()
    expect(await violations(container)).toEqual([])
  })
  test('they fit 320 px, in English too', async () => {
    await page.viewport(320, 800)
    const { container } = await show({ ...asVerified, locale: 'en' })
    await expect.element(region('Minutes')).toBeVisible()
    expect(container.scrollWidth).toBeLessThanOrEqual(320)
  })
})
