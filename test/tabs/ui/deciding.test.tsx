/** Deciding: what comes next, what is missing, who decides, and the dialog that makes a decision or replaces one. */
import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Decision } from '#src/lists/decisions.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { forums, mandates, people, units } from '#src/lists/organisation.ts'
import { waitingForMinutes } from '#src/rules/meetings/atMeetings.ts'
import { NextGate } from '#tabs/ui/deciding/NextGate.tsx'
import { Supersede } from '#tabs/ui/deciding/Supersede.tsx'
import type { Whole } from '#tabs/ui/useWhole.ts'
import { aDecision, aPreparation, type Given as Some } from '../../fixtures/initiatives.ts'
import { anItem } from '../../fixtures/meetings.ts'
import { aMandate, aPerson, aRef, mandates as posts, tree } from '../../fixtures/organisation.ts'
import { type Act, type Given, held, renderScreen, violations } from '../fixtures.tsx'

const forum = (key: string, over?: string) => ({
  key,
  id: key,
  version: '1',
  title: key,
  ...(over && { escalatesTo: aRef(over) }),
})
const owner = aPerson('owner', 'Louise Almerud')
const region = [
  ...(['ranking', 'concept', 'development', 'rollout'] as const).map((matter) =>
    aMandate({
      matter,
      scope: 'portfolio',
      portfolio: aRef('p'),
      holder: owner,
      forum: { key: 'board', title: 'Portföljledningen' },
      needsAgreement: true,
    }),
  ),
  aMandate({
    matter: 'escalation',
    scope: 'allPortfolios',
    holder: aPerson('chief', 'Mats Ehrenvik'),
    forum: { key: 'meeting', title: 'Direktörens möte' },
  }),
]

function aWhole(
  initiative: Some<Initiative>,
  decisions: Decision[] = [],
  process: 'behovsprocessen' | 'portfoljprocessen' = 'behovsprocessen',
): Whole {
  const preparation = aPreparation({ initiative, process })
  return {
    initiative: preparation.initiative,
    complete: true,
    costItems: [],
    benefits: [],
    decisions,
    trail: [],
    atMeetings: [],
    preparation,
  }
}

const around = (person: { id: string; name: string }, given: Given = {}): Given => ({
  person,
  items: [
    held(mandates, [...posts, ...region]),
    held(forums, [forum('board', 'meeting'), forum('meeting')]),
    held(units, [...tree.values()]),
    held(people, []),
  ],
  ...given,
})
const show = (whole: Whole, person: { id: string; name: string }, given: Given = {}) =>
  renderScreen(
    <main>
      <h1>{whole.initiative.title}</h1>
      <NextGate whole={whole} goTo={() => undefined} />
    </main>,
    around(person, given),
  )
const manager = aPerson('homeCareManager', 'Hanna Hemtjänst')
const button = (name: string | RegExp) => page.getByRole('button', { name })

describe('what comes next', () => {
  test('a paused initiative says who takes it up again, not what its gate lacks', async () => {
    const { container } = await show(aWhole({ state: 'paused', need: undefined }), manager)
    await expect.element(page.getByText(/Läge: pausad. Nästa beslut, BP1, väntar/)).toBeVisible()
    await expect
      .element(page.getByText(/Återupptas av Post of homeCareManager \(Hanna Hemtjänst\)/))
      .toBeVisible()
    expect(container.textContent).not.toContain('Saknas inför')
    await expect.element(button('Återuppta')).toBeVisible()
    await expect.element(button('Pausa')).not.toBeInTheDocument()
  })

  test('in the portfolio process each way forward says what it lacks itself', async () => {
    const whole = aWhole(
      { stage: 'prioritisation', portfolio: aRef('p'), description: undefined },
      [],
      'portfoljprocessen',
    )
    await show(whole, owner)
    await expect
      .element(page.getByRole('heading', { name: 'Nästa beslut: start av koncept eller utveckling' }))
      .toBeVisible()
    await expect.element(page.getByText('Till konceptfas: saknas (1)')).toBeVisible()
    await expect.element(page.getByText('Till utveckling: saknas dessutom (1)')).toBeVisible()
  })

  test('what a meeting has decided waits for its minutes: it says so with a link, and is not decided again', async () => {
    const whole = aWhole({})
    const item = anItem('i-1', {
      initiative: { key: whole.initiative.key, title: whole.initiative.title },
      effect: { does: 'gate', gate: 'BP1', outcome: 'goOn' },
      carrying: 'waiting',
      decidedOn: '2024-09-24',
    })
    const atMeetings = waitingForMinutes([item], whole.initiative.key)
    const { container } = await show({ ...whole, atMeetings }, manager)
    await expect
      .element(
        page.getByText(
          /BP1 beslutades på mötet 24 sep\. \(Strategisk dialog Hemtjänst\) och väntar på justering/,
        ),
      )
      .toBeVisible()
    await expect
      .element(page.getByRole('link', { name: 'Till mötet' }))
      .toHaveAttribute('href', '/meeting/m-2024-10?part=minutes')
    await expect.element(button('Besluta BP1')).toHaveAttribute('aria-disabled', 'true')
    await expect
      .element(button('Besluta BP1'))
      .toHaveAccessibleDescription(/Beslutet gäller när protokollet är justerat/)
    await expect.element(button('Pausa')).toBeVisible()
    expect(await violations(container)).toEqual([])
    await show(whole, manager)
    await expect.element(button('Besluta BP1')).not.toHaveAttribute('aria-disabled', 'true')
  })

  test('what has been raised says to whom, and is closed to whoever raised it', async () => {
    const raised = aDecision({
      matter: 'phase',
      outcome: 'escalate',
      raisedTo: { key: 'meeting', title: 'Direktörens möte' },
    })
    await show(
      aWhole({ stage: 'prioritisation', portfolio: aRef('p') }, [raised], 'portfoljprocessen'),
      owner,
    )
    await expect
      .element(page.getByText(/Lyft till Direktörens möte\. Beslutas av .*Mats Ehrenvik/))
      .toBeVisible()
    await expect
      .element(button('Besluta start av koncept eller utveckling'))
      .toHaveAttribute('aria-disabled', 'true')
  })

  test.for(['default', 'dark', 'contrast'] as const)('axe finds nothing wrong in %s', async (theme) => {
    const { container } = await show(
      aWhole({ concernedUnits: [aRef('homeCare')], endorsements: undefined }),
      manager,
      { theme },
    )
    await expect.element(page.getByRole('heading', { name: 'Förankring' })).toBeVisible()
    expect(await violations(container)).toEqual([])
  })
})

describe('the dialog', () => {
  const portfolio = () => aWhole({ stage: 'need', portfolio: aRef('p') }, [], 'portfoljprocessen')

  test('a post that needs its forum’s agreement says so before it decides', async () => {
    const asked: Parameters<Act>[0][] = []
    await show(portfolio(), owner, {
      act: (one) => {
        asked.push(one)
        return { done: {} }
      },
    })
    await button('Besluta instyrning').click()
    await expect.element(button('Fatta beslutet')).toHaveAttribute('aria-disabled', 'true')
    await page.getByRole('checkbox', { name: 'Enighet råder i Portföljledningen' }).click()
    await button('Fatta beslutet').click()
    await expect.poll(() => asked).toHaveLength(1)
    expect(asked[0]).toMatchObject({
      name: 'decideGate',
      args: { gate: 'intake', outcome: 'goOn', agreed: true },
    })
  })

  test('raising it takes no agreement but a reason', async () => {
    await show(portfolio(), owner)
    await button('Besluta instyrning').click()
    await page.getByRole('radio', { name: 'Lyfts till nästa nivå' }).click()
    await expect.element(page.getByText('Lyfts till meeting')).toBeVisible()
    await expect.element(page.getByRole('checkbox')).not.toBeInTheDocument()
    await expect.element(button('Fatta beslutet')).toHaveAttribute('aria-disabled', 'true')
    await page.getByRole('textbox', { name: 'Skäl' }).fill('Ledningen är inte enig')
    await expect.element(button('Fatta beslutet')).not.toHaveAttribute('aria-disabled', 'true')
  })

  test('what was half written is there when it is opened again, and gone when decided', async () => {
    const { session } = await show(aWhole({}), manager, { act: () => ({ done: {} }) })
    await button('Besluta BP1').click()
    await page.getByRole('textbox', { name: 'Skäl' }).fill('Vi behöver det')
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('alertdialog')).not.toBeInTheDocument()
    await button('Besluta BP1').click()
    await expect.element(page.getByRole('textbox', { name: 'Skäl' })).toHaveValue('Vi behöver det')
    await expect.element(page.getByText('Det du skrev sist finns kvar.')).toBeVisible()
    await button('Fatta beslutet').click()
    await expect.element(page.getByRole('alertdialog')).not.toBeInTheDocument()
    expect(await session.data.cache.kept('draft/i-1/decision/BP1')).toBeUndefined()
  })
})

describe('endorsing', () => {
  const whole = aWhole({ concernedUnits: [aRef('homeCare')], endorsements: undefined, processOwner: manager })

  test('whoever may says so here, and others see whom it waits for', async () => {
    const asked: Parameters<Act>[0][] = []
    await show(whole, manager, {
      act: (one) => {
        asked.push(one)
        return { done: {} }
      },
    })
    await expect.element(page.getByText('homeCare: ingen känd att fråga')).toBeVisible()
    await button('Ställ dig bakom för Regional processägare').click()
    await expect.element(page.getByText('Förankringen för Regional processägare är sparad.')).toBeVisible()
    expect(asked).toMatchObject([{ name: 'endorse', args: { initiative: 'i-1', party: 'processOwner' } }])
  })

  test('it is taken back with a reason', async () => {
    const asked: Parameters<Act>[0][] = []
    const endorsed = aWhole({
      concernedUnits: [aRef('homeCare')],
      processOwner: manager,
      endorsements: [{ unit: aRef('processOwner'), by: manager, day: '2024-09-01' }],
    })
    await show(endorsed, manager, {
      act: (one) => {
        asked.push(one)
        return { done: {} }
      },
    })
    await button('Ta tillbaka förankringen för Regional processägare').click()
    await page
      .getByRole('textbox', { name: 'Varför tas förankringen tillbaka?' })
      .fill('Personalen räcker inte')
    await userEvent.keyboard('{Enter}')
    await expect
      .poll(() => asked)
      .toMatchObject([{ name: 'withdrawEndorsement', args: { reason: 'Personalen räcker inte' } }])
  })
})

test('a decision is superseded by whoever has its mandate, and by nobody else', async () => {
  const old = aDecision({ number: '2024-0007' })
  const whole = aWhole({ stage: 'screening' }, [old])
  const screen = (
    <main>
      <h1>Beslut</h1>
      <Supersede old={old} whole={whole} />
    </main>
  )
  const asked: Parameters<Act>[0][] = []
  const act: Act = (one) => {
    asked.push(one)
    return { done: {} }
  }
  await renderScreen(screen, around(aPerson('someone')))
  await expect.element(button('Ersätt beslut 2024-0007')).not.toBeInTheDocument()
  await renderScreen(screen, around(manager, { act }))
  await button('Ersätt beslut 2024-0007').click()
  await expect.element(page.getByText(/Ersätter beslut 2024-0007, som står kvar/)).toBeVisible()
  await page.getByRole('radio', { name: 'Upphävs' }).click()
  await page.getByRole('textbox', { name: 'Skäl' }).fill('Fel enhet')
  await button('Fatta beslutet').click()
  await expect
    .poll(() => asked)
    .toMatchObject([
      { name: 'supersedeDecision', args: { decision: old.key, outcome: 'annul', grounds: 'Fel enhet' } },
    ])
})
