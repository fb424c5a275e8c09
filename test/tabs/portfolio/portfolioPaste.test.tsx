/** Ctrl+V in the portfolio: a column of cells changes the rows below, a block of rows opens the import, and nothing is lost. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { people, type PersonRow, type Role, units } from '#src/lists/organisation.ts'
import { type Portfolio, portfolios } from '#src/lists/portfolios.ts'
import { ImportPage } from '#tabs/portfolio/import/ImportPage.tsx'
import { PortfolioPage } from '#tabs/portfolio/PortfolioPage.tsx'
import { anInitiative } from '../../fixtures/initiatives.ts'
import { aUnit } from '../../fixtures/organisation.ts'
import { type Act, type Given, held, renderScreen, violations } from '../fixtures.tsx'

const aRow = (i: number, title = `Behov ${i}`): Initiative =>
  anInitiative({
    key: `i-${i}`,
    id: String(i),
    number: `ÄVO-${String(i).padStart(5, '0')}`,
    title,
    unit: { key: 'u', title: 'Hemtjänst' },
  })
const rows = ['Digitala lås', 'Öppna data', 'Ärendestöd'].map((title, i) => aRow(i, title))
const aPersonRow = (id: string, name: string, roles: Role[] = []): PersonRow => ({
  key: `p-${id}`,
  id,
  version: '"1"',
  title: name,
  person: { id, name },
  roles,
})
const folio: Portfolio = {
  key: 'pf',
  id: '1',
  version: '"1"',
  title: 'ÄVO',
  code: 'ÄVO',
  process: 'behovsprocessen',
}
const show = (
  given: Given = {},
  { all = rows, roles = ['developmentLead', 'administrator'] as Role[] } = {},
) =>
  renderScreen(<PortfolioPage />, {
    items: [
      held(initiatives, all),
      held(people, [aPersonRow('me', 'Jag Själv', roles), aPersonRow('åsa', 'Åsa Lindevall')]),
      held(units, [{ ...aUnit('u', 'department'), title: 'Hemtjänst' }]),
      held(portfolios, [folio]),
    ],
    path: '/portfolio?cols=number,title,contact,stage',
    ...given,
  })

type Edits = { rows: { initiative: string; changes: object; base: object }[] }
/** A server that takes what it is asked, but for rows it has reasons against. */
function aServer(isRefused: (key: string) => boolean = () => false) {
  const asked: Edits['rows'][] = []
  const act: Act = ({ args }) => {
    const { rows: edits } = args as Edits
    asked.push(edits)
    const left = edits.filter(({ initiative }) => isRefused(initiative))
    return {
      done: { left: left.map(({ initiative }) => ({ key: initiative, refusals: [{ why: 'archived' }] })) },
    }
  }
  return { act, asked }
}

/** As the browser does it when somebody presses Ctrl+V; whether the page took it. */
function pasted(text: string): boolean {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', text)
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
  return !(document.activeElement ?? document.body).dispatchEvent(event)
}
/** What listens comes after the first paint. */
const paste = (text: string) => expect.poll(() => pasted(text)).toBe(true)
const line = (title: string) => page.getByRole('row', { name: new RegExp(title) })
/** The cell of a column, by its place among those shown. */
async function stand(title: string, column: number) {
  await expect.element(line(title)).toBeVisible()
  line(title).element().focus()
  for (let step = 0; step <= column; step++) await userEvent.keyboard('{ArrowRight}')
}
const offer = () => page.getByRole('region', { name: 'Klistra in i kolumnen Kontaktperson' })
const button = (name: string) => page.getByRole('button', { name })

beforeEach(() => page.viewport(1280, 800))

describe('a column of cells', () => {
  test('is offered with what each row becomes, done by Enter, told row by row and taken back as one act', async () => {
    const { act, asked } = aServer((key) => key === 'i-2')
    const { container } = await show({ act })
    await stand('Digitala lås', 2)
    await paste('Åsa Lindevall\r\nNågon Annan\r\nÅsa Lindevall\r\nFör Mycket\r\n')
    await expect.element(offer().getByText(/4 värden, ett per rad .* 2 rader ändras/)).toBeVisible()
    await expect.element(offer().getByText(/1 värde får ingen rad/)).toBeVisible()
    await expect.element(offer().getByText(/1 rad lämnas som den är:/)).toBeVisible()
    await expect
      .element(offer().getByRole('listitem'))
      .toHaveTextContent('ÄVO-00001 Öppna data: ”Någon Annan” går inte att tyda som Kontaktperson.')
    await expect
      .element(offer().getByRole('row', { name: /Digitala lås/ }))
      .toHaveTextContent('ÄVO-00000 Digitala låsInget värdeÅsa Lindevall')
    expect(await violations(container)).toEqual([])
    await expect.element(button('Ändra 2 initiativ')).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect.element(offer().getByText(/1 initiativ är ändrat. 1 lämnades som det var/)).toBeVisible()
    await expect.element(offer().getByRole('listitem')).toMatchTextContent('ÄVO-00002 Ärendestöd: ')
    await button('Ångra').click()
    await expect.element(offer().getByText('Ändringen av 1 initiativ är ångrad.')).toBeVisible()
    const contact = { id: 'åsa', name: 'Åsa Lindevall' }
    expect(asked).toEqual([
      [
        { initiative: 'i-0', changes: { contact }, base: { contact: null } },
        { initiative: 'i-2', changes: { contact }, base: { contact: null } },
      ],
      [{ initiative: 'i-0', changes: { contact: null }, base: { contact } }],
    ])
    await offer().getByRole('button', { name: 'Stäng' }).click()
    expect(document.activeElement?.getAttribute('data-cell')).toBe('2')
  })

  test('changes nothing when one leaves it with Escape', async () => {
    const { act, asked } = aServer()
    await show({ act })
    await stand('Öppna data', 2)
    await paste('Åsa Lindevall')
    await expect.element(button('Ändra 1 initiativ')).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    await expect.element(offer()).not.toBeInTheDocument()
    expect(document.activeElement?.closest('[data-line]')?.getAttribute('data-line')).toBe('1')
    expect(asked).toEqual([])
  })

  test('pasted while a cell is being written in is only text', async () => {
    await show()
    await stand('Digitala lås', 1)
    await paste('Låsbyte')
    await expect.element(button('Ändra 1 initiativ')).toHaveFocus()
    await userEvent.keyboard('{Escape}{F2}')
    await expect.element(page.getByRole('textbox', { name: 'Titel' })).toHaveFocus()
    expect(pasted('Åsa Lindevall\nÅsa Lindevall')).toBe(false)
    await expect.element(page.getByRole('textbox', { name: 'Titel' })).toBeVisible()
  })

  test.for<[says: string, column: number | undefined, roles: Role[], text: string, answer: RegExp]>([
    ['outside the cells', undefined, ['developmentLead'], 'a\nb', /Ställ dig i den cell/],
    [
      'in a column that decisions change',
      3,
      ['developmentLead'],
      'a\nb',
      /Kolumnen Steg ändras inte i tabellen/,
    ],
    [
      'as one row of many columns',
      2,
      ['developmentLead'],
      'a\tb',
      /antingen en kolumn .* eller ett helt block/,
    ],
    [
      'as rows by somebody who may not import',
      2,
      [],
      'a\tb\nc\td',
      /Importera, och det har du inte rätt till/,
    ],
  ])('%s says why nothing happened', async ([, column, roles, text, answer]) => {
    const { act, asked } = aServer()
    const { history } = await show({ act }, { roles })
    await stand('Digitala lås', column ?? -1)
    await paste(text)
    await expect.element(page.getByText(answer)).toBeVisible()
    expect(asked).toEqual([])
    expect(history).toHaveLength(1)
    await button('Stäng').click()
    expect(page.getByText(answer).elements()).toEqual([])
  })
})

test('a block of rows opens the import with what was pasted', async () => {
  const { history, show: then } = await show()
  await stand('Digitala lås', 0)
  await paste(
    'Nr\tBehov\tAvdelning\tFas\r\n1\tLås till alla\tHemtjänst\tNy\r\n2\t=HYPERLINK("http://x")\tHemtjänst\tNy\r\n',
  )
  await expect.poll(() => history.at(-1)).toBe('/portfolio/import')
  await then(<ImportPage />)
  await expect.element(page.getByText('Lås till alla')).toBeVisible()
  await expect.element(page.getByText('=HYPERLINK("http://x")')).toBeVisible()
})

test('at 320 pixels what is said is no wider than the screen', async () => {
  await page.viewport(320, 640)
  await show({ locale: 'en' })
  await expect.element(line('Digitala lås')).toBeVisible()
  await paste('a\nb')
  await expect.element(page.getByText(/Go to the cell/)).toBeVisible()
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
})

describe('ten thousand rows', () => {
  const all = Array.from({ length: 10_000 }, (_, i) => aRow(i))
  const names = 'Åsa Lindevall\r\n'.repeat(10_000)

  /** The longest time, in ms, that nothing could be drawn while something went on. */
  async function longestWait(meanwhile: () => Promise<void>): Promise<number> {
    let longest = 0
    let on = true
    let before = performance.now()
    const look = (now: number) => {
      longest = Math.max(longest, now - before)
      before = now
      if (on) requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
    await meanwhile()
    on = false
    return longest
  }

  test('are all changed, and the page goes on drawing', { timeout: 120_000 }, async () => {
    const { act, asked } = aServer()
    const { session } = await show({ act }, { all })
    session.onDone(() => {
      const changed = (asked.at(-1) ?? []).map(({ initiative, changes }) => ({
        ...aRow(Number(initiative.slice(2))),
        ...changes,
      }))
      session.data.put(initiatives, ...changed)
    })
    await stand('ÄVO-00000', 2)
    const longest = await longestWait(async () => {
      await paste(names)
      await expect.element(button('Ändra 10 000 initiativ')).toBeVisible()
      await button('Ändra 10 000 initiativ').click()
      await expect
        .poll(() => offer().element().textContent, { timeout: 90_000 })
        .toMatch(/10.000 initiativ är ändrade\./)
    })
    expect(new Set(asked.flat().map(({ initiative }) => initiative)).size).toBe(10_000)
    expect(asked.every((piece) => piece.length <= 50)).toBe(true)
    expect(longest).toBeLessThan(1500)
  })

  test('may be stopped on the way: the rest are as they were', { timeout: 120_000 }, async () => {
    const { act, asked } = aServer()
    await show({ act }, { all })
    await stand('ÄVO-00000', 2)
    await paste(names)
    await button('Ändra 10 000 initiativ').click()
    await button('Stoppa').click()
    await expect.element(offer().getByText(/initiativ är ändrade\.$/)).toBeVisible()
    const sent = asked.flat().length
    expect(sent).toBeLessThan(10_000)
    await button('Ångra').click()
    await expect.element(offer().getByText(/är ångrad\.$/)).toBeVisible()
    expect(asked.flat()).toHaveLength(2 * sent)
  })

  test('without a net all wait in the queue, in order', { timeout: 120_000 }, async () => {
    const { session } = await show({}, { all })
    await stand('ÄVO-00000', 2)
    await paste(names)
    await button('Ändra 10 000 initiativ').click()
    await expect
      .poll(() => offer().element().textContent, { timeout: 90_000 })
      .toMatch(/Servern svarar inte\. Ändringen av 10.000 initiativ sparas av sig själv/)
    const waiting = session.acting.queue().flatMap(({ args }) => (args as Edits).rows)
    expect(waiting.map(({ initiative }) => initiative)).toEqual(all.map(({ key }) => key))
    await expect.element(line('ÄVO-00000')).toMatchTextContent('Åsa Lindevall')
  })
})
