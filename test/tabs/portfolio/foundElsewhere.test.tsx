/** The one search of the portfolio: beside the initiatives it finds decisions and meetings. */
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { type Decision, decisions } from '#src/lists/decisions.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { paragraphs } from '#src/lists/minutes.ts'
import { forums } from '#src/lists/organisation.ts'
import { PortfolioPage } from '#tabs/portfolio/PortfolioPage.tsx'
import { anInitiative } from '../../fixtures/initiatives.ts'
import { aForum, aMeeting } from '../../fixtures/meetings.ts'
import { homeCareManager } from '../../fixtures/organisation.ts'
import { held, renderScreen, violations } from '../fixtures.tsx'
import { siteOf } from '../keptLists.ts'

const decided = {
  id: '1',
  version: '1',
  key: 'd-113',
  title: 'BP1: Går vidare',
  number: '2024-0113',
  claim: 'd-113',
  matter: 'BP1',
  attempt: 1,
  outcome: 'goOn',
  wording: 'Sms prövas i Söder.',
  decidedBy: homeCareManager,
  post: 'Avdelningschef',
  kind: 'execution',
  decidedOn: '2024-09-18',
  fromStage: 'collection',
  toStage: 'screening',
  fromState: 'active',
  toState: 'active',
} satisfies Decision

const forum = aForum()
const show = () => {
  const { store } = siteOf([held(decisions, [decided]), held(paragraphs, [])])
  return renderScreen(<PortfolioPage />, {
    items: [held(initiatives, [anInitiative({ title: 'Digitala lås' })]), held(forums, [forum])],
    store: {
      ...store,
      all: () => Promise.resolve([aMeeting()]) as never,
      whereIn: () => Promise.resolve([[]]) as never,
      since: () => Promise.resolve([]),
    },
    path: '/portfolio',
  })
}
const also = page.getByRole('region', { name: 'Också' })

test('/ goes to the search, and what is typed finds a decision by its words, with a link', async () => {
  const { container } = await show()
  await userEvent.keyboard('/')
  await userEvent.keyboard('söder')
  await expect
    .element(also.getByRole('link', { name: '2024-0113 BP1: Går vidare' }))
    .toHaveAttribute('href', expect.stringMatching(/\/decisions\?key=d-113$/))
  await expect.element(also.getByRole('link', { name: 'Sök i alla beslut' })).toBeVisible()
  expect(await violations(container)).toEqual([])
})

test('a meeting is found by its forum', async () => {
  await show()
  await page.getByRole('searchbox').fill('strategisk')
  await expect.element(also.getByRole('link', { name: /Strategisk dialog Hemtjänst 16 okt/ })).toBeVisible()
})

test('nothing found is said, and nothing is read before something is typed', async () => {
  await show()
  expect(also.elements()).toEqual([])
  await page.getByRole('searchbox').fill('xylofon')
  await expect.element(also.getByText('Inga beslut eller möten.')).toBeVisible()
})
