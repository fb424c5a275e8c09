/** What a meeting decides: who may write it down and take part, and what is refused. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Meeting } from '#src/lists/meetings.ts'
import { aNeed, asItStands } from '#test/fixtures/needs.ts'
import { aForumThere, anItemOf, aSitting } from '#test/fixtures/sittings.ts'
import { setUpStand, type Stand, type Who, whysOf } from '#test/fixtures/stand.ts'
import { type Args, wording, goOn, decidingItems } from './decidingItems.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())

const { aGate, faultsIn, decide, there, madeBy } = decidingItems(() => stand)

describe('a decision is refused', () => {
  test.for<{ says: string; args: (s: Stand) => Args; faults: string[] }>([
    {
      says: 'without words or proposal',
      args: () => ({ outcome: 'grant', wording: '  ' }),
      faults: ['invalid'],
    },
    {
      says: 'remitted without what is to be completed',
      args: () => ({ outcome: 'remit' }),
      faults: ['invalid'],
    },
    {
      says: 'by somebody who is not noted as present',
      args: (s) => ({ outcome: 'grant', wording, decidedBy: s.person('director') }),
      faults: ['notPresent'],
    },
    {
      says: 'by somebody nobody knows',
      args: () => ({ outcome: 'grant', wording, decidedBy: { id: 'nobody', name: 'Ingen' } }),
      faults: ['notFound', 'notPresent'],
    },
    {
      says: 'that gives a role to somebody nobody knows',
      args: () => ({
        outcome: 'grant',
        wording,
        effect: { does: 'owner', role: 'contact', person: { id: 'nobody', name: 'Ingen' } },
      }),
      faults: ['notFound'],
    },
    {
      says: 'by somebody without the mandate',
      args: (s) => ({ outcome: 'grant', wording, effect: goOn, decidedBy: s.person('digitalManager') }),
      faults: ['notYourMandate'],
    },
    {
      says: 'by somebody who has left for a conflict of interest',
      args: (s) => ({ outcome: 'grant', wording, conflicted: [s.person('homeCareManager')] }),
      faults: ['leftItem'],
    },
    {
      says: 'tabled and moved on at once',
      args: () => ({ outcome: 'table', effect: goOn }),
      faults: ['effectUnfit'],
    },
  ])('$says', async ({ args, faults }) => {
    const { initiative, item } = await aGate()
    expect(await faultsIn(decide(item, args(stand)))).toEqual(faults)
    expect((await there(item)).outcome).toBeUndefined()
    expect((await asItStands(stand, initiative.key)).decisions).toEqual([])
  })

  test.for<{ says: string; who: Who; meeting: Partial<Meeting>; fault: string }>([
    { says: 'written by an employee', who: 'employee', meeting: {}, fault: 'notYourTask' },
    { says: 'before the meeting', who: 'developmentLead', meeting: { state: 'called' }, fault: 'notOpen' },
    { says: 'when the minutes are sent', who: 'developmentLead', meeting: { state: 'sent' }, fault: 'sent' },
    {
      says: 'when they are verified',
      who: 'developmentLead',
      meeting: { state: 'verified' },
      fault: 'fixed',
    },
    {
      says: 'at a cancelled meeting',
      who: 'developmentLead',
      meeting: { state: 'cancelled' },
      fault: 'cancelled',
    },
  ])('$says', async ({ who, meeting, fault }) => {
    const { item } = await aGate({ meeting })
    expect(await faultsIn(decide(item, { outcome: 'grant', wording }, who))).toEqual([fault])
  })

  test('of another between meetings, who writes down their own', async () => {
    const { item } = await aGate({ meeting: { kind: 'between', state: 'planned' } })
    const decidedBy = stand.person('homeCareManager')
    expect(await faultsIn(decide(item, { outcome: 'grant', wording, decidedBy }))).toEqual(['notYourOwn'])
    await decide(item, { outcome: 'grant', wording, effect: goOn }, 'homeCareManager')
    expect(await madeBy(item)).toMatchObject({ decidedBy, recordedBy: decidedBy })
  })
})

test('a conflict of interest lets another decide, and both are told', async () => {
  const { item } = await aGate()
  const conflicted = [stand.person('homeCareManager')]
  const args = { outcome: 'grant', wording, effect: goOn, conflicted } as const
  const asked = decide(item, { ...args, decidedBy: stand.person('digitalManager') })
  expect(await whysOf(asked)).toEqual(['notYourMandate'])
  const elsewhere = await aForumThere(stand)
  const meeting = await aSitting(stand, elsewhere, { effectAt: 'atMeeting' }, { director: 'present' })
  const need = await aNeed(stand)
  const other = await anItemOf(stand, meeting, { initiative: { key: need.key, title: need.title } })
  await decide(other, { ...args, decidedBy: stand.person('director') })
  expect(await madeBy(other)).toMatchObject({ decidedBy: stand.person('director'), conflicted })
})

test('a forum that only guides supports or opposes; what a post with the mandate decides there takes effect', async () => {
  const forum = await aForumThere(stand, {}, { guidesOnly: true })
  const meeting = await aSitting(stand, forum, { effectAt: 'atMeeting' })
  const need = await aNeed(stand)
  const about = { initiative: { key: need.key, title: need.title } }
  const item = await anItemOf(stand, meeting, about)
  expect(await faultsIn(decide(item, { outcome: 'grant', wording }))).toEqual(['guidesOnly'])
  await decide(item, { outcome: 'support', wording: 'Forumet tillstyrker.' })
  expect(await there(item)).toMatchObject({ outcome: 'support', carrying: 'nothing' })
  const other = await anItemOf(stand, meeting, about)
  await decide(other, { outcome: 'grant', wording, effect: goOn })
  expect(await madeBy(other)).toMatchObject({ matter: 'BP1', decidedBy: stand.person('homeCareManager') })
})
