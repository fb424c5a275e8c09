/** Hem as tests show it: a portfolio, needs, and what is read one by one from rows of the test. */
import { page } from 'vitest/browser'
import { dependencies } from '#src/lists/businessCase.ts'
import { type Decision, decisions } from '#src/lists/decisions.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { mandates as mandateList, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { HomePage } from '#tabs/home/HomePage.tsx'
import { anInitiative } from '#test/fixtures/initiatives.ts'
import { aPerson, homeCareManager, mandates, tree } from '#test/fixtures/organisation.ts'
import { type Given, held, renderScreen } from '#test/tabs/fixtures.tsx'

export const portfolio = {
  key: 'p-elderly',
  id: '1',
  version: '1',
  title: 'ÄVO',
  code: 'ÄVO',
  process: 'behovsprocessen' as const,
}
export const told = { need: 'Nycklar kommer bort', benefit: 'Färre resor', contact: aPerson('contact') }
export const need = (n: number, of: Parameters<typeof anInitiative>[0] = {}) =>
  anInitiative({ key: `i-${n}`, id: String(n), number: `ÄVO-2024-${n}`, title: `Behov ${n}`, ...of })

/** Answers what is read one by one from rows of the test. */
export function aStore({
  read = [],
  made = [],
}: {
  read?: Initiative[]
  made?: Decision[]
} = {}): Partial<ListReader> {
  return {
    whereIn: (asked: readonly { list: unknown; values: readonly string[] }[]) =>
      Promise.resolve(
        asked.map(({ list, values }) =>
          list === initiatives
            ? read.filter(({ key }) => values.includes(key))
            : list === decisions
              ? made.filter(({ initiative }) => values.includes(initiative?.key ?? ''))
              : [],
        ) as never,
      ),
    where: () => Promise.resolve([]),
    since: () => Promise.resolve(made as never),
  }
}
export const show = (all: Initiative[], given: Given & { more?: Parameters<typeof aStore>[0] } = {}) =>
  renderScreen(<HomePage />, {
    items: [
      held(initiatives, all),
      held(units, [...tree.values()]),
      held(mandateList, mandates),
      held(portfolios, [portfolio]),
      held(dependencies, []),
      ...(given.items ?? []),
    ],
    person: given.person ?? homeCareManager,
    store: given.store ?? aStore(given.more),
    ...(given.theme && { theme: given.theme }),
    ...(given.locale && { locale: given.locale }),
    ...(given.status && { status: given.status }),
  })
export const waiting = () => page.getByRole('region', { name: /Väntar på dig/ })
export const lines = () => waiting().getByRole('listitem')
