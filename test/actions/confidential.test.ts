/** Marking as confidential: all of it moves to where few may read, nothing is lost on the way, and it comes back whole. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runAction } from '#src/actions/index.ts'
import { finishMoves } from '#src/actions/settleConfidential.ts'
import { benefits, costItems, dependencies } from '#src/lists/businessCase.ts'
import { decisions, trail } from '#src/lists/decisions.ts'
import { GraphError } from '#src/graph/errors.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { agendaItems } from '#src/lists/meetings.ts'
import { documentFolderOf } from '#src/graph/documentFolder.ts'
import { siteFiles } from '#src/graph/files.ts'
import { listStore } from '#src/graph/listStore.ts'
import { Killed, killedAt, lostAt, meanwhileAt } from '#test/fixtures/interrupted.ts'
import { aNeed } from '#test/fixtures/needs.ts'
import { refusalsOf, setUpStand, type Stand, TODAY, type Who, whysOf } from '#test/fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

const BASIS = '19 kap. 3 §'
const REASON = 'Upphandling pågår'
const mark = (key: string, given = {}) =>
  runAction(stand.work('developmentLead', given), 'markConfidential', {
    initiative: key,
    basis: BASIS,
    reason: REASON,
  })
const lift = (key: string, given = {}) =>
  runAction(stand.work('developmentLead', given), 'liftConfidential', {
    initiative: key,
    reason: 'Avtalet är klart',
  })
const lists = [costItems, benefits, trail] as const
const about = (key: string) => ({ column: 'initiative', value: key })
/** How many rows somebody finds: the initiative, then what tells of it. */
async function foundBy(who: Parameters<Stand['storeAs']>[0], key: string) {
  const store = stand.storeAs(who)
  const rows = await store.whereOf(lists, about(key))
  return [(await store.byKey(initiatives, key)) ? 1 : 0, ...rows.map(({ length }) => length)]
}
async function placesOf({ key }: Initiative) {
  const places = await Promise.all([
    stand.store.both(initiatives, { column: 'key', value: key }),
    ...lists.map((list) => stand.store.both(list, about(key))),
  ])
  return {
    open: places.reduce((sum, { open }) => sum + open.length, 0),
    narrow: places.reduce((sum, { narrow }) => sum + narrow.length, 0),
  }
}
/** The history in the order it was written, as its readers go by. */
const namesOf = async ({ key }: Initiative) =>
  (await stand.store.where(trail, about(key)))
    .toSorted((a, b) => Number(a.id) - Number(b.id))
    .map((entry) => entry.key)

/** Everything of the site's lists that somebody may read, as text. */
async function allRead(who: Who) {
  const store = stand.storeAs(who)
  return JSON.stringify(await store.allOf([initiatives, dependencies, decisions, ...lists]))
}

/** Where a text stands in another, and nothing when it doesn't. */
const excerpt = (text: string, part: string) => {
  const at = text.indexOf(part)
  return at < 0 ? '' : text.slice(Math.max(0, at - 120), at + part.length)
}

describe('an initiative that is marked', () => {
  test('is found by the group with all that tells of it, and by nobody else', async () => {
    const need = await aNeed(stand)
    const before = await foundBy('employee', need.key)
    expect(before[0]).toBe(1)
    const done = await mark(need.key)
    expect(done.initiatives).toMatchObject([
      {
        key: need.key,
        title: need.title,
        confidential: true,
        confidentialBasis: BASIS,
        confidentialReason: REASON,
        confidentialOn: TODAY,
        confidentialBy: stand.person('developmentLead'),
      },
    ])
    expect(await foundBy('employee', need.key)).toEqual([0, 0, 0, 0])
    const [one, costs, gains, told] = await foundBy('developmentLead', need.key)
    expect([one, costs, gains]).toEqual(before.slice(0, 3))
    expect(told).toBe((before[3] ?? 0) + 1)
    expect((await placesOf(need)).open).toBe(0)
  })

  test('is worked on where it is: what is written, and what tells of it, stays narrow', async () => {
    const need = await aNeed(stand)
    await mark(need.key)
    await stand.act('developmentLead', 'prepareInitiative', {
      initiative: need.key,
      changes: { comment: 'Anbuden öppnas på fredag', projectOwner: stand.person('director') },
      base: { comment: need.comment ?? null, projectOwner: need.projectOwner ?? null },
    })
    await stand.act('developmentLead', 'saveRow', {
      initiative: need.key,
      list: 'costItems',
      row: `${need.key}/ny`,
      values: { title: 'Anbud', kind: 'supplier', year: 2025, amountKr: 1000 },
      base: {},
    })
    expect((await placesOf(need)).open).toBe(0)
    expect(await stand.store.byKey(initiatives, need.key)).toMatchObject({
      comment: 'Anbuden öppnas på fredag',
      confidential: true,
    })
  })

  test('marked twice with one key is marked once; lifted twice, it is open once', async () => {
    const need = await aNeed(stand)
    for (const [i, who] of (['director', 'employee', 'nursingManager', 'director'] as const).entries())
      await stand.act('developmentLead', 'prepareInitiative', {
        initiative: need.key,
        changes: { benefitLead: stand.person(who) },
        base: {
          benefitLead:
            i === 0 ? null : ((await stand.store.byKey(initiatives, need.key))?.benefitLead ?? null),
        },
      })
    const written = await namesOf(need)
    const first = await mark(need.key, { key: `one${need.key}` })
    expect((await namesOf(need)).slice(0, -1)).toEqual(written)
    expect(written.length).toBeGreaterThan(3)
    const again = await mark(need.key, { key: `one${need.key}` })
    expect(again.trail).toEqual(first.trail)
    const before = await placesOf(need)
    const kept = await namesOf(need)
    await lift(need.key, { key: `two${need.key}` })
    await lift(need.key, { key: `two${need.key}` })
    const after = await placesOf(need)
    expect((await namesOf(need)).slice(0, -1)).toEqual(kept)
    expect(after).toEqual({ open: before.narrow + 1, narrow: 0 })
    const now = await stand.storeAs('employee').byKey(initiatives, need.key)
    expect(now).toMatchObject({ title: need.title, number: need.number })
    for (const gone of ['confidentialBasis', 'confidentialOn', 'confidentialBy', 'confidentialReason'])
      expect(now).not.toHaveProperty(gone)
  })

  test('may be marked by another section, and both are told', async () => {
    const need = await aNeed(stand)
    await mark(need.key)
    const done = await stand.act('developmentLead', 'markConfidential', {
      initiative: need.key,
      basis: '18 kap. 8 §',
      reason: 'Skyddet av driften',
    })
    expect(done.initiatives).toMatchObject([{ confidentialBasis: '18 kap. 8 §', confidential: true }])
    expect(done.trail).toMatchObject([{ from: BASIS, to: '18 kap. 8 §' }])
  })
})

describe('whoever is not in the group', () => {
  test.for([
    {
      says: 'prepares it',
      name: 'prepareInitiative',
      args: { changes: { comment: 'x' }, base: { comment: null } },
    },
    { says: 'likens it to others', name: 'linkSimilar', args: {} },
    { says: 'marks it', name: 'markConfidential', args: { basis: 'x', reason: 'x' } },
    { says: 'lifts it', name: 'liftConfidential', args: { reason: 'x' } },
    { says: 'decides on it', name: 'decideState', args: { change: 'pause', wording: 'x' } },
    { says: 'attaches a file', name: 'attachFile', args: { name: 'a.txt', size: 1 } },
  ])('is told that it is not there, as of any other key: $says', async ({ name, args }) => {
    const need = await aNeed(stand)
    await mark(need.key)
    const asked = { ...args, initiative: need.key }
    const there = await refusalsOf(runAction(stand.work('nursingManager'), name, asked))
    const nowhere = await refusalsOf(
      runAction(stand.work('nursingManager'), name, { ...asked, initiative: 'nowhere' }),
    )
    expect(there).toEqual([{ why: 'notFound', what: 'initiative', key: need.key }])
    expect(nowhere).toEqual([{ ...there[0], key: 'nowhere' }])
  })

  test('changes many rows but not the confidential one among them', async () => {
    const [open, shut] = [await aNeed(stand), await aNeed(stand)]
    await mark(shut.key)
    const row = (initiative: string) => ({
      initiative,
      changes: { systems: 'Treserva' },
      base: { systems: null },
    })
    const done = await stand.act('nursingManager', 'editMany', { rows: [row(open.key), row(shut.key)] })
    expect(done.initiatives?.map(({ key }) => key)).toEqual([open.key])
    expect(done.left).toMatchObject([{ key: shut.key, refusals: [{ why: 'notFound' }] }])
  })

  test('may not mark: they could not see what they had done', async () => {
    const need = await aNeed(stand, { contact: stand.person('employee') })
    const asked = { initiative: need.key, basis: BASIS, reason: REASON }
    expect(await whysOf(stand.act('employee', 'markConfidential', asked))).toEqual(['notInConfidentialGroup'])
    expect(await whysOf(stand.act('nursingManager', 'markConfidential', asked))).toEqual(['notYourTask'])
  })

  test('sends a need again that has been marked since: no second one is made, and it is not shown', async () => {
    const key = crypto.randomUUID()
    const values = { title: 'Nytt larm', need: 'Larmet', benefit: 'Lugn', unit: 'u-avo-ht' }
    await stand.act('employee', 'proposeNeed', values, { key })
    await mark(key)
    await expect(stand.act('employee', 'proposeNeed', values, { key })).rejects.toMatchObject({ status: 404 })
    const { open, narrow } = await stand.store.both(initiatives, { column: 'key', value: key })
    expect([open.length, narrow.length]).toEqual([0, 1])
  })
})

describe('no title gets out', () => {
  const SECRET = 'Upphandling av larmcentral Omega'
  const named = { title: SECRET }

  test('by what stood in others before the mark, and it is back when it is lifted', async () => {
    const need = await aNeed(stand, named)
    const other = await aNeed(stand, { similarChecked: null })
    await stand.act('developmentLead', 'linkSimilar', { initiative: other.key, link: [need.key] })
    const wait = {
      key: `${other.key}/wait`,
      title: SECRET,
      initiative: { key: other.key, title: other.title },
    }
    await stand.store.create(dependencies, { ...wait, needs: { key: need.key, title: SECRET } })
    const part = await aNeed(stand)
    await stand.act('developmentLead', 'mergeNeeds', { into: need.key, from: [part.key] })
    await stand.store.create(decisions, aDecisionAlso(need))
    expect(await allRead('employee')).toContain(SECRET)
    await mark(need.key)
    expect(excerpt(await allRead('employee'), SECRET)).toBe('')
    expect(await allRead('developmentLead')).toContain(SECRET)
    const [row] = await stand.storeAs('employee').where(dependencies, about(other.key))
    expect(row).toMatchObject({ title: need.number, needs: { title: need.number } })
    await lift(need.key)
    const [back] = await stand.storeAs('employee').where(dependencies, about(other.key))
    expect(back).toMatchObject({ title: SECRET, needs: { title: SECRET } })
    const part2 = await stand.storeAs('employee').byKey(initiatives, part.key)
    expect(part2?.mergedInto?.title).toBe(SECRET)
    await mark(need.key)
    expect(excerpt(await allRead('employee'), SECRET)).toBe('')
  })

  test('by what the group writes after the mark: links, dependencies', async () => {
    const need = await aNeed(stand, { ...named, similarChecked: null })
    const other = await aNeed(stand, { similarChecked: null })
    await mark(need.key)
    const done = await stand.act('developmentLead', 'linkSimilar', {
      initiative: other.key,
      link: [need.key],
    })
    expect(done.initiatives?.find(({ key }) => key === other.key)?.similar).toEqual([
      { key: need.key, title: need.number },
    ])
    await stand.act('developmentLead', 'saveRow', {
      initiative: other.key,
      list: 'dependencies',
      row: `${other.key}/väntar`,
      values: { title: SECRET, needs: { key: need.key, title: SECRET } },
      base: {},
    })
    expect(excerpt(await allRead('employee'), SECRET)).toBe('')
  })

  test('by a merge with what is open', async () => {
    const [need, other] = [await aNeed(stand, named), await aNeed(stand)]
    await mark(need.key)
    for (const [into, from] of [
      [need.key, other.key],
      [other.key, need.key],
    ] as const)
      expect(
        await refusalsOf(stand.act('developmentLead', 'mergeNeeds', { into, from: [from] })),
      ).toMatchObject([{ why: 'notMergeable', fault: 'confidentialApart' }])
    expect(excerpt(await allRead('employee'), SECRET)).toBe('')
  })

  test('by a circle that goes through it', async () => {
    const need = await aNeed(stand, named)
    const other = await aNeed(stand)
    await stand.store.create(dependencies, {
      key: `${need.key}/needs`,
      title: other.title,
      initiative: { key: need.key, title: SECRET },
      needs: { key: other.key, title: other.title },
    })
    await mark(need.key)
    const close = (who: Who) =>
      stand.act(who, 'saveRow', {
        initiative: other.key,
        list: 'dependencies',
        row: `${other.key}/ring/${who}`,
        values: { title: 'x', needs: { key: need.key, title: 'x' } },
        base: {},
      })
    expect(await refusalsOf(close('developmentLead'))).toMatchObject([{ why: 'circle' }])
    expect(JSON.stringify(await close('nursingManager'))).not.toContain(SECRET)
  })
})

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

describe.for([
  {
    first: 1,
    says: 'the process is killed before a write',
    how: (at: number) => killedAt(stand, at, { sent: false }),
  },
  {
    first: 2,
    says: 'the process is killed after a write',
    how: (at: number) => killedAt(stand, at, { sent: true }),
  },
  { first: 3, says: 'an answer is lost', how: (at: number) => lostAt(stand, at, { sent: true }) },
])('when $says', ({ how, first }) => {
  test('a mark is finished by asking again, and so is its lifting; nothing is lost or doubled', {
    timeout: 120_000,
  }, async () => {
    for (let at = first; ; at += 3) {
      const need = await aNeed(stand)
      const before = await placesOf(need)
      const [marking, lifting] = [how(at), how(at)]
      const keys = [crypto.randomUUID(), crypto.randomUUID()]
      await mark(need.key, { store: marking.store, key: keys[0] }).catch(onlyBroken)
      await mark(need.key, { key: keys[0] })
      expect(await placesOf(need)).toEqual({ open: 0, narrow: before.open + 1 })
      await lift(need.key, { store: lifting.store, key: keys[1] }).catch(onlyBroken)
      await lift(need.key, { key: keys[1] })
      expect(await placesOf(need)).toEqual({ open: before.open + 2, narrow: 0 })
      if (!marking.reached() && !lifting.reached()) return
    }
  })
})

const onlyBroken = (error: unknown) => {
  if (!(error instanceof Killed) && !(error instanceof GraphError && error.status === -1)) throw error
}

describe('the timer', () => {
  const system = () => stand.work('administrator')

  test('finishes what a crash left half marked, however old, and what is finished it leaves alone', {
    timeout: 120_000,
  }, async () => {
    await finishMoves(system(), await finishMoves(system(), new Set()))
    const need = await aNeed(stand)
    const { store } = killedAt(stand, 3, { sent: false })
    await expect(mark(need.key, { store, today: '2021-01-04' })).rejects.toBeInstanceOf(Killed)
    expect((await placesOf(need)).open).toBeGreaterThan(0)
    const seen = await finishMoves(system(), new Set())
    expect((await placesOf(need)).open).toBe(0)
    expect(seen).toEqual(new Set([need.key]))
    expect(await finishMoves(system(), seen)).toEqual(new Set())
    expect(await stand.store.byKey(initiatives, need.key)).not.toHaveProperty('moving')
    expect(await finishMoves(system(), new Set())).toEqual(new Set())
  })

  test('fetches what somebody wrote in the open list while the initiative was moved', async () => {
    const need = await aNeed(stand)
    await mark(need.key)
    // As a request that had looked before the move, and wrote after it.
    const place = { ...stand.site.listIds, ConfidentialInitiatives: '' }
    const late = listStore({ graph: stand.graphAs('server'), site: { ...stand.site, listIds: place } })
    await late.create(costItems, {
      key: `${need.key}/late`,
      title: 'Sent skriven',
      initiative: { key: need.key, title: need.title },
      kind: 'supplier',
      amountKr: 1,
      year: 2025,
    })
    expect((await placesOf(need)).open).toBe(1)
    await finishMoves(system(), new Set())
    expect((await placesOf(need)).open).toBe(0)
  })

  test('puts back what somebody took out of the recycle bin, and keeps what has been written since', async () => {
    const need = await aNeed(stand)
    await mark(need.key)
    const seen = await finishMoves(system(), new Set())
    await finishMoves(system(), seen)
    await stand.act('developmentLead', 'prepareInitiative', {
      initiative: need.key,
      changes: { comment: 'Nytt' },
      base: { comment: need.comment ?? null },
    })
    const place = { ...stand.site.listIds, ConfidentialInitiatives: '' }
    const old = listStore({ graph: stand.graphAs('server'), site: { ...stand.site, listIds: place } })
    const { id: _, version: __, ...draft } = need
    await old.create(initiatives, { ...draft, moving: 'narrow' })
    await finishMoves(system(), new Set())
    const { open, narrow } = await stand.store.both(initiatives, { column: 'key', value: need.key })
    expect([open.length, narrow[0]?.comment]).toEqual([0, 'Nytt'])
  })
})

test('what somebody writes while the initiative is moved is moved with it', { timeout: 60_000 }, async () => {
  for (let at = 1; at < 40; at += 3) {
    const need = await aNeed(stand)
    const asked = {
      initiative: need.key,
      changes: { comment: `nr ${at}` },
      base: { comment: need.comment ?? null },
    }
    let written = false
    const { store, reached } = meanwhileAt(stand, at, async () => {
      await stand.act('developmentLead', 'prepareInitiative', asked)
      written = true
    })
    await mark(need.key, { store })
    expect((await placesOf(need)).open).toBe(0)
    if (written) expect((await stand.store.byKey(initiatives, need.key))?.comment).toBe(`nr ${at}`)
    if (!reached()) break
  }
})

const aDecisionAlso = ({ key, title }: Initiative) => ({
  key: crypto.randomUUID(),
  title: 'Gemensamt beslut',
  number: `2024-${Math.floor(1000 + Math.random() * 8000)}`,
  claim: crypto.randomUUID(),
  also: [{ key, title }],
  matter: 'state' as const,
  attempt: 1,
  outcome: 'pause' as const,
  wording: 'Pausas',
  decidedBy: stand.person('director'),
  post: 'Direktör',
  kind: 'execution' as const,
  decidedOn: TODAY,
  fromStage: 'collection' as const,
  toStage: 'collection' as const,
  fromState: 'active' as const,
  toState: 'paused' as const,
})
