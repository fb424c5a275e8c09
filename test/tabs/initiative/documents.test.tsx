/** Documents of an initiative: what there is, and files on their way with progress, giving up and going on. */
import { afterEach, describe, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { Documents } from '#tabs/initiative/Documents.tsx'
import { aPreparation } from '../../fixtures/initiatives.ts'
import { type Act, renderScreen, violations } from '../fixtures.tsx'

afterEach(() => vi.unstubAllGlobals())

const kept: object[] = [
  { id: 'f-1', name: 'Projektdirektiv.docx', size: 250_000, webUrl: 'https://site.example/p', eTag: '1' },
]
const opened: Act = ({ args }) =>
  (args as { arrived?: string }).arrived
    ? { done: {} }
    : { done: { upload: { uploadUrl: 'https://site.example/upload', name: 'Avtal.txt' } } }

async function show({ act = opened, files = kept, mayEdit = true } = {}) {
  const preparation = aPreparation()
  const { initiative } = preparation
  const whole = {
    initiative,
    complete: true,
    costItems: [],
    benefits: [],
    decisions: [],
    trail: [],
    atMeetings: [],
    preparation,
  }
  const shown = await renderScreen(
    <main>
      <h1>Digitala lås</h1>
      <Documents whole={whole} mayEdit={mayEdit} />
    </main>,
    {
      act,
      store: {
        site: { id: 'site', listIds: {} },
        graph: <T,>() => Promise.resolve({ value: files } as T),
      },
    },
  )
  await page.getByRole('heading', { name: 'Dokument' }).click()
  return shown
}
/** SharePoint at the other end of the upload's address. */
const sharePoint = (answer: (init: RequestInit | undefined) => Response | Promise<Response>) => {
  const sent: string[] = []
  const real = window.fetch
  vi.stubGlobal('fetch', (url: string, init?: RequestInit) => {
    if (!url.startsWith('https://site.example')) return real(url, init)
    sent.push(init?.method ?? 'GET')
    return Promise.resolve(answer(init))
  })
  return sent
}
const drop = async (name: string, content: string) => {
  await expect.element(page.getByText(/eller dra hit dem/)).toBeVisible()
  const transfer = new DataTransfer()
  transfer.items.add(new File([content], name))
  const place = page.getByText(/eller dra hit dem/).element().parentElement
  place?.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }))
}

describe('what there is', () => {
  test('files are listed with size, and open in the browser', async () => {
    const { container } = await show()
    await expect
      .element(page.getByRole('link', { name: 'Projektdirektiv.docx' }))
      .toHaveAttribute('href', 'https://site.example/p')
    await expect.element(page.getByText(/245\s?kB/)).toBeVisible()
    await expect.element(page.getByText('1 fil', { exact: true })).toBeVisible()
    expect(await violations(container)).toEqual([])
  })

  test('whoever may not prepare reads, and adds nothing', async () => {
    await show({ mayEdit: false })
    await expect.element(page.getByRole('link')).toBeVisible()
    expect(page.getByRole('button').elements()).toEqual([])
  })
})

describe('a file on its way', () => {
  test('is dragged in and arrives', async () => {
    sharePoint(() => Response.json({ id: 'f-2', name: 'Avtal.txt' }, { status: 201 }))
    await show()
    await drop('Avtal.txt', 'abc')
    await expect.element(page.getByRole('status')).toMatchTextContent('Avtal.txt är tillagd.')
  })

  test('one that is refused says why, and nothing is sent', async () => {
    const sent = sharePoint(() => new Response())
    const { container } = await show()
    await drop('Tom.txt', '')
    await expect.element(page.getByRole('alert')).toMatchTextContent('Filen Tom.txt är tom.')
    expect(sent).toEqual([])
    expect(await violations(container)).toEqual([])
  })

  test('is given up: SharePoint forgets it, and it can be sent anew', async () => {
    const sent = sharePoint((init) =>
      init?.method === 'DELETE'
        ? new Response(null, { status: 204 })
        : new Promise((_, stop) => init?.signal?.addEventListener('abort', () => stop(new Error('aborted')))),
    )
    await show()
    await drop('Stor.txt', 'abc')
    await expect.element(page.getByRole('progressbar')).toBeVisible()
    await page.getByRole('button', { name: 'Avbryt Stor.txt' }).click()
    await expect.element(page.getByText('Avbruten.')).toBeVisible()
    await expect.poll(() => sent).toEqual(['PUT', 'DELETE'])
    await page.getByRole('button', { name: 'Fortsätt med Stor.txt' }).click()
    await expect.poll(() => sent).toEqual(['PUT', 'DELETE', 'PUT'])
  })

  test('an address that grew too old is told, and asked for anew', async () => {
    let tries = 0
    sharePoint(() =>
      ++tries === 1
        ? new Response('', { status: 404 })
        : Response.json({ id: 'f-2', name: 'Avtal.txt' }, { status: 201 }),
    )
    await show()
    await drop('Avtal.txt', 'abc')
    await expect.element(page.getByText(/Filen skickas om från början/)).toBeVisible()
    await page.getByRole('button', { name: 'Fortsätt med Avtal.txt' }).click()
    await expect.element(page.getByRole('status')).toMatchTextContent('Avtal.txt är tillagd.')
  })
})
