/** A document of an initiative: the server opens the way, the browser sends the bytes, and the history is told once. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { documentFolderOf } from '#src/graph/documentFolder.ts'
import { siteFiles } from '#src/graph/files.ts'
import { uploadInPieces } from '#src/graph/upload.ts'
import { aNeed, asItStands } from '#test/fixtures/needs.ts'
import { refusalsOf, setUpStand, type Stand, type Who, whysOf } from '#test/fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

const brief = { business: false }
const browser: typeof fetch = (...asked) => stand.tenant.handle(new Request(...asked))
const attach = (initiative: string, name: string, size = 3) => ({ initiative, name, size })

test('a file is put in the initiative’s folder, staff read it, and the history says who added it, once', async () => {
  const need = await aNeed(stand, {}, brief)
  const { upload } = await stand.act('developmentLead', 'attachFile', attach(need.key, 'Avtal: utkast.txt'))
  if (!upload) throw new Error('No way was opened')
  expect(upload.name).toBe('Avtal- utkast.txt')
  const made = await uploadInPieces(upload.uploadUrl, new Blob(['abc']), { fetch: browser })
  if (!made) throw new Error('No answer came')
  const told = { ...attach(need.key, made.name), arrived: made.id }
  await stand.act('developmentLead', 'attachFile', told)
  await stand.act('developmentLead', 'attachFile', told)

  const files = await siteFiles(stand.graphAs('employee'), stand.site.id).listFiles(documentFolderOf(need))
  expect(files.map(({ name, size }) => [name, size])).toEqual([['Avtal- utkast.txt', 3]])
  expect((await asItStands(stand, need.key)).trail).toMatchObject([
    { kind: 'document', title: 'Avtal- utkast.txt', person: stand.person('developmentLead') },
  ])
})

test('the same name again is kept beside the first', async () => {
  const need = await aNeed(stand, {}, brief)
  for (const content of ['ett', 'två']) {
    const { upload } = await stand.act('developmentLead', 'attachFile', attach(need.key, 'Plan.txt'))
    await uploadInPieces(upload?.uploadUrl ?? '', new Blob([content]), { fetch: browser })
  }
  const files = await siteFiles(stand.graphAs('employee'), stand.site.id).listFiles(documentFolderOf(need))
  expect(files).toHaveLength(2)
})

test('what did not arrive leaves no line in the history', async () => {
  const { key } = await aNeed(stand, {}, brief)
  const asked = stand.act('developmentLead', 'attachFile', { ...attach(key, 'x.txt'), arrived: '01NOWHERE' })
  expect(await whysOf(asked)).toEqual(['notFound'])
  expect((await asItStands(stand, key)).trail).toEqual([])
})

test.for<[Who, string, number, object]>([
  ['employee', 'a.txt', 3, { why: 'notYourTask' }],
  ['developmentLead', 'a.txt', 0, { why: 'document', fault: 'empty' }],
  ['developmentLead', 'a.iso', 5e9, { why: 'document', fault: 'tooLarge' }],
  ['developmentLead', 'CON.txt', 3, { why: 'document', fault: 'blockedName' }],
  ['developmentLead', '~$Avtal.docx', 3, { why: 'document', fault: 'blockedName' }],
  ['developmentLead', `${'å'.repeat(120)}.txt`, 3, { why: 'document', fault: 'longName' }],
])('%s adding %s of %i bytes is refused', async ([who, name, size, refusal]) => {
  const { key } = await aNeed(stand, {}, brief)
  expect(await refusalsOf(stand.act(who, 'attachFile', attach(key, name, size)))).toMatchObject([refusal])
})
