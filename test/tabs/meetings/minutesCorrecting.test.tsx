/** Verified minutes are corrected: what is written, what waits, what was returned, and the versions it makes. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { ReactNode } from 'react'
import { canonical, sha256 } from '#src/rules/canonical.ts'
import { MeetingPage } from '#tabs/meetings/MeetingPage.tsx'
import { octoberMinutes } from '../../fixtures/minutesPicture.ts'
import {
  me,
  bo,
  of,
  frozen,
  asked,
  show,
  server,
  button,
  region,
  verified,
  filed,
  asVerified,
  type Shown,
} from './minutesPage.tsx'

beforeEach(() => page.viewport(1200, 900))
afterEach(() => page.viewport(414, 896))

describe('verified minutes', () => {
  test('are corrected with what is to be said instead, and why', async () => {
    const { sent, act } = server()
    await show({ ...asVerified, act })
    await button('Rätta …').click()
    await page.getByRole('combobox', { name: 'Punkt' }).selectOptions('§ 74 BP1 Läkemedelsrobotar i hemmet')
    await page.getByRole('combobox', { name: 'Uppgift' }).selectOptions('Beslutsunderlag')
    await expect
      .element(page.getByRole('textbox', { name: 'Ska stå' }))
      .toHaveValue('Behovsbeskrivning 2024-10-01')
    await expect.element(button('Skicka rättelsen')).toBeDisabled()
    await page.getByRole('textbox', { name: 'Ska stå' }).fill('Behovsbeskrivning 2024-10-02')
    await page.getByLabelText('Varför rättas det?').fill('Fel dag')
    await button('Skicka rättelsen').click()
    await expect
      .poll(() => sent)
      .toEqual([
        {
          name: 'correctMinutes',
          args: {
            meeting: of.key,
            reason: 'Fel dag',
            changes: [{ item: 'robots', values: { basis: 'Behovsbeskrivning 2024-10-02' } }],
          },
        },
      ])
  })
  describe('a correction that is half written', () => {
    const write = async (more: Shown = {}) => {
      const shown = await show({ ...asVerified, ...more })
      await button('Rätta …').click()
      await page.getByRole('textbox', { name: 'Ska stå' }).fill('Bo Sten justerar.')
      await page.getByLabelText('Varför rättas det?').fill('Fel namn')
      return shown
    }
    const reopened = async ({ show: next }: { show: (what: ReactNode) => Promise<unknown> }) => {
      await next(<p>Något annat</p>)
      await expect.element(page.getByText('Något annat')).toBeVisible()
      await next(<MeetingPage id={of.key} />)
    }
    test('is there when the page is opened again, until it is thrown away', async () => {
      const shown = await write()
      await reopened(shown)
      await expect.element(page.getByRole('textbox', { name: 'Ska stå' })).toHaveValue('Bo Sten justerar.')
      await expect.element(page.getByRole('textbox', { name: 'Varför rättas det?' })).toHaveValue('Fel namn')
      await page.getByRole('form', { name: 'Rätta' }).getByRole('button', { name: 'Avbryt' }).click()
      await reopened(shown)
      await expect.element(button('Rätta …')).toBeVisible()
    })
    test('is gone when it has been sent', async () => {
      await write({ act: server().act })
      await button('Skicka rättelsen').click()
      await expect.element(button('Rätta …')).toBeVisible()
    })
    test('that was refused is still there', async () => {
      const shown = await write({
        act: () => ({ refusals: [{ why: 'meeting', fault: 'nothingToCorrect' }] }),
      })
      await button('Skicka rättelsen').click()
      await expect.element(page.getByText(/Det finns inget att rätta/)).toBeVisible()
      await reopened(shown)
      await expect.element(page.getByRole('textbox', { name: 'Ska stå' })).toHaveValue('Bo Sten justerar.')
    })
    test('that waits for the net says so, also when the page is opened again', async () => {
      const shown = await write({ act: () => 'offline' })
      await button('Skicka rättelsen').click()
      await expect.element(page.getByText(/sparad i webbläsaren och skickas när nätet/)).toBeVisible()
      await reopened(shown)
      await expect.element(page.getByText(/sparad i webbläsaren och skickas när nätet/)).toBeVisible()
      const [asked] = shown.session.acting.queue()
      await shown.session.acting.discard(asked?.key ?? '')
      await expect.element(page.getByRole('textbox', { name: 'Ska stå' })).toHaveValue('Bo Sten justerar.')
    })
  })
  test('that a correction was returned is told with why, and what was written is there to be sent anew', async () => {
    const { sent, act } = server()
    const corrected = canonical(
      octoberMinutes({
        version: 2,
        correction: {
          of: 1,
          reason: 'Fel dag',
          by: me,
          on: '2024-10-22',
          changes: [{ item: 'robots', field: 'basis', before: '2024-10-01', after: '2024-10-02' }],
        },
      }),
    )
    const hash = await sha256(corrected)
    const second = frozen(corrected, { kind: 'correction', edition: 2, hash, reason: 'Fel dag' })
    await show({
      ...asVerified,
      act,
      meeting: { ...verified, minutesVersion: 2 },
      kept: [...filed, ...second],
      approvals: [
        asked(bo, { answer: 'approved', answeredOn: '2024-10-20' }),
        asked(bo, { key: 'm/2/bo', edition: 2, hash, answer: 'returned', comment: 'Det var den tredje.' }),
      ],
    })
    await expect.element(region('Justerat 20 okt.')).not.toMatchTextContent('lämnade tillbaka')
    await expect
      .element(region('Rätta'))
      .toMatchTextContent(/Rättelsen, version 2, lämnades tillbaka.*Det var den tredje\./)
    await button('Rätta på nytt med det som skrevs').click()
    await expect.element(page.getByRole('textbox', { name: 'Varför rättas det?' })).toHaveValue('Fel dag')
    await expect.element(page.getByRole('textbox', { name: 'Ska stå' })).toHaveValue('2024-10-02')
    await page.getByRole('textbox', { name: 'Ska stå' }).fill('2024-10-03')
    await button('Skicka rättelsen').click()
    await expect
      .poll(() => sent)
      .toMatchObject([{ args: { changes: [{ item: 'robots', values: { basis: '2024-10-03' } }] } }])
  })
  test('show the correction and what it corrects as versions of their own', async () => {
    const corrected = canonical(
      octoberMinutes({
        version: 2,
        correction: {
          of: 1,
          reason: 'Fel dag',
          by: me,
          on: '2024-10-21',
          changes: [{ item: 'robots', field: 'basis', before: '2024-10-01', after: '2024-10-02' }],
        },
      }),
    )
    const second = frozen(corrected, {
      kind: 'correction',
      edition: 2,
      hash: await sha256(corrected),
      reason: 'Fel dag',
    })
    await show({
      ...asVerified,
      meeting: { ...verified, minutesVersion: 2, validVersion: 2, finished: 'verified/2' },
      kept: [...filed, ...second],
    })
    const lines = region('Versioner').getByRole('listitem')
    await expect.element(lines.first()).toMatchTextContent(/Rättelse version 2 · gäller.*Skäl: Fel dag/)
    await expect.element(lines.nth(1)).toMatchTextContent('Protokoll version 1')
    await expect
      .element(region('Protokoll'))
      .toMatchTextContent(/Rättelse av version 1.*§ 74 BP1.*Beslutsunderlag: ”2024-10-01” blev ”2024-10-02”/)
  })
})
