/** The funnel board as a picture: columns, cards, lanes, themes, a phone, and ten thousand cards. */
import { afterEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { portfolios } from '#src/lists/portfolios.ts'
import { median } from '#src/rules/needs/funnel.ts'
import { anInitiative } from '../../fixtures/initiatives.ts'
import { aRef } from '../../fixtures/organisation.ts'
import { card, cards, column, elderly, press, region, show, titlesIn } from './boardStand.tsx'
import { held, violations } from '../fixtures.tsx'

afterEach(() => page.viewport(1280, 800))

describe('the picture', () => {
  test('columns with count and median age, in the order of the process', async () => {
    await show()
    const heads = page.getByRole('heading', { level: 2 })
    await expect.element(heads.first()).toBeVisible()
    expect(heads.elements().map((head) => head.textContent)).toEqual([
      'Insamling behov/idéer 3',
      'Grovsållning 1',
      'Beredning 0',
      'Klart för start 0',
      'Genomförande 1',
      'Effekthemtagning 0',
      'Avslutat 0',
    ])
    await expect.element(column('Insamling behov/idéer').getByText('median 41 d i steget')).toBeVisible()
  })

  test('a card tells number, title, unit, age, marks, and what the next gate lacks', async () => {
    await show()
    await expect
      .element(card('Digitala lås'))
      .toMatchTextContent('AVO-161 dDigitala låshomeCare✓ Klart för BP1')
    await expect.element(card('Tom tanke')).toMatchTextContent('3 saknas')
    await expect.element(card('Trygghetskameror')).toMatchTextContent('§ Lagkrav⇄ Gemensamt')
    await expect.element(card('Vilande')).toMatchTextContent('Pausad')
    await expect.element(card('Andras projekt')).toMatchTextContent('↗ Externt')
  })

  test('what was screened out stands in no column until it is asked for', async () => {
    const { history } = await show()
    await expect.element(card('Digitala lås')).toBeVisible()
    expect(card('Bortvald').elements()).toEqual([])
    await page.getByRole('button', { name: 'Bortsorterad 1' }).click()
    await expect.element(card('Bortvald')).toBeVisible()
    expect(history.at(-1)).toBe('/board?state=screenedOut')
  })

  test('lanes by department, those without last, and a lane folds', async () => {
    const { history } = await show()
    await page.getByRole('checkbox', { name: 'En rad per avdelning' }).click()
    expect(history.at(-1)).toBe('/board?lanes=1')
    const lanes = () => page.getByRole('button', { expanded: true }).elements()
    await expect
      .poll(() => lanes().map((lane) => lane.textContent))
      .toEqual(['▾ homeCare (department) 3', '▾ nursing (department) 1', '▾ Utan avdelning 1'])
    await page.getByRole('button', { name: 'nursing (department) 1' }).click()
    await expect.element(card('Trygghetskameror')).not.toBeInTheDocument()
  })

  test('the switch to the table keeps search and filters', async () => {
    await show({ path: '/board?q=digitala&stage=collection' })
    const table = page.getByRole('link', { name: 'Tabell' })
    await expect.element(table).toHaveAttribute('href', '/portfolio?q=digitala&stage=collection')
    await expect.element(page.getByRole('link', { name: 'Tratten' })).toHaveAttribute('aria-current', 'page')
    expect(card('Tom tanke').elements()).toEqual([])
  })

  test('with two processes one is chosen, the person’s own at first', async () => {
    const far = anInitiative({ key: 'r-1', title: 'Regionens', portfolio: aRef('p-region'), stage: 'intake' })
    await show({ items: [held(portfolios, [elderly, region])] }, [...cards, far])
    await expect.element(card('Digitala lås')).toBeVisible()
    expect(card('Regionens').elements()).toEqual([])
    await page.getByRole('combobox', { name: 'Process' }).selectOptions('Portföljprocessen')
    await expect.element(column('Instyrning').getByText('Regionens')).toBeVisible()
    expect(card('Digitala lås').elements()).toEqual([])
  })

  test('nothing to show says so', async () => {
    await show({ path: '/board?q=finns+inte' })
    await expect
      .element(page.getByText('Inget initiativ i processen Behovsprocessen passar filtret.'))
      .toBeVisible()
    await show({}, [])
    await expect.element(page.getByText('Inget är inlagt ännu.', { exact: false })).toBeVisible()
  })
})

describe('looks', () => {
  test.for(['default', 'dark', 'contrast'] as const)('no accessibility violations in %s', async (theme) => {
    const { container } = await show({ theme })
    await expect.element(card('Digitala lås')).toBeVisible()
    expect(await violations(container)).toEqual([])
    card('Digitala lås').element().focus()
    await press(' {ArrowRight}')
    expect(await violations(container)).toEqual([])
  })

  test('on a small phone stages stand below each other, and nothing is wider than the screen', async () => {
    await page.viewport(320, 640)
    await show({ locale: 'en' })
    await expect.element(card('Digitala lås')).toBeVisible()
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
    await page.getByRole('button', { name: 'Move AVO-1' }).click()
    await expect.element(page.getByRole('button', { name: 'First screening' })).toBeInViewport()
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  })
})

describe('ten thousand cards', () => {
  const stages = ['collection', 'screening', 'preparation', 'delivery'] as const
  const many = Array.from({ length: 10_000 }, (_, i) =>
    anInitiative({
      key: `m-${i}`,
      number: `M-${String(i).padStart(5, '0')}`,
      title: `Behov nummer ${i}`,
      stage: stages[i % stages.length],
      stageSince: '2024-01-01',
    }),
  )

  test('the first of each column are drawn, and the rest when asked for', async () => {
    await show({}, many)
    await expect
      .element(column('Insamling behov/idéer').getByRole('heading'))
      .toHaveTextContent('Insamling behov/idéer 2 500')
    expect(titlesIn('Grovsållning')).toHaveLength(50)
    await column('Grovsållning').getByRole('button', { name: 'Visa 200 till' }).click()
    await expect.poll(() => titlesIn('Grovsållning')).toHaveLength(250)
  })

  test('a drag is drawn within 50 ms a frame', async () => {
    await show({}, many)
    await expect.element(card('M-00000')).toBeVisible()
    const link = document.querySelector<HTMLElement>('[data-card="m-0"] a')
    const root = document.querySelector<HTMLElement>('[data-board]')
    if (!link || !root) throw new Error('There is no board')
    root.setPointerCapture = () => undefined
    const { left, top } = link.getBoundingClientRect()
    const at = (x: number, y: number) => ({
      clientX: x,
      clientY: y,
      pointerId: 1,
      pointerType: 'mouse',
      bubbles: true,
    })
    link.dispatchEvent(new PointerEvent('pointerdown', at(left + 9, top + 9)))
    const frames: number[] = []
    for (let step = 1; step <= 40; step++) {
      const to = at(left + 9 + step * 27, top + 9 + (step % 7) * 30)
      window.dispatchEvent(new PointerEvent('pointermove', to))
      // Asked for after the board's own: what it drew is laid out, and timed from the frame's beginning.
      const begun = await new Promise(requestAnimationFrame)
      root.getBoundingClientRect()
      frames.push(performance.now() - begun)
    }
    window.dispatchEvent(new PointerEvent('pointercancel', at(0, 0)))
    // The middle one: what else the machine does meanwhile comes and goes.
    expect(median(frames)).toBeLessThan(50)
  })
})
