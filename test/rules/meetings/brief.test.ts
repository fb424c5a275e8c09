/** What a director is told before a joint meeting. */
import { describe, expect, test } from 'vitest'
import type { Position } from '#src/lists/minutes.ts'
import { administrationsOfPerson, type BriefFacts, briefMatters } from '#src/rules/meetings/brief.ts'
import { aCostItem, anInitiative } from '../../fixtures/initiatives.ts'
import { aForum, anItem } from '../../fixtures/meetings.ts'
import { aPerson, aRef, director, tree } from '../../fixtures/organisation.ts'

const about = { key: 'i-1', title: 'Digitala lås' }
const item = anItem('s1', { kind: 'gate', initiative: about, forum: aRef('joint') })
const position = (unit: string, text: string): Position => ({
  id: unit,
  version: '1',
  key: unit,
  title: 'Digitala lås',
  item: aRef('s1'),
  forum: aRef('joint'),
  unit: aRef(unit),
  claim: `s1/${unit}`,
  position: text,
  by: director,
  day: '2024-09-30',
})

const facts = (values: Partial<BriefFacts> = {}): BriefFacts => ({
  unit: 'elderly',
  items: [item],
  positions: [],
  initiatives: [anInitiative({ ...about, stage: 'preparation' })],
  costItems: [],
  decisions: [],
  said: [],
  forums: [
    aForum({ key: 'f-own', unit: aRef('homeCare') }),
    aForum({ key: 'f-other', unit: aRef('housing') }),
  ],
  portfolios: [],
  tree,
  ...values,
})
const only = (values?: Partial<BriefFacts>) => briefMatters(facts(values))[0]

test('formalities are no matters; a question or a proposal makes one of information', () => {
  const items = [
    anItem('open', { kind: 'formal' }),
    anItem('told', { kind: 'information' }),
    anItem('asked', { kind: 'information', question: 'Vad tycker ni?' }),
    anItem('talk', { kind: 'discussion' }),
  ]
  expect(briefMatters(facts({ items })).map((matter) => matter.item.key)).toEqual(['asked', 'talk'])
})

test('our position stands apart from what the others think', () => {
  const found = only({ positions: [position('disability', 'Vänta.'), position('elderly', 'Bifall.')] })
  expect(found?.position?.position).toBe('Bifall.')
  expect(found?.others.map((one) => one.position)).toEqual(['Vänta.'])
})

test('a gate is that which the initiative stands before', () => {
  expect(only()?.gate).toBe('BP3')
  expect(only({ items: [{ ...item, kind: 'discussion' }] })?.gate).toBeUndefined()
})

describe('it costs', () => {
  test.for([
    {
      says: 'what has been counted, and what it costs to run',
      costItems: [aCostItem(), aCostItem({ key: 'c-2', kind: 'operation', amountKr: 90_000 })],
      values: { costHighKr: 1 },
      cost: { projectKr: 400_000, runningKr: 90_000, perYear: false },
    },
    {
      says: 'about as much as its class, while nobody has counted',
      costItems: [],
      values: { costLowKr: 100_000, costHighKr: 300_000, costPerYear: true },
      cost: { lowKr: 100_000, highKr: 300_000, perYear: true },
    },
    {
      says: 'us our share',
      costItems: [],
      values: {
        financingShares: [
          { party: aRef('elderly'), percent: 60 },
          { party: aRef('disability'), percent: 40 },
        ],
      },
      cost: { perYear: false, sharePercent: 60 },
    },
  ])('$says', ({ costItems, values, cost }) => {
    const initiatives = [anInitiative({ ...about, stage: 'preparation', ...values })]
    expect(only({ costItems, initiatives })?.cost).toEqual(cost)
  })
})

test('what forums inside the administration came to is told, the latest first, and nobody else’s', () => {
  const said = (key: string, forum: string, decidedOn?: string) =>
    anItem(key, {
      state: decidedOn ? 'treated' : 'agenda',
      initiative: about,
      forum: aRef(forum),
      outcome: decidedOn ? 'support' : undefined,
      decidedOn,
    })
  const found = only({
    said: [
      said('old', 'f-own', '2024-03-01'),
      said('new', 'f-own', '2024-09-01'),
      said('ahead', 'f-own'),
      said('theirs', 'f-other', '2024-09-02'),
    ],
  })
  expect(found?.said.map(({ key }) => key)).toEqual(['new', 'old'])
})

test('units that stand behind it are told, with whose they are', () => {
  const by = aPerson('x')
  const endorsements = [
    { unit: aRef('homeCare'), by, day: '2024-09-01' },
    { unit: aRef('housing'), by, day: '2024-09-01' },
  ]
  const initiatives = [anInitiative({ ...about, stage: 'preparation', endorsements })]
  expect(only({ initiatives })?.endorsed).toEqual([
    { key: 'homeCare', title: 'homeCare', own: true },
    { key: 'housing', title: 'housing', own: false },
  ])
})

test('a person reads the brief of the administration they head or belong to', () => {
  const units = [...tree.values()].map((unit) =>
    unit.key === 'disability' ? { ...unit, head: director } : unit,
  )
  const people = [{ id: '1', version: '1', key: 'p', title: 'x', person: director, unit: aRef('quality') }]
  const found = administrationsOfPerson(director.id, { people, units, tree })
  expect(found.map(({ key }) => key)).toEqual(['disability', 'elderly'])
  expect(administrationsOfPerson('nobody', { people, units, tree })).toEqual([])
})
