/** Which tab of the app a page belongs to. */
import { expect, test } from 'vitest'
import { tabOf } from '#tabs/host/tabOf.ts'

test.for([
  { says: 'a tab itself', path: '/meetings', tab: 'meetings' },
  { says: 'a page in it', path: '/meeting/f-sd-ht%2F2024-10?part=hold', tab: 'meetings' },
  { says: 'its query is no part of the subject', path: '/decisions?forum=f-pf', tab: 'meetings' },
  { says: 'an initiative is of the portfolio', path: '/initiative/pf-avo.nr%3A1', tab: 'portfolio' },
  { says: 'a report is followed up', path: '/report/i-1', tab: 'followUp' },
  { says: 'a need is come upon from Hem', path: '/need/new', tab: 'home' },
  { says: 'scenarios are prioritised among', path: '/prioritise/scenarios?forum=f-pf', tab: 'prioritise' },
  { says: 'settings are of no tab', path: '/settings/rights', tab: undefined },
  { says: 'nor is a channel', path: '/channel/x', tab: undefined },
  { says: 'nor what is no address', path: '', tab: undefined },
])('$says', ({ path, tab }) => {
  expect(tabOf(path)).toBe(tab)
})
