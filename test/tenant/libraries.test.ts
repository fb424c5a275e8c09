/** Document libraries as lists: columns of their own, rows through their files, other names, PDF. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aTenant, type Client, type House, ids, origin, site } from './fixtures.ts'

let house: House
let manage: Client
let library: string
beforeEach(async () => {
  house = aTenant()
  manage = await house.as('manage')
  const { body } = await manage('POST', `${site}/lists`, {
    displayName: 'Minutes',
    columns: [
      { name: 'MeetingKey', text: {}, indexed: true },
      { name: 'Edition', number: {} },
      { name: 'DrawnUp', dateTime: { format: 'dateOnly' } },
    ],
    list: { template: 'documentLibrary' },
  })
  library = `${site}/lists/${body.id}`
})

async function put(path: string, content = 'x'): Promise<string> {
  const { token } = await house.tenant.control.appToken({ clientId: ids.write })
  const response = await house.tenant.handle(
    new Request(`${origin}/v1.0/${library}/drive/root:/${encodeURI(path)}:/content`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}` },
      body: content,
    }),
  )
  const { id } = (await response.json()) as { id: string }
  return `${library}/drive/items/${id}`
}

describe('a library', () => {
  test('is a list of that template, without Lists in its address, and a drive beside the first', async () => {
    const { body } = await manage('GET', library)
    expect(body['list']).toMatchObject({ template: 'documentLibrary' })
    expect(body['webUrl']).toMatch(/\/Minutes$/)
    const { body: drives } = await manage('GET', `${site}/drives`)
    expect(drives.value.map(({ name }) => name)).toEqual(['Documents', 'Minutes'])
    expect((await manage('GET', `${site}/drive`)).body.name).toBe('Documents')
    expect((await manage('GET', `${library}/contentTypes`)).body.value[0]?.name).toBe('Document')
  })

  test('has the name of the file among its columns, which nobody may remove', async () => {
    const { body } = await manage('GET', `${library}/columns`)
    expect(body.value.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Title', 'FileLeafRef', 'MeetingKey', 'Edition']),
    )
    expect((await manage('DELETE', `${library}/columns/FileLeafRef`)).status).toBe(403)
  })

  test('is not made by an application that may only write', async () => {
    const body = { displayName: 'Egna', list: { template: 'documentLibrary' } }
    expect((await (await house.as('write'))('POST', `${site}/lists`, body)).status).toBe(403)
  })
})

describe('what is kept about a file', () => {
  test('is written and read through the file, and found in the list by its index', async () => {
    const file = await put('PF/2024/a.docx')
    const written = await manage('PATCH', `${file}/listItem/fields`, { MeetingKey: 'm-1', Edition: 2 })
    expect([written.status, written.body['MeetingKey']]).toEqual([200, 'm-1'])
    expect((await manage('GET', `${file}/listItem/fields?$select=Edition`)).body).toMatchObject({
      Edition: 2,
    })
    const found = await manage(
      'GET',
      `${library}/items?$filter=fields/MeetingKey eq 'm-1'&$expand=fields($select=FileLeafRef,MeetingKey)`,
    )
    expect(found.body.value.map(({ fields }) => fields['FileLeafRef'])).toEqual(['a.docx'])
  })

  test('a day is kept as the midnight of the site', async () => {
    const file = await put('a.docx')
    const { body } = await manage('PATCH', `${file}/listItem/fields`, { DrawnUp: '2024-10-01T12:00:00Z' })
    expect(body['DrawnUp']).toBe('2024-09-30T22:00:00Z')
  })

  test.for([
    { says: 'a field that nobody declared', fields: { Nobody: 'x' }, status: 400, code: 'invalidRequest' },
    {
      says: 'text where a number is kept',
      fields: { Edition: 'två' },
      status: 500,
      code: 'generalException',
    },
    { says: 'what SharePoint keeps itself', fields: { Author: 'x' }, status: 400, code: 'invalidRequest' },
    { says: 'the name of the file', fields: { FileLeafRef: 'b.docx' }, status: 501, code: 'notImplemented' },
  ])('$says is refused with $status', async ({ fields, status, code }) => {
    const answer = await manage('PATCH', `${await put('a.docx')}/listItem/fields`, fields)
    expect([answer.status, answer.body.error.code]).toEqual([status, code])
  })

  test('is not written by those who read, nor over another version', async () => {
    const file = await put('a.docx')
    const reader = await house.by(ids.reader)
    expect((await reader('GET', `${file}/listItem/fields`)).status).toBe(200)
    expect((await reader('PATCH', `${file}/listItem/fields`, { Edition: 1 })).status).toBe(403)
    const stale = await manage('PATCH', `${file}/listItem/fields`, { Edition: 1 }, { 'if-match': '"x,1"' })
    expect(stale.status).toBe(412)
  })

  test('keeps its versions from the start', async () => {
    const file = await put('a.docx')
    await manage('PATCH', `${file}/listItem/fields`, { Edition: 1 })
    const { body: row } = await manage('GET', `${file}/listItem`)
    const { body } = await manage('GET', `${library}/items/${row.id}/versions`)
    expect(body.value.map(({ id }) => id)).toEqual(['2.0', '1.0'])
  })
})

describe('the address that people open a file by', () => {
  const openAt = async (url: string, headers = {}) => {
    const response = await house.tenant.handle(new Request(url, { headers }))
    return { status: response.status, text: await response.text(), headers: response.headers }
  }
  const navigate = { 'sec-fetch-mode': 'navigate' }

  test('gives the file to a browser that is led there', async () => {
    const { body } = await manage('GET', await put('PF/2024/Protokoll § 8.docx', 'hej'))
    const opened = await openAt(String(body['webUrl']), navigate)
    expect([opened.status, opened.text]).toEqual([200, 'hej'])
    expect(opened.headers.get('content-disposition')).toContain('Protokoll%20%C2%A7%208.docx')
  })

  test('gives nothing to a page or a program, nor what is not there', async () => {
    const { body } = await manage('GET', await put('a.docx'))
    const url = String(body['webUrl'])
    expect((await openAt(url)).status).toBe(501)
    expect((await openAt(url, { 'sec-fetch-mode': 'cors' })).status).toBe(501)
    expect((await openAt(url.replace('a.docx', 'b.docx'), navigate)).status).toBe(404)
    expect((await openAt(url.replace('a.docx', '%E4.docx'), navigate)).status).toBe(501)
  })
})

describe('another name', () => {
  test('is given to the same file, which keeps what is kept about it', async () => {
    const file = await put('PF/a.docx')
    await manage('PATCH', `${file}/listItem/fields`, { MeetingKey: 'm-1' })
    const { status, body } = await manage('PATCH', file, { name: 'b.docx' })
    expect([status, body.name]).toEqual([200, 'b.docx'])
    expect((await manage('GET', `${library}/drive/root:/PF/a.docx`)).status).toBe(404)
    const { body: fields } = await manage('GET', `${library}/drive/root:/PF/b.docx:/listItem/fields`)
    expect(fields).toMatchObject({ MeetingKey: 'm-1', FileLeafRef: 'b.docx' })
  })

  test.for([
    { says: 'one that another file has, however written', body: { name: 'B.DOCX' }, status: 409 },
    { says: 'one that Windows keeps for itself', body: { name: 'con' }, status: 400 },
    { says: 'one with a sign that SharePoint keeps', body: { name: 'a:b.docx' }, status: 400 },
    { says: 'a path longer than 400 signs', body: { name: `${'a'.repeat(400)}.docx` }, status: 400 },
    { says: 'another folder', body: { parentReference: { id: 'x' } }, status: 501 },
  ])('$says is refused with $status', async ({ body, status }) => {
    await put('b.docx')
    expect((await manage('PATCH', await put('a.docx'), body)).status).toBe(status)
  })
})

describe('PDF', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'samstyr-pdf-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  /** Called as LibreOffice is; writes the content that came after the mark of a PDF. */
  function converter(script = 'printf %%PDF- > "$6/document.pdf"; cat "$7" >> "$6/document.pdf"'): string {
    const file = join(folder, 'soffice')
    writeFileSync(file, `#!/bin/sh\n${script}\n`)
    chmodSync(file, 0o755)
    return file
  }

  test('comes by a redirect to an address that needs no token and converts', async () => {
    house.tenant.control.setFlags({ converter: converter() })
    const answer = await manage('GET', `${await put('a.docx', 'hej')}/content?format=pdf`)
    expect(answer.status).toBe(302)
    const fetched = await house.tenant.handle(new Request(answer.headers.get('location') ?? ''))
    expect([fetched.headers.get('content-type'), await fetched.text()]).toEqual([
      'application/pdf',
      '%PDF-hej',
    ])
  })

  test.for([
    { says: 'without a converter', name: 'a.docx', format: 'pdf', flag: 'none', status: 501 },
    { says: 'of a text', name: 'a.md', format: 'pdf', flag: undefined, status: 406 },
    { says: 'as a picture', name: 'a.docx', format: 'jpg', flag: undefined, status: 501 },
  ])('$says is refused with $status', async ({ name, format, flag, status }) => {
    house.tenant.control.setFlags({ converter: flag ?? converter() })
    expect((await manage('GET', `${await put(name)}/content?format=${format}`)).status).toBe(status)
  })

  test('a document that the converter can not read is said to be so', async () => {
    house.tenant.control.setFlags({ converter: converter('exit 1') })
    const answer = await manage('GET', `${await put('a.docx')}/content?format=pdf`)
    const fetched = await house.tenant.handle(new Request(answer.headers.get('location') ?? ''))
    expect([fetched.status, await fetched.text()]).toEqual([
      400,
      expect.stringMatching(/^The file could not be converted/),
    ])
  })
})
