/** What a post may not decide alone is raised from the board too, and a move begins with what it asks for. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { forums, mandates as mandateList } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { decisionDraftName } from '#tabs/decisionDraft.ts'
import { anInitiative, complete } from '../../fixtures/initiatives.ts'
import { aMandate, aPerson, aRef } from '../../fixtures/organisation.ts'
import { card, cards, column, dialog, drag, region, show } from './boardStand.tsx'
import { type Act, held } from '../fixtures.tsx'

const owner = aPerson('owner', 'Louise Almerud')
const chief = aPerson('chief', 'Mats Ehrenvik')
const board = { key: 'board', title: 'Portföljledningen' }
const meeting = { key: 'meeting', title: 'Direktörens möte' }
const ranking = aMandate({
  matter: 'ranking',
  scope: 'portfolio',
  portfolio: aRef('p-region'),
  holder: owner,
  forum: board,
  needsAgreement: true,
})
const raised = aMandate({ matter: 'escalation', scope: 'allPortfolios', holder: chief, forum: meeting })
const need = anInitiative({ ...complete, title: 'Vårdplaner', stage: 'need', portfolio: aRef('p-region') })
const tried = anInitiative({
  ...complete,
  number: 'RV-7',
  title: 'Larmkedja',
  stage: 'concept',
  portfolio: aRef('p-region'),
})
const development = aMandate({ ...ranking, key: 'development', matter: 'development' })

const showRegion = (rows = [need, tried], act?: Act, mandates = [ranking, raised]) =>
  show(
    {
      items: [
        held(portfolios, [region]),
        held(mandateList, mandates),
        held(forums, [
          { ...board, id: '1', version: '1', escalatesTo: meeting },
          { ...meeting, id: '2', version: '1' },
        ]),
      ],
      person: owner,
      ...(act && { act }),
    },
    rows,
  )
/** The post that may let it into development may not screen it out of the concept phase. */
async function screenOut() {
  await page.getByRole('button', { name: 'Flytta RV-7' }).click()
  await page.getByRole('button', { name: 'Sortera bort' }).click()
}
const radio = (name: string) => dialog().getByRole('radio', { name })

beforeEach(() => page.viewport(1280, 800))

describe('raising', () => {
  test('is one of the ways in the dialog that a dropped card opens', async () => {
    const asked: Parameters<Act>[0][] = []
    await showRegion([need], (one) => {
      asked.push(one)
      return { done: {} }
    })
    await drag('Vårdplaner', column('Instyrning').element())
    await expect.element(radio('Går vidare')).toBeChecked()
    await radio('Lyfts till nästa nivå').click()
    await expect.element(dialog().getByText('Lyfts till Direktörens möte')).toBeVisible()
    await dialog().getByRole('textbox', { name: 'Skäl' }).fill('Ledningen är inte enig')
    await dialog().getByRole('button', { name: 'Fatta beslutet' }).click()
    await expect.element(dialog()).not.toBeInTheDocument()
    expect(asked).toMatchObject([{ name: 'decideGate', args: { gate: 'intake', outcome: 'escalate' } }])
    await expect.element(column('Behov').getByText('Vårdplaner')).toBeVisible()
  })

  test('is what the dialog begins with where nobody at this level may decide, and it says why', async () => {
    await showRegion([tried], undefined, [development, raised])
    await screenOut()
    await expect.element(radio('Lyfts till nästa nivå')).toBeChecked()
    await expect.element(dialog().getByText(/Ingen befattning har mandat för Koncept/)).toBeVisible()
    await expect.element(dialog().getByText('Lyfts till Direktörens möte')).toBeVisible()
  })

  test('goes past nobody: where another post has the mandate it is named instead', async () => {
    const concept = aMandate({ ...ranking, key: 'concept', matter: 'concept', holder: chief })
    await showRegion([tried], undefined, [development, raised, concept])
    await screenOut()
    await expect.element(page.getByRole('alert')).toMatchTextContent('Mats Ehrenvik')
    expect(dialog().elements()).toEqual([])
  })
})

describe('what was half written about another outcome', () => {
  test('is not what a dropped card decides; the reasons stay', async () => {
    const { session } = await show()
    await session.data.cache.keep(decisionDraftName('i-1', 'BP1'), {
      outcome: 'screenOut',
      wording: 'Behovet sorteras bort.',
      grounds: 'Finns redan.',
    })
    await drag('Digitala lås', column('Grovsållning').element())
    await expect.element(dialog().getByRole('textbox', { name: 'Skäl' })).toHaveValue('Finns redan.')
    await expect.element(radio('Går vidare')).toBeChecked()
    expect(dialog().getByText('Behovet sorteras bort.').elements()).toEqual([])
    await radio('Sorteras bort').click()
    await expect.element(radio('Sorteras bort')).toBeChecked()
  })

  test('is there again when the same is asked for', async () => {
    const { session } = await show()
    const [first] = cards
    await session.data.cache.keep(decisionDraftName(first?.key ?? '', 'BP1'), {
      outcome: 'goOn',
      wording: 'Vi går vidare.',
    })
    await expect.element(card('Digitala lås')).toBeVisible()
    await drag('Digitala lås', column('Grovsållning').element())
    await expect.element(dialog().getByText('Vi går vidare.')).toBeVisible()
  })
})
