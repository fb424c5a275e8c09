/** Hem: what is mine, for whoever has no roles, and the latest decisions. */
import { afterEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { Initiative } from '#src/lists/initiatives.ts'
import { paragraphs } from '#src/lists/minutes.ts'
import { forums, people } from '#src/lists/organisation.ts'
import { HomePage } from '#tabs/home/HomePage.tsx'
import { needDraftName } from '#tabs/cache.ts'
import { followedName } from '#tabs/ui/ownNeeds.ts'
import { aDecision, complete } from '#test/fixtures/initiatives.ts'
import { aForum } from '#test/fixtures/meetings.ts'
import { aRef, employee } from '#test/fixtures/organisation.ts'
import { held } from '#test/tabs/fixtures.tsx'
import { show, need, told, waiting, aStore } from './homeShown.tsx'

afterEach(() => page.viewport(1280, 800))

describe('an employee without roles', () => {
  test('is told what the page is for, and can hand in a need', async () => {
    const { history } = await show([need(1, told)], { person: employee })
    await expect.element(waiting()).toMatchTextContent(/Lämna ett behov, så kan du följa/)
    await expect.element(page.getByRole('heading', { name: 'Mina behov' })).toBeVisible()
    await page.getByRole('link', { name: 'Lämna ett behov' }).click()
    expect(history.at(-1)).toBe('/need/new')
  })

  test('sees what they proposed, with the way to what has happened', async () => {
    const mine = need(4, { state: 'screenedOut' })
    const where = () => Promise.resolve([{ ...mine, proposer: employee }] as never)
    const { history } = await show([mine], { person: employee, store: { ...aStore(), where } })
    await expect.element(page.getByText('Föreslagit av dig')).toBeVisible()
    await expect.element(page.getByText(/Bortsorterad ·/)).toBeVisible()
    await page.getByRole('link', { name: 'Vad har hänt? Behov 4' }).click()
    expect(history.at(-1)).toBe('/need/i-4')
  })

  test('finds the need they have begun, and those they follow', async () => {
    const shown = await show([need(5)], { person: employee })
    const { cache } = shown.session.data
    await cache.keep(needDraftName, { key: 'k', values: { title: 'Bildstöd' } })
    await cache.keep(followedName, ['i-5'])
    await shown.show(<HomePage key='again' />)
    await expect.element(page.getByText('Påbörjat behov: Bildstöd')).toBeVisible()
    await expect.element(page.getByText('Du följer det')).toBeVisible()
  })

  test('sees the need that waits for the net', async () => {
    const { session } = await show([need(1)], { person: employee })
    await session.acting.act('proposeNeed', { title: 'Köad', need: 'a', benefit: 'b' })
    await expect.element(page.getByText('Skickas när nätet är tillbaka')).toBeVisible()
  })

  test('is led to what happened to all needs, with their true number', async () => {
    await show([need(1), need(2)], { person: employee })
    await expect.element(page.getByRole('link', { name: 'Vad hände med de 2 behoven?' })).toBeVisible()
  })
})

describe('the latest decisions', () => {
  const mine = need(1, { ...complete, stage: 'screening', contact: employee, unit: aRef('nursing') })
  const near = need(2, { unit: aRef('homeCareSouth') })
  const far = need(3, { unit: aRef('housing') })
  const about = (i: Initiative, number: string, decidedOn: string) =>
    aDecision({ number, decidedOn, initiative: { key: i.key, title: i.title }, wording: `Lydelse ${number}` })
  const made = [
    about(mine, '2024-0001', '2024-09-01'),
    about(near, '2024-0002', '2024-09-20'),
    about(far, '2024-0003', '2024-09-21'),
    about(mine, '2024-0004', '2024-08-01'),
  ]
  const row = {
    key: 'row',
    id: '1',
    version: '1',
    title: employee.name,
    person: employee,
    unit: aRef('homeCare'),
  }

  test('are those of sixty days about what is mine or my unit, the latest first', async () => {
    await show([mine, near, far], { person: employee, more: { made }, items: [held(people, [row])] })
    const region = page.getByRole('region', { name: 'Senaste beslut som rör dig' })
    await expect.element(region.getByText('Lydelse 2024-0002')).toBeVisible()
    expect(
      region
        .getByRole('listitem')
        .elements()
        .map((line) => /2024-\d+/.exec(line.textContent)?.[0]),
    ).toEqual(['2024-0002', '2024-0001'])
  })

  test('of a meeting are called by forum, year and paragraph', async () => {
    const atMeeting = {
      ...about(mine, '2024-0005', '2024-09-22'),
      item: aRef('item'),
      meeting: aRef('m-1'),
      forum: aRef('f-sd-ht'),
    }
    const paragraph = {
      key: 'item/paragraph',
      item: aRef('item'),
      meeting: aRef('m-1'),
      year: 2024,
      number: 61,
    }
    const store = aStore({ made: [atMeeting] })
    const whereIn = (asked: readonly { list: unknown; values: readonly string[] }[]) =>
      asked[0]?.list === paragraphs && asked[0].values.includes('m-1')
        ? Promise.resolve([[paragraph]] as never)
        : (store.whereIn as (a: unknown) => Promise<never>)(asked)
    await show([mine], {
      person: employee,
      items: [held(forums, [aForum()])],
      store: { ...store, whereIn: whereIn },
    })
    const region = page.getByRole('region', { name: 'Senaste beslut som rör dig' })
    await expect.element(region).toMatchTextContent(/SD HT 2024 § 61 · BP1: Går vidare/)
    expect(region.element().textContent).not.toMatch(/^2024-0005|2024-0005 ·/)
  })

  test('that could not be fetched are told of, and can be asked for again', async () => {
    const since = () => Promise.reject(new Error('503'))
    await show([mine], { person: employee, store: { ...aStore(), since } })
    await expect.element(page.getByText(/Besluten kunde inte hämtas\./)).toBeVisible()
  })
})
