/** An agenda is made by those who prepare it: taken up, added to, put in order; anyone may propose. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { agendaItems, type Meeting, type MeetingState } from '#src/lists/meetings.ts'
import type { Forum } from '#src/lists/organisation.ts'
import type { ActionArgs } from '#src/actions/index.ts'
import { aForumThere, aMeetingThere, anItemThere, inState, itemNow } from '#test/fixtures/meetingStand.ts'
import { aNeed } from '#test/fixtures/needs.ts'
import { refusalsOf, setUpStand, type Stand, type Who, whysOf } from '#test/fixtures/stand.ts'

let stand: Stand
let forum: Forum
let meeting: Meeting
beforeAll(async () => {
  stand = await setUpStand('city')
  forum = await aForumThere(stand)
})
beforeEach(async () => {
  meeting = await aMeetingThere(stand, forum)
})
afterAll(() => stand.close())

const onAgenda = async () =>
  (await stand.store.where(agendaItems, { column: 'meeting', value: meeting.key }))
    .filter(({ state }) => state === 'agenda')
    .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))
const titles = async () => (await onAgenda()).map(({ title }) => title)
const take = (who: Who, ...items: ActionArgs<'takeUp'>['items']) =>
  stand.act(who, 'takeUp', { meeting: meeting.key, items })
const proposal = (key: string, values: Partial<ActionArgs<'takeUp'>['items'][number]> = {}) =>
  ({ key, title: key, kind: 'status', source: 'changedProject', ...values }) as const

describe('what is taken up', () => {
  test('stands on the agenda in the order it was taken, after what was there', async () => {
    await anItemThere(stand, { forum, meeting }, { title: 'Först', order: 1 })
    await take('developmentLead', proposal('a'), proposal('b'))
    await take('otherLead', proposal('c'))
    expect(await titles()).toEqual(['Först', 'a', 'b', 'c'])
    const [, a] = await onAgenda()
    expect(a).toMatchObject({ forum: { key: forum.key }, source: 'changedProject', state: 'agenda' })
  })

  test('comes from the backlog as it was written there', async () => {
    const item = await anItemThere(stand, { forum }, { title: 'Nycklar i trapphus', proposal: 'Utred.' })
    await take('developmentLead', proposal(item.key, { title: 'Annan titel' }))
    expect(await itemNow(stand, item)).toMatchObject({
      title: 'Nycklar i trapphus',
      proposal: 'Utred.',
      state: 'agenda',
      meeting: { key: meeting.key },
      order: 1,
    })
  })

  test('is the same when it is asked for twice, and when two take up the same cause', async () => {
    const asked = proposal('once', { cause: 'gate/i-1/BP1' })
    await take('developmentLead', asked)
    await take('developmentLead', asked)
    const done = await take('otherLead', { ...asked, key: 'another-key' })
    expect(done.agendaItems?.map(({ key }) => key)).toEqual(['once'])
    expect(await titles()).toEqual(['once'])
  })

  test('names the initiative as it is called today', async () => {
    const need = await aNeed(stand, { title: 'Digitala lås' }, { business: false })
    await take('developmentLead', proposal('about', { initiative: { key: need.key, title: 'Något annat' } }))
    expect((await onAgenda())[0]?.initiative).toEqual({ key: need.key, title: 'Digitala lås' })
  })

  test('may stand on a meeting that was cancelled, but not on another that is to be', async () => {
    const other = await aMeetingThere(stand, forum, { title: 'Novembermötet' })
    const item = await anItemThere(stand, { forum, meeting: other })
    const refused = await refusalsOf(take('developmentLead', proposal(item.key)))
    expect(refused).toEqual([{ why: 'meeting', fault: 'onAgenda', names: ['Novembermötet'] }])
    await inState(stand, other, { state: 'cancelled' })
    await take('developmentLead', proposal(item.key))
    expect(await titles()).toEqual([item.title])
  })

  test.for<[string, Who, (need: string) => Partial<ActionArgs<'takeUp'>['items'][number]>, string]>([
    ['by a member who prepares nothing', 'employee', () => ({}), 'notYourTask'],
    [
      'about an initiative that nobody knows',
      'developmentLead',
      () => ({ initiative: 'i-none' }),
      'notFound',
    ],
    [
      'with a link that a browser would run',
      'developmentLead',
      () => ({ material: [{ name: 'x', url: 'javascript:alert(1)' }] }),
      'invalid',
    ],
    ['without a title', 'developmentLead', () => ({ title: ' ' }), 'invalid'],
  ])('is refused %s', async ([, who, values, why]) => {
    expect(await whysOf(take(who, proposal(`refused-${why}-${who}`, values(''))))).toEqual([why])
    expect(await titles()).toEqual([])
  })

  test.for<[string, object, string]>([
    ['archived', { archived: true }, 'archived'],
    ['one in which the person has an interest of their own', { conflicted: 'me' }, 'conflicted'],
  ])('is refused about an initiative that is %s', async ([, values, why]) => {
    const conflicted = 'conflicted' in values ? [stand.person('developmentLead')] : null
    const need = await aNeed(stand, { ...values, conflicted }, { business: false })
    expect(await whysOf(take('developmentLead', proposal('x', { initiative: need.key })))).toEqual([why])
  })

  test('is refused from the backlog to whoever has an interest of their own in what it is about', async () => {
    const me = stand.person('developmentLead')
    const need = await aNeed(stand, { conflicted: [me] }, { business: false })
    const item = await anItemThere(stand, { forum }, { initiative: { key: need.key, title: need.title } })
    expect(await refusalsOf(take('developmentLead', proposal(item.key)))).toEqual([
      { why: 'conflicted', names: [need.title] },
    ])
    await take('otherLead', proposal(item.key))
    expect(await titles()).toEqual([item.title])
  })

  test.for<[MeetingState, string]>([
    ['sent', 'sent'],
    ['verified', 'fixed'],
    ['settled', 'fixed'],
    ['cancelled', 'cancelled'],
  ])('is refused when the meeting is %s', async ([state, fault]) => {
    await inState(stand, meeting, { state })
    expect(await refusalsOf(take('developmentLead', proposal('late')))).toEqual([{ why: 'meeting', fault }])
  })
})

describe('a matter', () => {
  const save = (who: Who, item: string, values: object, given: { meeting?: string; base?: object } = {}) =>
    stand.act(who, 'saveItem', { item, forum: forum.key, values, ...given })

  test('is proposed by anyone, on the backlog, and changed by whoever proposed it', async () => {
    const key = crypto.randomUUID()
    await save('employee', key, { title: 'Fler laddstolpar', kind: 'discussion' })
    expect(await itemNow(stand, { key })).toMatchObject({ state: 'backlog', source: 'proposed' })
    await save('employee', key, { proposal: 'Att utreda' })
    expect(await itemNow(stand, { key })).toMatchObject({ proposal: 'Att utreda' })
    expect(await whysOf(save('projectManager', key, { title: 'Mitt i stället' }))).toEqual(['notYourTask'])
  })

  test('is put on an agenda, taken off it, and left out by those who prepare', async () => {
    const key = crypto.randomUUID()
    await save('developmentLead', key, { title: 'Tillagd', kind: 'decision' }, { meeting: meeting.key })
    expect(await itemNow(stand, { key })).toMatchObject({ state: 'agenda', source: 'added', order: 1 })
    await save('otherLead', key, { state: 'backlog' })
    const off = await itemNow(stand, { key })
    expect([off.state, off.meeting, off.order]).toEqual(['backlog', undefined, undefined])
    await save('otherLead', key, {}, { meeting: meeting.key })
    await save('otherLead', key, { state: 'left' })
    expect(await itemNow(stand, { key })).toMatchObject({ state: 'left', meeting: { key: meeting.key } })
    expect(await titles()).toEqual([])
  })

  test.for<[string, object, object | undefined]>([
    ['put on an agenda', {}, { meeting: true }],
    ['said to come from the portfolio', { source: 'gate' }, undefined],
    ['made treated', { state: 'treated' }, undefined],
  ])('is not %s by somebody who only proposes', async ([, values, given]) => {
    const asked = save(
      'employee',
      crypto.randomUUID(),
      { title: 'X', kind: 'status', ...values },
      given && { meeting: meeting.key },
    )
    expect(await whysOf(asked)).toEqual(['notYourTask'])
  })

  test('that has its outcome stays where it was decided', async () => {
    const item = await anItemThere(stand, { forum, meeting }, { state: 'treated', outcome: 'grant' })
    const other = await aMeetingThere(stand, forum)
    for (const asked of [
      save('developmentLead', item.key, { state: 'backlog' }),
      save('developmentLead', item.key, {}, { meeting: other.key }),
    ])
      expect(await refusalsOf(asked)).toEqual([{ why: 'meeting', fault: 'decided' }])
  })

  test.for<MeetingState>(['sent', 'verified', 'settled'])(
    'of minutes that are %s does not change',
    async (state) => {
      const item = await anItemThere(stand, { forum, meeting })
      await inState(stand, meeting, { state })
      expect(await whysOf(save('developmentLead', item.key, { title: 'Efteråt' }))).toEqual(['meeting'])
      expect((await itemNow(stand, item)).title).toBe(item.title)
    },
  )

  test('is not touched by whoever has an interest of their own in it', async () => {
    const item = await anItemThere(
      stand,
      { forum, meeting },
      { conflicted: [stand.person('developmentLead')] },
    )
    expect(await refusalsOf(save('developmentLead', item.key, { title: 'Min' }))).toEqual([
      { why: 'conflicted', names: [item.title] },
    ])
    await save('otherLead', item.key, { title: 'Deras' })
    expect((await itemNow(stand, item)).title).toBe('Deras')
  })

  test('of another forum is not reached through this one', async () => {
    const other = await aForumThere(stand)
    const item = await anItemThere(stand, { forum: other })
    expect(await whysOf(save('developmentLead', item.key, { title: 'Fel väg' }))).toEqual(['notFound'])
  })
})

describe('the order of an agenda', () => {
  const order = (who: Who, items: string[]) => stand.act(who, 'orderAgenda', { meeting: meeting.key, items })

  test('is as it was last put, those not named after', async () => {
    await take('developmentLead', proposal('o1'), proposal('o2'), proposal('o3'))
    await order('developmentLead', ['o3', 'o1'])
    expect((await onAgenda()).map(({ key, order: n }) => `${n} ${key}`)).toEqual(['1 o3', '2 o1', '3 o2'])
    const done = await order('developmentLead', ['o3', 'o1'])
    expect(done.agendaItems?.map(({ key }) => key)).toEqual(['o3', 'o1', 'o2'])
  })

  test('holds although somebody writes in the items meanwhile', async () => {
    await take('developmentLead', ...Array.from({ length: 12 }, (_, i) => proposal(`w${i}`)))
    const wanted = Array.from({ length: 12 }, (_, i) => `w${11 - i}`)
    await Promise.all([
      order('developmentLead', wanted),
      ...wanted.map((item) => stand.act('otherLead', 'noteItem', { item, values: { notes: item } })),
    ])
    expect((await onAgenda()).map(({ key, notes }) => [key, notes])).toEqual(wanted.map((key) => [key, key]))
  })

  test('is not changed by a member who prepares nothing', async () => {
    expect(await whysOf(order('employee', []))).toEqual(['notYourTask'])
  })
})
