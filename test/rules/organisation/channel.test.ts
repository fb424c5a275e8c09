/** What the tab of a channel is about. */
import { expect, test } from 'vitest'
import type { Initiative } from '#src/lists/initiatives.ts'
import { channelView, type Subject, subjectOf, subjectText } from '#src/rules/organisation/channel.ts'
import { anInitiative } from '../../fixtures/initiatives.ts'
import { aMandate, aRef, director, homeCareManager, TODAY, tree } from '../../fixtures/organisation.ts'

const folio = {
  key: 'pf',
  id: '1',
  version: '1',
  title: 'Portfölj',
  code: 'P',
  process: 'behovsprocessen' as const,
  board: aRef('board'),
}
const mandates = [
  aMandate({
    matter: 'BP1',
    scope: 'department',
    holder: homeCareManager,
    unit: aRef('homeCare'),
    forum: aRef('dialogue'),
  }),
  aMandate({ matter: 'BP2', scope: 'own', holder: director, unit: aRef('elderly'), forum: aRef('team') }),
]
const facts = { mandates, portfolios: [folio], tree, today: TODAY }
const at = (key: string, values: Partial<Initiative>) =>
  anInitiative({
    key,
    portfolio: aRef('pf'),
    stage: 'collection',
    state: 'active',
    unit: aRef('homeCare'),
    stageSince: '2024-01-01',
    ...values,
  })

const initiatives = [
  at('need', {}),
  at('south', { unit: aRef('homeCareSouth'), stageSince: '2023-01-01' }),
  at('screened', {
    stage: 'screening',
    scope: 'own',
    unit: aRef('nursing'),
    concernedUnits: [aRef('homeCare')],
  }),
  at('elsewhere', { unit: aRef('housing'), portfolio: aRef('other') }),
  at('paused', { state: 'paused' }),
  at('merged', { state: 'merged' }),
  at('begun', { stage: 'delivery', unit: aRef('quality') }),
  at('external', { external: true }),
  at('moved', { stage: 'ready', unit: aRef('quality'), stageSince: '2024-09-20', lastDecision: aRef('d') }),
]
const keys = (rows: readonly Initiative[]) => rows.map(({ key }) => key)

test.for<{ says: string; subject: Subject; all: string[]; before: string[] }>([
  {
    says: 'a portfolio: all in it, those on their way to a gate oldest first, without work that has begun',
    subject: { kind: 'portfolio', key: 'pf' },
    all: ['need', 'south', 'screened', 'paused', 'begun', 'external', 'moved'],
    before: ['south', 'need', 'screened', 'moved'],
  },
  {
    says: 'a department: its own, what is under it, and what concerns it',
    subject: { kind: 'department', key: 'homeCare' },
    all: ['need', 'south', 'screened', 'paused', 'external'],
    before: ['south', 'need', 'screened'],
  },
  {
    says: 'an administration: all of its departments',
    subject: { kind: 'department', key: 'disability' },
    all: ['elsewhere'],
    before: ['elsewhere'],
  },
  {
    says: 'a forum that is consulted before BP1: what stands before it',
    subject: { kind: 'forum', key: 'dialogue' },
    all: ['need', 'south'],
    before: ['south', 'need'],
  },
  {
    says: 'a forum that leads a portfolio: all of that, and nothing to consult on',
    subject: { kind: 'forum', key: 'board' },
    all: ['need', 'south', 'screened', 'paused', 'begun', 'external', 'moved'],
    before: [],
  },
])('$says', ({ subject, all, before }) => {
  const view = channelView(subject, initiatives, facts)
  expect(keys(view.all)).toEqual(all)
  expect(keys(view.before)).toEqual(before)
})

test('a department counts its own; what others ask that concerns it stands in its lists alone', () => {
  const view = channelView({ kind: 'department', key: 'homeCare' }, initiatives, facts)
  expect(keys(view.own)).toEqual(['need', 'south', 'paused', 'external'])
})

test('what was decided in the last month is recent', () => {
  expect(keys(channelView({ kind: 'portfolio', key: 'pf' }, initiatives, facts).recent)).toEqual(['moved'])
})

test.for<[string, Subject | undefined]>([
  ['department:u-avo-ht', { kind: 'department', key: 'u-avo-ht' }],
  ['forum:a:b', { kind: 'forum', key: 'a:b' }],
  ['person:me', undefined],
  ['portfolio:', undefined],
  ['portfolio', undefined],
  ['', undefined],
])('the address %s is of %o', ([text, subject]) => {
  expect(subjectOf(text)).toEqual(subject)
  if (subject) expect(subjectText(subject)).toBe(text)
})
