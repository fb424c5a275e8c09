/** Many scores at once, without a net, by whoever only reads, and however many lines: nothing is lost, and all is reached. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { violations } from '../fixtures.tsx'
import {
  me,
  other,
  aCandidate,
  aScore,
  type Asked,
  saved,
  show,
  grid,
  into,
  active,
  panel,
} from './scoresShown.tsx'

beforeEach(() => page.viewport(1280, 720))

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
