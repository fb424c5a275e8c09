/** A joint matter at one item of a meeting: each director’s own decision, written down together or one after another. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { initiatives } from '#src/lists/initiatives.ts'
import { asItStands } from '#test/fixtures/needs.ts'
import { setUpStand, type Stand } from '#test/fixtures/stand.ts'
import { yes, jointItems } from './jointItems.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

const { aJointItem, ours, theirs, decide, there, faultsIn } = jointItems(() => stand)

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
