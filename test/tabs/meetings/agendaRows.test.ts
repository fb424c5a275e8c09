/** What an agenda is composed from follows what actions answer, and only what is the forum's. */
import { expect, test } from 'vitest'
import type { Done } from '#src/actions/work.ts'
import { type AgendaRows, takeIn } from '#tabs/meetings/agendaRows.ts'
import { aDecision } from '../../fixtures/initiatives.ts'
import { anAction, aMeeting, anItem } from '../../fixtures/meetings.ts'
import { aRef } from '../../fixtures/organisation.ts'

const rows: AgendaRows = {
  meetings: [aMeeting()],
  items: [anItem('a'), anItem('b')],
  actions: [anAction('x')],
  decisions: [],
  template: undefined,
  reports: [],
  points: [],
}
const after = (done: Done) => takeIn('f-sd-ht')(rows, done)

test('a row that an action changed stands in place of the one that was read', () => {
  const { items, actions } = after({ agendaItems: [anItem('b', { state: 'left' })] })
  expect(items.map(({ key, state }) => [key, state])).toEqual([
    ['a', 'agenda'],
    ['b', 'left'],
  ])
  expect(actions).toBe(rows.actions)
})

test('a new row comes beside the others; one of another forum does not', () => {
  const other = anItem('d', { forum: aRef('f-pf') })
  expect(after({ agendaItems: [anItem('c'), other] }).items.map(({ key }) => key)).toEqual(['a', 'b', 'c'])
})

test('decisions of any forum count: they move what is on the agenda', () => {
  const made = aDecision({ forum: aRef('f-pf') })
  expect(after({ decisions: [made] }).decisions).toEqual([made])
})
