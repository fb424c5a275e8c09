/** The frame of pictures: what it says, its table twin, the keyboard among its marks, print, and the copy as an image. */
import { afterEach, describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { imageOf, standingAlone, wrapped } from '#tabs/ui/picture/copyImage.ts'
import { mark } from '#tabs/ui/picture/mark.ts'
import { markAfter } from '#tabs/ui/picture/nearest.ts'
import { Patterns, seriesFill } from '#tabs/ui/picture/Patterns.tsx'
import { Picture } from '#tabs/ui/picture/Picture.tsx'
import { renderScreen, violations } from '../fixtures.tsx'

const names = ['Lås', 'Kameror', 'Journal', 'Arkiv']
/** A cross of four: middle, right, below, far right. */
const marks = [
  { key: 'a', x: 40, y: 40 },
  { key: 'b', x: 140, y: 44 },
  { key: 'c', x: 44, y: 140 },
  { key: 'd', x: 240, y: 20 },
]
const table = {
  columns: [{ name: 'Initiativ' }, { name: 'Kostnad', end: true }],
  rows: marks.map(({ key }, i) => ({
    key,
    href: `/initiative/${key}`,
    cells: [names[i] ?? '', `${i} mnkr`],
  })),
}

const shown = (given: Partial<Parameters<typeof Picture>[0]> = {}) => (
  <main>
    <h1>Sidan</h1>
    <Picture
      name='prov'
      title='Kostnad och nytta'
      says='Fyra initiativ. Dyrast är Arkiv.'
      table={table}
      width={300}
      height={180}
      marks={marks}
      hrefOf={(key) => `/initiative/${key}`}
      renderCard={(key) => `Kort för ${key}`}
      legend={[{ sign: <circle cx={8} cy={8} r={6} />, text: 'Lagkrav' }]}
      {...given}
    >
      <Patterns prefix='p' />
      {marks.map(({ key, x, y }, i) => (
        <g key={key} {...mark(key, names[i] ?? '')}>
          <circle cx={x} cy={y} r={10} fill={seriesFill('p', i)} />
        </g>
      ))}
    </Picture>
  </main>
)

afterEach(() => vi.restoreAllMocks())

describe('the arrows', () => {
  test.for([
    { says: 'right is the nearest that way', from: 'a', key: 'ArrowRight', to: 'b' },
    { says: 'down likewise', from: 'a', key: 'ArrowDown', to: 'c' },
    { says: 'on to the far one', from: 'b', key: 'ArrowRight', to: 'd' },
    { says: 'and back', from: 'd', key: 'ArrowLeft', to: 'b' },
    { says: 'nothing is farther right', from: 'd', key: 'ArrowRight', to: undefined },
    { says: 'the first', from: 'd', key: 'Home', to: 'a' },
    { says: 'the last', from: 'a', key: 'End', to: 'd' },
    { says: 'one on in order, wherever it is', from: 'b', key: 'PageDown', to: 'c' },
    { says: 'one back in order', from: 'b', key: 'PageUp', to: 'a' },
    { says: 'the first has none before it', from: 'a', key: 'PageUp', to: undefined },
    { says: 'another key', from: 'a', key: 'x', to: undefined },
  ])('$says', ({ from, key, to }) => {
    expect(markAfter(marks, from, key)?.key).toBe(to)
  })
})

test.for(['default', 'dark', 'contrast'] as const)(
  'is accessible in %s, as picture and as table',
  async (theme) => {
    const screen = await renderScreen(shown(), { theme })
    expect(await violations(screen.container)).toEqual([])
    await screen.getByRole('button', { name: 'Tabell' }).click()
    expect(await violations(screen.container)).toEqual([])
  },
)

test('a screen reader hears what the picture says, and each mark', async () => {
  const screen = await renderScreen(shown())
  const picture = screen.getByRole('group', { name: 'Kostnad och nytta' })
  await expect
    .element(picture)
    .toHaveAccessibleDescription(/^Fyra initiativ\. Dyrast är Arkiv\. Piltangenterna/)
  await expect.element(screen.getByRole('link', { name: 'Journal' })).toBeInTheDocument()
  await expect.element(screen.getByRole('figure', { name: 'Kostnad och nytta' })).toBeVisible()
})

test('one tab stop, arrows between marks, a card beside the one that has the focus, Enter opens it', async () => {
  const screen = await renderScreen(shown(), { path: '/bubbles?portfolio=p-1' })
  const stops = () =>
    [...screen.container.querySelectorAll('[data-mark][tabindex="0"]')].map((e) =>
      e.getAttribute('data-mark'),
    )
  expect(stops()).toEqual(['a'])
  screen.container.querySelector<SVGElement>('[data-mark=a]')?.focus()
  await userEvent.keyboard('{ArrowRight}')
  expect(document.activeElement?.getAttribute('data-mark')).toBe('b')
  expect(stops()).toEqual(['b'])
  await expect.element(screen.getByText('Kort för b')).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(screen.getByText('Kort för b')).not.toBeInTheDocument()
  await userEvent.keyboard('{Enter}')
  expect(screen.history.at(-1)).toBe('/initiative/b')
})

test('a click opens, and the pointer brings the card and takes it away', async () => {
  const screen = await renderScreen(shown())
  await screen.getByRole('link', { name: 'Kameror' }).hover()
  await expect.element(screen.getByText('Kort för b')).toBeVisible()
  await screen.getByRole('heading', { level: 1 }).hover()
  await expect.element(screen.getByText('Kort för b')).not.toBeInTheDocument()
  await screen.getByRole('link', { name: 'Kameror' }).click()
  expect(screen.history.at(-1)).toBe('/initiative/b')
})

test('a mark that is not drawn is brought into view before the focus goes there', async () => {
  const reveal = vi.fn()
  const far = [...marks, { key: 'e', x: 40, y: 900 }]
  const screen = await renderScreen(shown({ marks: far, reveal }))
  screen.container.querySelector<SVGElement>('[data-mark=c]')?.focus()
  await userEvent.keyboard('{ArrowDown}')
  expect(reveal).toHaveBeenLastCalledWith('e')
})

test('keys of the picture’s own come first', async () => {
  const keys = vi.fn((event: KeyboardEvent) => event.key === '+')
  const screen = await renderScreen(shown({ keys }))
  screen.container.querySelector<SVGElement>('[data-mark=a]')?.focus()
  await userEvent.keyboard('+{ArrowRight}')
  expect(keys.mock.calls.map(([event]) => event.key)).toEqual(['+', 'ArrowRight'])
  expect(document.activeElement?.getAttribute('data-mark')).toBe('b')
})

test('its table says the same, leads to the same, and stays in the link', async () => {
  const screen = await renderScreen(shown(), { path: '/bubbles?q=x' })
  await screen.getByRole('button', { name: 'Tabell' }).click()
  expect(screen.history.at(-1)).toBe('/bubbles?q=x&as=table')
  const rows = screen.getByRole('table', { name: 'Kostnad och nytta' }).getByRole('row')
  await expect.element(rows.nth(3)).toHaveTextContent('Journal2 mnkr')
  await screen.getByRole('link', { name: 'Journal' }).click()
  expect(screen.history.at(-1)).toBe('/initiative/c')
})

test('a long table gives a hundred rows and asks for the rest; paper has all of it', async () => {
  const rows = Array.from({ length: 230 }, (_, i) => ({ key: `${i}`, cells: [`Rad ${i}`, ''] }))
  const screen = await renderScreen(shown({ table: { ...table, rows } }), { path: '/x?as=table' })
  const count = () => screen.container.querySelectorAll('tbody tr').length
  expect(count()).toBe(100)
  window.dispatchEvent(new Event('beforeprint'))
  expect(count()).toBe(230)
  window.dispatchEvent(new Event('afterprint'))
  await expect.poll(count).toBe(100)
  await screen.getByRole('button', { name: 'Visa 130 till' }).click()
  expect(count()).toBe(230)
})

test('prints by the browser', async () => {
  const print = vi.spyOn(window, 'print').mockImplementation(() => undefined)
  const screen = await renderScreen(shown())
  await screen.getByRole('button', { name: 'Skriv ut' }).click()
  expect(print).toHaveBeenCalledOnce()
})

describe('the copy', () => {
  const stageOf = (container: Element) => container.querySelector<HTMLElement>('[data-scroller] [role=group]')
  const said = {
    title: 'Kostnad och nytta',
    says: 'Fyra initiativ.',
    legend: [{ sign: undefined, text: 'Lagkrav' }],
  }

  test('goes to the clipboard as a picture', async () => {
    const write = vi.spyOn(navigator.clipboard, 'write').mockResolvedValue()
    const screen = await renderScreen(shown())
    await screen.getByRole('button', { name: 'Kopiera bild' }).click()
    await expect.element(screen.getByText(/^Bilden är kopierad/)).toBeVisible()
    const image = await write.mock.calls[0]?.[0][0]?.getType('image/png')
    expect(image?.size).toBeGreaterThan(1000)
  })

  test('is saved as a file where the clipboard is out of reach', async () => {
    vi.spyOn(navigator.clipboard, 'write').mockRejectedValue(new DOMException('no', 'NotAllowedError'))
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
    const screen = await renderScreen(shown())
    await screen.getByRole('button', { name: 'Kopiera bild' }).click()
    await expect.element(screen.getByText(/sparad som prov\.png/)).toBeVisible()
    expect(click).toHaveBeenCalledOnce()
  })

  test('has the words, the looks and no style that a policy would refuse', async () => {
    const screen = await renderScreen(shown())
    const stage = stageOf(screen.container)
    if (!stage) throw new Error('There is no picture')
    const { markup, width } = standingAlone(stage, said)
    expect(width).toBe(332)
    expect(markup).toContain('Kostnad och nytta')
    expect(markup).toContain('Lagkrav')
    expect(markup).toMatch(/<circle[^>]*fill="url\(/)
    expect(/style=|class=|var\(/.exec(markup)).toBeNull()
  })

  test('says under its title what it is of, in as many lines as that takes', async () => {
    const screen = await renderScreen(shown())
    const stage = stageOf(screen.container)
    if (!stage) throw new Error('There is no picture')
    const ofWhat = '2026-11-02 · 4 initiativ · Sökt: lås · Portfölj: Vård och omsorg'
    const plain = standingAlone(stage, said)
    const { markup, height } = standingAlone(stage, { ...said, ofWhat })
    const texts = new DOMParser().parseFromString(markup, 'image/svg+xml').querySelectorAll(':root > text')
    const [title, ...lines] = [...texts].map(({ textContent }) => textContent)
    expect(title).toBe('Kostnad och nytta')
    expect(lines.join(' ')).toBe(`${ofWhat} Fyra initiativ. Lagkrav`)
    expect(height - plain.height).toBe(2 * 18)
  })

  test('is as sharp as a screen, with the colours of the theme', async () => {
    const screen = await renderScreen(shown(), { theme: 'dark' })
    const stage = stageOf(screen.container)
    if (!stage) throw new Error('There is no picture')
    const bitmap = await createImageBitmap(await imageOf(stage, said))
    expect(bitmap.width).toBe(2 * 332)
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    const context = canvas.getContext('2d')
    context?.drawImage(bitmap, 0, 0)
    expect([...(context?.getImageData(2, 2, 1, 1).data ?? [])].slice(0, 3)).toEqual([0x29, 0x29, 0x29])
  })

  test('breaks what it says into lines', () => {
    expect(wrapped('Fyra initiativ och ett till', 14)).toEqual(['Fyra initiativ', 'och ett till'])
  })
})

test('fits a small phone', async () => {
  const screen = await renderScreen(<div style={{ width: 320 }}>{shown()}</div>)
  expect(screen.container.querySelector('figure')?.scrollWidth).toBeLessThanOrEqual(320)
})
