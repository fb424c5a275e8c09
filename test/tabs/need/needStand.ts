/** Who and what the pages about needs show in tests: two portfolios, a manager, and the person who looks. */
import { dependencies } from '#src/lists/businessCase.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { mandates as mandateList, people, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { aRef, employee, homeCareManager, mandates, tree } from '../../fixtures/organisation.ts'
import { held } from '../fixtures.tsx'

export const row = { id: '1', version: '1' }
export const portfolio = {
  ...row,
  key: 'p-elderly',
  title: 'ÄVO projektportfölj',
  code: 'ÄVO',
  process: 'behovsprocessen' as const,
  unit: aRef('elderly'),
}
export const joint = {
  ...portfolio,
  key: 'p-joint',
  title: 'Gemensam portfölj',
  code: 'ID',
  unit: aRef('city'),
}
export const me = {
  ...row,
  key: 'me',
  title: employee.name,
  person: employee,
  unit: { key: 'homeCare', title: 'x' },
}
export const manager = { ...row, key: 'hc', title: homeCareManager.name, person: homeCareManager }
export const around = (all: Initiative[] = []) => [
  held(initiatives, all),
  held(units, [...tree.values()]),
  held(mandateList, mandates),
  held(portfolios, [portfolio, joint]),
  held(people, [me, manager]),
  held(dependencies, []),
]
export const themes = ['default', 'dark', 'contrast'] as const
