/** The decisions on the page of an initiative: one of a meeting goes by its paragraph, as its minutes do. */
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { Decision } from '#src/lists/decisions.ts'
import type { Paragraph } from '#src/lists/minutes.ts'
import { forums } from '#src/lists/organisation.ts'
import { DecisionList } from '#tabs/initiative/DecisionList.tsx'
import { useDecisionNames } from '#tabs/ui/useDecisionNames.ts'
import type { Whole } from '#tabs/ui/useWhole.ts'
import { aDecision, aPreparation } from '../../fixtures/initiatives.ts'
import { aForum } from '../../fixtures/meetings.ts'
import { homeCareManager } from '../../fixtures/organisation.ts'
import { held, renderScreen } from '../fixtures.tsx'

const forum = { key: 'f-sd-ht', title: 'Strategisk dialog Hemtjänst' }

const meeting = { key: 'm', title: 'Mötet' }
const byMeeting = aDecision({
  number: '2024-0002',
  item: { key: 'a', title: 'Digitala lås' },
  meeting,
  forum,
})
const byHand = aDecision({ number: '2024-0001' })
const paragraph = {
  key: 'a/paragraph',
  item: { key: 'a', title: 'Lås' },
  meeting,
  year: 2024,
  number: 61,
} as Paragraph

const show = (decisions: Decision[], whereIn: () => Promise<unknown>) => {
  const preparation = aPreparation({})
  const { initiative, costItems, benefits } = preparation
  const rows = { costItems: [...costItems], benefits: [...benefits] }
  const whole: Whole = {
    initiative,
    complete: true,
    ...rows,
    decisions,
    trail: [],
    atMeetings: [],
    preparation,
  }
  const Shown = () => <DecisionList whole={whole} nameOf={useDecisionNames(decisions)} />
  return renderScreen(<Shown />, {
    person: homeCareManager,
    items: [held(forums, [aForum()])],
    store: { whereIn: whereIn as never },
  })
}

test('a decision of a meeting is called by forum and paragraph, one that a post made by its number', async () => {
  await show([byHand, byMeeting], () => Promise.resolve([[paragraph]]))
  await expect.element(page.getByText('2, senast SD HT 2024 § 61 går vidare')).toBeVisible()
  await page.getByRole('heading', { name: 'Beslut' }).click()
  await expect.element(page.getByText('SD HT 2024 § 61 · BP1: Går vidare')).toBeVisible()
  await expect.element(page.getByText('2024-0001 · BP1: Går vidare')).toBeVisible()
})

test('what was decided at a meeting goes by its number until the paragraph is known', async () => {
  await show([byMeeting], () => Promise.reject(new Error('no net')))
  await expect.element(page.getByText('1, senast 2024-0002 går vidare')).toBeVisible()
})
