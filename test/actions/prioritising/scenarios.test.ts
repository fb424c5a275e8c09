/** What a forum tries: kept under a name, shared or not, never told of what is confidential, and put away. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scenarios, type ScenarioSettings } from '#src/lists/prioritising.ts'
import type { ActionArgs } from '#src/actions/index.ts'
import { emptySettings, workingOrderKey } from '#src/rules/prioritising/workingOrder.ts'
import { marking } from '#test/fixtures/marking.ts'
import { aForumThere } from '#test/fixtures/meetingStand.ts'
import { aNeed } from '#test/fixtures/needs.ts'
import { refusalsOf, setUpStand, type Stand, type Who, whysOf } from '#test/fixtures/stand.ts'

let stand: Stand
let forum: string
beforeAll(async () => {
  stand = await setUpStand('city')
  forum = (await aForumThere(stand)).key
})
afterAll(() => stand.close())

const settings: ScenarioSettings = {
  years: [2027, 2028],
  frames: { '2027': 5_000_000 },
  personDays: {},
  forcedIn: ['i-1'],
  forcedOut: [],
  starts: { 'i-2': [2028] },
  corridors: [{ axis: 'nature', value: 'infrastructure', least: 0.2 }],
}
const result = {
  chosen: { 'i-1': 2027 },
  value: 71.5,
  gap: 0,
  basis: 'abc',
  reckoned: {
    items: {
      'i-1': { value: 71.5, start: 2027, isIn: false, cost: { '2027': 100 }, days: {}, needs: [] },
    },
    limits: { 'cost 2027': 5_000_000 },
  },
}
type Args = ActionArgs<'saveScenario'>
const save = (who: Who, values: Partial<Args> = {}, seen: Record<string, string> = {}) =>
  stand.act(
    who,
    'saveScenario',
    { scenario: 's-1', forum, title: 'Två år', shared: false, settings, result, ...values },
    { seen },
  )

describe('a scenario', () => {
  test('is kept whole by a member, and asked twice it is there once', async () => {
    await save('homeCareManager')
    const { scenarios: [saved] = [] } = await save('homeCareManager')
    expect(saved).toMatchObject({
      title: 'Två år',
      settings,
      result,
      by: stand.person('homeCareManager'),
      on: '2024-10-01',
      forum: { key: forum },
    })
    expect(await stand.store.where(scenarios, { column: 'forum', value: forum })).toHaveLength(1)
  })

  test('is nobody else’s to change before it is shared, and then only for whoever leads the preparing', async () => {
    await save('homeCareManager', { scenario: 's-2' })
    expect(await whysOf(save('administrator', { scenario: 's-2', title: 'Mitt' }))).toEqual(['notYourTask'])
    await save('homeCareManager', { scenario: 's-2', shared: true })
    await save('administrator', { scenario: 's-2', shared: true, title: 'Rättat' })
    expect(await stand.store.byKey(scenarios, 's-2')).toMatchObject({
      title: 'Rättat',
      by: stand.person('homeCareManager'),
    })
  })

  test('is not made by somebody outside the forum', async () => {
    expect(await whysOf(save('nursingManager', { scenario: 's-3' }))).toEqual(['notYourTask'])
    expect(await whysOf(save('homeCareManager', { scenario: 's-3', forum: 'f-none' }))).toEqual(['notFound'])
    expect(await stand.store.byKey(scenarios, 's-3')).toBeUndefined()
  })

  test('that somebody else has changed since is not written over', async () => {
    const { scenarios: [first] = [] } = await save('homeCareManager', { scenario: 's-4' })
    const seen = { 's-4': first?.version ?? '' }
    await save('homeCareManager', { scenario: 's-4', title: 'Andra' }, seen)
    await expect(save('homeCareManager', { scenario: 's-4', title: 'Tredje' }, seen)).rejects.toMatchObject({
      status: 412,
    })
    expect(await stand.store.byKey(scenarios, 's-4')).toMatchObject({ title: 'Andra' })
  })

  test('without an outcome keeps none', async () => {
    await save('homeCareManager', { scenario: 's-5' })
    const { result: _, ...rest } = {
      scenario: 's-5',
      forum,
      title: 'Två år',
      shared: false,
      settings,
      result,
    }
    await stand.act('homeCareManager', 'saveScenario', rest)
    expect(await stand.store.byKey(scenarios, 's-5')).not.toHaveProperty('result')
  })

  test('that is larger than a column keeps its fingerprint and its choice', async () => {
    const items = Object.fromEntries(
      Array.from({ length: 900 }, (_, i) => [
        `initiative-${i}`,
        { value: 50, start: 2027, isIn: false, cost: { '2027': 1_000_000 + i }, days: {}, needs: [] },
      ]),
    )
    await save('homeCareManager', {
      scenario: 's-6',
      result: { ...result, reckoned: { items, limits: {} } },
    })
    const kept = await stand.store.byKey(scenarios, 's-6')
    expect(kept?.result).toEqual({ chosen: result.chosen, value: result.value, gap: 0, basis: 'abc' })
  })

  test('tells nobody of what is confidential', async () => {
    const need = await aNeed(stand, {}, { business: false })
    await marking(() => stand).mark(need.key)
    const asked = save('developmentLead', {
      scenario: 's-9',
      result: { ...result, chosen: { [need.key]: 2027 } },
    })
    expect(await refusalsOf(asked)).toEqual([{ why: 'confidentialThere', numbers: [need.number] }])
    expect(await stand.store.byKey(scenarios, 's-9')).toBeUndefined()
  })

  test.for([
    { says: 'a negative frame', values: { frames: { '2027': -1 } }, field: 'settings.frames.2027' },
    {
      says: 'a share above the whole',
      values: { corridors: [{ axis: 'nature', value: 'x', most: 1.2 }] },
      field: 'settings.corridors.0.most',
    },
    { says: 'no years', values: { years: [] }, field: 'settings.years' },
  ] as const)('with $says is refused', async ({ values, field }) => {
    const asked = save('homeCareManager', {
      scenario: 's-7',
      settings: { ...settings, ...values } as unknown as Args['settings'],
    })
    expect(await refusalsOf(asked)).toMatchObject([{ why: 'invalid', problems: [{ field }] }])
  })

  test('never takes the place of what a forum has moved by hand', async () => {
    const key = workingOrderKey(forum, 2027)
    await stand.store.create(scenarios, {
      key,
      title: 'Ordning',
      forum: { key: forum, title: 'F' },
      settings: emptySettings(2027),
      on: '2024-10-01',
    })
    expect(await whysOf(save('administrator', { scenario: key }))).toEqual(['notFound'])
    expect(await whysOf(stand.act('administrator', 'dropScenario', { scenario: key }))).toEqual(['notFound'])
  })

  test('is put away by whoever made it, once however often it is asked', async () => {
    await save('homeCareManager', { scenario: 's-8' })
    expect(await whysOf(stand.act('nursingManager', 'dropScenario', { scenario: 's-8' }))).toEqual([
      'notYourTask',
    ])
    await stand.act('homeCareManager', 'dropScenario', { scenario: 's-8' })
    const { scenarios: [gone] = [] } = await stand.act('homeCareManager', 'dropScenario', { scenario: 's-8' })
    expect(gone).toMatchObject({ archived: true, title: 'Två år' })
    expect(await whysOf(stand.act('homeCareManager', 'dropScenario', { scenario: 's-10' }))).toEqual([
      'notFound',
    ])
  })
})
