/** The form of a new need: few questions, similar ones while one writes, a draft of one's own. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { needDraftName } from '#tabs/cache.ts'
import { HappenedPage } from '#tabs/need/HappenedPage.tsx'
import { NewNeedPage } from '#tabs/need/NewNeedPage.tsx'
import { followedName } from '#tabs/ui/ownNeeds.ts'
import { anInitiative } from '../../fixtures/initiatives.ts'
import { employee, homeCareManager } from '../../fixtures/organisation.ts'
import { type Act, type Given, renderScreen, violations } from '../fixtures.tsx'
import { around, themes } from './needStand.ts'

beforeEach(() => page.viewport(1280, 800))

describe('the form', () => {
  const show = async (act: Act = () => ({ done: {} }), given: Given = {}) => {
    const asked: Parameters<Act>[0][] = []
    const shown = await renderScreen(<NewNeedPage />, {
      items: around([similar]),
      person: employee,
      path: '/need/new',
      act: (one) => {
        asked.push(one)
        return act(one)
      },
      ...given,
    })
    await expect.element(title()).toBeVisible()
    return { ...shown, asked }
  }
  const similar = anInitiative({
    key: 'i-9',
    title: 'Digital signering av läkemedel',
    need: 'Signering av läkemedel sker på papper och doser missas.',
    benefit: 'Färre missade doser.',
  })
  const title = () => page.getByRole('textbox', { name: 'Vad gäller det?' })
  const problem = () => page.getByRole('textbox', { name: 'Vad är problemet, och för vem?' })
  const better = () => page.getByRole('textbox', { name: 'Vad skulle bli bättre?' })
  const unit = () => page.getByRole('combobox', { name: 'Vilken enhet är det som behöver det?' })
  const send = () => page.getByRole('button', { name: 'Skicka behovet' })
  const fill = async () => {
    await title().fill('Bildstöd i hemmet')
    await problem().fill('Brukare utan tal kan inte berätta.')
    await better().fill('De bestämmer mer själva.')
  }

  test('sends what was written, with the unit that is known, and leads to what happens to it', async () => {
    const { asked, history, session } = await show()
    await expect.element(unit()).toHaveValue('homeCare (department)')
    await fill()
    await page.getByRole('radio', { name: 'Ja' }).click()
    await page.getByRole('textbox', { name: /Vilken lag\?/ }).fill('SoL')
    await page.getByRole('checkbox', { name: 'Vi tänker köpa något själva' }).click()
    await expect.element(page.getByText(/köper inte längre in egna digitala lösningar/)).toBeVisible()
    await send().click()
    await expect.poll(() => asked.length).toBe(1)
    expect(asked[0]).toMatchObject({
      name: 'proposeNeed',
      args: {
        title: 'Bildstöd i hemmet',
        need: 'Brukare utan tal kan inte berätta.',
        benefit: 'De bestämmer mer själva.',
        unit: 'homeCare',
        legal: 'yes',
        legalBasis: 'SoL',
        wantsToBuy: true,
      },
    })
    await expect.poll(() => history.at(-1)).toBe(`/need/${asked[0]?.key}?sent`)
    expect(await session.data.cache.kept(needDraftName)).toBeUndefined()
  })

  test('keeps a draft from the first keystroke, takes it up again, and starts over when asked', async () => {
    const { session, show: again } = await show()
    expect(await session.data.cache.kept(needDraftName)).toBeUndefined()
    await title().fill('B')
    await expect.poll(() => session.data.cache.kept(needDraftName)).toMatchObject({ values: { title: 'B' } })
    await again(<NewNeedPage key='again' />)
    await expect.element(title()).toHaveValue('B')
    await page.getByRole('button', { name: 'Börja om' }).click()
    await expect.element(title()).toHaveValue('')
    expect(await session.data.cache.kept(needDraftName)).toBeUndefined()
  })

  test('says what must be filled in, and leads there', async () => {
    const { asked } = await show()
    await problem().fill('x')
    await send().click()
    await expect
      .element(page.getByRole('alert').first())
      .toMatchTextContent(/fyllas i eller rättas: Vad gäller det och Vad skulle bli bättre\./)
    await expect.element(title()).toHaveFocus()
    await expect.element(title()).toHaveAttribute('aria-invalid', 'true')
    expect(asked).toEqual([])
  })

  test('asks for the portfolio when the unit does not say which', async () => {
    const { asked } = await show()
    await fill()
    await unit().fill('')
    await send().click()
    const choice = page.getByRole('combobox', { name: 'Vilken portfölj hör det till?' })
    await expect.element(choice).toHaveAttribute('aria-invalid', 'true')
    await choice.selectOptions('Gemensam portfölj')
    await send().click()
    await expect.poll(() => asked.length).toBe(1)
    expect(asked[0]?.args).toMatchObject({ portfolio: 'p-joint' })
    expect(asked[0]?.args).not.toHaveProperty('unit')
  })

  test('takes somebody else as contact person', async () => {
    const { asked } = await show()
    await fill()
    await page.getByRole('radio', { name: 'Någon annan' }).click()
    await page.getByRole('combobox', { name: 'Kontaktperson' }).fill(homeCareManager.name)
    await send().click()
    await expect.poll(() => asked.length).toBe(1)
    expect(asked[0]?.args).toMatchObject({ contact: homeCareManager })
  })

  test('sends with the same key when it is sent again after a refusal', async () => {
    const { asked } = await show(() => ({ refusals: [{ why: 'notFound', what: 'unit', key: 'x' }] }))
    await fill()
    await send().click()
    await expect.element(page.getByText(/finns inte längre/)).toBeVisible()
    await send().click()
    await expect.poll(() => asked.length).toBe(2)
    expect(asked[1]?.key).toBe(asked[0]?.key)
    await expect.element(title()).toHaveValue('Bildstöd i hemmet')
  })

  test('without the net is kept to be sent, and says so where it can be followed', async () => {
    const { session, show: next } = await show(() => 'offline')
    await fill()
    await send().click()
    await expect.poll(() => session.acting.queue().length).toBe(1)
    await next(<HappenedPage id={session.acting.queue()[0]?.key ?? ''} />)
    await expect.element(page.getByText(/skickas av sig självt så snart servern svarar/)).toBeVisible()
  })

  test('shows a need that is like it, to read in place and to follow instead', async () => {
    const { history, session } = await show()
    await title().fill('Signering av läkemedel på papper')
    const found = page.getByRole('complementary', { name: 'Liknar detta?' })
    await found.getByText('Digital signering av läkemedel').first().click()
    await expect.element(found.getByText(/doser missas/)).toBeVisible()
    await found.getByRole('button', { name: /Det är samma behov/ }).click()
    await expect.poll(() => history.at(-1)).toBe('/need/i-9?followed')
    expect(await session.data.cache.kept(followedName)).toEqual(['i-9'])
    expect(await session.data.cache.kept(needDraftName)).toBeDefined()
  })

  test.for(themes)('axe finds nothing in %s, also when something is wrong', async (theme) => {
    const { container } = await show(undefined, { theme })
    await send().click()
    await expect.element(title()).toHaveAttribute('aria-invalid', 'true')
    expect(await violations(container)).toEqual([])
  })

  test('fits a small phone', async () => {
    await page.viewport(320, 640)
    await show()
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  })
})
