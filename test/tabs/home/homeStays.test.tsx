/** Hem stays where it is: nothing that comes late moves what somebody is about to press. */
import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { dependencies } from '#src/lists/businessCase.ts'
import { decisions } from '#src/lists/decisions.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { meetings } from '#src/lists/meetings.ts'
import { forums, mandates as mandateList, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { HomePage } from '#tabs/home/HomePage.tsx'
import { aDecision, anInitiative } from '../../fixtures/initiatives.ts'
import { aForum, aMeeting } from '../../fixtures/meetings.ts'
import { aPerson, homeCareManager, mandates, tree } from '../../fixtures/organisation.ts'
import { held, renderScreen } from '../fixtures.tsx'

const told = { need: 'Nycklar kommer bort', benefit: 'Färre resor', contact: aPerson('contact') }
const needs = [1, 2, 3].map((n) =>
  anInitiative({
    key: `i-${n}`,
    id: String(n),
    title: `Behov ${n}`,
    stageSince: `2024-09-2${n}`,
    ...told,
    ...(n === 3 && { contact: homeCareManager }),
  }),
)
const elderly = { key: 'p', id: '1', version: '1', title: 'ÄVO', code: 'ÄVO' }
const rows = new Map<unknown, unknown[]>([
  [initiatives, needs],
  [
    decisions,
    [
      aDecision({
        initiative: { key: 'i-3', title: 'Behov 3' },
        decidedOn: '2024-09-25',
        wording: 'Så är det beslutat.',
      }),
    ],
  ],
  [meetings, [aMeeting({ key: 'm-next', day: '2024-10-07', state: 'planned', secretary: homeCareManager })]],
])

/** A site that answers when the test says so. */
function aSlowSite() {
  const gates: PromiseWithResolvers<void>[] = []
  let isSlow = true
  const answer = async <T,>(found: T): Promise<T> => {
    if (isSlow) {
      const gate = Promise.withResolvers<void>()
      gates.push(gate)
      await gate.promise
    }
    return found
  }
  const store: Partial<ListReader> = {
    whereIn: (asked: readonly { list: unknown }[]) =>
      answer(asked.map(({ list }) => rows.get(list) ?? []) as never),
    where: () => answer([]),
    since: (list) => answer((rows.get(list) ?? []) as never),
  }
  return {
    store,
    become: (slow: boolean) => {
      isSlow = slow
      if (!slow) for (const gate of gates.splice(0)) gate.resolve()
    },
  }
}

const visit = (store: Partial<ListReader>) =>
  renderScreen(<HomePage />, {
    items: [
      held(initiatives, needs),
      held(units, [...tree.values()]),
      held(mandateList, mandates),
      held(portfolios, [{ ...elderly, process: 'behovsprocessen' as const }]),
      held(forums, [aForum({ members: [homeCareManager] })]),
      held(dependencies, []),
    ],
    person: homeCareManager,
    store,
  })
const need = page.getByRole('link', { name: 'Besluta Behov 1' })
const meeting = page.getByRole('link', { name: /Förbered/ })
const decision = page.getByText('Så är det beslutat.')
const next = page.getByRole('region', { name: 'Nästa möten' })
const tops = () =>
  [...document.querySelectorAll('a')].map((a) => [a.textContent, a.getBoundingClientRect().top])

// The columns stand beside each other.
beforeEach(() => page.viewport(1280, 900))

test('a first visit shows nothing to press before it knows what comes', async () => {
  const site = aSlowSite()
  await visit(site.store)
  await expect.element(page.getByRole('heading', { name: 'Hem' })).toBeVisible()
  expect(need.query()).toBeNull()
  site.become(false)
  await expect.element(meeting).toBeVisible()
  await expect.element(decision).toBeVisible()
  expect((meeting.element() as HTMLElement).getBoundingClientRect().top).toBeLessThan(
    (need.element() as HTMLElement).getBoundingClientRect().top,
  )
})

test('what comes later than anybody waits stands after what is there, which stays', async () => {
  const site = aSlowSite()
  await visit(site.store)
  await expect.element(need).toBeVisible()
  const before = tops()
  expect(meeting.query()).toBeNull()
  site.become(false)
  await expect.element(meeting).toBeVisible()
  await expect.element(next).toBeVisible()
  await expect.element(decision).toBeVisible()
  expect(tops()).toEqual(expect.arrayContaining(before))
})

test('the next visit is drawn with what was there the last time, while it is asked for anew', async () => {
  const site = aSlowSite()
  site.become(false)
  const { show } = await visit(site.store)
  await expect.element(decision).toBeVisible()
  await expect.element(next).toBeVisible()
  const before = tops()
  await show(<p>En annan sida</p>)
  site.become(true)
  await show(<HomePage />)
  await expect.element(decision).toBeVisible()
  await expect.element(meeting).toBeVisible()
  expect(tops()).toEqual(before)
  site.become(false)
  await expect.element(meeting).toBeVisible()
  expect(tops()).toEqual(before)
})
