/** A matter that two meetings would decide: told, where one has decided or both are asked. */
import { expect, test } from 'vitest'
import type { AgendaItem, Meeting } from '#src/lists/meetings.ts'
import { elsewhere } from '#src/rules/meetings/onOtherAgendas.ts'
import { aMeeting, anItem } from '../../fixtures/meetings.ts'
import { aRef } from '../../fixtures/organisation.ts'

const there = aMeeting({ key: 'there', day: '2024-10-11', state: 'called' })
const at = { key: there.key, title: there.title }
const other = (values: Partial<AgendaItem> = {}) =>
  anItem('other', { kind: 'gate', state: 'agenda', initiative: aRef('robots'), meeting: at, ...values })
const waits: Partial<AgendaItem> = {
  state: 'treated',
  carrying: 'waiting',
  effect: { does: 'gate', gate: 'BP1', outcome: 'goOn' },
}
const mine = { kind: 'gate' as const, initiative: aRef('robots') }

test.for<{
  says: string
  item?: Partial<AgendaItem>
  sitting?: Partial<Meeting>
  asked?: Parameters<typeof elsewhere>[0]
  found: string[]
}>([
  { says: 'a gate on another agenda that is ahead', found: ['onAgenda'] },
  { says: 'a decision beside a gate', item: { kind: 'decision' }, found: ['onAgenda'] },
  { says: 'information there, a gate here', item: { kind: 'information' }, found: [] },
  {
    says: 'a gate there, information here',
    asked: { kind: 'information', initiative: aRef('robots') },
    found: [],
  },
  { says: 'a meeting that was cancelled', sitting: { state: 'cancelled' }, found: [] },
  { says: 'a meeting that was held without it', sitting: { state: 'held' }, found: [] },
  {
    says: 'decided there, the minutes not verified',
    item: waits,
    sitting: { state: 'sent' },
    found: ['decided'],
  },
  {
    says: 'decided there, and only spoken of here',
    item: waits,
    sitting: { state: 'held' },
    asked: { kind: 'status', initiative: aRef('robots') },
    found: ['decided'],
  },
  { says: 'decided there and carried out', item: { ...waits, carrying: 'done' }, found: [] },
  { says: 'another initiative', item: { initiative: aRef('locks') }, found: [] },
  { says: 'on the backlog', item: { state: 'backlog' }, found: [] },
  { says: 'put away', item: { archived: true }, found: [] },
  { says: 'no initiative', asked: { kind: 'gate' }, found: [] },
])('$says', ({ item, sitting, asked = mine, found }) => {
  const meetings = new Map([[there.key, { ...there, ...sitting }]])
  expect(elsewhere(asked, { items: [other(item)], meetings, here: 'here' }).map(({ how }) => how)).toEqual(
    found,
  )
})

test('the agenda itself is not another', () => {
  const meetings = new Map([[there.key, there]])
  expect(elsewhere(mine, { items: [other()], meetings, here: there.key })).toEqual([])
})
