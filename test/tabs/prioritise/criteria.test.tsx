/** Criteria: a forum sets what it ranks by, by hand or by comparing pairs; what can't be saved says why, and nothing written is lost. */
import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { forums, type Forum, people, type PersonRow } from '#src/lists/organisation.ts'
import { portfolios, type Portfolio } from '#src/lists/portfolios.ts'
import { criteria, type Criterion } from '#src/lists/prioritising.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { CriteriaPage } from '#tabs/prioritise/CriteriaPage.tsx'
import { type Act, type Answered, type Given, held, renderScreen, violations } from '../fixtures.tsx'

const me = { id: 'me', name: 'Ola Ordförande' }
const forum: Forum = {
  key: 'f-1',
  id: '1',
  version: '1',
  title: 'Portföljledning Vård',
  chair: me,
  members: [{ id: 'm', name: 'Mia Medlem' }],
}
const board = {
  key: 'pf-1',
  id: '1',
  version: '1',
  title: 'Vård',
  board: { key: 'f-1', title: '' },
} as Portfolio
const aCriterion = (
  place: number,
  title: string,
  weight: number,
  values: Partial<Criterion> = {},
): Criterion => ({
  key: `c-${place}`,
  id: String(place),
  version: `v${place}`,
  title,
  place,
  weight,
  forum: { key: 'f-1', title: forum.title },
  ...values,
})
const three = [
  aCriterion(1, 'Nytta', 50, { anchors: ['ingen', 'liten', 'viss', 'stor', 'mycket stor'] }),
  aCriterion(2, 'Helhet', 30),
  aCriterion(3, 'Lagkrav', 20),
]

async function show({
  rows = three,
  roles,
  as = me,
  act,
  ...given
}: Given & { rows?: Criterion[]; roles?: PersonRow['roles']; as?: typeof me } = {}) {
  const asked: { args: unknown; seen: unknown }[] = []
  const shown = await renderScreen(<CriteriaPage />, {
    items: [
      held(forums, [forum]),
      held(portfolios, [board]),
      held(people, [
        { key: 'me', id: '1', version: '1', title: as.name, person: as, ...(roles && { roles }) },
      ]),
    ],
    person: as,
    store: {
      where: (list: unknown) => Promise.resolve(list === criteria ? rows : []),
    } as Partial<ListReader>,
    act: (one) => {
      asked.push({ args: one.args, seen: one.seen })
      return act?.(one) ?? saved(one)
    },
    path: '/prioritise/criteria?forum=f-1',
    ...given,
  })
  await expect.element(page.getByText(/prioriterar efter/)).toBeVisible()
  return { ...shown, asked }
}
const saved: Act = ({ args }): Answered => ({
  done: {
    criteria: (args as { criteria: Criterion[] }).criteria.map((one, i) => ({
      ...aCriterion(i + 1, one.title, one.weight),
      key: one.key,
      version: 'next',
    })),
  },
})
const weights = () => page.getByLabelText('Vikt', { exact: true })
const save = () => page.getByRole('button', { name: 'Spara kriterier och vikter' })

describe('weights by hand', () => {
  test('that do not come to 100 say so and are shared out anew', async () => {
    const { asked } = await show()
    await weights().first().fill('70')
    await expect.element(page.getByText('Vikterna blir 120 av 100.')).toBeVisible()
    await expect.element(save()).toBeDisabled()
    await expect.element(page.getByText(/ska tillsammans bli 100, men blir 120/)).toBeVisible()
    await page.getByRole('button', { name: 'Fördela om till 100' }).click()
    await expect.element(page.getByText('Vikterna blir 100 av 100.')).toBeVisible()
    await save().click()
    await expect.element(page.getByText('Sparat.')).toBeVisible()
    expect(asked).toMatchObject([
      {
        args: {
          forum: 'f-1',
          criteria: [
            { key: 'c-1', weight: 58.3, anchors: ['ingen', 'liten', 'viss', 'stor', 'mycket stor'] },
            { key: 'c-2', weight: 25 },
            { key: 'c-3', weight: 16.7 },
          ],
        },
        seen: { 'c-1': 'v1', 'c-2': 'v2', 'c-3': 'v3' },
      },
    ])
  })

  test('below nothing are not saved', async () => {
    await show()
    await weights().first().fill('-10')
    await expect.element(page.getByText('En vikt kan inte vara negativ: Nytta.')).toBeVisible()
    await expect.element(save()).toBeDisabled()
  })
})

describe('pairs', () => {
  test('give the weights, and say in words when they contradict each other', async () => {
    const { asked } = await show()
    await page.getByLabelText('Jämförs parvis').click()
    await expect.element(page.getByText('3 par är inte jämförda.')).toBeVisible()
    await page.getByRole('combobox', { name: 'Nytta eller Helhet?' }).selectOptions('Nytta: mycket viktigare')
    await page
      .getByRole('combobox', { name: 'Helhet eller Lagkrav?' })
      .selectOptions('Helhet: mycket viktigare')
    await page
      .getByRole('combobox', { name: 'Nytta eller Lagkrav?' })
      .selectOptions('Lagkrav: mycket viktigare')
    await expect.element(page.getByText(/Jämförelserna säger emot varandra/)).toBeVisible()
    await page.getByRole('combobox', { name: 'Nytta eller Lagkrav?' }).selectOptions('Nytta: helt avgörande')
    await page.getByRole('combobox', { name: 'Nytta eller Helhet?' }).selectOptions('Nytta: något viktigare')
    await page
      .getByRole('combobox', { name: 'Helhet eller Lagkrav?' })
      .selectOptions('Helhet: något viktigare')
    await expect.element(page.getByText(/Jämförelserna går ihop/)).toBeVisible()
    await save().click()
    await expect.poll(() => asked.length).toBe(1)
    expect(asked[0]?.args).toMatchObject({
      criteria: [
        { weight: 69.2, compared: expect.arrayContaining([{ less: 'c-3', preference: 'wholly' }]) },
        { weight: 23.1, compared: [{ less: 'c-3', preference: 'somewhat' }] },
        { weight: 7.7 },
      ],
    })
  })
})

describe('criteria', () => {
  test('are added, named, moved and removed', async () => {
    const { asked } = await show()
    await page.getByRole('button', { name: 'Lägg till kriterium' }).click()
    await expect.element(page.getByText('Kriterium 4 behöver ett namn.')).toBeVisible()
    await userEvent.keyboard('Klimat')
    await page.getByRole('button', { name: 'Flytta upp Klimat' }).click()
    await page.getByRole('button', { name: 'Ta bort Lagkrav' }).click()
    await page.getByRole('button', { name: 'Fördela om till 100' }).click()
    await save().click()
    await expect.poll(() => asked.length).toBe(1)
    expect(asked[0]?.args).toMatchObject({
      criteria: [
        { title: 'Nytta', weight: 62.5 },
        { title: 'Helhet', weight: 37.5 },
        { title: 'Klimat', weight: 0 },
      ],
    })
  })

  test('begin with the principles that commonly guide, where there are none', async () => {
    await show({ rows: [] })
    await page.getByRole('button', { name: 'Börja med principerna' }).click()
    await expect.element(page.getByText('Vikterna blir 100 av 100.')).toBeVisible()
    await expect.element(save()).toBeEnabled()
  })

  test('that somebody else has changed stay as written, and are saved over on purpose', async () => {
    let times = 0
    const { asked } = await show({
      act: (one) =>
        times++ === 0
          ? {
              refusals: [
                {
                  why: 'changedByOther',
                  of: 'Criteria',
                  by: { id: 'x', name: 'Lena Ledare' },
                  fields: [{ field: 'Nytta weight', mine: 40, theirs: 60 }],
                },
              ],
            }
          : saved(one),
    })
    await weights().nth(0).fill('40')
    await weights().nth(1).fill('40')
    await save().click()
    await expect.element(page.getByRole('alert')).toMatchTextContent('Lena Ledare')
    await page.getByRole('button', { name: 'Behåll mina, och spara över' }).click()
    await save().click()
    await expect.element(page.getByText('Sparat.')).toBeVisible()
    expect(asked).toHaveLength(2)
  })

  test('written without a net wait, and say so', async () => {
    await show({ act: () => 'offline' })
    await weights().nth(0).fill('40')
    await weights().nth(1).fill('40')
    await save().click()
    await expect.element(page.getByText(/väntar på att skickas/)).toBeVisible()
    await expect.element(save()).toBeDisabled()
  })

  test('are only read by members, who are told who sets them', async () => {
    await show({ as: { id: 'm', name: 'Mia Medlem' } })
    await expect.element(page.getByText(/sätts av Ola Ordförande/)).toBeVisible()
    await expect.element(page.getByText('mycket stor')).toBeVisible()
    await expect.element(weights()).not.toBeInTheDocument()
  })
})

test.each(['default', 'dark', 'contrast'] as const)(
  'nothing is in the way of anyone in %s',
  async (theme) => {
    const { container } = await show({ theme })
    await page.getByLabelText('Jämförs parvis').click()
    await page.getByText('Innebörd och steg i ord (5 av 5)').click()
    expect(await violations(container)).toEqual([])
  },
)

test('fits a phone', async () => {
  await page.viewport(320, 640)
  const { container } = await show()
  await page.getByLabelText('Jämförs parvis').click()
  expect(container.ownerDocument.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  await page.viewport(1280, 720)
})
