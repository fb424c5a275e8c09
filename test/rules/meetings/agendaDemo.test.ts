/** The agendas of the demo's forums, composed from what the demo holds, read as the tab reads it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dependencies } from '#src/lists/businessCase.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { forums, mandates, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import type { AgendaFacts } from '#src/rules/meetings/agendaFacts.ts'
import { proposeAgenda } from '#src/rules/agenda.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'
import { seedDemo, seedRegion } from '#scripts/demo/seed.ts'
import { seedMeetings } from '#scripts/demo/seedMeetings.ts'
import { becauseText, proposedTitle } from '#src/text/because.ts'
import { swedish } from '#src/text/swedish.ts'
import { readAgendaRows } from '#tabs/meetings/agendaRows.ts'
import { setUpStand, type Stand } from '../../fixtures/stand.ts'

let stand: Stand
beforeAll(async () => {
  await swedish.learn('agenda')
  stand = await setUpStand()
  await seedDemo(stand.store)
  await seedMeetings(stand.store)
  await seedRegion(stand.store)
}, 120_000)
afterAll(() => stand.close())

async function factsOf(forum: string, today: string, day: string): Promise<AgendaFacts> {
  const [all, waits, bodies, posts, folios, places] = await stand.store.allOf([
    initiatives,
    dependencies,
    forums,
    mandates,
    portfolios,
    units,
  ])
  const body = bodies.find(({ key }) => key === forum)
  if (!body) throw new Error(`No forum ${forum}`)
  return {
    ...(await readAgendaRows(stand.store, forum, today)),
    today,
    meeting: { key: 'next', day },
    forum: body,
    initiatives: all,
    dependencies: waits,
    forums: bodies,
    mandates: posts,
    portfolios: folios,
    tree: treeOf(places),
  }
}

const bySource = (found: ReturnType<typeof proposeAgenda>) =>
  Object.fromEntries(
    [...Map.groupBy(found, ({ source }) => source)].map(([source, of]) => [source, of.length]),
  )

test('what an agenda is composed from beside the lists of every start is read in three requests, one wave', async () => {
  const store = stand.storeAs('employee')
  expect(await stand.requestsOf(() => readAgendaRows(store, 'f-sd-ht', '2024-10-01'))).toBe(3)
})

describe('the city in October', () => {
  const city = (forum: string) => factsOf(forum, '2024-10-01', '2024-10-16')

  test('home care follows up its open actions, and looks at a few of the needs that stand still', async () => {
    const found = proposeAgenda(await city('f-sd-ht'))
    expect(found[0]?.title).toBe('Öppnande och val av justerare')
    expect(found.at(-1)?.title).toBe('Nästa möte')
    expect(bySource(found)).toMatchObject({ standing: 4, openAction: 4 })
    const late = found.filter(({ because }) => because.why === 'actionLate')
    expect(late.map(({ presenter }) => presenter?.name)).toEqual(['Fatima Osmanli', 'Fatima Osmanli'])
    expect(found.filter(({ source, suggested }) => source === 'stalled' && suggested)).toHaveLength(3)
    const minutes = found.reduce((sum, one) => sum + (one.suggested ? one.minutes : 0), 0)
    expect(minutes).toBeLessThanOrEqual(90)
    expect(new Set(found.map(({ cause }) => cause)).size).toBe(found.length)
  })

  test('the forum of priorities takes up the start that it tabled', async () => {
    const found = proposeAgenda(await city('f-pf'))
    const tabled = found.filter(({ source }) => source === 'tabled')
    expect(tabled.map((one) => [one.title, becauseText(one.because, swedish, '2024-10-01')])).toEqual([
      ['E-delegering, start', 'Bordlades 6 sep.'],
    ])
  })

  test('nursing decides its first gates; those that concern several departments go to the council', async () => {
    const gatesOf = async (forum: string) =>
      proposeAgenda(await city(forum))
        .filter(({ source }) => source === 'gate')
        .map((one) => proposedTitle(one, swedish))
    const [own, shared] = [await gatesOf('f-sd-hsv'), await gatesOf('f-dr')]
    expect(own).toEqual([
      'BP1: Diktering i mobilen för legitimerad personal',
      'BP1: Distansmonitorering (blodtryck, vikt, saturation)',
    ])
    expect(shared).toContain('BP1: Digital låsning läkemedelsskåp i hemmet')
    expect(shared.filter((title) => own.includes(title))).toEqual([])
  })
})

describe('the region in November', () => {
  const region = (forum: string) => factsOf(forum, '2026-11-02', '2026-11-12')

  test('a board meets the red and the doubted of its own portfolio first', async () => {
    const facts = await region('f-pl-inf')
    const found = proposeAgenda(facts)
    const red = found.filter(({ source }) => source === 'redReport')
    expect(red.map((one) => one.because.why)).toEqual(['red', 'overAllocation', 'overAllocation'])
    expect(red[0]?.title).toBe('Gemensam identitets- och behörighetsplattform (IAM)')
    const own = new Set(
      facts.initiatives.filter(({ portfolio }) => portfolio.key === 'pf-inf').map(({ key }) => key),
    )
    expect(found.filter(({ initiative }) => initiative && !own.has(initiative.key))).toEqual([])
  })

  test('the director of all portfolios meets what is red in each, what has turned red first, and no single needs', async () => {
    const found = proposeAgenda(await region('f-dd'))
    expect(found[2]?.because).toMatchObject({ why: 'turned', to: 'red' })
    expect(bySource(found)).toEqual({ standing: 4, redReport: 6 })
  })
})

test('every item of every forum says why', async () => {
  const bodies = await stand.store.all(forums)
  for (const { key } of bodies) {
    const found = proposeAgenda(await factsOf(key, '2026-11-02', '2026-11-12'))
    expect(
      found.filter(({ because }) => /^$|[{}]/.test(becauseText(because, swedish, '2026-11-02'))),
    ).toEqual([])
  }
})
