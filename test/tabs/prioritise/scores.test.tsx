/** The matrix of a forum: scored by keyboard, each cell with its words, the others' scores on demand, and nothing lost on the way. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { forums, type Forum, people, type PersonRow } from '#src/lists/organisation.ts'
import { portfolios, type Portfolio } from '#src/lists/portfolios.ts'
import { criteria, type Criterion, type Score, scores } from '#src/lists/prioritising.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { ScoresPage } from '#tabs/prioritise/ScoresPage.tsx'
import { anInitiative } from '#test/fixtures/initiatives.ts'
import { type Act, type Given, held, renderScreen, violations } from '../fixtures.tsx'

const me = { id: 'me', name: 'Ola Ordförande' }
const other = { id: 'm', name: 'Mia Medlem' }
const ofForum = { key: 'f-1', title: 'Portföljledning Vård' }
const forum: Forum = { ...ofForum, id: '1', version: '1', chair: me, members: [other] }
const board = { key: 'pf-1', id: '1', version: '1', title: 'Vård', board: ofForum } as Portfolio
const words = ['ingen', 'liten', 'viss', 'stor', 'mycket stor']
const aCriterion = (place: number, title: string, weight: number): Criterion => ({
  key: `c-${place}`,
  id: String(place),
  version: `v${place}`,
  title,
  place,
  weight,
  forum: ofForum,
  anchors: words.map((word) => `${word} ${title.toLowerCase()}`),
})
const two = [aCriterion(1, 'Nytta', 60), aCriterion(2, 'Helhet', 40)]
const aCandidate = (n: number, values: Partial<Initiative> = {}) =>
  anInitiative({
    key: `i-${n}`,
    id: String(n),
    number: `VP-${String(n).padStart(2, '0')}`,
    title: `Behov ${n}`,
    stage: 'prioritisation',
    portfolio: { key: 'pf-1', title: 'Vård' },
    ...values,
  })
const aScore = (n: number, place: number, by: typeof me, value: number, reason?: string): Score => ({
  key: `c-${place}/i-${n}/${by.id}`,
  claim: `c-${place}/i-${n}/${by.id}`,
  id: `${n}${place}${by.id}`,
  version: '1',
  title: 'x',
  initiative: { key: `i-${n}`, title: '' },
  criterion: { key: `c-${place}`, title: '' },
  forum: ofForum,
  value,
  by,
  on: '2024-09-01',
  ...(reason && { reason }),
})
const three = [
  aCandidate(1, { legal: 'yes' }),
  aCandidate(2, { costLowKr: 200_000, costHighKr: 500_000 }),
  aCandidate(3),
]

type Asked = {
  scores: { initiative: string; criterion: string; value: number | null; reason?: string; base: object }[]
}

const saved: Act = ({ args }) => ({
  done: {
    scores: (args as Asked).scores.map(({ initiative, criterion, value, reason }) => ({
      ...aScore(Number(initiative.slice(2)), Number(criterion.slice(2)), me, value ?? 1, reason),
      ...(value === null && { archived: true }),
    })),
  },
})

beforeEach(() => page.viewport(1280, 720))

async function show({
  rows = three,
  given: scored = [],
  roles,
  as = me,
  act = saved,
  ...rest
}: Given & { rows?: Initiative[]; given?: Score[]; roles?: PersonRow['roles']; as?: typeof me } = {}) {
  const asked: Asked[] = []
  const shown = await renderScreen(<ScoresPage />, {
    items: [
      held(forums, [forum]),
      held(portfolios, [board]),
      held(initiatives, rows),
      held(people, [
        { key: 'me', id: '1', version: '1', title: as.name, person: as, ...(roles && { roles }) },
      ]),
    ],
    person: as,
    store: {
      where: (list: unknown) => Promise.resolve(list === criteria ? two : []),
      whereIn: ([of]: { list: unknown }[]) => Promise.resolve([of?.list === scores ? scored : []]),
    } as unknown as Partial<ListReader>,
    act: (one) => {
      asked.push(one.args as Asked)
      return act(one)
    },
    path: '/prioritise/scores?forum=f-1',
    ...rest,
  })
  await expect.element(page.getByRole('grid')).toBeVisible()
  return { ...shown, asked }
}
const grid = () => page.getByRole('grid')
const into = () => grid().element().focus()
const active = () => {
  const id = grid().element().getAttribute('aria-activedescendant')
  return id ? document.getElementById(id) : null
}
const panel = () => page.getByRole('complementary', { name: 'Rutan i fokus' })

describe('the keyboard', () => {
  test('moves, scores, takes back and undoes', async () => {
    const { asked } = await show()
    into()
    await userEvent.keyboard('4')
    await expect.element(page.getByRole('status')).toMatchTextContent('Poäng 4: stor nytta')
    await userEvent.keyboard('{ArrowRight}2{ArrowDown}5')
    await expect.poll(() => asked.flatMap((one) => one.scores).length).toBe(3)
    expect(asked.flatMap((one) => one.scores)).toMatchObject([
      { initiative: 'i-1', criterion: 'c-1', value: 4, base: { value: null } },
      { initiative: 'i-1', criterion: 'c-2', value: 2 },
      { initiative: 'i-2', criterion: 'c-2', value: 5 },
    ])
    await userEvent.keyboard('{Delete}')
    await expect
      .poll(() => asked.flatMap((one) => one.scores).at(-1))
      .toMatchObject({
        initiative: 'i-2',
        value: null,
        base: { value: 5 },
      })
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect
      .poll(() => asked.flatMap((one) => one.scores).at(-1))
      .toMatchObject({
        initiative: 'i-2',
        value: 5,
      })
    await expect.element(page.getByText(/Du har satt 3 av 6 poäng/)).toBeVisible()
  })

  test('says that a digit off the scale is no step, and changes nothing', async () => {
    const { asked } = await show()
    into()
    await userEvent.keyboard('7')
    await expect.element(page.getByRole('status')).toMatchTextContent('7 går inte att spara')
    expect(asked).toEqual([])
  })

  test('opens the reason, saves it when left, and comes back', async () => {
    const { asked } = await show({ given: [aScore(1, 1, me, 4)] })
    into()
    await userEvent.keyboard('{Enter}')
    const reason = page.getByLabelText('Mitt skäl')
    await expect.element(reason).toHaveFocus()
    await userEvent.keyboard('Sparar restid{Escape}')
    await expect.element(grid()).toHaveFocus()
    await expect
      .poll(() => asked)
      .toMatchObject([{ scores: [{ value: 4, reason: 'Sparar restid', base: { value: 4, reason: null } }] }])
  })
})

describe('the cell in focus', () => {
  test('shows what each step means, and what the others gave when asked for', async () => {
    await show({ given: [aScore(1, 1, other, 2, 'Nyttan är inte mätt'), aScore(1, 1, me, 5)] })
    await expect.element(panel().getByText(/mycket stor nytta/)).toBeVisible()
    await expect.element(panel().getByText(/Nyttan är inte mätt/)).not.toBeInTheDocument()
    await panel().getByRole('button', { name: 'Skäl och andras poäng (1)' }).click()
    await expect.element(panel().getByText(/Mia Medlem.*Nyttan är inte mätt/)).toBeVisible()
    await expect.element(panel().getByText('Medel 3,5, från 2 till 5, 2 bedömare.')).toBeVisible()
  })

  test('is scored with the pointer as well', async () => {
    const { asked } = await show()
    await panel()
      .getByLabelText(/3.*viss nytta/)
      .click()
    await expect.poll(() => asked).toMatchObject([{ scores: [{ initiative: 'i-1', value: 3 }] }])
  })

  test('tells what a total is made of', async () => {
    await show({ given: [aScore(1, 1, me, 5), aScore(1, 2, me, 5)] })
    await expect.element(panel().getByRole('row', { name: /Nytta 5 60 % 60/ })).toBeVisible()
    await expect.element(panel().getByRole('row', { name: /Totalt av 100 100/ })).toBeVisible()
  })
})

describe('the lines', () => {
  test('tell what is mandatory, and how well the cost is known', async () => {
    await show()
    await expect.element(grid().getByText('tvingande · kostnad okänd (?)')).toBeVisible()
    await expect.element(grid().getByText('grov kostnad 200–500 tkr')).toBeVisible()
  })

  test('count what nobody has given, where assessors are apart, and what lacks a reason', async () => {
    await show({ given: [aScore(1, 1, other, 1), aScore(1, 1, me, 5), aScore(2, 2, me, 3, 'Därför')] })
    await expect
      .element(
        page.getByText(
          'Du har satt 2 av 6 poäng. 4 har ingen satt. I 1 skiljer det två steg eller mer. 1 av dina saknar skäl.',
        ),
      )
      .toBeVisible()
    await page.getByLabelText('Allas medel och spridning').click()
    await expect.element(grid().getByText('1–5 (2) oense')).toBeVisible()
  })

  test('led by others are shown last, and not scored', async () => {
    const { asked } = await show({ rows: [aCandidate(1, { external: true }), aCandidate(2)] })
    into()
    await userEvent.keyboard('{ArrowDown}4')
    await expect
      .element(page.getByRole('status'))
      .toMatchTextContent('Det som leds av andra rangordnas inte.')
    expect(asked).toEqual([])
  })

  test('are found by words, and those I lack alone', async () => {
    await show({ given: [aScore(1, 1, me, 4), aScore(1, 2, me, 4)] })
    await page.getByLabelText('Bara där jag inte satt poäng').click()
    await expect.element(grid().getByText('VP-01 Behov 1')).not.toBeInTheDocument()
    await page.getByRole('searchbox').fill('behov 3')
    await expect.element(grid().getByText('VP-02 Behov 2')).not.toBeInTheDocument()
    await expect.element(grid().getByText('VP-03 Behov 3')).toBeVisible()
  })
})

describe('the order by points', () => {
  test('tells ties, what is missing, what each is made of and how sure it is', async () => {
    const both = (n: number, value: number) => [aScore(n, 1, me, value), aScore(n, 2, me, value)]
    await show({ given: [...both(1, 3), ...both(2, 3), aScore(3, 1, me, 1)] })
    await page.getByText('Ordning efter poäng, och hur säker den är').click()
    const lines = page.getByRole('region', { name: /Ordning efter poäng/ }).getByRole('listitem')
    await expect.element(lines.nth(0)).toMatchTextContent(/^1delad/)
    await expect.element(lines.nth(1)).toMatchTextContent(/^1delad/)
    await expect
      .element(lines.nth(2))
      .toMatchTextContent(/^3VP-03.*Säker: samma plats i 100 %.*12 av 100 · 1 saknas/)
    await lines
      .nth(2)
      .getByText(/12 av 100/)
      .click()
    await expect.element(lines.nth(2).getByRole('row', { name: 'Helhet saknas 40 % 0' })).toBeVisible()
    await page.getByRole('combobox', { name: 'Efter' }).selectOptions('poäng per krona')
    await expect
      .element(page.getByText('Utan känd kostnad, och därför inte med: VP-01 och VP-03.'))
      .toBeVisible()
    await expect.element(lines).toHaveLength(1)
  })
})

describe('a pasted block', () => {
  const paste = (text: string) => {
    const data = new DataTransfer()
    data.setData('text/plain', text)
    grid()
      .element()
      .dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }

  test('is put in from the cell in focus, with its empty cells left as they are', async () => {
    const { asked } = await show()
    into()
    paste('4\t3\n\t5\n')
    await expect
      .poll(() => asked)
      .toMatchObject([
        {
          scores: [
            { initiative: 'i-1', criterion: 'c-1', value: 4 },
            { initiative: 'i-1', criterion: 'c-2', value: 3 },
            { initiative: 'i-2', criterion: 'c-2', value: 5 },
          ],
        },
      ])
  })

  test.each([
    { says: 'with something off the scale', text: '4\t9', told: '9 går inte att spara' },
    { says: 'larger than the matrix', text: '1\t2\t3', told: 'når 1 rutor utanför' },
  ])('$says changes nothing and says why', async ({ text, told }) => {
    const { asked } = await show()
    into()
    paste(text)
    await expect.element(page.getByRole('status')).toMatchTextContent(told)
    expect(asked).toEqual([])
  })

  test('of which one is refused keeps the others', async () => {
    const { asked } = await show({
      act: (one) =>
        (one.args as Asked).scores.some(({ initiative }) => initiative === 'i-2')
          ? { refusals: [{ why: 'conflicted', names: ['VP-02 Behov 2'] }] }
          : saved(one),
    })
    into()
    paste('4\n3\n2\n')
    await expect.element(page.getByText(/1 poäng kunde inte sparas/)).toBeVisible()
    await page.getByRole('button', { name: 'Visa den första' }).click()
    await expect.element(panel().getByRole('alert')).toMatchTextContent('VP-02 Behov 2')
    await panel().getByRole('button', { name: /Släpp/ }).click()
    await expect.element(page.getByText(/Du har satt 2 av 6/)).toBeVisible()
    expect(asked.length).toBeGreaterThan(2)
  })
})

test('without a net what is scored waits in the cell, and is counted', async () => {
  await show({ act: () => 'offline' })
  into()
  await userEvent.keyboard('4')
  await expect.element(page.getByText(/Du har satt 1 av 6 poäng/)).toBeVisible()
  await expect.poll(() => active()?.dataset.mark).toBe('waiting')
})

test('whoever has no seat and no role reads, and is told who scores', async () => {
  const { asked } = await show({ as: { id: 'x', name: 'Xena' }, given: [aScore(1, 1, me, 4)] })
  await expect
    .element(page.getByText(/Du kan läsa men inte bedöma. Bedömer gör Ola Ordförande/))
    .toBeVisible()
  into()
  await userEvent.keyboard('4')
  expect(asked).toEqual([])
})

test('500 initiatives are drawn a screenful at a time, and the keyboard reaches the last', async () => {
  await show({ rows: Array.from({ length: 500 }, (_, i) => aCandidate(i + 1)) })
  expect(grid().getByRole('row').elements().length).toBeLessThan(60)
  into()
  await userEvent.keyboard('{Control>}{ArrowDown}{/Control}')
  await expect.element(grid().getByText('VP-500 Behov 500')).toBeVisible()
})

test.each(['default', 'dark', 'contrast'] as const)(
  'nothing is in the way of anyone in %s',
  async (theme) => {
    const { container } = await show({ theme, given: [aScore(1, 1, other, 1, 'Nej'), aScore(1, 1, me, 5)] })
    await panel()
      .getByRole('button', { name: /Skäl och andras/ })
      .click()
    await page.getByText('Ordning efter poäng, och hur säker den är').click()
    await expect.element(page.getByText(/Säker|Osäker/).first()).toBeVisible()
    expect(await violations(container)).toEqual([])
  },
)

test('fits a phone, one criterion at a time', async () => {
  await page.viewport(320, 640)
  const { container } = await show()
  await page.getByRole('combobox', { name: 'Kriterium' }).selectOptions('Helhet')
  await expect.element(panel().getByRole('heading', { name: 'Helhet' })).toBeVisible()
  expect(container.ownerDocument.documentElement.scrollWidth).toBeLessThanOrEqual(320)
})
