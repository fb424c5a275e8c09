/** Hem: what meetings ask of the person among what waits, and which meetings come next. */
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { actionItems } from '#src/lists/actionItems.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { agendaItems, meetings } from '#src/lists/meetings.ts'
import { verifications } from '#src/lists/minutes.ts'
import { forums, mandates as mandateList, units } from '#src/lists/organisation.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { HomePage } from '#tabs/home/HomePage.tsx'
import { anInitiative } from '../../fixtures/initiatives.ts'
import { aForum, aMeeting, anAction, anItem, aVerification } from '../../fixtures/meetings.ts'
import { aPerson, homeCareManager, mandates, tree } from '../../fixtures/organisation.ts'
import { type Given, held, renderScreen, violations } from '../fixtures.tsx'

const me = aPerson('me', 'Jag Själv')
const rows = new Map<unknown, unknown[]>([
  [
    actionItems,
    [
      anAction('Fråga fastighet om eluttag', { owner: me, due: '2024-09-24' }),
      anAction('Beställa lås', { owner: me, due: '2024-10-04' }),
      anAction('Långt fram', { owner: me, due: '2024-12-04' }),
    ],
  ],
  [verifications, [aVerification('v', { person: me, askedOn: '2024-09-27' })]],
  [
    meetings,
    [
      aMeeting({ key: 'm-next', day: '2024-10-07', state: 'planned', secretary: me }),
      aMeeting({ key: 'm-been', day: '2024-09-30', state: 'held', secretary: me }),
    ],
  ],
])
const store: Partial<ListReader> = {
  whereIn: (asked: readonly { list: unknown }[]) =>
    Promise.resolve(asked.map(({ list }) => rows.get(list) ?? []) as never),
  where: () => Promise.resolve([]),
  since: (list) => Promise.resolve((rows.get(list) ?? []) as never),
}
const ready = anInitiative({
  key: 'locks',
  title: 'Digitala lås',
  need: 'Nycklar kommer bort',
  benefit: 'Färre resor',
  contact: aPerson('contact'),
  stageSince: '2024-06-01',
})
const show = (given: Given = {}) =>
  renderScreen(<HomePage />, { items: [held(forums, [aForum({ members: [me] })])], store, ...given })
const waiting = () => page.getByRole('region', { name: /Väntar på dig/ })

test('each line says why it waits and leads to where it is done; the heading counts them', async () => {
  await show()
  const lines = waiting().getByRole('listitem')
  await expect.element(lines.nth(0)).toMatchTextContent(/Att justera, skickat 27 sep/)
  await expect.element(lines.nth(1)).toMatchTextContent(/Fråga fastighet om eluttag.*7 dagar sen/)
  await expect.element(lines.nth(2)).toMatchTextContent(/Dagordningen är inte skickad\. Mötet är 7 okt/)
  await expect.element(lines.nth(3)).toMatchTextContent(/Beställa lås.*ska vara klar 4 okt/)
  await expect.element(lines.nth(4)).not.toBeInTheDocument()
  await expect.element(waiting().getByRole('heading')).toMatchTextContent(/Väntar på dig 4/)
  await expect
    .element(waiting().getByRole('link', { name: /Läs och justera/ }))
    .toHaveAttribute('href', '/meeting/m-2024-10?part=minutes')
  await expect
    .element(waiting().getByRole('link', { name: /Förbered/ }))
    .toHaveAttribute('href', '/meeting/m-next?part=prepare')
})

test('what a meeting has decided says so with a link there, instead of asking for the decision again', async () => {
  const decided = anItem('i-1', {
    initiative: { key: ready.key, title: ready.title },
    effect: { does: 'gate', gate: 'BP1', outcome: 'goOn' },
    outcome: 'grant',
    carrying: 'waiting',
    decidedOn: '2024-10-01',
  })
  const items = [
    held(forums, [aForum()]),
    held(initiatives, [ready]),
    held(units, [...tree.values()]),
    held(mandateList, mandates),
  ]
  const answers = (there: unknown[]): Partial<ListReader> => ({
    ...store,
    whereIn: (asked: readonly { list: unknown }[]) =>
      Promise.resolve(asked.map(({ list }) => (list === agendaItems ? there : [])) as never),
    since: () => Promise.resolve([]),
  })
  await show({ items, person: homeCareManager, store: answers([decided]) })
  const line = waiting().getByRole('listitem')
  await expect
    .element(line)
    .toMatchTextContent(
      /BP1 beslutades på mötet 1 okt\. \(Strategisk dialog Hemtjänst\) och väntar på justering/,
    )
  await expect
    .element(line.getByRole('link', { name: 'Till mötet Digitala lås' }))
    .toHaveAttribute('href', '/meeting/m-2024-10?part=minutes')
  expect(page.getByRole('link', { name: /Besluta/ }).elements()).toEqual([])
  // It has stood still, but not for want of anybody.
  await expect.element(line).not.toMatchTextContent(/stått still/)
  await show({ items, person: homeCareManager, store: answers([]) })
  await expect.element(page.getByRole('link', { name: 'Besluta Digitala lås' })).toBeVisible()
})

test('the next meetings of my forums are there, and those that have been are not', async () => {
  await show()
  const next = page.getByRole('region', { name: 'Nästa möten' })
  await expect
    .element(next.getByRole('listitem'))
    .toMatchTextContent(/Strategisk dialog Hemtjänst.*mån 7 okt.*13\.00–14\.30/)
})

test('when nothing waits anywhere, it says so once all is known', async () => {
  await show({
    store: {
      ...store,
      whereIn: (asked: readonly unknown[]) => Promise.resolve(asked.map(() => []) as never),
      since: () => Promise.resolve([]),
    },
  })
  await expect.element(waiting()).toMatchTextContent(/Inget väntar på dig/)
})

test('what could not be read from meetings is told, and read again when asked', async () => {
  let broken = true
  await show({
    store: {
      ...store,
      since: (list, column, day) =>
        broken ? Promise.reject(new Error('503')) : (store.since as ListReader['since'])(list, column, day),
    },
  })
  const trouble = waiting().getByRole('alert').filter({ hasText: 'från möten' })
  await expect.element(trouble).toBeVisible()
  broken = false
  await trouble.getByRole('button', { name: 'Försök igen' }).click()
  await expect.element(waiting().getByText('Beställa lås', { exact: true }).first()).toBeVisible()
})

test.for(['default', 'dark', 'contrast'] as const)('axe finds nothing wrong in %s', async (theme) => {
  const { container } = await show({ theme })
  await expect.element(waiting().getByRole('listitem').nth(3)).toBeVisible()
  expect(await violations(container)).toEqual([])
})
