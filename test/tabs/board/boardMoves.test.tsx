/** Cards of the funnel board move by keys, mouse and single clicks, and never without a decision. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { aDecision, anInitiative, complete } from '../../fixtures/initiatives.ts'
import { homeCareManager } from '../../fixtures/organisation.ts'
import { card, cards, column, dialog, drag, press, show, titlesIn } from './boardStand.tsx'
import type { Act } from '../fixtures.tsx'

beforeEach(() => page.viewport(1280, 800))

describe('moving by keys', () => {
  test('arrows move between cards, also across columns', async () => {
    await show()
    card('Digitala lås').element().focus()
    await press('{ArrowDown}')
    expect(document.activeElement?.textContent).toContain('Tom tanke')
    await press('{ArrowUp}{ArrowRight}')
    expect(document.activeElement?.textContent).toContain('Trygghetskameror')
    await press('{ArrowRight}')
    expect(document.activeElement?.textContent).toContain('Andras projekt')
  })

  test('Space lifts, an arrow says where and what it means, Escape puts back', async () => {
    await show()
    card('Digitala lås').element().focus()
    await press(' ')
    const status = page.getByText('Digitala lås är lyft från Insamling behov/idéer.', { exact: false })
    await expect.element(status).toBeInTheDocument()
    await press('{ArrowRight}')
    await expect.element(page.getByText('Grovsållning: beslut BP1, går vidare')).toBeInTheDocument()
    await press('{ArrowRight}')
    await expect.element(page.getByText('Beredning: inget beslut leder hit')).toBeInTheDocument()
    await press('{Escape}')
    await expect
      .element(page.getByText('Digitala lås står kvar i Insamling behov/idéer.'))
      .toBeInTheDocument()
    expect(document.activeElement?.textContent).toContain('Digitala lås')
    expect(dialog().elements()).toEqual([])
  })

  test('Enter opens the decision with its outcome chosen; decided, the card is in its new column', async () => {
    const moved = { ...cards[0], stage: 'screening', version: '"2"' } as Initiative
    const asked: unknown[] = []
    const act: Act = ({ name, args, key }) => {
      asked.push({ name, args })
      return { done: { initiatives: [moved], decisions: [aDecision({ key, number: '2024-0007' })] } }
    }
    const { session } = await show({ act })
    session.onDone((done) => done.initiatives?.forEach((item) => session.data.put(initiatives, item)))
    card('Digitala lås').element().focus()
    await press(' {ArrowRight}{Enter}')
    await expect.element(dialog().getByRole('radio', { name: 'Går vidare' })).toBeChecked()
    await dialog().getByRole('button', { name: 'Fatta beslutet' }).click()
    await expect.element(page.getByText('Beslut 2024-0007 är fattat.')).toBeInTheDocument()
    expect(asked).toMatchObject([
      { name: 'decideGate', args: { initiative: 'i-1', gate: 'BP1', outcome: 'goOn' } },
    ])
    await expect.poll(() => titlesIn('Grovsållning').join()).toContain('Digitala lås')
    await expect.poll(() => document.activeElement?.textContent).toContain('Digitala lås')
  })

  test('a decision that is not made leaves the card where it stood', async () => {
    await show()
    card('Digitala lås').element().focus()
    await press(' {ArrowRight}{Enter}')
    await dialog().getByRole('button', { name: 'Avbryt' }).click()
    await expect.element(dialog()).not.toBeInTheDocument()
    expect(titlesIn('Insamling behov/idéer').join()).toContain('Digitala lås')
  })
})

describe('a move that is refused says why, and the card stands where it stood', () => {
  const refused = () => page.getByRole('alert')

  test('what is missing, by name', async () => {
    await show()
    await drag('Tom tanke', column('Grovsållning').element())
    await expect
      .element(refused().getByText('Inför BP1 saknas behov (problem och för vem)', { exact: false }))
      .toBeVisible()
    expect(dialog().elements()).toEqual([])
    expect(titlesIn('Insamling behov/idéer').join()).toContain('Tom tanke')
  })

  test('what is missing is said once, also when nobody can tell who decides for want of it', async () => {
    const unscoped = anInitiative({
      ...complete,
      title: 'Utan omfattning',
      stage: 'screening',
      scope: undefined,
    })
    await show({}, [unscoped])
    await drag('Utan omfattning', column('Beredning').element())
    await expect.element(refused().getByText('Inför BP2 saknas', { exact: false })).toBeVisible()
    expect(refused().getByText('Inför BP2 saknas', { exact: false }).elements()).toHaveLength(1)
  })

  test('who has the mandate', async () => {
    await show({ person: { id: 'nobody', name: 'Någon Annan' } })
    await drag('Digitala lås', column('Grovsållning').element())
    await expect
      .element(refused().getByText('BP1 beslutas av', { exact: false }))
      .toMatchTextContent(homeCareManager.name)
  })

  test.for<[string, string, string, string]>([
    ['a stage that is skipped', 'Digitala lås', 'Beredning', 'Steg hoppas inte över.'],
    ['what rests', 'Vilande', 'Grovsållning', 'Initiativet är pausad. Återuppta det först.'],
    ['what others lead', 'Andras projekt', 'Effekthemtagning', 'drivs av någon annan'],
  ])('%s', async ([, title, to, why]) => {
    await show()
    await drag(title, column(to).element())
    await expect.element(refused()).toMatchTextContent(why)
    await refused().getByRole('button', { name: 'Stäng' }).click()
    await expect.element(refused()).not.toBeInTheDocument()
  })

  test('a service that does not answer', async () => {
    await show({ store: { byKey: () => Promise.reject(new Error('no net')) } })
    await drag('Digitala lås', column('Grovsållning').element())
    await expect.element(refused()).toMatchTextContent('Microsoft 365 svarar inte just nu.')
  })
})

describe('moving by mouse and by single clicks', () => {
  test('a card dropped on its own column opens nothing', async () => {
    const { history } = await show()
    await drag('Digitala lås', column('Insamling behov/idéer').element())
    expect(dialog().elements()).toEqual([])
    expect(history).toHaveLength(1)
  })

  test('a click on a card opens the initiative', async () => {
    const { history } = await show()
    await card('Digitala lås').click()
    expect(history.at(-1)).toBe('/initiative/i-1')
  })

  test('a click on the handle lifts, one on a place drops: pausing asks for a decision', async () => {
    await show()
    await page.getByRole('button', { name: 'Flytta AVO-1' }).click()
    await page.getByRole('button', { name: 'Pausa' }).click()
    await expect.element(dialog().getByText('Pausas: Digitala lås')).toBeVisible()
  })

  test('a lifted card can be put back', async () => {
    await show()
    await page.getByRole('button', { name: 'Flytta AVO-1' }).click()
    await page.getByRole('button', { name: 'Ångra flytten' }).click()
    await expect.element(page.getByRole('button', { name: 'Pausa' })).not.toBeInTheDocument()
  })
})
