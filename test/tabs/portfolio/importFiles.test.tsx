/** The import screen: files that cannot be read, and the page for everyone. */
import { afterEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { aWorkbook } from '#test/fixtures/workbook.ts'
import { violations } from '#test/tabs/fixtures.tsx'
import { aSheet, many, show, upload, go, uploadRows, aServer } from './importing.tsx'

/** As a person does: holds the files over the page until it takes them, then lets go. */
async function drop(...files: File[]) {
  const dataTransfer = new DataTransfer()
  for (const file of files) dataTransfer.items.add(file)
  const isTaken = () => !window.dispatchEvent(new DragEvent('dragover', { dataTransfer, cancelable: true }))
  await expect.poll(isTaken).toBe(true)
  window.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }))
}

afterEach(() => page.viewport(1280, 800))

describe('files that cannot be read', () => {
  const cases: { says: string; content: Uint8Array | string; name: string; sentence: string }[] = [
    {
      says: 'a text file',
      content: 'Nr;Behov',
      name: 'behov.csv',
      sentence: 'Filen är inget kalkylblad. Välj en Excelfil som slutar på .xlsx.',
    },
    {
      says: 'a macro file',
      content: aWorkbook([aSheet(...many(1))], {
        contentType: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
      }),
      name: 'behov.xlsm',
      sentence: 'Filen innehåller makron',
    },
    {
      says: 'half a file',
      content: aWorkbook([aSheet(...many(30))]).slice(0, 900),
      name: 'behov.xlsx',
      sentence: 'Filen är skadad',
    },
  ]
  test.each(cases)('$says: the sentence says why', async ({ content, name, sentence }) => {
    await show()
    await upload(content, name)
    await expect.element(page.getByRole('alert')).toMatchTextContent(sentence)
  })

  test('a file of more than 20 MB, dropped on the page, is not even read', async () => {
    await show()
    await drop(new File([new Uint8Array(20 * 2 ** 20 + 1)], 'bilder.xlsx'))
    await expect.element(page.getByRole('alert')).toMatchTextContent('Filen är för stor')
  })

  test('two files at once are one too many; one dropped file is read', async () => {
    await show()
    const file = new File([aWorkbook([aSheet(...many(2))]) as BlobPart], 'behov.xlsx')
    await drop(file, file)
    await expect.element(page.getByRole('alert')).toMatchTextContent('Släpp en fil åt gången.')
    await drop(file)
    await expect.element(go(2)).toBeVisible()
  })

  test('a good file after a bad one is read', async () => {
    await show()
    await upload('Nr;Behov', 'behov.csv')
    await expect.element(page.getByRole('alert')).toBeVisible()
    await uploadRows(...many(2))
    await expect.element(go(2)).toBeVisible()
    expect(page.getByRole('alert').elements()).toEqual([])
  })
})

describe('for everyone', () => {
  const themes = ['default', 'dark', 'contrast'] as const
  test.each(themes)('nothing that axe objects to in the %s theme', async (theme) => {
    const { container } = await show({ theme })
    expect(await violations(container)).toEqual([])
    await uploadRows(...many(3), [4, 'Utan enhet', 'Okänd', 'Ny', '?'])
    await expect.element(go(4)).toBeVisible()
    expect(await violations(container)).toEqual([])
  })

  test('at 320 pixels the page does not scroll sideways', async () => {
    await page.viewport(320, 640)
    await show()
    await uploadRows(...many(3), [
      4,
      'Ettmycketlångtordsominteharnågotblankstegattbrytavid'.repeat(2),
      'Okänd',
      'Ny',
      '?',
    ])
    await expect.element(go(4)).toBeVisible()
    await page.getByText('Kolumner', { exact: true }).click()
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  })

  test('it can be done with the keyboard alone', async () => {
    const server = aServer()
    await show({ act: server.act })
    await uploadRows(...many(2))
    await expect.element(go(2)).toBeEnabled()
    go(2).element().focus()
    await userEvent.keyboard('{Enter}')
    await expect
      .element(page.getByRole('heading', { name: '2 behov är inlästa, 0 fanns redan.' }))
      .toHaveFocus()
  })

  test('in English', async () => {
    await show({ locale: 'en' })
    await expect.element(page.getByRole('heading', { name: 'Import needs' })).toBeVisible()
    await expect.element(page.getByRole('button', { name: 'Choose a file' })).toBeVisible()
  })
})
