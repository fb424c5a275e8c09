/** The agenda as a Word file: as it was sent, a draft before that, and each in the library once. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { agendaItems, type Meeting } from '#src/lists/meetings.ts'
import { papers } from '#src/lists/minutes.ts'
import type { Forum } from '#src/lists/organisation.ts'
import { driveFiles } from '#src/graph/files.ts'
import { minutesDrive, readMinutesFile } from '#src/graph/minutesFiles.ts'
import { aForumThere, aMeetingThere, anItemThere, itemNow } from '#test/fixtures/meetingStand.ts'
import { refusalsOf, setUpStand, type Stand, type Who, whysOf } from '#test/fixtures/stand.ts'
import { readWord } from '#test/fixtures/word.ts'

let stand: Stand
let forum: Forum
let meeting: Meeting
let folder = 0
beforeAll(async () => {
  stand = await setUpStand('city')
})
beforeEach(async () => {
  // A folder of its own: names are free.
  forum = await aForumThere(stand, { short: `A${++folder}` })
  meeting = await aMeetingThere(stand, forum, { start: '13:00' })
})
afterAll(() => stand.close())

const item = (title: string, values: object = {}) =>
  anItemThere(stand, { forum, meeting }, { title, ...values })
const send = () => stand.act('developmentLead', 'sendAgenda', { meeting: meeting.key })
const make = (who: Who = 'employee') => stand.act(who, 'makePaper', { meeting: meeting.key, kind: 'agenda' })
const wordOf = async (name = '') => {
  const files = driveFiles(stand.store.graph, minutesDrive(stand.store))
  const file = await files.find(`${forum.short}/2024/${name}`)
  return readWord(await readMinutesFile(stand.store, file?.id ?? ''))
}
const rows = async () =>
  (await stand.store.where(papers, { column: 'meeting', value: meeting.key })).filter(
    ({ kind }) => kind === 'agenda',
  )

describe('the agenda as Word', () => {
  test('is as it was sent, whatever was changed since, for anyone who asks', async () => {
    const one = await item('Larmen', { minutes: 10, proposal: 'att byta larm' })
    await send()
    await stand.store.change(agendaItems, await itemNow(stand, one), { title: 'Ändrat' })
    const [paper] = (await make()).papers ?? []
    expect(paper).toMatchObject({
      kind: 'agenda',
      edition: 1,
      fileName: `A${folder} 2024-10-08 Dagordning.docx`,
    })
    const word = await wordOf(paper?.fileName)
    expect(word.tables[0]?.rows).toEqual([['1', '13.00', 'Larmen', '10']])
    expect(word.paragraphs.map(({ text }) => text)).toContain('Förslag till beslut:\tatt byta larm')
    expect(Object.values(word.parts).join('')).toContain(paper?.hash)
    expect((await make('director')).papers?.[0]?.file).toBe(paper?.file)
  })

  test('sent again it is a file of its own that says which version', async () => {
    await item('Larmen')
    await send()
    await make()
    await item('Nytt')
    await send()
    const [paper] = (await make()).papers ?? []
    expect(paper?.fileName).toBe(`A${folder} 2024-10-08 Dagordning version 2.docx`)
    expect((await wordOf(paper?.fileName)).tables[0]?.rows).toHaveLength(2)
    expect((await rows()).every(({ file }) => file)).toBe(true)
  })

  test('before it is sent it is a draft that says so, and has nothing to check it against', async () => {
    await item('Larmen')
    const [paper] = (await make('developmentLead')).papers ?? []
    expect(paper?.fileName).toBe(`A${folder} 2024-10-08 Dagordning utkast.docx`)
    const word = await wordOf(paper?.fileName)
    expect(word.text).toContain('Utkast, inte skickad')
    expect(Object.values(word.parts).join('')).not.toContain(paper?.hash)
    expect((await make('developmentLead')).papers?.[0]?.id).toBe(paper?.id)
    await item('Nytt')
    const [next] = (await make('developmentLead')).papers ?? []
    expect(next?.fileName).toBe(`A${folder} 2024-10-08 Dagordning utkast (2).docx`)
  })

  test('a draft takes no version from what is sent afterwards', async () => {
    await item('Larmen')
    await make('developmentLead')
    const done = await send()
    expect(done.papers).toMatchObject([{ edition: 1 }])
    expect((await make()).papers?.[0]?.fileName).toMatch(/Dagordning\.docx$/)
  })

  test('comes as PDF beside it where a converter is, and as Word alone where none is', async () => {
    await item('Larmen')
    const [alone] = (await make('developmentLead')).papers ?? []
    expect(alone?.pdf).toBeUndefined()
    const bin = mkdtempSync(join(tmpdir(), 'samstyr-pdf-'))
    const converter = join(bin, 'soffice')
    writeFileSync(converter, '#!/bin/sh\nprintf "%%PDF-1.7" > "$6/document.pdf"\n')
    chmodSync(converter, 0o755)
    stand.tenant.control.setFlags({ converter })
    try {
      await send()
      const [paper] = (await make()).papers ?? []
      expect(decodeURIComponent(paper?.pdf ?? '')).toMatch(/A\d+ 2024-10-08 Dagordning\.pdf$/)
      expect((await make('director')).papers?.[0]?.pdf).toBe(paper?.pdf)
    } finally {
      stand.tenant.control.setFlags({ converter: 'none' })
      rmSync(bin, { recursive: true })
    }
  })

  test('a draft is for those who prepare, and of something', async () => {
    expect(await refusalsOf(make('developmentLead'))).toEqual([{ why: 'meeting', fault: 'empty' }])
    await item('Larmen')
    expect(await whysOf(make('employee'))).toEqual(['notYourTask'])
  })
})
