/** Where what is confidential may not stand, and what it asks of the site: agendas, documents, numbers. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runAction } from '#src/actions/index.ts'
import { decisions } from '#src/lists/decisions.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { agendaItems } from '#src/lists/meetings.ts'
import { documentFolderOf } from '#src/graph/documentFolder.ts'
import { siteFiles } from '#src/graph/files.ts'
import { listStore } from '#src/graph/listStore.ts'
import { aNeed } from '#test/fixtures/needs.ts'
import { refusalsOf, setUpStand, type Stand, whysOf } from '#test/fixtures/stand.ts'
import { marking } from '#test/fixtures/marking.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

const { lift, mark, placesOf, aDecisionAlso } = marking(() => stand)

describe('agendas, minutes and actions, which all staff read', () => {
  const anItem = (of: Initiative, state: 'agenda' | 'treated') => ({
    key: crypto.randomUUID(),
    title: of.title,
    forum: { key: 'f-pf', title: 'Prioriteringsforum' },
    state,
    kind: 'gate' as const,
    source: 'gate' as const,
    initiative: { key: of.key, title: of.title },
  })

  test('take up nothing that is confidential: not as their matter, nor as one more that it is about', async () => {
    const [need, other] = [await aNeed(stand), await aNeed(stand)]
    await mark(need.key)
    const refused = { code: 'confidentialThere', message: need.number }
    await expect(stand.store.create(agendaItems, anItem(need, 'agenda'))).rejects.toMatchObject(refused)
    const also = [{ key: need.key, title: need.title }]
    await expect(
      stand.store.createMany(agendaItems, [anItem(other, 'agenda'), { ...anItem(other, 'agenda'), also }]),
    ).rejects.toMatchObject(refused)
    const { item } = await stand.store.create(agendaItems, anItem(other, 'agenda'))
    await expect(stand.store.change(agendaItems, item, { also })).rejects.toMatchObject(refused)
    await expect(
      stand.store.create(decisions, { ...aDecisionAlso(need), initiative: other }),
    ).rejects.toMatchObject(refused)
  })

  test('stand in the way of a mark until it is taken off them; of what has been treated only the number stays', async () => {
    const need = await aNeed(stand, { title: 'Upphandling av Sigma' })
    const { item } = await stand.store.create(agendaItems, anItem(need, 'agenda'))
    expect(await refusalsOf(mark(need.key))).toEqual([
      { why: 'standsOpen', names: ['Upphandling av Sigma (Prioriteringsforum)'] },
    ])
    await stand.store.change(agendaItems, item, { state: 'treated' })
    await mark(need.key)
    const after = await stand.storeAs('employee').byKey(agendaItems, item.key)
    expect(after?.initiative).toEqual({ key: need.key, title: need.number })
  })

  test('are called as before when the mark is taken off', async () => {
    const need = await aNeed(stand, { title: 'Upphandling av Omega' })
    const rows = await Promise.all(
      ['BP1 Upphandling av Omega', `${need.number} Upphandling av Omega`, 'Läget i upphandlingen'].map(
        (title) => stand.store.create(agendaItems, { ...anItem(need, 'treated'), title }),
      ),
    )
    const titles = async () =>
      (await Promise.all(rows.map(({ item }) => stand.storeAs('employee').byKey(agendaItems, item.key)))).map(
        (item) => [item?.title, item?.initiative?.title],
      )
    await mark(need.key)
    const { number } = need
    expect(await titles()).toEqual([
      [`BP1 ${number}`, number],
      [`${number} ${number}`, number],
      ['Läget i upphandlingen', number],
    ])
    await lift(need.key)
    await lift(need.key)
    expect(await titles()).toEqual([
      ['BP1 Upphandling av Omega', need.title],
      [`${number} Upphandling av Omega`, need.title],
      ['Läget i upphandlingen', need.title],
    ])
  })
})

describe('documents', () => {
  test('stand in the way of a mark, by name, and none are attached after it', async () => {
    const need = await aNeed(stand)
    const files = siteFiles(stand.graphAs('server'), stand.site.id)
    const folder = documentFolderOf(need)
    await files.folderFor(folder)
    const file = await files.putSmall(`${folder}/Anbud.txt`, new Uint8Array([65]), { mime: 'text/plain' })
    expect(await refusalsOf(mark(need.key))).toEqual([{ why: 'documentsOpen', names: ['Anbud.txt'] }])
    expect((await placesOf(need)).narrow).toBe(0)
    await files.removeFile(file.id)
    await mark(need.key)
    expect(
      await refusalsOf(
        stand.act('developmentLead', 'attachFile', { initiative: need.key, name: 'Anbud.txt', size: 1 }),
      ),
    ).toEqual([{ why: 'documentsOpen', names: [] }])
  })
})

describe('where the site has no confidential lists', () => {
  test('everything works, and a mark is refused with what the administrator has to do', async () => {
    const need = await aNeed(stand)
    const open = Object.entries(stand.site.listIds).filter(([name]) => !name.startsWith('Confidential'))
    const site = { ...stand.site, listIds: Object.fromEntries(open) }
    const store = listStore({ graph: stand.graphAs('server'), site })
    expect(await whysOf(mark(need.key, { store }))).toEqual(['confidentialOff'])
    const done = await runAction(stand.work('developmentLead', { store }), 'prepareInitiative', {
      initiative: need.key,
      changes: { comment: 'x' },
      base: { comment: need.comment ?? null },
    })
    expect(done.initiatives).toMatchObject([{ comment: 'x' }])
  })
})

describe('numbers', () => {
  test('of needs and decisions are given once, also to who does not see the last one', async () => {
    const values = { title: 'Larm', need: 'Larmet', benefit: 'Lugn', unit: 'u-avo-ht' }
    const [first] = (await stand.act('employee', 'proposeNeed', values)).initiatives ?? []
    if (!first) throw new Error('none was made')
    await stand.store.create(decisions, { ...aDecisionAlso(first), initiative: first })
    const last = (
      await stand.store.textsStartingWith(decisions, { column: 'number', value: '2024-' })
    ).toSorted()
    await mark(first.key)
    const [second] = (await stand.act('employee', 'proposeNeed', values)).initiatives ?? []
    expect(Number(second?.number.slice(-3))).toBe(Number(first.number.slice(-3)) + 1)
    expect(
      (
        await stand.work('employee').store.textsStartingWith(decisions, { column: 'number', value: '2024-' })
      ).toSorted(),
    ).toEqual(last)
  })
})
