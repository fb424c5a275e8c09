/** A joint matter at one item of a meeting: each director's own decision, written down together or one after another. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { initiatives } from '#src/lists/initiatives.ts'
import { type AgendaItem, agendaItems, type ItemEffect, type Meeting } from '#src/lists/meetings.ts'
import type { ActionArgs } from '#src/actions/index.ts'
import { aSharedNeed, asItStands, unitRef } from '#test/fixtures/needs.ts'
import { aForumThere, anItemOf, aSitting } from '#test/fixtures/sittings.ts'
import { refusalsOf, setUpStand, type Stand, type Who } from '#test/fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

type Args = Omit<ActionArgs<'decideItem'>, 'item'>
type Voice = NonNullable<Args['said']>[number]
const effect: ItemEffect = { does: 'gate', gate: 'BP3', outcome: 'waitingList' }
const yes: Args = { outcome: 'grant', wording: 'Behovet läggs på väntelistan.', effect }
const ours = (says: Voice['says'] = 'waitingList', more: Partial<Voice> = {}): Voice => ({
  party: 'u-avo',
  by: stand.person('director'),
  says,
  ...more,
})
const theirs = (says: Voice['says'] = 'waitingList', more: Partial<Voice> = {}): Voice => ({
  party: 'u-ffs',
  by: stand.person('disabilityDirector'),
  says,
  ...more,
})
const decide = (item: AgendaItem, args: Args, who: Who = 'jointManager') =>
  stand.act(who, 'decideItem', { item: item.key, ...args })
const faultsIn = async (asked: Promise<unknown>) =>
  (await refusalsOf(asked)).map((refusal) => (refusal.why === 'meeting' ? refusal.fault : refusal.why))
const there = async ({ key }: AgendaItem) => (await stand.store.byKey(agendaItems, key)) as AgendaItem

/** An item about a need that two administrations share, where both directors are. */
async function aJointItem(
  meeting: Partial<Meeting> = {},
  need: Parameters<typeof aSharedNeed>[1] = {},
  present: readonly Who[] = ['jointManager', 'director', 'disabilityDirector'],
) {
  const forum = await aForumThere(stand, {
    title: 'Styr- och samordningsgruppen',
    chair: stand.person('director'),
    secretary: stand.person('jointManager'),
  })
  const sitting = await aSitting(
    stand,
    forum,
    {
      effectAt: 'atMeeting',
      chair: stand.person('director'),
      secretary: stand.person('jointManager'),
      ...meeting,
    },
    Object.fromEntries(present.map((who) => [who, 'present'])),
  )
  const initiative = await aSharedNeed(stand, need)
  const about = { key: initiative.key, title: initiative.title }
  const item = await anItemOf(stand, sitting, { kind: 'gate', initiative: about })
  return { sitting, initiative, item }
}

describe('what two authorities decide at one item', () => {
  test('is a decision of each, with the meeting, the item and a case number of its own, and moves the need', async () => {
    const { sitting, initiative, item } = await aJointItem()
    const said = [
      ours('waitingList', { caseNumber: 'A-1/24' }),
      theirs('waitingList', { caseNumber: 'F-9/24' }),
    ]
    const done = await decide(item, { ...yes, said })
    expect(done.initiatives?.map(({ stage }) => stage)).toEqual(['ready'])
    const now = await asItStands(stand, initiative.key)
    expect(
      now.decisions.map((d) => [d.party?.key, d.decidedBy.name, d.caseNumber, d.meeting?.key, d.item?.key]),
    ).toEqual([
      ['u-avo', stand.person('director').name, 'A-1/24', sitting.key, item.key],
      ['u-ffs', stand.person('disabilityDirector').name, 'F-9/24', sitting.key, item.key],
    ])
    expect(now.decisions.map(({ recordedBy }) => recordedBy)).toEqual([
      stand.person('jointManager'),
      stand.person('jointManager'),
    ])
    const kept = await there(item)
    expect(kept).toMatchObject({ state: 'treated', carrying: 'done' })
    expect(
      kept.voices?.map(({ party, carrying, decision }) => [party.key, carrying, decision?.title]),
    ).toEqual(now.decisions.map(({ party, number }) => [party?.key, 'done', number]))
  })

  test('is written down once, however often it is sent', async () => {
    const { initiative, item } = await aJointItem()
    const args = { ...yes, said: [ours(), theirs()] }
    await Promise.allSettled([decide(item, args), decide(item, args), decide(item, args)])
    await decide(item, args)
    const now = await asItStands(stand, initiative.key)
    expect([now.initiative.stage, now.decisions.length, now.trail.length]).toEqual(['ready', 2, 1])
  })

  test('waits for the one who says nothing yet, and is told to', async () => {
    const { initiative, item } = await aJointItem()
    await decide(item, { ...yes, said: [ours()] })
    expect((await asItStands(stand, initiative.key)).initiative.stage).toBe('preparation')
    expect((await there(item)).voices).toMatchObject([
      { party: { key: 'u-avo' }, says: 'waitingList', carrying: 'done' },
      { party: { key: 'u-ffs' } },
    ])
    await decide(item, { ...yes, said: [ours(), theirs()] })
    const now = await asItStands(stand, initiative.key)
    expect([now.initiative.stage, now.decisions.length]).toEqual(['ready', 2])
    expect((await there(item)).carrying).toBe('done')
  })

  test('is not decided when one says no, and is then no yes of the item either', async () => {
    const { initiative, item } = await aJointItem()
    const said = [ours(), theirs('refuse', { wording: 'Vi har inte råd i år.' })]
    expect(await faultsIn(decide(item, { ...yes, said }))).toEqual(['notAgreed'])
    await decide(item, { ...yes, outcome: 'refuse', wording: 'Parterna är inte eniga.', said })
    const now = await asItStands(stand, initiative.key)
    expect(now.initiative).toMatchObject({ stage: 'preparation', state: 'active' })
    expect(now.decisions.map(({ outcome, wording }) => [outcome, wording])).toEqual([
      ['waitingList', 'Parterna är inte eniga.'],
      ['refuse', 'Vi har inte råd i år.'],
    ])
  })

  test('waits for the minutes where they are verified, and may be changed till then', async () => {
    const { initiative, item } = await aJointItem({ effectAt: 'verified' })
    await decide(item, { ...yes, said: [ours(), theirs()] })
    expect(await there(item)).toMatchObject({ carrying: 'waiting' })
    expect((await asItStands(stand, initiative.key)).decisions).toEqual([])
    await decide(item, { ...yes, said: [ours()] })
    expect((await there(item)).voices?.map(({ says }) => says)).toEqual(['waitingList', undefined])
  })

  test('is refused for one who may not decide for that party, who is not there, or who has left', async () => {
    const { item } = await aJointItem({}, {}, ['jointManager', 'director'])
    expect(await faultsIn(decide(item, { ...yes, said: [ours(), theirs()] }))).toContain('notPresent')
    const both = await aJointItem()
    const swapped = { ...theirs(), by: stand.person('director') }
    expect(await faultsIn(decide(both.item, { ...yes, said: [swapped] }))).toEqual(['notYourMandate'])
    const conflicted = [stand.person('disabilityDirector')]
    const left = decide(both.item, { ...yes, conflicted, said: [theirs()] })
    expect(await faultsIn(left)).toContain('leftItem')
    const alien = { ...theirs(), party: 'u-stad' }
    expect(await faultsIn(decide(both.item, { ...yes, said: [alien] }))).toEqual(['notFound'])
    expect(await faultsIn(decide(both.item, { ...yes, said: [ours('goOn')] }))).toEqual(['effectUnfit'])
  })

  test('that has been carried out is not said otherwise', async () => {
    const { item } = await aJointItem()
    await decide(item, { ...yes, said: [ours()] })
    expect(await faultsIn(decide(item, { ...yes, said: [ours('back')] }))).toEqual(['carriedOut'])
    expect(await faultsIn(decide(item, { outcome: 'table' }))).toEqual(['carriedOut'])
  })

  test('tells what is missing on the item, and is carried out when it is filled in', async () => {
    const { initiative, item } = await aJointItem({}, { caseNumber: null })
    const args = { ...yes, said: [ours(), theirs()] }
    await decide(item, args)
    expect(await there(item)).toMatchObject({ carrying: 'refused' })
    expect(JSON.parse((await there(item)).refused ?? '')).toEqual([
      { why: 'missing', matter: 'BP3', needs: ['caseNumber'] },
    ])
    await stand.store.change(initiatives, initiative, { caseNumber: 'N161-1/24' })
    await decide(item, args)
    expect(await there(item)).toMatchObject({ carrying: 'done' })
    expect((await asItStands(stand, initiative.key)).initiative.stage).toBe('ready')
  })

  test('between meetings is written by each for their own', async () => {
    const { initiative, item } = await aJointItem({ kind: 'between', state: 'held' }, {}, [])
    expect(await faultsIn(decide(item, { ...yes, said: [ours(), theirs()] }, 'director'))).toContain(
      'notYourOwn',
    )
    await decide(item, { ...yes, said: [ours()] }, 'director')
    await decide(item, { ...yes, said: [ours(), theirs()] }, 'disabilityDirector')
    const now = await asItStands(stand, initiative.key)
    expect([now.initiative.stage, now.decisions.length]).toEqual(['ready', 2])
  })
})

describe('who answers for a joint need, and its place in the order', () => {
  const person = () => ({
    id: stand.person('projectManager').id,
    name: stand.person('projectManager').name,
  })
  const owner = (): Args => ({
    outcome: 'grant',
    wording: 'Petra leder projektet.',
    effect: { does: 'owner', role: 'contact', person: person() },
  })
  const rank: Args = { outcome: 'grant', wording: 'Läggs tvåa.', effect: { does: 'priority', rank: 2 } }

  test('are decided by each authority, and done when the last has said yes', async () => {
    const { initiative, item } = await aJointItem()
    await decide(item, { ...owner(), said: [ours('grant', { caseNumber: 'A-2/24' })] })
    expect((await asItStands(stand, initiative.key)).initiative.contact).toEqual(initiative.contact)
    await decide(item, { ...owner(), said: [ours('grant', { caseNumber: 'A-2/24' }), theirs('grant')] })
    const now = await asItStands(stand, initiative.key)
    expect(now.initiative.contact).toMatchObject(person())
    expect(now.decisions.map((d) => [d.matter, d.party?.key, d.outcome, d.caseNumber, d.attempt])).toEqual([
      ['owner', 'u-avo', 'grant', 'A-2/24', 1],
      ['owner', 'u-ffs', 'grant', undefined, 1],
    ])
    expect(now.trail.filter(({ kind }) => kind === 'owner')).toHaveLength(1)
    expect((await there(item)).carrying).toBe('done')
  })

  test('are one matter for each item: a yes at one is not a yes at another', async () => {
    const { sitting, initiative, item } = await aJointItem()
    const about = { key: initiative.key, title: initiative.title }
    const other = await anItemOf(stand, sitting, { kind: 'gate', initiative: about })
    await decide(item, { ...rank, said: [ours('grant')] })
    await decide(other, { ...rank, effect: { does: 'priority', rank: 5 }, said: [theirs('grant')] })
    expect((await asItStands(stand, initiative.key)).initiative.rank).toBeUndefined()
    await decide(item, { ...rank, said: [ours('grant'), theirs('grant')] })
    const now = await asItStands(stand, initiative.key)
    expect([now.initiative.rank, now.decisions.length]).toEqual([2, 3])
    expect(now.trail.filter(({ kind }) => kind === 'rank')).toMatchObject([{ to: '2' }])
  })

  test('stay as they are when one says no', async () => {
    const { initiative, item } = await aJointItem()
    const said = [ours('grant'), theirs('refuse', { wording: 'Vi vill vara först.' })]
    expect(await faultsIn(decide(item, { ...rank, said }))).toEqual(['notAgreed'])
    expect(await faultsIn(decide(item, { ...rank, outcome: 'refuse' }))).toEqual(['effectUnfit'])
    await decide(item, { ...rank, outcome: 'refuse', wording: 'Parterna är inte eniga.', said })
    const now = await asItStands(stand, initiative.key)
    expect(now.initiative.rank).toBeUndefined()
    expect(now.decisions.map(({ outcome }) => outcome)).toEqual(['grant', 'refuse'])
  })

  test('are not decided by one director for all, while whoever prepares the need may', async () => {
    const { item } = await aJointItem()
    const alone = { ...rank, decidedBy: stand.person('director') }
    expect(await faultsIn(decide(item, alone))).toEqual(['notYourMandate'])
    const swapped = { ...theirs('grant'), by: stand.person('director') }
    expect(await faultsIn(decide(item, { ...rank, said: [swapped] }))).toEqual(['notYourMandate'])
    const prepared = await aJointItem({}, {}, ['jointManager', 'developmentLead'])
    await decide(prepared.item, { ...rank, decidedBy: stand.person('developmentLead') })
    expect((await asItStands(stand, prepared.initiative.key)).initiative.rank).toBe(2)
  })

  test('and are carried out once, however often they are sent', async () => {
    const { initiative, item } = await aJointItem()
    const args = { ...owner(), said: [ours('grant'), theirs('grant')] }
    await Promise.allSettled([decide(item, args), decide(item, args), decide(item, args)])
    await decide(item, args)
    const now = await asItStands(stand, initiative.key)
    expect(now.initiative.contact).toMatchObject(person())
    expect(now.decisions).toHaveLength(2)
    expect(now.trail.filter(({ kind }) => kind === 'owner')).toHaveLength(1)
  })
})

describe('those who stand behind a joint need', () => {
  const bp2: ItemEffect = { does: 'gate', gate: 'BP2', outcome: 'investigate' }

  test('say so at the item, and the joint team decides', async () => {
    const units = await Promise.all(['u-avo-ht', 'u-ffs-boe'].map((key) => unitRef(stand, key)))
    const endorsements = units.map((unit) => ({ unit, by: stand.person('director'), day: '2024-09-01' }))
    const { initiative, item } = await aJointItem({}, { stage: 'screening', endorsements })
    const args: Args = {
      outcome: 'grant',
      wording: 'Behovet utreds.',
      effect: bp2,
      decidedBy: stand.person('jointManager'),
    }
    await decide(item, args)
    expect(JSON.parse((await there(item)).refused ?? '')).toMatchObject([
      { why: 'missing', needs: ['administrationsEndorse'] },
    ])
    const said = [ours('endorses'), theirs('endorses')]
    await decide(item, { ...args, said })
    const now = await asItStands(stand, initiative.key)
    expect(now.initiative.stage).toBe('preparation')
    expect(now.initiative.endorsements?.map(({ unit, by }) => [unit.key, by.id])).toEqual([
      ...endorsements.map(({ unit, by }) => [unit.key, by.id]),
      ['u-avo', stand.person('director').id],
      ['u-ffs', stand.person('disabilityDirector').id],
    ])
    expect((await there(item)).voices?.map(({ says, carrying }) => [says, carrying])).toEqual([
      ['endorses', 'done'],
      ['endorses', 'done'],
    ])
  })

  test('are heads of the party, nobody else', async () => {
    const { item } = await aJointItem({}, { stage: 'screening', endorsements: null })
    const args: Args = {
      outcome: 'grant',
      wording: 'Utreds.',
      effect: bp2,
      decidedBy: stand.person('jointManager'),
    }
    const said = [{ ...theirs('endorses'), by: stand.person('director') }]
    expect(await faultsIn(decide(item, { ...args, said }))).toEqual(['notYourEndorsement'])
  })
})
