/** Flow, receiving and balance: what each says, and what pressing it shows. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { BalancePage } from '#tabs/pictures/BalancePage.tsx'
import { FlowPage } from '#tabs/pictures/FlowPage.tsx'
import { ReceivingPage } from '#tabs/pictures/ReceivingPage.tsx'
import { show, mark, says, least } from './lensesShown.tsx'

beforeEach(() => page.viewport(1400, 900))

describe('flow', () => {
  test('says what came, went on, was screened out, and where it stands still', async () => {
    await show(<FlowPage />, { path: '/flow?since=30' })
    await says('0 nya eller återupptagna, 1 steg framåt, 0 stoppade och 1 bortsorterade.')
    await says(
      'Mest väntar i Grovsållning: 1 av 2 har varit där mer än 60 dagar, och inget har gått därifrån i perioden.',
    )
    await expect.element(page.getByRole('link', { name: 'A-1 Initiativ A-1' })).toBeVisible()
  })

  test('a stage leads to its initiatives in the table, filters kept', async () => {
    const { history: been } = await show(<FlowPage />, { path: '/flow?since=30&portfolio=p-elderly' })
    await page.getByRole('link', { name: /^Grovsållning: 2 nu/ }).click()
    expect(been?.at(-1)).toBe('/portfolio?portfolio=p-elderly&stage=screening')
  })

  test('another period is asked for from its first day', async () => {
    await show(<FlowPage />, { path: '/flow' })
    await page.getByRole('combobox', { name: 'Period' }).selectOptions('Sedan årsskiftet')
    await says('Sedan 1 jan.')
  })
})

describe('receiving', () => {
  test('says where it is too much and when it is worst', async () => {
    await show(<ReceivingPage />)
    await says(
      'För mycket landar på 1 av 1 enheter: homeCare (department) (1 månad, värst 15 persondagar över i november 2024).',
    )
  })

  test('a square shows what lands there, others’ projects too, and lets go when it is pressed again', async () => {
    await show(<ReceivingPage />)
    const november = mark(/^homeCare \(department\), nov\. 2024: 55 av 40 persondagar, 15 för mycket/)
    await november.click()
    await says('Landar på homeCare (department), nov. 2024')
    await says('A-4 Initiativ A-4')
    await says('(drivs av andra)')
    await november.click()
    await says('Välj en ruta för att se vad som landar där.')
  })

  test('is gone through by arrows and pressed by the blank', async () => {
    await show(<ReceivingPage />)
    await expect.element(mark(/nov\. 2024/)).toBeVisible()
    mark(/nov\. 2024/)
      .element()
      .dispatchEvent(new FocusEvent('focusin', { bubbles: true }))
    ;(mark(/nov\. 2024/).element() as SVGElement).focus()
    await userEvent.keyboard('{ArrowRight} ')
    await says('Landar på homeCare (department), dec. 2024')
  })

  test('a quarter is as heavy as its heaviest month', async () => {
    await show(<ReceivingPage />, { path: '/receiving?step=quarter' })
    await expect.element(mark(/^homeCare \(department\), kv 4 2024: 55 av 40/)).toBeVisible()
  })

  test('nothing planned is a start', async () => {
    await show(<ReceivingPage />, { rows: new Map() })
    await says('Allt ryms på de 1 enheter som har sagt vad de kan ta emot.')
  })
})

describe('balance', () => {
  test('counts along two axes, what nobody has placed too, and says it', async () => {
    await show(<BalancePage />)
    await says('4 initiativ som begär ca 1,2 mnkr av utvecklingsramen.')
    await says('1 har bara en grov uppskattning, högt räknad.')
    await says('2 har ingen uppgift om PiOS.')
    await mark(/^System, Infrastruktur: 1 för 0 kr, 1 utan kostnad/).click()
    await expect.element(page.getByRole('link', { name: 'A-1 Initiativ A-1' })).toBeVisible()
  })

  test('says which corridor is broken and by how much', async () => {
    await show(<BalancePage />)
    await says('17 %, för lite: 50 tkr till behövs för att nå korridoren.')
    await says('1 har bara en grov uppskattning, högt räknad. 2 saknar kostnad och är inte med.')
  })

  test('whoever weighs for the forum changes a corridor; a refusal keeps the form', async () => {
    const sent: unknown[] = []
    let refuse = true
    await show(<BalancePage />, {
      act: ({ name, args }) => {
        sent.push([name, args])
        if (refuse)
          return {
            refusals: [
              {
                why: 'invalid',
                problems: [{ field: 'mostPercent', problem: 'notAllowed' }],
                of: 'Corridors',
              },
            ],
          }
        return { done: { corridors: [{ ...least, leastPercent: 5 }] } }
      },
    })
    await page.getByRole('button', { name: 'Ändra Infrastruktur, minst en femtedel' }).click()
    await page.getByRole('spinbutton', { name: 'Minst (%)' }).fill('5')
    await page.getByRole('button', { name: 'Spara' }).click()
    await says('Högst (%) kan inte ändras så')
    refuse = false
    await page.getByRole('button', { name: 'Spara' }).click()
    await says('17 %, inom korridoren.')
    expect(sent[0]).toEqual([
      'saveCorridor',
      { forum: 'f-pf', corridor: 'c-1', values: { leastPercent: 5 }, base: { leastPercent: 20 } },
    ])
  })
})
