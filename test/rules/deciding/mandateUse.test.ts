/** Using a mandate: amounts, parties, stand-ins and conflicts of interest. */
import { expect, test } from 'vitest'
import type { Mandate } from '#src/lists/organisation.ts'
import { decidersOf, decidingRight, isRefusal, mandateOf } from '#src/rules/mandate.ts'
import { homeCareOnly, question, twoAdministrations, whoDecides } from '#test/fixtures/mandates.ts'
import {
  aMandate,
  aPerson,
  aRef,
  director,
  employee,
  homeCareManager,
  mandates,
  otherDirector,
  TODAY,
} from '#test/fixtures/organisation.ts'

const financing = (amountKr: number, rows: readonly Mandate[] = mandates) =>
  question({ scope: 'own', ...homeCareOnly }, { matter: 'financing', amountKr, mandates: rows })

const small = aMandate({
  matter: 'financing',
  scope: 'department',
  unit: aRef('homeCare'),
  holder: homeCareManager,
  maxKr: 300_000,
})

test.for([
  { says: 'the lowest level whose limit is enough', amountKr: 300_000, who: [homeCareManager.id] },
  { says: 'the next level for one krona more', amountKr: 300_001, who: [director.id] },
  { says: 'the highest limit itself is allowed', amountKr: 5_000_000, who: [director.id] },
  { says: 'nobody above the highest limit', amountKr: 5_000_001, who: 'overAmount' },
])('an amount is decided by $says', ({ amountKr, who }) => {
  expect(whoDecides(financing(amountKr, [...mandates, small]))).toEqual(who)
})

test('a refused amount says how far the largest mandate goes', () => {
  expect(mandateOf(director, financing(6_000_000, [small, ...mandates]))).toEqual({
    why: 'overAmount',
    amountKr: 6_000_000,
    maxKr: 5_000_000,
  })
})

test('each party is held to its own limit when all must agree', () => {
  const limited = mandates.map((m) => (m.needsAll && m.holder === director ? { ...m, maxKr: 100_000 } : m))
  const asked = question(
    { scope: 'shared', ...twoAdministrations },
    { matter: 'BP3', mandates: limited, amountKr: 200_000 },
  )
  expect(mandateOf(director, asked)).toEqual({ why: 'overAmount', amountKr: 200_000, maxKr: 100_000 })
  expect(mandateOf(otherDirector, asked)).toMatchObject({ party: { key: 'disability' } })
})

test('whoever has no mandate is told who has', () => {
  expect(mandateOf(employee, question({}))).toMatchObject({
    why: 'notYourMandate',
    mayDecide: [{ holder: homeCareManager }],
  })
})

test('a higher post leaves the decision to the lowest level that covers all', () => {
  expect(mandateOf(director, question({}))).toMatchObject({ why: 'notYourMandate' })
})

test('nobody can decide jointly while one authority has no post for it', () => {
  const asked = question(
    { scope: 'shared', ...twoAdministrations },
    { matter: 'BP3', mandates: mandates.filter((m) => m.unit?.key !== 'disability') },
  )
  expect(mandateOf(director, asked)).toMatchObject({ why: 'noMandate', party: { key: 'disability' } })
})

test('each director decides for their own authority', () => {
  const asked = question({ scope: 'shared', ...twoAdministrations }, { matter: 'BP3' })
  expect(mandateOf(director, asked)).toMatchObject({ party: { key: 'elderly' } })
  expect(mandateOf(otherDirector, asked)).toMatchObject({ party: { key: 'disability' } })
})

test('whoever stands in for two directors decides for one after the other', () => {
  const both = mandates.map((m) => (m.needsAll ? { ...m, standIn: director, standInFrom: TODAY } : m))
  const asked = question({ scope: 'shared', ...twoAdministrations }, { matter: 'BP3', mandates: both })
  expect(mandateOf(director, asked)).toMatchObject({ party: { key: 'elderly' } })
  expect(mandateOf(director, { ...asked, decided: ['elderly'] })).toMatchObject({
    party: { key: 'disability' },
    actingFor: otherDirector,
  })
})

test('the payer of a shared initiative is a party', () => {
  const asked = question(
    { scope: 'shared', concernedUnits: [aRef('homeCare')], payer: aRef('disability') },
    { matter: 'BP3' },
  )
  expect(whoDecides(asked)).toEqual([director.id, otherDirector.id])
})

const standIn = aPerson('standIn', 'Ersa Ersättare')
const withStandIn = (dates: Partial<Mandate>) =>
  mandates.map((m) => (m.holder.id === homeCareManager.id ? { ...m, standIn, ...dates } : m))

test.for<{ says: string; dates: Partial<Mandate>; may: boolean }>([
  { says: 'on the first day', dates: { standInFrom: TODAY, standInTo: '2024-10-31' }, may: true },
  { says: 'on the last day', dates: { standInFrom: '2024-09-01', standInTo: TODAY }, may: true },
  { says: 'from a day on', dates: { standInFrom: '2024-09-01' }, may: true },
  { says: 'until a day', dates: { standInTo: '2024-12-31' }, may: true },
  { says: 'not the day before', dates: { standInFrom: '2024-10-02' }, may: false },
  { says: 'not the day after', dates: { standInTo: '2024-09-30' }, may: false },
  { says: 'not without dates', dates: {}, may: false },
])('a stand-in decides $says', ({ dates, may }) => {
  const answer = mandateOf(standIn, question({}, { mandates: withStandIn(dates) }))
  expect(isRefusal(answer)).toBe(!may)
  if (!isRefusal(answer)) expect(answer.actingFor).toEqual(homeCareManager)
})

test('the holder decides in their own name while somebody may stand in', () => {
  const answer = mandateOf(homeCareManager, question({}, { mandates: withStandIn({ standInFrom: TODAY }) }))
  expect(answer).not.toHaveProperty('actingFor')
})

test('a conflict of interest hands the decision to the stand-in, whatever the dates', () => {
  const asked = question({ conflicted: [homeCareManager] }, { mandates: withStandIn({}) })
  expect(mandateOf(homeCareManager, asked)).toMatchObject({
    why: 'conflictOfInterest',
    instead: [{ holder: standIn }],
  })
  expect(mandateOf(standIn, asked)).toMatchObject({ actingFor: homeCareManager })
})

test('a conflict of interest without a stand-in hands the decision to the next level', () => {
  const asked = question({ conflicted: [homeCareManager] })
  expect(mandateOf(homeCareManager, asked)).toMatchObject({ instead: [{ holder: director }] })
  expect(mandateOf(director, asked)).toMatchObject({ mandate: { holder: director } })
})

test('a stand-in with a conflict of interest does not stand in, and is not named as one', () => {
  const asked = question({ conflicted: [standIn] }, { mandates: withStandIn({ standInFrom: '2024-01-01' }) })
  expect(mandateOf(standIn, asked)).toMatchObject({ why: 'conflictOfInterest' })
  const right = decidingRight(asked)
  expect(decidersOf(right)).toEqual([{ post: 'Post of homeCareManager', holder: homeCareManager }])
})

test('nobody is named instead when everyone with the mandate has a conflict of interest', () => {
  const asked = question({ conflicted: [homeCareManager, director] })
  expect(mandateOf(homeCareManager, asked)).toEqual({ why: 'conflictOfInterest', instead: [] })
  expect(mandateOf(employee, asked)).toEqual({ why: 'noMandate', matter: 'BP1' })
})
