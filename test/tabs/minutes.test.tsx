/** The minutes of a meeting on its page: draft, sent, approved, checked, corrected, and the files of them. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { ReactNode } from 'react'
import { actionItems } from '#src/lists/actionItems.ts'
import { type AgendaItem, agendaItems, attendance, type Meeting, meetings } from '#src/lists/meetings.ts'
import {
  type Paper,
  papers,
  type Paragraph,
  paragraphs,
  type Verification,
  verifications,
} from '#src/lists/minutes.ts'
import { forums } from '#src/lists/organisation.ts'
import type { Done } from '#src/actions/work.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { canonical, piecesOf, sha256 } from '#src/rules/canonical.ts'
import { MeetingPage } from '#tabs/meetings/MeetingPage.tsx'
import { aForum, aMeeting, anAction, anItem, attends } from '../fixtures/meetings.ts'
import { octoberMinutes } from '../fixtures/minutesPicture.ts'
import { aPerson } from '../fixtures/organisation.ts'
import { type Act, type Given, held, renderScreen, violations } from './fixtures.tsx'

const me = aPerson('me', 'Jag Själv')
const anna = aPerson('anna', 'Anna Ek')
const bo = aPerson('bo', 'Bo Sten')
const forum = aForum({ chair: anna, secretary: me })
const of = { key: 'm-2024-10', title: 'Strategisk dialog Hemtjänst' }
const drafted = aMeeting({ chair: anna, secretary: me, verifiers: [bo], state: 'held' })

const items: AgendaItem[] = [
  anItem('opening', { order: 1, title: 'Öppnande', kind: 'formal', notes: 'Bo justerar.' }),
  anItem('robots', {
    order: 2,
    title: 'BP1 Läkemedelsrobotar',
    kind: 'gate',
    initiative: { key: 'need-3', title: 'Läkemedelsrobotar' },
    outcome: 'grant',
    wording: 'Behovet går vidare.',
    decidedBy: anna,
    effect: { does: 'gate', gate: 'BP1', outcome: 'goOn' },
    carrying: 'waiting',
  }),
]

const paragraph = (key: string, number: number) =>
  ({
    id: key,
    version: '1',
    key: `${key}/paragraph`,
    title: key,
    number,
    item: { key, title: key },
    meeting: of,
  }) as Paragraph

const TEXT = canonical(octoberMinutes())
const HASH = await sha256(TEXT)

/** The frozen rows of a version, in as many pieces as asked for. */
const frozen = (text = TEXT, values: Partial<Paper> = {}): Paper[] => {
  const pieces = piecesOf(text, 900)
  const { kind = 'minutes', edition = 1 } = values
  return pieces.map((content, index) => ({
    id: `${index}`,
    title: of.title,
    meeting: of,
    hash: HASH,
    by: me,
    sentOn: '2024-10-18',
    ...values,
    kind,
    edition,
    version: '1',
    key: `${of.key}/${kind}/${edition}/${index + 1}`,
    claim: `${of.key}/${kind}/${edition}/${index + 1}`,
    part: index + 1,
    parts: pieces.length,
    content,
  }))
}

const asked = (person: typeof me, values: Partial<Verification> = {}): Verification => ({
  id: person.id,
  key: `m/1/${person.id}`,
  title: of.title,
  meeting: of,
  version: '1',
  edition: 1,
  hash: HASH,
  claim: `m/1/${person.id}`,
  person,
  answer: 'asked',
  askedOn: '2024-10-18',
  ...values,
})

interface Shown extends Given {
  meeting?: Meeting
  rows?: readonly AgendaItem[]
  kept?: readonly Paper[]
  approvals?: readonly Verification[]
}

function show({ meeting = drafted, rows = items, kept = [], approvals = [], ...given }: Shown = {}) {
  const belonging = new Map<unknown, readonly unknown[]>([
    [agendaItems, rows],
    [
      attendance,
      [attends('Anna Ek', { person: anna, capacity: 'chair' }), attends('Cia', { presence: 'absent' })],
    ],
    [actionItems, [anAction('Kontakta bolagen', { item: { key: 'robots', title: 'x' } })]],
    [paragraphs, []],
    [papers, kept.map(({ content: _onDemand, ...row }) => row)],
    [verifications, approvals],
  ])
  return renderScreen(<MeetingPage id={meeting.key} />, {
    items: [held(forums, [forum])],
    path: `/meeting/${meeting.key}?part=minutes`,
    today: '2024-10-21',
    store: {
      byKey: (list: unknown, key: string) =>
        Promise.resolve(
          list === meetings ? meeting : list === papers ? kept.find((row) => row.key === key) : undefined,
        ),
      whereOf: (lists: readonly unknown[]) => Promise.resolve(lists.map((list) => belonging.get(list) ?? [])),
      startingWith: () => Promise.resolve([paragraph('before', 72)]),
      where: () => Promise.resolve([aMeeting({ key: 'm-11', state: 'planned', day: '2024-11-13' })]),
    } as unknown as Partial<ListReader>,
    ...given,
  })
}

/** Remembers what was asked for, and answers that it is done. */
function server(done: Done = {}): { sent: { name: string; args: unknown }[]; act: Act } {
  const sent: { name: string; args: unknown }[] = []
  return {
    sent,
    act: ({ name, args }) => {
      sent.push({ name, args })
      return { done }
    },
  }
}

const button = (name: string) => page.getByRole('button', { name, exact: true })
const region = (name: string) => page.getByRole('region', { name, exact: true })
const said = () => document.querySelector('main')?.textContent.replaceAll(/\s+/g, ' ') ?? ''

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

describe('verified minutes', () => {
  const verified: Meeting = {
    ...drafted,
    state: 'verified',
    minutesVersion: 1,
    validVersion: 1,
    drawnUpOn: '2024-10-20',
    finished: 'verified/1',
  }
  const filed = frozen().map((row) =>
    row.part === 1
      ? {
          ...row,
          file: 'https://example.org/p.docx',
          fileName: 'SD HT 2024-10-16 Protokoll.docx',
          pdf: 'https://example.org/p.pdf',
        }
      : row,
  )
  const done = items.map((item) => (item.key === 'robots' ? { ...item, carrying: 'done' as const } : item))
  const given: Shown = {
    meeting: verified,
    kept: filed,
    rows: done,
    approvals: [asked(bo, { answer: 'approved', answeredOn: '2024-10-20' })],
  }

  test('say when, what took effect, and where their files are', async () => {
    await show(given)
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
      ...given,
      rows: done.map((item) =>
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
    await show({ ...given, act })
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
    await show({ ...given, meeting: { ...verified, finished: 'sent/1' }, kept: frozen() })
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
    await show({ ...given, act })
    await button('Protokollsutdrag: BP1 Läkemedelsrobotar i hemmet').click()
    await expect
      .poll(() => sent)
      .toEqual([{ name: 'makePaper', args: { meeting: of.key, kind: 'extract', item: 'robots' } }])
    await expect
      .element(region('Protokoll').getByRole('link', { name: 'Protokollsutdrag § 74.docx' }))
      .toBeVisible()
  })
  test('are checked here: what stands is what was locked', async () => {
    await show(given)
    await button('Kontrollera Protokoll version 1').click()
    await expect.element(region('Versioner').getByRole('status')).toMatchTextContent('✓ Stämmer')
    expect(said()).toContain(HASH)
  })
  test('that somebody has changed are found out', async () => {
    await show({ ...given, kept: frozen(TEXT.replace('25 robotar', '99 robotar')) })
    await button('Kontrollera Protokoll version 1').click()
    await expect.element(region('Versioner').getByRole('status')).toMatchTextContent('✕ Stämmer inte')
  })
  test('are corrected with what is to be said instead, and why', async () => {
    const { sent, act } = server()
    await show({ ...given, act })
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
      const shown = await show({ ...given, ...more })
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
          changes: [
            { item: 'robots', paragraph: 74, field: 'basis', before: '2024-10-01', after: '2024-10-02' },
          ],
        },
      }),
    )
    const hash = await sha256(corrected)
    const second = frozen(corrected, { kind: 'correction', edition: 2, hash, reason: 'Fel dag' })
    await show({
      ...given,
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
      ...given,
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
  test.each(['default', 'dark', 'contrast'] as const)('axe finds nothing in %s', async (theme) => {
    const { container } = await show({ ...given, theme })
    await expect.element(region('Protokoll')).toBeVisible()
    await button('Rätta …').click()
    expect(await violations(container)).toEqual([])
  })
  test('they fit 320 px, in English too', async () => {
    await page.viewport(320, 800)
    const { container } = await show({ ...given, locale: 'en' })
    await expect.element(region('Minutes')).toBeVisible()
    expect(container.scrollWidth).toBeLessThanOrEqual(320)
  })
})

test.each(['default', 'dark', 'contrast'] as const)('axe finds nothing in a draft in %s', async (theme) => {
  const { container } = await show({ theme })
  await expect.element(region('Protokoll')).toBeVisible()
  await button('Skicka för justering …').click()
  expect(await violations(container)).toEqual([])
})
