/** Files of the site: the server makes folders and opens the way, staff read, the browser sends the bytes in pieces. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { GraphError, isNoRight } from '#src/graph/errors.ts'
import { isNameTaken, safeName, type SiteFiles, siteFiles, SMALL_BYTES } from '#src/graph/files.ts'
import { type UploadOptions, uploadInPieces } from '#src/graph/upload.ts'
import { setUpStand, type Stand } from '#test/fixtures/stand.ts'

let stand: Stand
let server: SiteFiles
let employee: SiteFiles
beforeAll(async () => {
  stand = await setUpStand('empty')
  server = siteFiles(stand.graphAs('server'), stand.site.id)
  employee = siteFiles(stand.graphAs('employee'), stand.site.id)
})
afterAll(() => stand.close())
beforeEach(() => stand.tenant.control.setFaults([]))

const bytes = (length: number) => new Uint8Array(length).map((_, i) => i % 251)
const failed = (asked: Promise<unknown>) =>
  asked.then(
    () => undefined,
    (error: unknown) => error,
  )

/** The browser's way to SharePoint, without a network between. */
const browser = (async (...asked: Parameters<typeof fetch>) => {
  const response = await stand.tenant.handle(new Request(...asked))
  if (response.type === 'error') throw new TypeError('Failed to fetch')
  return response
}) as typeof fetch

const UNIT = 320 * 1024
const send = (uploadUrl: string, content: Uint8Array<ArrayBuffer>, options: UploadOptions = {}) =>
  uploadInPieces(uploadUrl, new Blob([content]), {
    pieceBytes: UNIT,
    fetch: browser,
    wait: async () => undefined,
    ...options,
  })
const contentAt = async (files: SiteFiles, id: string) =>
  new Uint8Array(await (await browser(await files.downloadUrl({ id }))).arrayBuffer())

describe('folders', () => {
  test('a folder is made with those above it, and is the same when asked for again', async () => {
    const made = await server.folderFor('Ärenden/AVO 12/Bilagor')
    expect(made).toMatchObject({ name: 'Bilagor', isFolder: true })
    expect((await server.folderFor('Ärenden/AVO 12/Bilagor')).id).toBe(made.id)
    expect((await employee.listFiles('Ärenden')).map(({ name }) => name)).toEqual(['AVO 12'])
  })

  test('asked for twice at once it is made once', async () => {
    const [one, other] = await Promise.all([server.folderFor('Samtidigt/a'), server.folderFor('Samtidigt/a')])
    expect(one.id).toBe(other.id)
  })

  test('one that is not there holds nothing', async () => {
    expect(await employee.listFiles('Finns/inte')).toEqual([])
  })

  test('two hundred files and more are all listed', async () => {
    await server.folderFor('Många')
    for (let i = 0; i < 203; i++) await server.putSmall(`Många/${i}.txt`, bytes(1), { mime: 'text/plain' })
    expect(await employee.listFiles('Många')).toHaveLength(203)
  })
})

describe('small files', () => {
  test('the server writes, staff read what was written', async () => {
    const { id } = await server.putSmall('protokoll #1 åäö.txt', bytes(300), { mime: 'text/plain' })
    expect(await employee.find('protokoll #1 åäö.txt')).toMatchObject({ id, size: 300, isFolder: false })
    expect(await contentAt(employee, id)).toEqual(bytes(300))
  })

  test('staff may not write, remove or open an upload', async () => {
    const { id } = await server.putSmall('fast.txt', bytes(1), { mime: 'text/plain' })
    for (const asked of [
      employee.putSmall('eget.txt', bytes(1), { mime: 'text/plain' }),
      employee.removeFile(id),
      employee.createUpload('eget.txt', { conflict: 'fail' }),
      employee.folderFor('Egen'),
    ])
      expect(isNoRight(await failed(asked))).toBe(true)
  })

  test('a name that is taken is refused, unless it may be replaced', async () => {
    await server.putSmall('samma.txt', bytes(1), { mime: 'text/plain' })
    expect(isNameTaken(await failed(server.putSmall('samma.txt', bytes(2), { mime: 'text/plain' })))).toBe(
      true,
    )
    const replaced = await server.putSmall('samma.txt', bytes(3), { mime: 'text/plain', conflict: 'replace' })
    expect(replaced.size).toBe(3)
  })

  test('one that needs an upload session is never sent', async () => {
    const requests = await stand.requestsOf(() =>
      failed(server.putSmall('stor.bin', bytes(SMALL_BYTES + 1), { mime: 'application/octet-stream' })),
    )
    expect(requests).toBe(0)
  })

  test('a removed file is gone, and removing it again is no error', async () => {
    const { id } = await server.putSmall('bort.txt', bytes(1), { mime: 'text/plain' })
    await server.removeFile(id)
    await server.removeFile(id)
    expect(await employee.find('bort.txt')).toBeUndefined()
  })
})

describe('an upload in pieces', () => {
  const open = async (name: string) => (await server.createUpload(name, { conflict: 'fail' })).uploadUrl

  test('arrives whole, and tells how far it has come', async () => {
    const told: number[] = []
    const content = bytes(2 * UNIT + 7)
    const file = await send(await open('tre delar.bin'), content, { onProgress: (sent) => told.push(sent) })
    expect(told).toEqual([UNIT, 2 * UNIT, content.length])
    expect(await contentAt(employee, file?.id ?? '')).toEqual(content)
  })

  test.for([
    { says: 'a connection that breaks before a piece arrived', fault: { status: 503 } },
    { says: 'an answer that is lost after a piece arrived', fault: { dropAfterCommit: true } },
    { says: 'a service that asks to wait', fault: { status: 429, retryAfter: 3 } },
  ])('goes on after $says', async ({ says, fault }) => {
    const content = bytes(3 * UNIT)
    const uploadUrl = await open(`${says}.bin`)
    stand.tenant.control.setFaults([{ match: { method: 'PUT', path: '/_api/v2.0/' }, times: 1, ...fault }])
    const waited: number[] = []
    const file = await send(uploadUrl, content, {
      wait: async (seconds) => {
        waited.push(seconds)
      },
    })
    expect(waited).toEqual(['retryAfter' in fault ? 3 : 1])
    expect(await contentAt(server, file?.id ?? '')).toEqual(content)
  })

  test('whose last answer is lost has arrived all the same', async () => {
    const uploadUrl = await open('sista svaret.bin')
    const faults = [{ match: { method: 'PUT', path: '/_api/v2.0/' }, times: 1, dropAfterCommit: true }]
    stand.tenant.control.setFaults(faults)
    expect(await send(uploadUrl, bytes(100))).toBeUndefined()
    expect(await employee.find('sista svaret.bin')).toMatchObject({ size: 100 })
  })

  test('that is given up leaves nothing behind', async () => {
    const uploadUrl = await open('avbruten.bin')
    const stop = new AbortController()
    const asked = send(uploadUrl, bytes(3 * UNIT), { signal: stop.signal, onProgress: () => stop.abort() })
    expect(await failed(asked)).toHaveProperty('name', 'AbortError')
    expect((await browser(uploadUrl)).status).toBe(404)
    expect(await employee.find('avbruten.bin')).toBeUndefined()
  })

  test('is told when the net stays away', async () => {
    const uploadUrl = await open('utan nät.bin')
    stand.tenant.control.setFaults([{ match: { path: '/_api/v2.0/' }, times: 99, status: 503 }])
    expect(await failed(send(uploadUrl, bytes(100)))).toBeInstanceOf(GraphError)
  })

  test('whose name was taken meanwhile is refused with 409, or gets another name', async () => {
    const refused = await open('kapplöpning.txt')
    const renamed = (await server.createUpload('kapplöpning.txt', { conflict: 'rename' })).uploadUrl
    await server.putSmall('kapplöpning.txt', bytes(1), { mime: 'text/plain' })
    expect(isNameTaken(await failed(send(refused, bytes(9))))).toBe(true)
    expect(await send(renamed, bytes(9))).toMatchObject({ name: 'kapplöpning 1.txt' })
  })
})

test.for([
  { name: 'Avtal: fas 2/3?.docx', safe: 'Avtal- fas 2-3-.docx' },
  { name: '  ...dold.txt ', safe: 'dold.txt' },
  { name: '~$lås.docx', safe: '$lås.docx' },
  { name: '???', safe: '---' },
  { name: '', safe: '-' },
  { name: 'aux', safe: 'aux-' },
  { name: 'COM1.docx', safe: 'COM1-.docx' },
  { name: 'Comité.docx', safe: 'Comité.docx' },
  { name: 'a_vti_b.docx', safe: 'avtib.docx' },
  { name: `${'a'.repeat(119)}😀`, safe: 'a'.repeat(119) },
  { name: `${'lång '.repeat(60)}.pdf`, safe: `${'lång '.repeat(24).slice(0, 116).trimEnd()}.pdf` },
])('$name is called $safe', ({ name, safe }) => {
  expect(safeName(name)).toBe(safe)
})
