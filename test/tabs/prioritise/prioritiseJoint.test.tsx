/** A joint forum's order in its session: laid forth, who has said what, the answer of a director, and what is said when they don't agree. */
import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { violations } from '../fixtures.tsx'
import {
  anna,
  aRef,
  bo,
  laid,
  line,
  parties,
  secretary,
  sent,
  show,
  top,
  voices,
  yes,
} from './jointForum.tsx'

describe('an order that two directors decide, each for their own', () => {
  test('is laid forth as it is shown, by those who prepare it', async () => {
    await show(secretary, [])
    await expect
      .element(page.getByText(/Äldreförvaltningen och Funktionsstöd beslutar var och en/))
      .toBeVisible()
    await page.getByRole('button', { name: 'Lägg fram för beslut' }).click()
    await expect.poll(() => sent.map(({ name }) => name)).toEqual(['proposeRanking'])
    expect(sent[0]?.args).toMatchObject({
      forum: 'f',
      year: 2025,
      shown: [{ initiative: 'A-1' }, { initiative: 'A-2' }],
    })
    expect(page.getByRole('button', { name: 'Besluta', exact: true }).elements()).toEqual([])
  })

  test('it is seen who has said what and who is awaited; who is awaited says yes to what was laid forth', async () => {
    await show(bo, [laid()])
    await expect
      .element(voices().nth(0))
      .toMatchTextContent(/Äldreförvaltningen Ja, Anna Ek 20 sep.* 2024-0031/)
    await expect.element(voices().nth(1)).toMatchTextContent(/Funktionsstöd Väntar på .*Bo Ask/)
    await page.getByRole('button', { name: 'Besluta', exact: true }).click()
    await expect.poll(() => sent.map(({ name }) => name)).toEqual(['decideRanking'])
    expect(sent[0]?.args).toMatchObject({ ranking: 'r-1', outcome: 'grant' })
  })

  test('a no asks for its reason', async () => {
    await show(bo, [laid()])
    await page.getByRole('radio', { name: 'Nej' }).click()
    await page.getByRole('textbox', { name: 'Skäl' }).fill('Vi saknar folk')
    await page.getByRole('button', { name: 'Säg nej' }).click()
    await expect.poll(() => sent.length).toBe(1)
    expect(sent[0]?.args).toMatchObject({ ranking: 'r-1', outcome: 'refuse', grounds: 'Vi saknar folk' })
  })

  test('whoever has said theirs, or has no say, is asked nothing', async () => {
    await show(anna, [laid()])
    await expect.element(voices().nth(1)).toMatchTextContent(/Väntar på/)
    expect(page.getByRole('radio').elements()).toEqual([])
  })

  test('changed since, nobody can say yes to it: it says how, and is laid forth anew', async () => {
    await show(bo, [laid({ lines: [line(1, 'A-2'), line(2, 'A-1')] })])
    await expect.element(page.getByText(/Ordningen har ändrats sedan den lades fram/)).toBeVisible()
    await expect
      .element(page.getByRole('radio', { name: 'Ja till ordningen som den lades fram' }))
      .toBeDisabled()
    await page.getByRole('button', { name: 'Lägg fram på nytt' }).click()
    await expect.poll(() => sent.length).toBe(1)
    expect(sent[0]?.args).toMatchObject({ instead: 'r-1' })
  })

  const no = {
    party: parties[1],
    outcome: 'refuse',
    decision: aRef('d-2', '2024-0032'),
    by: bo,
    on: '2024-09-21',
    reason: 'Vi saknar folk',
  }

  test('when they come to nothing it is raised to the level above, with the reason', async () => {
    await show(anna, [laid({ state: 'refused', voices: [yes, no] })], { above: true })
    await expect.element(voices().nth(1)).toMatchTextContent(/Nej, Bo Ask .*Vi saknar folk/)
    await page.getByText('Styrgruppen är inte enigt').click()
    await page.getByRole('textbox', { name: 'Varför ni inte är eniga' }).fill('Larmen före Journalen?')
    await page.getByRole('button', { name: 'Lyft till Stadsledningen' }).click()
    await expect.poll(() => sent.length).toBe(1)
    expect(sent[0]?.args).toMatchObject({
      ranking: 'r-1',
      outcome: 'escalate',
      grounds: 'Larmen före Journalen?',
    })
  })

  test('with no level above it is said what to do instead', async () => {
    await show(anna, [laid({ state: 'refused', voices: [yes, no] })])
    await expect.element(page.getByText(/finns ingen nivå över att lyfta till/)).toBeVisible()
  })

  test.for(['default', 'dark', 'contrast'] as const)('nothing for axe to find: %s', async (theme) => {
    const { container } = await show(bo, [laid()], { theme: theme as 'default' })
    await expect.element(voices().nth(0)).toBeVisible()
    expect(await violations(container)).toEqual([])
  })

  test('the session of the level above names what was raised to it, why, and leads there', async () => {
    const raise = { ...no, outcome: 'escalate', decision: aRef('d-3', '2024-0033'), reason: 'Vi är oense' }
    const raised = laid({ state: 'raised', raisedTo: top, voices: [yes, no, raise] })
    await show(secretary, [raised, laid({ key: 'r-2', state: 'refused' })], { above: true, of: 'top' })
    const here = page.getByRole('region', { name: 'Rangordningar som har lyfts hit' }).getByRole('listitem')
    await expect.element(here).toHaveTextContent('Styrgruppen 2025 Vi är oense')
    await expect
      .element(here.getByRole('link', { name: 'Styrgruppen 2025' }))
      .toHaveAttribute('href', '/prioritise/session?forum=f&year=2025&question=order')
  })

  test('the level above decides what was raised to it', async () => {
    const raise = { ...no, outcome: 'escalate', decision: aRef('d-3', '2024-0033'), by: anna }
    const rows = [laid({ state: 'raised', raisedTo: top, voices: [yes, no, raise] })]
    await show(secretary, rows, { above: true })
    await expect
      .element(page.getByText(/Anna Ek har lyft den till Stadsledningen: Vi saknar folk/))
      .toBeVisible()
    expect(page.getByRole('button', { name: 'Lägg fram på nytt' }).elements()).toEqual([])
    await page.getByRole('button', { name: 'Besluta', exact: true }).click()
    await expect.poll(() => sent.length).toBe(1)
    expect(sent[0]?.args).toMatchObject({ ranking: 'r-1', outcome: 'grant' })
  })
})
