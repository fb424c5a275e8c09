/** Files of minutes: put once whatever happens on the way, never over another, read back, PDF where somebody can make it. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { GraphError, isNoRight } from '#src/graph/errors.ts'
import { driveFiles } from '#src/graph/files.ts'
import {
  asPdf,
  hasNoConverter,
  libraryFault,
  minutesDrive,
  type MinutesStore,
  type NewMinutesFile,
  putMinutesFile,
  readMinutesFile,
} from '#src/graph/minutesFiles.ts'
import { killedAt, lostAt } from '#test/fixtures/interrupted.ts'
import { setUpStand, type Stand } from '#test/fixtures/stand.ts'

let stand: Stand
let server: MinutesStore
let year = 2000
beforeAll(async () => {
  stand = await setUpStand('lists')
  server = { graph: stand.graphAs('server'), site: stand.site, fetch: inside }
})
afterAll(() => stand.close())
beforeEach(() => {
  stand.tenant.control.setFaults([])
  // A year of its own for each test, so that none sees another's files.
  year += 1
})

const inside = ((...asked: Parameters<typeof fetch>) =>
  stand.tenant.handle(new Request(...asked))) as typeof fetch
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const failed = (asked: Promise<unknown>) =>
  asked.then(
    () => undefined,
    (error: unknown) => error,
  )

function aPaper(content = 'beslut', values: Partial<NewMinutesFile> = {}): NewMinutesFile {
  return {
    folder: 'PF',
    name: 'Protokoll.docx',
    bytes: new TextEncoder().encode(content),
    fields: {
      title: 'Protokoll PF',
      forum: 'Portföljforum',
      forumKey: 'f-pf',
      meetingKey: 'm-1',
      meetingDay: `${year}-10-01`,
      caseNumber: 'N161-0123/24',
      informationClass: 'moderate',
      paperKind: 'minutes',
      drawnUp: `${year}-10-08`,
      contentHash: `sha256 ${content}`,
      edition: 1,
    },
    ...values,
  }
}
const inFolder = async (folder = 'PF') =>
  (await driveFiles(stand.graphAs('employee'), minutesDrive(server)).listFiles(`${folder}/${year}`)).map(
    ({ name }) => name,
  )
const fieldsOf = async (id: string) =>
  (
    await stand.graphAs('employee')<{ fields: Record<string, unknown> }>({
      path: `${minutesDrive(server)}/items/${id}/listItem`,
    })
  ).fields

describe('a paper', () => {
  test('is put in the folder of its forum and year, with what registrars ask for, and staff read it', async () => {
    const file = await putMinutesFile(server, aPaper())
    expect(file).toMatchObject({ name: 'Protokoll.docx', version: expect.stringMatching(/^"/) as string })
    expect(decodeURIComponent(file.webUrl)).toMatch(new RegExp(`/Minutes/PF/${year}/Protokoll.docx$`))
    expect(await fieldsOf(file.itemId)).toMatchObject({
      Title: 'Protokoll PF',
      ForumKey: 'f-pf',
      CaseNumber: 'N161-0123/24',
      InformationClass: '2 Måttlig skada',
      PaperKind: 'Protokoll',
      MeetingDay: `${year}-09-30T22:00:00Z`,
      ContentHash: 'sha256 beslut',
      Edition: 1,
    })
    const employee = { ...server, graph: stand.graphAs('employee') }
    expect(text(await readMinutesFile(employee, file.itemId))).toBe('beslut')
  })

  test('asked for again is the same file, untouched', async () => {
    const first = await putMinutesFile(server, aPaper())
    expect(await putMinutesFile(server, aPaper())).toEqual(first)
    expect(await inFolder()).toEqual(['Protokoll.docx'])
  })

  test('with other content gets a name of its own, and the first stays as it was', async () => {
    const first = await putMinutesFile(server, aPaper('ett'))
    const second = await putMinutesFile(server, aPaper('två'))
    const third = await putMinutesFile(server, aPaper('tre'))
    expect([second.name, third.name]).toEqual(['Protokoll (2).docx', 'Protokoll (3).docx'])
    expect(text(await readMinutesFile(server, first.itemId))).toBe('ett')
    expect(await putMinutesFile(server, aPaper('två'))).toEqual(second)
  })

  test('whose bytes SharePoint has changed is still the same paper', async () => {
    stand.tenant.control.setFlags({ officeFilesEnriched: true })
    const archive = new Uint8Array(22)
    archive.set([0x50, 0x4b, 0x05, 0x06])
    const first = await putMinutesFile(server, aPaper('zip', { bytes: archive }))
    expect((await readMinutesFile(server, first.itemId)).byteLength).toBeGreaterThan(archive.byteLength)
    expect(await putMinutesFile(server, aPaper('zip', { bytes: archive }))).toEqual(first)
    stand.tenant.control.setFlags({ officeFilesEnriched: false })
  })

  test('of more than four megabytes goes in pieces', async () => {
    const bytes = new Uint8Array(5 * 1024 * 1024).fill(7)
    const file = await putMinutesFile(server, aPaper('stor', { bytes }))
    expect(file.name).toBe('Protokoll.docx')
    expect((await readMinutesFile(server, file.itemId)).byteLength).toBe(bytes.byteLength)
  })

  test.for([
    {
      name: 'Protokoll § 8: "nej"?.docx',
      safe: 'Protokoll § 8- -nej--.docx',
      folder: 'AVO/HT',
      put: 'AVO-HT',
    },
    { name: 'con.docx', safe: 'con-.docx', folder: 'Forms', put: 'Forms-' },
    {
      name: `${'a'.repeat(200)}.docx`,
      safe: `${'a'.repeat(115)}.docx`,
      folder: 'f'.repeat(200),
      put: 'f'.repeat(120),
    },
  ])('called $name is put as $safe', async ({ name, safe, folder, put }) => {
    expect((await putMinutesFile(server, aPaper('x', { name, folder }))).name).toBe(safe)
    expect(await inFolder(put)).toEqual([safe])
  })
})

describe('interrupted on the way', () => {
  test.for([1, 2, 3, 4, 5].flatMap((at) => [true, false].map((sent) => ({ at, sent }))))(
    'killed at write $at (done there: $sent), asked for again it is one whole file',
    async ({ at, sent }) => {
      const { store, reached } = killedAt(stand, at, { sent })
      const paper = aPaper('y', { folder: `K${at}${sent}` })
      expect(await failed(putMinutesFile(store, paper))).toBeDefined()
      expect(reached()).toBe(true)
      const file = await putMinutesFile(server, paper)
      expect(await inFolder(paper.folder)).toEqual(['Protokoll.docx'])
      expect(await fieldsOf(file.itemId)).toMatchObject({ ContentHash: 'sha256 y' })
      expect(text(await readMinutesFile(server, file.itemId))).toBe('y')
    },
  )

  test.for([3, 4, 5])('a connection lost at write %i is a failure that may be tried again', async (at) => {
    const { store } = lostAt(stand, at, { sent: true })
    const paper = aPaper('z', { folder: `L${at}` })
    expect(await failed(putMinutesFile(store, paper))).toMatchObject({ status: -1 })
    await putMinutesFile(store, paper)
    expect(await inFolder(paper.folder)).toEqual(['Protokoll.docx'])
  })

  test('ten at once put one file of the same content, and each its own of other content', async () => {
    const same = await Promise.all(Array.from({ length: 10 }, () => putMinutesFile(server, aPaper('lika'))))
    expect(new Set(same.map(({ itemId }) => itemId)).size).toBe(1)
    expect(await inFolder()).toEqual(['Protokoll.docx'])
    const each = await Promise.all(
      Array.from({ length: 5 }, (_, i) => putMinutesFile(server, aPaper(`${i}`, { name: 'Egen.docx' }))),
    )
    expect(new Set(each.map(({ name }) => name)).size).toBe(5)
    expect(await inFolder()).toHaveLength(6)
  })

  test('a file that SharePoint still works on is waited for', async () => {
    stand.tenant.control.setFaults([
      { match: { method: 'PATCH', path: 'listItem/fields' }, times: 2, status: 423, code: 'resourceLocked' },
    ])
    expect((await putMinutesFile(server, aPaper())).name).toBe('Protokoll.docx')
  })
})

describe('refused', () => {
  test('staff may not put a file there', async () => {
    const employee = { ...server, graph: stand.graphAs('employee') }
    expect(isNoRight(await failed(putMinutesFile(employee, aPaper())))).toBe(true)
  })

  test('a site without the library says so, whether it was never found or has been removed since', async () => {
    const never = { ...server, site: { ...stand.site, listIds: {} } }
    expect(libraryFault(await failed(putMinutesFile(never, aPaper())))).toBe('missing')
    const gone = {
      ...server,
      site: { ...stand.site, listIds: { Minutes: '99999999-9999-4999-8999-999999999999' } },
    }
    expect(libraryFault(await failed(putMinutesFile(gone, aPaper())))).toBe('missing')
  })

  test.for([
    { status: 507, code: 'quotaLimitReached', fault: 'full' },
    { status: 423, code: 'resourceLocked', fault: 'locked' },
    { status: 500, code: 'generalException', fault: undefined },
  ])('$status on the way is the fault "$fault"', async ({ status, code, fault }) => {
    stand.tenant.control.setFaults([{ match: { method: 'PUT', path: '/content' }, times: 1, status, code }])
    const error = await failed(putMinutesFile(server, aPaper()))
    expect([error instanceof GraphError, libraryFault(error)]).toEqual([true, fault])
  })

  test('a network that is away is no fault of the library', () => {
    expect(libraryFault(new TypeError('fetch failed'))).toBeUndefined()
  })
})

describe('PDF', () => {
  test('comes as bytes where a converter is', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'samstyr-pdf-'))
    const converter = join(folder, 'soffice')
    writeFileSync(converter, '#!/bin/sh\nprintf "%%PDF-1.7" > "$6/document.pdf"\n')
    chmodSync(converter, 0o755)
    stand.tenant.control.setFlags({ converter })
    const { itemId } = await putMinutesFile(server, aPaper())
    expect(text(await asPdf(server, itemId))).toBe('%PDF-1.7')
    rmSync(folder, { recursive: true })
  })

  test('where none is, it is told apart from other failures', async () => {
    stand.tenant.control.setFlags({ converter: 'none' })
    const { itemId } = await putMinutesFile(server, aPaper())
    expect(hasNoConverter(await failed(asPdf(server, itemId)))).toBe(true)
    expect(hasNoConverter(await failed(asPdf(server, 'finns-inte')))).toBe(false)
  })
})
