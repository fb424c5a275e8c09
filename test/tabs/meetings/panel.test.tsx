/** The side panel of a call: the forum's meeting, and what it says when there is none. */
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { forums, people } from '#src/lists/organisation.ts'
import { meetings } from '#src/lists/meetings.ts'
import { PanelPage } from '#tabs/meetings/PanelPage.tsx'
import { aForum, aMeeting, anItem } from '../../fixtures/meetings.ts'
import { aPerson } from '../../fixtures/organisation.ts'
import { held, renderScreen, violations } from '../fixtures.tsx'

const secretary = aPerson('secretary', 'Sara Sekreterare')
const forum = aForum({ secretary, chair: secretary })
const today = aMeeting({ key: 'm-today', day: '2024-10-01', state: 'called', title: 'Dialogen i dag' })

const show = (rows: readonly unknown[] | 'failed') =>
  renderScreen(<PanelPage id={forum.key} />, {
    person: secretary,
    items: [held(forums, [forum]), held(people, [])],
    store: {
      where: (async (list: unknown) => {
        if (rows === 'failed') throw new Error('no answer')
        return list === meetings ? rows : []
      }) as never,
      whereOf: (async (lists: readonly unknown[]) =>
        lists.map((_, at) =>
          at === 0 ? [anItem('a', { meeting: { key: 'm-today', title: '' } })] : [],
        )) as never,
      byKey: (async (list: unknown) => (list === meetings ? today : undefined)) as never,
    },
  })

test('today’s meeting is opened, at 280 px without sideways scroll', async () => {
  await page.viewport(280, 700)
  const { container } = await show([aMeeting({ key: 'm-old', day: '2024-09-01', state: 'verified' }), today])
  await expect.element(page.getByRole('heading', { level: 1, name: 'Dialogen i dag' })).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Öppna mötet' })).toBeVisible()
  expect(await violations(container)).toEqual([])
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(280)
  await page.viewport(1100, 800)
})

test('without a meeting the way to the forum is shown', async () => {
  await show([])
  await expect.element(page.getByText('Inget möte i dag, och inget är planerat framåt.')).toBeVisible()
  await expect.element(page.getByRole('link', { name: 'Till forumets möten' })).toBeVisible()
})

test('what could not be read may be asked for again', async () => {
  await show('failed')
  await expect.element(page.getByRole('alert')).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Försök igen' })).toBeVisible()
})
