/** The ways to every page at the foot of each: where one is, where one can go, and where they keep away. */
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { Ways } from '#tabs/ui/Ways.tsx'
import { renderScreen, violations } from '../fixtures.tsx'

const ways = () => page.getByRole('navigation', { name: 'Alla sidor i Samstyr' })

test('lead to every page, and say which one is open', async () => {
  const { container } = await renderScreen(
    <>
      <h1>Inställningar</h1>
      <Ways />
    </>,
    { path: '/settings/mandates' },
  )
  const links = ways().getByRole('link').elements()
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    '/home',
    '/portfolio',
    '/meetings',
    '/prioritise',
    '/board',
    '/followUp',
    '/needs',
    '/settings',
  ])
  expect(links.map((link) => link.getAttribute('aria-current'))).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    'page',
  ])
  expect(await violations(container)).toEqual([])
})

test('keep away from the tab of a channel, which is the same for everyone', async () => {
  await renderScreen(<Ways />, { path: '/channel/department:u-avo-ht' })
  expect(ways().elements()).toEqual([])
})
