/** The register finds any decision by its words, number or §, and shows what it replaced. */
import { describe, expect, test } from 'vitest'
import type { Decision } from '#src/lists/decisions.ts'
import {
  chainOf,
  type RegisterFacts,
  type RegisterFilter,
  registerOf,
  searchRegister,
  yearsOf,
} from '#src/rules/deciding/register.ts'
import { aDecision } from '../../fixtures/initiatives.ts'
import { aForum } from '../../fixtures/meetings.ts'
import { aPerson, aRef } from '../../fixtures/organisation.ts'

const decision = (key: string, values: Partial<Decision> = {}): Decision =>
  aDecision({ key, number: `2024-${key}`, ...values })

const start = decision('0007', {
  title: 'Start av digitala lås',
  wording: 'Projektet startar i januari.',
  matter: 'BP4',
  outcome: 'handOver',
  forum: aRef('f-pf'),
  item: aRef('item-1'),
  decidedOn: '2024-09-06',
  decidedBy: aPerson('director', 'Doris Direktör'),
  conditions: 'Avtalet är klart',
})
const changed = decision('0009', {
  wording: 'Projektet startar i mars.',
  outcome: 'handOver',
  matter: 'BP4',
  supersedes: aRef('0007'),
  decidedOn: '2024-10-04',
})
const guidance = decision('0011', {
  title: 'Vägledning om larm',
  matter: 'guidance',
  outcome: 'support',
  initiative: undefined as never,
  forum: aRef('f-pf'),
  item: aRef('item-2'),
  decidedOn: '2025-02-01',
})
const refused = decision('0012', {
  outcome: 'goOn',
  item: aRef('item-3'),
  forum: aRef('f-sd-ht'),
  also: [aRef('i-9')],
  decidedOn: '2025-02-01',
})

const facts: RegisterFacts = {
  decisions: [start, changed, guidance, refused, decision('0001', { archived: true })],
  paragraphs: [{ item: aRef('item-1'), year: 2024, number: 25 }],
  items: [
    { key: 'item-1', carrying: 'done' },
    { key: 'item-2', carrying: 'nothing' },
    { key: 'item-3', carrying: 'refused' },
  ],
  initiatives: [{ key: 'i-1', number: 'AVO-2024-014', title: 'Digitala lås i hemtjänsten' }],
  forums: [aForum({ key: 'f-pf', title: 'Prioriteringsforum', short: 'PF' })],
  said: ({ outcome }) => (outcome === 'handOver' ? 'Överlämnas till projekt' : ''),
}
const register = registerOf(facts)
const keys = (entries: readonly { decision: Decision }[]) => entries.map((entry) => entry.decision.key)

test('the newest stands first, and what was taken away is not there', () => {
  expect(keys(register)).toEqual(['0012', '0011', '0009', '0007'])
  expect(yearsOf(register)).toEqual([2025, 2024])
})

test('a decision is called by its § once its minutes are fixed', () => {
  expect(register.map(({ name }) => name)).toEqual(['2024-0012', '2024-0011', '2024-0009', 'PF 2024 § 25'])
})

test.for<{ says: string; filter: RegisterFilter; found: string[] }>([
  { says: 'nothing typed, everything', filter: {}, found: ['0012', '0011', '0009', '0007'] },
  { says: 'its wording, in any letters', filter: { text: 'STARTAR I mars' }, found: ['0009'] },
  { says: 'words from different places', filter: { text: 'januari direktör' }, found: ['0007'] },
  { says: 'a word as far as it is typed', filter: { text: 'vägled' }, found: ['0011'] },
  {
    says: 'the initiative as it is called today',
    filter: { text: 'hemtjänsten' },
    found: ['0012', '0009', '0007'],
  },
  { says: 'the number of the initiative', filter: { text: 'avo-2024-014 mars' }, found: ['0009'] },
  { says: 'a § with or without its space', filter: { text: '§25' }, found: ['0007'] },
  { says: 'the name of the §', filter: { text: 'pf 2024 § 25' }, found: ['0007'] },
  { says: 'its number', filter: { text: '2024-0009' }, found: ['0009'] },
  { says: 'conditions', filter: { text: 'avtalet' }, found: ['0007'] },
  { says: 'what the page calls its outcome', filter: { text: 'överlämnas' }, found: ['0009', '0007'] },
  { says: 'a word that nobody wrote', filter: { text: 'drönare' }, found: [] },
  { says: 'a letter written as two', filter: { text: 'va\u0308gledning' }, found: ['0011'] },
  { says: 'its forum', filter: { forum: 'f-pf' }, found: ['0011', '0007'] },
  { says: 'its initiative, also beside another', filter: { initiative: 'i-9' }, found: ['0012'] },
  {
    says: 'a period, its ends included',
    filter: { from: '2024-09-06', to: '2024-10-04' },
    found: ['0009', '0007'],
  },
  { says: 'an outcome', filter: { outcome: 'support' }, found: ['0011'] },
  { says: 'what is carried out', filter: { carried: 'done' }, found: ['0009', '0007'] },
  { says: 'what is not carried out', filter: { carried: 'open' }, found: ['0012'] },
  { says: 'several at once', filter: { text: 'lås', forum: 'f-pf', carried: 'done' }, found: ['0007'] },
])('finds $says', ({ filter, found }) => {
  expect(keys(searchRegister(register, filter))).toEqual(found)
})

test('whose number is what was typed comes before those that mention it', () => {
  const mentions = decision('0020', { wording: 'Se 2024-0009.', decidedOn: '2025-06-01' })
  const all = registerOf({ ...facts, decisions: [...facts.decisions, mentions] })
  expect(keys(searchRegister(all, { text: '2024-0009' }))).toEqual(['0009', '0020'])
})

describe('the chain', () => {
  const latest = decision('0013', { supersedes: aRef('0009'), outcome: 'annul', decidedOn: '2025-03-01' })
  const all = registerOf({ ...facts, decisions: [...facts.decisions, latest] })
  const entry = (key: string) => all.find((one) => one.decision.key === key) as (typeof all)[number]

  test.for(['0007', '0009', '0013'])('of %s is the same from either end', (key) => {
    expect(keys(chainOf(entry(key), all))).toEqual(['0007', '0009', '0013'])
  })

  test('of a decision that stands alone is itself', () => {
    expect(keys(chainOf(entry('0011'), all))).toEqual(['0011'])
  })

  test('that bites its tail ends where it began', () => {
    const circle = registerOf({
      ...facts,
      decisions: [decision('a', { supersedes: aRef('b') }), decision('b', { supersedes: aRef('a') })],
    })
    expect(chainOf(circle[0] as (typeof circle)[number], circle)).toHaveLength(2)
  })
})
