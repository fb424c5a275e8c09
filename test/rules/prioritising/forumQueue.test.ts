/** What waits for a forum when it sits down to prioritise, and whose right it is to decide its order. */
import { describe, expect, test } from 'vitest'
import type { AgendaItem, Meeting } from '#src/lists/meetings.ts'
import { forumQueue } from '#src/rules/prioritising/forumQueue.ts'
import { decidersOf, decidingRight } from '#src/rules/mandate.ts'
import { orderQuestion } from '#src/rules/prioritising/rankingFaults.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'
import { organisationRows } from '#scripts/demo/organisationRows.ts'
import { aNeed, someFacts } from '../../fixtures/agenda.ts'
import { anInitiative } from '../../fixtures/initiatives.ts'
import { aMeeting, anItem } from '../../fixtures/meetings.ts'
import { aPerson, aRef } from '../../fixtures/organisation.ts'

describe('the queue', () => {
  const next = aMeeting({ key: 'm', day: '2024-10-16', state: 'called' })
  const onAgenda = (key: string, values: Parameters<typeof anItem>[1] = {}) =>
    anItem(key, { meeting: aRef('m'), state: 'agenda', kind: 'gate', initiative: aRef(key), ...values })
  const queue = (
    values: { meetings?: Meeting[]; items?: AgendaItem[]; needs?: string[] } = {},
    starts: string[] = [],
  ) =>
    forumQueue(
      {
        ...someFacts({ initiatives: (values.needs ?? []).map((key) => aNeed(key)) }),
        meetings: values.meetings ?? [next],
        items: values.items ?? [],
      },
      starts.map((key) => aRef(key)),
    ).map((one) => (one.kind === 'order' ? 'order' : `${one.kind} ${one.initiative.key}`))

  test.for<{ says: string; is: string[]; given: Parameters<typeof queue> }>([
    { says: 'with nothing to ask it is about the order', is: ['order'], given: [] },
    {
      says: 'what is on the next agenda comes before what the gates say, and what would start next last',
      is: ['item x', 'gate i', 'start s', 'order'],
      given: [{ items: [onAgenda('x')], needs: ['i'] }, ['s']],
    },
    {
      says: 'an initiative is asked about once',
      is: ['item i', 'order'],
      given: [{ items: [onAgenda('i')], needs: ['i'] }, ['i']],
    },
    {
      says: 'what is only told, or lies on the backlog, is no question',
      is: ['order'],
      given: [{ items: [onAgenda('x', { kind: 'information' }), onAgenda('y', { state: 'backlog' })] }],
    },
    {
      says: 'the meeting that goes on comes before the next',
      is: ['item now', 'order'],
      given: [
        {
          meetings: [next, aMeeting({ key: 'open', day: '2024-10-01', state: 'open' })],
          items: [onAgenda('x'), onAgenda('now', { meeting: aRef('open') })],
        },
      ],
    },
  ])('$says', ({ is, given }) => {
    expect(queue(...given)).toEqual(is)
  })
})

describe('the right to decide an order', () => {
  const rows = organisationRows('u-stad')
  const asItems = <T extends object>(all: readonly T[]) =>
    all.map((row) => ({ ...row, id: '1', version: '1' }))
  const given = {
    mandates: asItems(rows.mandates),
    portfolios: asItems(rows.portfolios),
    tree: treeOf(asItems(rows.units)),
    today: '2024-10-01',
  }
  const askedOf = (key: string, conflicted: string[] = []) => {
    const forum = asItems(rows.forums).find((one) => one.key === key)
    if (!forum) throw new Error(`There is no ${key}`)
    const initiative = anInitiative({
      unit: aRef('u-avo-ht'),
      conflicted: conflicted.map((id) => aPerson(id)),
    })
    const candidate = {
      initiative,
      basis: 'ranked',
      isShared: false,
      isUnknownCost: false,
      isExternal: false,
    } as const
    return decidingRight(orderQuestion(forum, { ...given, candidates: [candidate] }))
  }

  test("is the director's after guidance in an administration's forum", () => {
    expect(decidersOf(askedOf('f-pf'))).toMatchObject([
      { post: 'Förvaltningsdirektör', forum: { key: 'f-pf' } },
    ])
  })

  test('is nobody’s where whoever has it has an interest in something ranked', () => {
    const director = rows.mandates.find(({ key }) => key === 'mandate-101')?.holder.id ?? ''
    expect(decidersOf(askedOf('f-pf', [director]))).toEqual([])
  })

  test("is in the joint forum each director's for their own authority, by a right of that forum", () => {
    expect(decidersOf(askedOf('f-ssg'))).toMatchObject([
      { post: 'Förvaltningsdirektör', forum: { key: 'f-ssg' }, party: { key: 'u-avo' } },
    ])
  })
})
