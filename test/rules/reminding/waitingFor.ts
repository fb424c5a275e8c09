/** What waits for a person, of facts that tests give one by one. */
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Person } from '#src/lists/columns.ts'
import { mayDecide } from '#src/rules/deciding/deciding.ts'
import { waitsForMe } from '#src/rules/reminding/waiting.ts'
import type { Facts, Read } from '#src/rules/reminding/waitingFacts.ts'
import { aBenefit, aCostItem } from '#test/fixtures/initiatives.ts'
import { aPerson, mandates, TODAY, tree } from '#test/fixtures/organisation.ts'

export const me = aPerson('me')
export const portfolio = {
  key: 'p-elderly',
  id: '1',
  version: '1',
  title: 'ÄVO',
  code: 'ÄVO',
  process: 'behovsprocessen' as const,
}
export const facts = (who: Person, initiatives: Initiative[], values: Partial<Facts> = {}): Facts => ({
  me: who,
  today: TODAY,
  tree,
  mandates,
  forums: [],
  portfolios: [portfolio],
  initiatives,
  dependencies: [],
  read: new Map(),
  ...values,
})
export const kindsFor = (who: Person, initiative: Initiative, values: Partial<Facts> = {}) =>
  waitsForMe(facts(who, [initiative], values)).waiting.map(({ kind }) => kind)

export const whole = (initiative: Initiative, values: Partial<Read> = {}): Partial<Facts> => ({
  read: new Map([
    [
      initiative.key,
      { initiative, costItems: [aCostItem()], benefits: [aBenefit()], decisions: [], mayDecide, ...values },
    ],
  ]),
})
/** All that BP1 asks for. */
export const told = { need: 'Nycklar kommer bort', benefit: 'Färre resor', contact: aPerson('contact') }
export const long = '2024-07-01'
