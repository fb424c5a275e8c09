/** Sending a status report: once a month, by those who lead the work, and never changed after. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ActionArgs } from '#src/actions/index.ts'
import { projectPoints, statusReports } from '#src/lists/followUp.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { trail } from '#src/lists/decisions.ts'
import type { Notice } from '#src/rules/reminding/notices.ts'
import { killedAt } from '#test/fixtures/interrupted.ts'
import { aNeed } from '#test/fixtures/needs.ts'
import { refusalsOf, setUpStand, type Stand, TODAY, type Who, whysOf } from '#test/fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

type Args = ActionArgs<'sendReport'>
const green = { economy: 'green', quality: 'green', time: 'green' } as const
const running = (values: Parameters<typeof aNeed>[1] = {}) =>
  aNeed(stand, { stage: 'delivery', stageSince: '2024-03-01', ...values }, { business: false })
const send = (
  { key: initiative }: Initiative,
  said: Partial<Args> = {},
  { who = 'projectManager', key, told = [] }: { who?: Who; key?: string; told?: Notice[] } = {},
) =>
  stand.act(
    who,
    'sendReport',
    { initiative, month: '2024-09', ...green, ...said },
    { tell: (notice) => void told.push(notice), ...(key !== undefined && { key }) },
  )
const reportsOf = ({ key }: Initiative) =>
  stand.store.where(statusReports, { column: 'initiative', value: key })
const trailOf = async ({ key }: Initiative) =>
  (await stand.store.where(trail, { column: 'initiative', value: key })).map(({ kind, title, from, to }) =>
    [kind, title, from, to].join(' '),
  )

describe('a report', () => {
  test('keeps what was said, by whom and when', async () => {
    const initiative = await running()
    const said: Partial<Args> = {
      scope: 'yellow',
      forecastKr: 900_000,
      spentKr: 400_000,
      risks: [{ text: 'Avtalet löper ut', level: 'medium', remedy: 'Förlängs' }],
      changed: 'Två enheter är igång',
      next: 'Utbildning i oktober',
    }
    const { statusReports: sent } = await send(initiative, said)
    expect(sent).toMatchObject([
      { ...said, month: '2024-09', sentOn: TODAY, by: stand.person('projectManager') },
    ])
    expect(await reportsOf(initiative)).toEqual(sent)
  })

  test('sent twice with the same key is there once, and the second answer is the same', async () => {
    const initiative = await running()
    const [first, again] = [
      await send(initiative, {}, { key: 'k-1' }),
      await send(initiative, {}, { key: 'k-1' }),
    ]
    expect(again).toEqual(first)
    expect(await reportsOf(initiative)).toHaveLength(1)
  })

  test('by two at once: one is in, the other is told whose', async () => {
    const initiative = await running()
    const both = await Promise.allSettled([send(initiative), send(initiative, {}, { who: 'digitalManager' })])
    const [sent] = await reportsOf(initiative)
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const late = both.find((one) => one.status === 'rejected')
    expect(late?.reason).toMatchObject({
      refusals: [{ why: 'alreadyReported', month: '2024-09', by: sent?.by, on: TODAY }],
    })
  })

  test('for a month that has one is refused with who sent it, and the first stays as it was', async () => {
    const initiative = await running()
    const { statusReports: sent } = await send(initiative, { changed: 'Som det var' })
    const refusals = await refusalsOf(send(initiative, { changed: 'Rättat' }, { who: 'digitalManager' }))
    expect(refusals).toEqual([
      { why: 'alreadyReported', month: '2024-09', by: stand.person('projectManager'), on: TODAY },
    ])
    expect(await reportsOf(initiative)).toEqual(sent)
  })
})

describe('the allocation', () => {
  test('is carried on from the report before, whatever the sender believes', async () => {
    const initiative = await running()
    await stand.store.create(statusReports, {
      key: `${initiative.key}-8`,
      title: 'Augusti',
      initiative: { key: initiative.key, title: initiative.title },
      claim: `${initiative.key}/2024-08`,
      month: '2024-08',
      ...green,
      allocationKr: 1_000_000,
      by: stand.person('projectManager'),
      sentOn: '2024-08-28',
    })
    const { statusReports: sent } = await send(initiative, { forecastKr: 800_000 })
    expect(sent?.[0]?.allocationKr).toBe(1_000_000)
    const over = { month: '2024-10', forecastKr: 1_400_000 }
    expect(await whysOf(send(initiative, over))).toEqual(['unexplained'])
    const { statusReports: explained } = await send(initiative, {
      ...over,
      explanation: 'Tillskott är beslutat',
    })
    expect(explained?.[0]).toMatchObject({ economy: 'green', explanation: 'Tillskott är beslutat' })
  })
})

describe('the trail', () => {
  test('tells of lights that turned since the report before, once however often it is sent', async () => {
    const initiative = await running()
    await send(initiative, { month: '2024-08' })
    const turned = { economy: 'red', time: 'yellow' } as const
    await send(initiative, turned, { key: 'k-turned' })
    await send(initiative, turned, { key: 'k-turned' })
    expect((await trailOf(initiative)).toSorted()).toEqual(['report Ekonomi Grön Röd', 'report Tid Grön Gul'])
  })

  test('is finished when the server went down between report and trail', async () => {
    const initiative = await running()
    await send(initiative, { month: '2024-08' })
    const { store } = killedAt(stand, 2, { sent: false })
    const args = { initiative: initiative.key, month: '2024-09', ...green, quality: 'red' } as const
    await expect(stand.act('projectManager', 'sendReport', args, { key: 'k-dead', store })).rejects.toThrow()
    expect([(await reportsOf(initiative)).length, await trailOf(initiative)]).toEqual([2, []])
    await send(initiative, { quality: 'red' }, { key: 'k-dead' })
    expect(await trailOf(initiative)).toEqual(['report Kvalitet Grön Röd'])
  })
})

describe('refused', () => {
  test.for<{
    says: string
    who?: Who
    values?: Parameters<typeof aNeed>[1]
    said?: Partial<Args>
    why: string[]
  }>([
    { says: 'to whoever does not lead the work', who: 'developmentLead', why: ['notYourTask'] },
    { says: 'to another administrator of the system', who: 'administrator', why: ['notYourTask'] },
    { says: 'before the month has begun', said: { month: '2024-11' }, why: ['futureMonth'] },
    { says: 'for a need', values: { stage: 'screening' }, why: ['nothingToReport'] },
    { says: 'for what is paused', values: { state: 'paused' }, why: ['notActive'] },
    { says: 'for what others lead', values: { external: true }, why: ['external'] },
    {
      says: 'when the law is broken and the time green, without a word about it',
      values: { legal: 'yes', legalDay: '2024-06-30' },
      why: ['unexplained'],
    },
    { says: 'for a month that is none', said: { month: '2024-13' }, why: ['invalid'] },
    {
      says: 'with everything that stands in the way',
      who: 'employee',
      values: { stage: 'ready' },
      why: ['notYourTask', 'nothingToReport'],
    },
  ])('$says', async ({ who, values, said, why }) => {
    const initiative = await running(values)
    expect(await whysOf(send(initiative, said, who ? { who } : {}))).toEqual(why)
    expect(await reportsOf(initiative)).toEqual([])
  })

  test('when a project point that should have been passed is not', async () => {
    const initiative = await running()
    await stand.store.create(projectPoints, {
      key: `${initiative.key}-point`,
      title: 'Driftstart',
      initiative: { key: initiative.key, title: initiative.title },
      planned: '2024-09-01',
    })
    expect(await whysOf(send(initiative))).toEqual(['unexplained'])
    await expect(send(initiative, { time: 'red' })).resolves.toBeDefined()
  })

  test('for an initiative that does not exist', async () => {
    expect(
      await whysOf(
        stand.act('projectManager', 'sendReport', { initiative: 'x', month: '2024-09', ...green }),
      ),
    ).toEqual(['notFound'])
  })
})

describe('the project’s owner is told', () => {
  const toldOf = async (said: Partial<Args>, given: { who?: Who; month?: string } = {}) => {
    const initiative = await running({ projectOwner: stand.person('digitalManager') })
    const told: Notice[] = []
    await send(initiative, { month: '2024-08', economy: 'yellow', time: 'red' })
    await send(initiative, said, { ...given, told })
    return { told, initiative }
  }

  test('when a light has turned red, and once however often it is sent', async () => {
    const { told, initiative } = await toldOf({ economy: 'red', time: 'red' })
    expect(told).toMatchObject([
      {
        kind: 'turnedRed',
        to: [stand.person('digitalManager')],
        report: { key: initiative.key, title: initiative.title, number: initiative.number, month: '2024-09' },
        by: stand.person('projectManager'),
      },
    ])
    const [one, again]: [Notice[], Notice[]] = [[], []]
    const other = await running({ projectOwner: stand.person('digitalManager') })
    await send(other, { quality: 'red' }, { key: 'red-1', told: one })
    await send(other, { quality: 'red' }, { key: 'red-1', told: again })
    expect(again.map(({ key }) => key)).toEqual(one.map(({ key }) => key))
  })

  test.for<[string, Partial<Args>, { who?: Who }]>([
    ['all is green', {}, {}],
    ['a light that was red still is', { time: 'red' }, {}],
    ['a light has turned yellow', { quality: 'yellow' }, {}],
    ['the owner reports', { economy: 'red' }, { who: 'digitalManager' }],
  ])('of nothing when %s', async ([, said, given]) => {
    expect((await toldOf(said, given)).told).toEqual([])
  })
})
