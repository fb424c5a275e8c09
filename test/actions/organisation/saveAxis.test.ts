/** An administrator names the axes of balance and puts them out of use; what initiatives hold stays as it is. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axisNames } from '#src/lists/axisNames.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { aForumThere } from '#test/fixtures/meetingStand.ts'
import { aNeed } from '#test/fixtures/needs.ts'
import { refusalsOf, setUpStand, type Stand, whysOf } from '#test/fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

type Axis = 'pios' | 'complexity' | 'nature' | 'legal' | 'scope' | 'type' | 'unit' | 'portfolio' | 'stage'
const save = (
  axis: Axis,
  changes: object,
  base: object = {},
  who: 'administrator' | 'employee' = 'administrator',
) => stand.act(who, 'saveAxis', { axis, changes: { ...changes }, base: { ...base } })
const standing = (axis: Axis) => stand.store.byKey(axisNames, axis)

describe('an axis', () => {
  test('is named, named again and given back its own, and initiatives keep their class', async () => {
    const { key } = await aNeed(stand, {}, { business: false })
    await stand.act('developmentLead', 'prepareInitiative', {
      initiative: key,
      changes: { nature: 'infrastructure' },
      base: { nature: null },
    })
    const classes = { infrastructure: { sv: 'Grund', en: 'Foundation' } }
    await save('nature', { swedish: 'Slag', english: 'Kind', classes })
    await save('nature', { swedish: 'Slag', english: 'Kind', classes })
    expect(await standing('nature')).toMatchObject({
      axis: 'nature',
      title: 'Karaktär',
      swedish: 'Slag',
      classes,
      changedBy: stand.person('administrator'),
      changedOn: '2024-10-01',
    })
    await save('nature', { english: 'Sort' }, { english: 'Kind' })
    expect(await standing('nature')).toMatchObject({ swedish: 'Slag', english: 'Sort', classes })
    await save(
      'nature',
      { swedish: null, english: '', classes: { infrastructure: { sv: ' ' } } },
      { swedish: 'Slag', english: 'Sort', classes },
    )
    const after = await standing('nature')
    expect([after?.swedish, after?.english, after?.classes]).toEqual([undefined, undefined, undefined])
    expect((await stand.store.byKey(initiatives, key))?.nature).toBe('infrastructure')
  })

  test('is put out of use and into use again', async () => {
    await save('scope', { unused: true })
    expect((await standing('scope'))?.unused).toBe(true)
    await save('scope', { unused: false }, { unused: true })
    expect((await standing('scope'))?.unused).toBe(false)
  })

  test('that nothing is changed of makes no row', async () => {
    expect(await save('legal', { unused: false, swedish: null })).toMatchObject({ axisNames: [] })
    expect(await standing('legal')).toBeUndefined()
  })

  test('is named by an administrator alone', async () => {
    expect(await whysOf(save('pios', { swedish: 'Mitt' }, {}, 'employee'))).toEqual(['notYourTask'])
    expect(await standing('pios')).toBeUndefined()
  })

  test.for<{ says: string; axis: Axis; changes: object; problem: object }>([
    {
      says: 'called as another',
      axis: 'nature',
      changes: { swedish: 'Enhet' },
      problem: { field: 'swedish', problem: 'taken' },
    },
    {
      says: 'with classes alike',
      axis: 'nature',
      changes: { classes: { infrastructure: { sv: 'Direkt nytta' } } },
      problem: { field: 'classes', problem: 'taken' },
    },
    {
      says: 'that has its name from the initiative',
      axis: 'unit',
      changes: { swedish: 'Plats' },
      problem: { field: 'classes', problem: 'noField' },
    },
    {
      says: 'with a name too long',
      axis: 'nature',
      changes: { swedish: 'x'.repeat(256) },
      problem: { field: 'changes.swedish', problem: 'tooLong', limit: 255 },
    },
  ])('$says is refused', async ({ axis, changes, problem }) => {
    expect(await refusalsOf(save(axis, changes))).toMatchObject([{ why: 'invalid', problems: [problem] }])
  })

  test('that another named meanwhile is told with both names', async () => {
    await save('pios', { swedish: 'Först' })
    expect(await refusalsOf(save('pios', { swedish: 'Sist' }, { swedish: null }))).toMatchObject([
      { why: 'changedByOther', fields: [{ field: 'swedish', mine: 'Sist', theirs: 'Först' }] },
    ])
  })

  test('named by two at once has one name, and the other is told', async () => {
    const both = await Promise.allSettled([
      save('complexity', { swedish: 'Den enas' }),
      save('complexity', { swedish: 'Den andras' }),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await stand.store.all(axisNames)).filter(({ key }) => key === 'complexity')).toHaveLength(1)
  })
})

test('a share to keep is not set along an axis out of use; one that was there may still be changed', async () => {
  const forum = await aForumThere(stand)
  const values = { title: 'Lag', axis: 'legal', value: 'yes', measure: 'kr', leastPercent: 20 } as const
  const corridor = (key: string, given: object, base: object = {}) =>
    stand.act('homeCareManager', 'saveCorridor', {
      forum: forum.key,
      corridor: `${forum.key}/${key}`,
      values: { ...given },
      base: { ...base },
    })
  await corridor('before', values)
  await save('legal', { unused: true })
  expect(await refusalsOf(corridor('after', values))).toMatchObject([
    { why: 'invalid', problems: [{ field: 'axis', problem: 'notAllowed' }] },
  ])
  await corridor('before', { leastPercent: 25 }, { leastPercent: 20 })
  await save('legal', { unused: false }, { unused: true })
  await corridor('after', values)
})
