/** Marking as confidential: all of it moves to where few may read, nothing is lost on the way, and it comes back whole. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runAction } from '#src/actions/index.ts'
import { dependencies } from '#src/lists/businessCase.ts'
import { decisions } from '#src/lists/decisions.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { aNeed } from '#test/fixtures/needs.ts'
import { refusalsOf, setUpStand, type Stand, TODAY, type Who, whysOf } from '#test/fixtures/stand.ts'
import { marking } from '#test/fixtures/marking.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

const { BASIS, REASON, mark, lift, about, foundBy, placesOf, namesOf, allRead, excerpt, aDecisionAlso } =
  marking(() => stand)

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
