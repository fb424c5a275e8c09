/** What a meeting decides: for whom, what it does with the initiative, and when. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { initiatives } from '#src/lists/initiatives.ts'
import type { ItemEffect } from '#src/lists/meetings.ts'
import { mandates } from '#src/lists/organisation.ts'
import { whyNotCarriedOut } from '#src/rules/meetings/itemDecision.ts'
import { asItStands } from '#test/fixtures/needs.ts'
import { aForumThere, anItemOf, aSitting } from '#test/fixtures/sittings.ts'
import { setUpStand, type Stand, TODAY, whysOf } from '#test/fixtures/stand.ts'
import { wording, goOn, decidingItems } from './decidingItems.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

const { aGate, decide, madeBy, there, faultsIn } = decidingItems(() => stand)

describe('a gate decided at the meeting', () => {
  test('moves the need, and is in the register with meeting, item, day, who decided and who wrote it down', async () => {
    const { forum, sitting, initiative, item } = await aGate({ meeting: { day: '2024-09-24' } })
    const done = await decide(item, { outcome: 'grant', wording, effect: goOn })
    expect(done.initiatives?.map((i) => [i.key, i.stage])).toEqual([[initiative.key, 'screening']])
    expect(done.agendaItems).toMatchObject([{ state: 'treated', carrying: 'done', outcome: 'grant' }])
    expect(await madeBy(item)).toMatchObject({
      matter: 'BP1',
      outcome: 'goOn',
      wording,
      decidedBy: stand.person('homeCareManager'),
      recordedBy: stand.person('developmentLead'),
      meeting: { key: sitting.key },
      item: { key: item.key, title: item.title },
      forum: { key: forum.key },
      decidedOn: '2024-09-24',
    })
    expect((await there(item)).decision?.title).toMatch(/^2024-\d{4}$/)
  })

  test('is done once, however often and by however many it is written down', async () => {
    const { initiative, item } = await aGate()
    const args = { outcome: 'grant', wording, effect: goOn } as const
    await Promise.allSettled([decide(item, args), decide(item, args, 'homeCareManager'), decide(item, args)])
    await decide(item, args)
    const now = await asItStands(stand, initiative.key)
    expect([now.initiative.stage, now.decisions.length, now.trail.length]).toEqual(['screening', 1, 1])
    expect(await there(item)).toMatchObject({ carrying: 'done', decision: { key: `${item.key}/decision` } })
  })

  test('waits for the minutes where the forum verifies them', async () => {
    const { initiative, item } = await aGate({ meeting: { effectAt: 'verified' } })
    await decide(item, { outcome: 'grant', wording, effect: goOn })
    expect(await there(item)).toMatchObject({
      carrying: 'waiting',
      outcome: 'grant',
      recordedBy: stand.person('developmentLead'),
    })
    expect(await asItStands(stand, initiative.key)).toMatchObject({
      initiative: { stage: 'collection' },
      decisions: [],
    })
  })

  test('is changed while nothing is carried out, and not after', async () => {
    const { item } = await aGate({ meeting: { effectAt: 'verified' } })
    await decide(item, { outcome: 'grant', wording, effect: goOn })
    await decide(item, { outcome: 'table' })
    expect(await there(item)).toMatchObject({
      outcome: 'table',
      carrying: 'nothing',
      wording: 'Bordläggning',
    })
    expect((await there(item)).effect).toBeUndefined()

    const other = await aGate()
    await decide(other.item, { outcome: 'grant', wording, effect: goOn })
    expect(await faultsIn(decide(other.item, { outcome: 'table' }))).toEqual(['carriedOut'])
  })

  test('that the rules forbid is told as not carried out, and succeeds when the hindrance is gone', async () => {
    const { initiative, item } = await aGate({ need: { benefit: null } })
    const args = { outcome: 'grant', wording, effect: goOn } as const
    await decide(item, args)
    const refused = await there(item)
    expect(refused.carrying).toBe('refused')
    expect(whyNotCarriedOut(refused)).toEqual([{ why: 'missing', matter: 'BP1', needs: ['benefit'] }])
    expect(await madeBy(item)).toBeUndefined()

    await stand.store.change(initiatives, initiative, { benefit: 'Färre resor' })
    const done = await decide(item, args)
    expect(done.agendaItems?.[0]?.carrying).toBe('done')
    expect((await there(item)).refused).toBeUndefined()
    expect((await asItStands(stand, initiative.key)).initiative.stage).toBe('screening')
  })

  test('is judged by the mandates of the day of the meeting', async () => {
    const { sitting, item } = await aGate({ meeting: { day: '2024-09-20' } })
    const [mandate] = await stand.store.where(mandates, {
      column: 'holder',
      value: stand.person('homeCareManager').id,
    })
    const standIn = {
      standIn: stand.person('digitalManager'),
      standInFrom: '2024-09-01',
      standInTo: '2024-09-22',
    }
    const changed = await stand.store.change(mandates, mandate ?? expect.fail('no mandate'), standIn)
    await decide(item, { outcome: 'grant', wording, effect: goOn, decidedBy: stand.person('digitalManager') })
    expect(await madeBy(item)).toMatchObject({
      decidedBy: stand.person('digitalManager'),
      actingFor: stand.person('homeCareManager'),
      decidedOn: sitting.day,
    })
    await stand.store.change(mandates, changed, { standIn: null, standInFrom: null, standInTo: null })
  })
})

describe('what else a decision does', () => {
  test.for<{ says: string; effect: ItemEffect; matter: string; leaves: object }>([
    { says: 'pauses', effect: { does: 'state', to: 'paused' }, matter: 'state', leaves: { state: 'paused' } },
    {
      says: 'stops',
      effect: { does: 'state', to: 'stopped' },
      matter: 'state',
      leaves: { state: 'stopped' },
    },
    {
      says: 'screens out, as an outcome of the gate',
      effect: { does: 'state', to: 'screenedOut' },
      matter: 'BP1',
      leaves: { state: 'screenedOut' },
    },
    { says: 'ranks', effect: { does: 'priority', rank: 3 }, matter: 'priority', leaves: { rank: 3 } },
  ])('$says', async ({ effect, matter, leaves }) => {
    const { initiative, item } = await aGate()
    await decide(item, { outcome: 'own', wording: 'Så blir det.', effect })
    const now = await asItStands(stand, initiative.key)
    expect(now.initiative).toMatchObject(leaves)
    expect(now.decisions.map((d) => d.matter)).toEqual([matter])
    expect((await there(item)).carrying).toBe('done')
  })

  test('gives somebody a role, with a line in the history', async () => {
    const { initiative, item } = await aGate()
    const person = stand.person('projectManager')
    const effect: ItemEffect = { does: 'owner', role: 'contact', person }
    await decide(item, { outcome: 'assign', wording: 'Projektledaren blir kontaktperson.', effect })
    const now = await asItStands(stand, initiative.key)
    expect(now.initiative.contact).toEqual(person)
    expect(now.decisions).toMatchObject([
      { matter: 'owner', outcome: 'assign', post: 'Avdelningschef Hemtjänst' },
    ])
    expect(now.trail.filter(({ kind }) => kind === 'owner')).toMatchObject([{ to: person.name }])
    await decide(item, { outcome: 'assign', wording: 'Projektledaren blir kontaktperson.', effect })
    expect((await asItStands(stand, initiative.key)).decisions).toHaveLength(1)
  })

  test('grants and refuses money by the post that has the mandate', async () => {
    for (const [outcome, financed] of [
      ['grant', true],
      ['refuse', false],
    ] as const) {
      const { initiative, item } = await aGate({ need: { stage: 'ready' } })
      const director = stand.person('director')
      const asked = decide(item, {
        outcome,
        wording,
        effect: { does: 'financing', amountKr: 400_000 },
        decidedBy: director,
      })
      // The director wasn't there.
      expect(await faultsIn(asked)).toEqual(['notPresent'])
      const between = await aSitting(
        stand,
        { ...(await aForumThere(stand)) },
        { kind: 'between', effectAt: 'atMeeting', state: 'planned' },
        {},
      )
      const own = await anItemOf(stand, between, {
        initiative: { key: initiative.key, title: initiative.title },
      })
      await decide(own, { outcome, wording, effect: { does: 'financing', amountKr: 400_000 } }, 'director')
      const now = await asItStands(stand, initiative.key)
      expect(now.decisions).toMatchObject([{ matter: 'financing', outcome, recordedBy: director }])
      expect(now.initiative.financing !== undefined).toBe(financed)
    }
  })
})

test('two who decide the same item otherwise at once: the second sees both', async () => {
  const { item } = await aGate({ meeting: { effectAt: 'verified' } })
  const ended = await Promise.allSettled([
    decide(item, { outcome: 'grant', wording }),
    decide(item, { outcome: 'refuse', wording: 'Nej.' }, 'homeCareManager'),
  ])
  const [lost] = ended.flatMap((one) => (one.status === 'rejected' ? [one.reason as Error] : []))
  expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(lost).toMatchObject({
    refusals: [{ why: 'changedByOther', fields: [{ field: 'outcome' }, { field: 'wording' }] }],
  })
  const seen = { [item.key]: item.version }
  const now = await there(item)
  const other =
    now.recordedBy?.id === stand.person('homeCareManager').id ? 'developmentLead' : 'homeCareManager'
  expect(await whysOf(decide(item, { outcome: 'noted' }, other, seen))).toEqual(['changedByOther'])
  await decide(item, { outcome: 'noted' }, other, { [item.key]: now.version })
  expect((await there(item)).outcome).toBe('noted')
})

test('what is proposed is what is granted, unless something else is said', async () => {
  const { item } = await aGate({ item: { proposal: 'att gå vidare' } })
  await decide(item, { outcome: 'grant' })
  expect((await there(item)).wording).toBe('att gå vidare')
  await decide(item, { outcome: 'refuse' })
  expect(await there(item)).toMatchObject({ wording: 'Avslag: att gå vidare', decidedOn: TODAY })
})
