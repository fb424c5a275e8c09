/** An order that a forum couldn't agree on stands on the agenda of the forum above for as long as it lies there. */
import { expect, test } from 'vitest'
import type { Decision } from '#src/lists/decisions.ts'
import { proposeAgenda } from '#src/rules/agenda.ts'
import { someFacts } from '#test/fixtures/agenda.ts'
import { aDecision } from '#test/fixtures/initiatives.ts'
import { aRef } from '#test/fixtures/organisation.ts'

const said = (number: string, values: Partial<Decision>) =>
  aDecision({
    key: number,
    number,
    title: 'Rangordning: SSG 2025',
    matter: 'ranking',
    ranking: aRef('r'),
    forum: { key: 'f-ssg', title: 'SSG' },
    decidedOn: '2024-09-30',
    ...values,
  })
const here = { key: someFacts().forum.key, title: 'Här' }
const no = said('2024-0001', { outcome: 'refuse', party: aRef('a'), parties: [aRef('a'), aRef('b')] })
const raise = said('2024-0002', { outcome: 'escalate', party: aRef('b'), raisedTo: here })

test.for<{ says: string; made: Decision[]; found: number }>([
  { says: 'it is raised here', made: [no, raise], found: 1 },
  { says: 'it is raised elsewhere', made: [no, { ...raise, raisedTo: aRef('f-other') }], found: 0 },
  {
    says: 'it goes on from here',
    made: [no, raise, said('2024-0003', { outcome: 'escalate', raisedTo: aRef('f-top') })],
    found: 0,
  },
  { says: 'it is decided here', made: [no, raise, said('2024-0003', { outcome: 'grant' })], found: 0 },
  { says: 'a no here ends it', made: [no, raise, said('2024-0003', { outcome: 'refuse' })], found: 0 },
  {
    says: 'it was raised so long ago that nobody knows',
    made: [{ ...raise, decidedOn: '2024-03-01' }],
    found: 0,
  },
])('$says: $found', ({ made, found }) => {
  const raised = proposeAgenda(someFacts({ decisions: made })).filter(
    ({ because }) => because.why === 'orderRaised',
  )
  expect(raised).toHaveLength(found)
  if (found > 0)
    expect(raised[0]).toMatchObject({
      kind: 'decision',
      because: { forum: 'SSG', day: '2024-09-30' },
      cause: 'orderRaised/2024-0002',
      suggested: true,
    })
})
