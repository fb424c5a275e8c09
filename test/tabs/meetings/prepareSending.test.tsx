/** Preparing a meeting: sending the agenda, what was sent, Word, the registration, and the page for everyone. */
import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { AgendaItem } from '#src/lists/meetings.ts'
import type { Paper } from '#src/lists/minutes.ts'
import { MeetingPage } from '#tabs/meetings/MeetingPage.tsx'
import { anItem } from '#test/fixtures/meetings.ts'
import { violations } from '#test/tabs/fixtures.tsx'
import {
  show,
  onAgenda,
  agenda,
  titles,
  meeting,
  called,
  paperOf,
  type Shown,
  proposals,
} from './preparing.tsx'

test('what was changed without a net shows as it was meant, also when the page is opened anew', async () => {
  const { show: next } = await show({ items: onAgenda, answer: () => 'offline' })
  await agenda().getByRole('button', { name: 'Flytta ned Larmen' }).click()
  await expect.poll(titles).toEqual(['1. Robotar', '2. Larmen', '3. Kameror'])
  await page.getByRole('textbox', { name: 'Lägg till en punkt' }).fill('Semestrar')
  await userEvent.keyboard('{Enter}')
  const meant = ['1. Robotar', '2. Larmen', '3. Kameror', '4. Semestrar']
  await expect.poll(titles).toEqual(meant)
  await next(<p>Något annat</p>)
  await expect.element(page.getByText('Något annat')).toBeVisible()
  await next(<MeetingPage id={meeting.key} />)
  await expect.poll(titles).toEqual(meant)
})

describe('sending', () => {
  test('sends what is shown: an order that was just changed is saved first', async () => {
    const { acts } = await show({ items: onAgenda })
    await agenda().getByRole('button', { name: 'Flytta ned Robotar' }).click()
    await page.getByRole('button', { name: 'Skicka dagordningen' }).click()
    await page.getByRole('button', { name: 'Skicka nu' }).click()
    await expect.poll(() => acts.map(({ name }) => name)).toEqual(['orderAgenda', 'sendAgenda'])
  })
  test('is confirmed after saying to whom it goes and that it is kept', async () => {
    const { acts } = await show({ items: onAgenda })
    await page.getByRole('button', { name: 'Skicka dagordningen' }).click()
    await expect.element(page.getByText('Den går till Anders Ek, Therese Björk och Eva Lind.')).toBeVisible()
    await expect.element(page.getByText(/Den sparas som version 1/)).toBeVisible()
    expect(acts).toEqual([])
    await expect.element(page.getByRole('group', { name: 'Skicka dagordningen' })).toHaveFocus()
    await page.getByRole('button', { name: 'Skicka nu' }).click()
    await expect.poll(() => acts[0]).toMatchObject({ name: 'sendAgenda', args: { meeting: meeting.key } })
  })
  test('an empty agenda can’t be sent, and says why', async () => {
    await show()
    await expect.element(page.getByRole('button', { name: 'Skicka dagordningen' })).toBeDisabled()
    await expect.element(page.getByText('Lägg till minst en punkt först.')).toBeVisible()
  })
  test('one that hasn’t changed isn’t sent again', async () => {
    await show({ items: onAgenda, of: called, sent: [paperOf(onAgenda)] })
    await expect.element(page.getByRole('button', { name: 'Skicka den ändrade dagordningen' })).toBeDisabled()
    await expect.element(page.getByText('Inget har ändrats sedan den skickades.')).toBeVisible()
  })
  test('what has changed since is marked, and what was sent is read as it was', async () => {
    const [a, b] = onAgenda as [AgendaItem, AgendaItem]
    await show({
      items: [{ ...a, title: 'Larmen i söder' }, b, anItem('i-9', { title: 'Nytt', order: 9 })],
      of: called,
      sent: [paperOf(onAgenda)],
    })
    const row = (text: string) => agenda().getByRole('listitem').filter({ hasText: text })
    await expect.element(row('Larmen i söder')).toMatchTextContent('Ändrad sedan den skickades')
    await expect.element(row('Nytt')).toMatchTextContent('Ny sedan den skickades')
    const sent = page.getByRole('region', { name: 'Skickade dagordningar' })
    await expect.element(sent).toMatchTextContent('Borttaget: Kameror.')
    await sent.getByText('Version 1, skickad mån 30 sep. av Jag Själv').click()
    await expect.element(sent).toMatchTextContent('13.00 Larmen Beslut')
    await expect.element(sent).toMatchTextContent('abc123')
  })
})

describe('the agenda as Word', () => {
  const fileOf = (paper: Paper, fileName: string): Paper => ({
    ...paper,
    fileName,
    file: `https://files.example.org/${encodeURIComponent(fileName)}`,
  })
  test('is made of what was sent, on whatever part of the meeting, and then linked', async () => {
    const sent = paperOf(onAgenda)
    const { acts } = await show({
      items: onAgenda,
      of: called,
      sent: [sent],
      mine: false,
      answer: () => ({
        done: {
          papers: [{ ...fileOf(sent, 'SD HT Dagordning.docx'), pdf: 'https://files.example.org/agenda.pdf' }],
        },
      }),
    })
    await page.getByRole('button', { name: 'Dagordningen som Word och PDF' }).click()
    await expect
      .poll(() => acts)
      .toMatchObject([{ name: 'makePaper', args: { meeting: meeting.key, kind: 'agenda' } }])
    await expect.element(page.getByRole('link', { name: 'SD HT Dagordning.docx', exact: true })).toHaveFocus()
    await expect
      .element(page.getByRole('link', { name: 'SD HT Dagordning.docx som PDF' }))
      .toHaveAttribute('href', 'https://files.example.org/agenda.pdf')
    expect(page.getByRole('button', { name: /som Word/ }).elements()).toEqual([])
  })
  test('is a draft before it is sent, made anew when it has changed', async () => {
    const draft = fileOf({ ...paperOf(onAgenda), key: 'draft', edition: 0 }, 'SD HT Dagordning utkast.docx')
    await show({ items: onAgenda, answer: () => ({ done: { papers: [draft] } }) })
    await page.getByRole('button', { name: 'Utkast som Word och PDF' }).click()
    await expect.element(page.getByRole('link', { name: draft.fileName ?? '' })).toHaveFocus()
    await expect.element(page.getByText('PDF saknas här: ingen omvandlare är installerad')).toBeVisible()
    await expect.element(page.getByRole('button', { name: 'Utkast som Word och PDF' })).toBeEnabled()
    expect(page.getByRole('region', { name: 'Skickade dagordningar' }).elements()).toEqual([])
  })
  test('that can’t be made says why', async () => {
    await show({
      items: onAgenda,
      answer: () => ({ refusals: [{ why: 'library', fault: 'full' }] }),
    })
    await page.getByRole('button', { name: 'Utkast som Word och PDF' }).click()
    await expect.element(page.getByText(/Webbplatsen är full/)).toBeVisible()
  })
})

describe('the meeting’s own registration', () => {
  const opened = async (given: Shown = {}) => {
    const shown = await show({ items: onAgenda, ...given })
    await page.getByRole('button', { name: /diarienummer/ }).click()
    return shown
  }
  const form = () => page.getByRole('form', { name: 'Ändra diarienummer, klass och expediering' })
  test('is said where it stands, and what was changed is sent with what stood there', async () => {
    const { acts, container } = await opened({ of: { caseNumber: 'N161-0001/24', sentTo: 'Registrator' } })
    await form().getByRole('textbox', { name: 'Diarienummer' }).fill('N161-0123/24')
    await form().getByRole('combobox', { name: 'Informationsklass' }).selectOptions('2 Måttlig skada')
    expect(await violations(container)).toEqual([])
    await form().getByRole('button', { name: 'Spara' }).click()
    await expect
      .poll(() => acts[0])
      .toMatchObject({
        name: 'saveMeeting',
        args: {
          meeting: meeting.key,
          values: { caseNumber: 'N161-0123/24', informationClass: 'moderate' },
          base: { caseNumber: 'N161-0001/24', informationClass: null },
        },
      })
    await expect.element(page.getByRole('button', { name: /Ändra diarienummer/ })).toHaveFocus()
  })
  test('that is half written is there when the page is opened again', async () => {
    const { show: next } = await opened()
    await form().getByRole('textbox', { name: 'Expedieras till' }).fill('Registrator\nEnhetschefer')
    await next(<p>Något annat</p>)
    await next(<MeetingPage id={meeting.key} />)
    await page.getByRole('button', { name: 'Ange diarienummer' }).click()
    await expect
      .element(form().getByRole('textbox', { name: 'Expedieras till' }))
      .toHaveValue('Registrator\nEnhetschefer')
  })
  test.for([
    { says: 'is read by others', given: { mine: false } },
    { says: 'stands when the minutes lie with the verifiers', given: { of: { state: 'sent' as const } } },
  ])('$says', async ({ given }) => {
    const of = { caseNumber: 'N161-0001/24', informationClass: 'none' as const, sentTo: 'A\nB', ...given.of }
    await show({ items: onAgenda, ...given, of })
    await expect
      .element(
        page.getByText(
          'Diarienummer N161-0001/24 · Informationsklass 1 Ingen eller försumbar skada · Expedieras till A och B',
        ),
      )
      .toBeVisible()
    expect(page.getByRole('button', { name: /diarienummer/ }).elements()).toEqual([])
  })
})

describe('the screen', () => {
  test.each(['default', 'dark', 'contrast'] as const)(
    'axe finds nothing in %s, with a form open',
    async (theme) => {
      const { container } = await show({
        theme,
        items: onAgenda,
        of: called,
        sent: [paperOf(onAgenda.slice(1))],
      })
      await agenda().getByRole('button', { name: 'Ändra Robotar' }).click()
      await expect.element(page.getByRole('form', { name: 'Ändra Robotar' })).toBeVisible()
      await expect.element(proposals().getByRole('button', { name: 'Ta med Räkna nycklar' })).toBeVisible()
      expect(await violations(container)).toEqual([])
    },
  )
  test('it fits 320 px, in English too', async () => {
    await page.viewport(320, 700)
    const { container } = await show({ items: onAgenda })
    await expect.element(agenda()).toBeVisible()
    expect(container.scrollWidth).toBeLessThanOrEqual(320)
    await page.viewport(414, 896)
  })
  test('on paper it is the agenda alone', async () => {
    await show({ items: onAgenda })
    await expect.element(agenda()).toBeVisible()
    window.dispatchEvent(new Event('beforeprint'))
    const paper = document.querySelector('body > div > table')?.textContent ?? ''
    window.dispatchEvent(new Event('afterprint'))
    expect(paper).toContain('13.10')
    expect(paper).toContain('Robotar')
    expect(paper).toContain('Eva Lind')
  })
})
