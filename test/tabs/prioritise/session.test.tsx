/** The session of a forum: its order moved by hand with a reason, and decided as it was shown. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { initiatives } from '#src/lists/initiatives.ts'
import type { List } from '#src/lists/list.ts'
import { aBenefit } from '../../fixtures/initiatives.ts'
import { violations } from '../fixtures.tsx'
import { aRef, all, cost, rows, sent, server, show, namesIn, reading, item } from './prioritiseShown.tsx'

beforeEach(() => {
  sent.length = 0
  server.answer = () => ({ done: {} })
})

describe('the session', () => {
  const lifted = async () => {
    await show('session')
    await page.getByRole('button', { name: 'Flytta Roboten' }).click()
  }

  test('an initiative is lifted and moved with the keys, with a reason', async () => {
    await lifted()
    await userEvent.keyboard('{ArrowUp}{ArrowUp}')
    expect(namesIn('Rangordning')).toEqual(['A-1', 'A-2', 'A-5', 'A-3', 'A-4'])
    await userEvent.keyboard('{ArrowUp}')
    await expect
      .element(
        page.getByText('Roboten kan inte gå före Projektet, som är med innan rangordningen börjar.').first(),
      )
      .toBeVisible()
    expect(sent).toEqual([])
    await page.getByRole('textbox', { name: 'Skäl till flytten' }).fill('Avtalet löper ut')
    await page.getByRole('button', { name: 'Spara flytten' }).click()
    await expect
      .poll(() => sent.map(({ name, args }) => [name, args]))
      .toEqual([
        [
          'overrideRank',
          {
            forum: 'f',
            year: 2025,
            initiative: 'A-5',
            move: { before: 'A-3', rank: 3, reason: 'Avtalet löper ut' },
          },
        ],
      ])
  })

  test('what would start next is asked one at a time, beside the portfolio; what nobody has said is said so', async () => {
    const read = (list: List) => Promise.resolve((rows.get(list) ?? []) as never)
    await show('session', {
      path: '/prioritise/session',
      store: {
        ...reading(read),
        byKey: (list: List, key: string) =>
          Promise.resolve((list === initiatives ? all.find((one) => one.key === key) : undefined) as never),
        whereOf: () => Promise.resolve([[cost('A-1', 1_000_000)], [], [], [], []] as never),
      },
    })
    await expect.element(page.getByText('Fråga 1 av 4')).toBeVisible()
    await expect.element(page.getByRole('heading', { level: 2, name: 'A-1 Lagkravet' })).toBeVisible()
    await expect.element(page.getByText('Utvecklingsram: 1 mnkr', { exact: false })).toBeVisible()
    expect(page.getByText('Ingen uppgift').elements().length).toBeGreaterThan(3)
    await page.getByRole('button', { name: 'Nästa' }).click()
    await expect.element(page.getByRole('heading', { level: 2, name: 'A-3 Tidbokning' })).toBeVisible()
  })

  test('what it is worth is reckoned at the rate of its portfolio', async () => {
    const gain = (year: number, likelyKr: number) =>
      aBenefit({ key: `b-${year}`, initiative: aRef('A-1'), kind: 'financial', year, likelyKr })
    await show('session', {
      path: '/prioritise/session',
      store: {
        ...reading((list: List) => Promise.resolve((rows.get(list) ?? []) as never)),
        byKey: (list: List, key: string) =>
          Promise.resolve((list === initiatives ? all.find((one) => one.key === key) : undefined) as never),
        whereOf: () =>
          Promise.resolve([
            [cost('A-1', 1_000_000)],
            [gain(2026, 1_100_000), gain(2027, 1_452_000)],
            [],
            [],
            [],
          ] as never),
      },
    })
    await expect
      .element(page.getByText('1,2 mnkr till och med 2027, med 10 % ränta', { exact: true }))
      .toBeVisible()
  })

  test('Escape puts it back where it was', async () => {
    await lifted()
    await userEvent.keyboard('{ArrowUp}{Escape}')
    expect(namesIn('Rangordning')).toEqual(['A-1', 'A-2', 'A-3', 'A-4', 'A-5'])
  })

  test('the post with the mandate decides what is shown, and is told its number', async () => {
    server.answer = () => ({
      done: { decisions: [{ ...item({ key: 'd-9', number: '2024-0042' }), forum: aRef('f') }] as never },
    })
    await show('session')
    await page.getByRole('button', { name: 'Besluta', exact: true }).click()
    await expect.element(page.getByText(/Beslutat: 2024-0042/)).toBeVisible()
    const [asked] = sent
    expect(asked?.name).toBe('decideRanking')
    expect(asked?.args).toMatchObject({
      forum: 'f',
      year: 2025,
      wording: 'Portföljledningen: rangordningen för 2025 fastställs så som den redovisas.',
    })
    expect(
      (asked?.args as { shown: { initiative: string }[] } | undefined)?.shown.map((one) => one.initiative),
    ).toEqual(['A-1', 'A-2', 'A-3', 'A-4', 'A-5'])
  })

  test('when it has changed meanwhile, it says how', async () => {
    server.answer = () => ({
      refusals: [
        {
          why: 'ranking',
          ranking: { fault: 'changed', changes: [{ what: 'new', initiative: aRef('A-9', 'Ny sak'), to: 4 }] },
        },
      ],
    })
    await show('session')
    await page.getByRole('button', { name: 'Besluta', exact: true }).click()
    await expect.element(page.getByText(/Ny sak är ny, på plats 4\./)).toBeVisible()
  })

  test('whoever has no mandate sees who has, and no button', async () => {
    await show('session', { person: { id: 'other', name: 'Någon Annan' } })
    await expect.element(page.getByText(/Beslutas av Portföljägare/)).toBeVisible()
    expect(page.getByRole('button', { name: 'Besluta', exact: true }).elements()).toEqual([])
    expect(page.getByRole('button', { name: 'Flytta Roboten' }).elements()).toEqual([])
  })

  test.for(['default', 'dark', 'contrast'] as const)('nothing for axe to find: %s', async (theme) => {
    const { container } = await show('session', { theme })
    await page.getByRole('button', { name: 'Flytta Roboten' }).click()
    expect(await violations(container)).toEqual([])
  })
})
