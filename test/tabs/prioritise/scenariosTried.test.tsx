/** What a forum tries by hand in a scenario: in, out, frames, starts, shares, and what units have room to receive. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { corridors } from '#src/lists/balance.ts'
import { receptions } from '#src/lists/receptions.ts'
import { violations } from '../fixtures.tsx'
import { aRef, item, rows, sent, show, proved, leftOut } from './scenariosShown.tsx'

beforeEach(async () => {
  sent.length = 0
  await page.viewport(1280, 900)
})

describe('changed by hand', () => {
  test('taken out with the keyboard, the next best is chosen', async () => {
    await show()
    await proved(200)
    const choice = page.getByRole('combobox', { name: 'Val för Roboten' })
    await choice.selectOptions('Ska inte vara med')
    await proved(180)
    await expect.element(page.getByText('Uttaget för hand')).toBeVisible()
  })

  test('a smaller frame that what must be in passes: which, and by how much', async () => {
    await show()
    await proved(200)
    await page.getByRole('button', { name: 'Ändra ramarna för hand' }).click()
    await page.getByRole('textbox', { name: 'Ramen 2025 (tkr)' }).fill('3000')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('Ramen 2025 räcker inte: det fattas 1 mnkr.')).toBeVisible()
    await expect.element(page.getByText('Staplarna visar det som måste vara med.')).toBeVisible()
    await expect.element(page.getByText('4 mnkr av 3 mnkr · 1 mnkr för mycket')).toBeVisible()
    await page.getByRole('button', { name: 'Som beslutat' }).click()
    await proved(200)
  })

  test('what isn’t an amount is told, and nothing is lost', async () => {
    await show()
    await page.getByRole('button', { name: 'Ändra ramarna för hand' }).click()
    const field = page.getByRole('textbox', { name: 'Ramen 2025 (tkr)' })
    await field.fill('-3')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('”-3” kan inte läsas som ett belopp.')).toBeVisible()
    await expect.element(field).toHaveValue('-3')
    await proved(200)
  })

  test('one that may start later waits for the year that has room', async () => {
    await show()
    await proved(200)
    await page.getByRole('button', { name: 'Får börja senast' }).last().click()
    await page.getByRole('combobox', { name: 'Senaste start för Tidbokning' }).selectOptions('2026')
    await proved(280)
    await expect.element(page.getByText('Börjar 2026')).toBeVisible()
  })

  test('a share that must go to infrastructure changes what is chosen', async () => {
    await show()
    await proved(200)
    await page.getByText('Villkor').click()
    await page.getByRole('button', { name: 'Lägg till andel' }).click()
    await proved(180)
    await expect.element(page.getByText('nu 56 %')).toBeVisible()
  })

  test('a share of how many that the forum wants is tried as well as one of the money', async () => {
    const { container } = await show({
      change: (given) =>
        given.set(corridors, [
          item({
            key: 'co-1',
            title: 'Hälften infrastruktur',
            forum: aRef('f'),
            axis: 'nature',
            value: 'infrastructure',
            measure: 'count',
            leastPercent: 30,
          }),
        ]),
    })
    await proved(180)
    await expect.element(page.getByText('Karaktär: Infrastruktur (antal)')).toBeVisible()
    await expect.element(page.getByText('nu 33 %')).toBeVisible()
    expect(await violations(container)).toEqual([])
  })

  test('a share that what must be in can’t keep is named', async () => {
    const set = item({
      key: 'co-1',
      title: 'Infrastruktur',
      forum: aRef('f'),
      axis: 'nature',
      value: 'infrastructure',
      measure: 'count',
      leastPercent: 90,
    })
    await show({ change: (given) => given.set(corridors, [set]) })
    await expect
      .element(page.getByRole('alert'))
      .toMatchTextContent('den här andelen kan inte hållas:Karaktär: Infrastruktur (antal)')
    await page.getByRole('button', { name: /^Ta bort andelen för Karaktär/ }).click()
    await proved(200)
  })

  test('one that could be had only without a share is told with it', async () => {
    const set = item({
      key: 'co-1',
      title: 'Infrastruktur',
      forum: aRef('f'),
      axis: 'nature',
      value: 'infrastructure',
      measure: 'kr',
      leastPercent: 40,
    })
    await show({ change: (given) => given.set(corridors, [set]) })
    await proved(180)
    await page.getByRole('button', { name: 'Vad kostar det att ta med E-tjänsten?' }).click()
    await expect
      .element(
        page.getByText('E-tjänsten kan inte tas med: då kan en andel inte hållas (Karaktär: Infrastruktur).'),
      )
      .toBeVisible()
  })

  test('two that must be in and exclude each other are named', async () => {
    await show()
    await proved(200)
    await page.getByText('Villkor').click()
    await page.getByRole('combobox', { name: 'Det ena' }).selectOptions('Lagkravet')
    await page.getByRole('combobox', { name: 'Det andra' }).selectOptions('Projektet')
    await page.getByRole('button', { name: 'Lägg till par' }).click()
    await expect
      .element(page.getByRole('alert'))
      .toMatchTextContent('Lagkravet och Projektet utesluter varandra.')
    await expect.element(page.getByText('4 mnkr av 10 mnkr · 6 mnkr kvar')).toBeVisible()
  })
})

describe('what units have room to receive', () => {
  const landing = (key: string, days: number) =>
    item({
      key: `r-${key}`,
      title: 'Införande',
      initiative: aRef(key),
      unit: aRef('org'),
      kind: 'rollout',
      from: '2025-01-01',
      to: '2025-03-31',
      days,
    })
  const crowd = (given: ReturnType<typeof rows>) =>
    given.set(receptions, [landing('A-2', 12), landing('A-4', 9), landing('A-5', 3)])

  test('keeps one out, and says so; made larger by hand it is in again', async () => {
    const { container } = await show({ change: crowd, room: 15 })
    await proved(180)
    expect(leftOut()).toEqual(['E-tjänsten', 'Roboten'])
    await expect
      .element(page.getByText('Mottagandet i Regionen kv 1 2025 räcker inte', { exact: true }))
      .toBeVisible()
    expect(await violations(container)).toEqual([])
    await page.getByRole('button', { name: 'Ändra ramarna för hand' }).click()
    await page.getByRole('textbox', { name: 'Regionen (persondagar per månad)' }).fill('24')
    await userEvent.keyboard('{Enter}')
    await proved(200)
    await expect.element(page.getByText('72 dagar av 72 dagar · 0 dagar kvar')).toBeVisible()
  })

  test('put in by hand all the same: the unit and the days it lacks', async () => {
    await show({ change: crowd, room: 15 })
    await proved(180)
    await page.getByRole('combobox', { name: 'Val för E-tjänsten' }).selectOptions('Ska vara med')
    await expect
      .element(page.getByRole('alert'))
      .toMatchTextContent('Mottagandet i Regionen kv 1 2025 räcker inte: det fattas 18 dagar.')
    await expect.element(page.getByText('63 dagar av 45 dagar · 18 dagar för mycket')).toBeVisible()
  })

  test('too small for what has begun: that is in all the same, and it is told', async () => {
    await show({ change: crowd, room: 10 })
    await proved(180)
    await page.getByText('Mottagande hos 1 enhet').click()
    await expect
      .element(
        page.getByText(
          'Regionen kv 1 2025: det som redan är bestämt tar 6 dagar mer än det finns plats för. Inget mer läggs där.',
        ),
      )
      .toBeVisible()
  })

  test('isn’t reckoned with when the forum says so', async () => {
    await show({ change: crowd, room: 15 })
    await proved(180)
    await page.getByText('Villkor').click()
    await page.getByRole('checkbox', { name: 'Räkna inte med vad enheterna hinner ta emot' }).click()
    await proved(200)
  })
})
