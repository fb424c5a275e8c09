/** The section of similar needs: what is found, linked, merged and taken out again, by the real comparison in its worker. */
import { describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { people, units } from '#src/lists/organisation.ts'
import type { Whole } from '#tabs/ui/useWhole.ts'
import { SimilarSection } from '#tabs/ui/similar/SimilarSection.tsx'
import { anInitiative, type Given } from '../../fixtures/initiatives.ts'
import { aPerson, aRef, tree } from '../../fixtures/organisation.ts'
import { type Act, held, renderScreen, violations } from '../fixtures.tsx'

const locks = anInitiative({
  key: 'locks',
  number: 'T-1',
  title: 'Nyckelfri hemtjänst',
  stage: 'screening',
  need: 'Digitala lås på dörrar och portar i stället för nycklar',
  benefit: 'Färre borttappade nycklar',
  concernedUnits: [aRef('homeCare')],
})
const nurses = anInitiative({
  key: 'nurses',
  id: '2',
  number: 'T-2',
  title: 'Digitala lås för sjuksköterskor',
  stage: 'screening',
  need: 'Sjuksköterskor kommer inte åt låsen och hämtar nyckel',
  unit: aRef('nursing'),
  contact: aPerson('n', 'Nils Boende'),
})
const wifi = anInitiative({
  key: 'wifi',
  id: '3',
  number: 'T-3',
  title: 'Trådlöst nät på boenden',
  need: 'Boenden saknar täckning',
})

const wholeOf = (initiative: Initiative, complete = true): Whole => ({
  initiative,
  complete,
  costItems: [],
  benefits: [],
  decisions: [],
  trail: [],
  atMeetings: [],
  preparation: {
    initiative,
    process: 'behovsprocessen',
    tree,
    costItems: [],
    benefits: [],
    dependencies: [],
  },
})

async function show(
  initiative: Initiative = locks,
  {
    all = [locks, nurses, wifi],
    act = () => ({ done: {} }),
    mayEdit = true,
    ...given
  }: { all?: Initiative[]; act?: Act; mayEdit?: boolean } & Pick<
    NonNullable<Parameters<typeof renderScreen>[1]>,
    'locale' | 'theme'
  > = {},
) {
  const asked: Parameters<Act>[0][] = []
  const lead = {
    key: 'p',
    id: '9',
    version: '1',
    title: 'Jag',
    person: aPerson('me'),
    roles: ['developmentLead' as const],
  }
  const shown = await renderScreen(
    <main>
      <h1>{initiative.title}</h1>
      <SimilarSection whole={wholeOf(initiative)} mayEdit={mayEdit} opened />
    </main>,
    {
      items: [held(initiatives, all), held(people, [lead]), held(units, [...tree.values()])],
      act: (one) => {
        asked.push(one)
        return act(one)
      },
      ...given,
    },
  )
  return { ...shown, asked }
}
const button = (name: string | RegExp) => page.getByRole('button', { name })
const change = (values: Given<Initiative>, of = locks) => anInitiative({ ...of, ...values })

describe('needs that may be the same', () => {
  test('are found by their words, with what made them alike', async () => {
    await show()
    await expect
      .element(page.getByRole('link', { name: 'T-2 Digitala lås för sjuksköterskor' }))
      .toBeVisible()
    await expect.element(page.getByText(/Gemensamt: .*lås/)).toBeVisible()
    await expect.element(page.getByText(/Grovsållning · nursing/)).toBeVisible()
    expect(page.getByRole('link', { name: /Trådlöst nät/ }).elements()).toEqual([])
  })

  test('are linked with one press, and it is said', async () => {
    const { asked } = await show()
    await button('Länka: T-2 Digitala lås för sjuksköterskor').click()
    await expect
      .element(page.getByText('T-2 Digitala lås för sjuksköterskor är länkat, här och där.'))
      .toBeVisible()
    expect(asked[0]).toMatchObject({ name: 'linkSimilar', args: { initiative: 'locks', link: ['nurses'] } })
  })

  test('that no words made alike are linked by whoever knows of them', async () => {
    const { asked } = await show()
    await page.viewport(320, 800)
    await expect.element(page.getByRole('combobox', { name: /Vet du ett annat/ })).toBeVisible()
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
    await page.viewport(1280, 800)
    await page.getByRole('combobox', { name: /Vet du ett annat/ }).fill('T-3 Trådlöst nät på boenden')
    await page.getByRole('button', { name: 'Länka', exact: true }).click()
    await expect.element(page.getByText('T-3 Trådlöst nät på boenden är länkat, här och där.')).toBeVisible()
    expect(asked[0]).toMatchObject({ name: 'linkSimilar', args: { initiative: 'locks', link: ['wifi'] } })
  })

  test('may be none, which Grovsållning asks for', async () => {
    const { asked } = await show(wifi)
    await expect.element(page.getByText('Inte prövat')).toBeVisible()
    await expect.element(page.getByText('Inga fler med liknande ord i titel, behov och nytta.')).toBeVisible()
    await button('Inga liknande finns').click()
    await expect.element(page.getByText('Det är noterat att inga liknande finns.')).toBeVisible()
    expect(asked[0]).toMatchObject({ name: 'linkSimilar', args: { initiative: 'wifi' } })
  })

  test('are only shown to whoever may not prepare', async () => {
    await show(locks, { mayEdit: false })
    await expect.element(page.getByRole('link', { name: /T-2/ })).toBeVisible()
    expect(page.getByRole('button').elements()).toEqual([])
  })

  test.for([
    ['stopped', { state: 'stopped' }],
    ['screened out', { state: 'screenedOut' }],
    ['closed', { stage: 'closed' }],
  ] as const)('that are all over (%s) are linked, not merged, and it says why', async ([, over]) => {
    await show(locks, { all: [locks, change(over, nurses), wifi] })
    await expect.element(page.getByText(/Inget av dem kan sammanföras/)).toBeVisible()
    await expect.element(button(/^Länka: T-2/)).toBeVisible()
    expect(button('Sammanför …').elements()).toEqual([])
  })

  test('of one that is itself over, nothing is merged', async () => {
    await show(change({ state: 'stopped' }))
    await expect.element(button(/^Länka: T-2/)).toBeVisible()
    expect(button('Sammanför …').elements()).toEqual([])
    expect(page.getByText(/Inget av dem kan sammanföras/).elements()).toEqual([])
  })

  test('why it was refused is said', async () => {
    await show(locks, { act: () => ({ refusals: [{ why: 'archived' }] }) })
    await button(/^Länka: T-2/).click()
    await expect.element(page.getByRole('alert')).toMatchTextContent(/arkiverat/)
  })
})

test('linked needs can be let go of', async () => {
  const { asked } = await show(change({ similar: [aRef('nurses')], similarChecked: 'linked' }))
  await expect.element(page.getByText('Länkade: 1')).toBeVisible()
  await button('Ta bort länken: nurses').click()
  await expect.element(page.getByText('Länken till nurses är borttagen.')).toBeVisible()
  expect(asked[0]).toMatchObject({ args: { initiative: 'locks', unlink: ['nurses'] } })
})

describe('merging', () => {
  const open = async () => {
    await button('Sammanför …').click()
    await page.getByRole('checkbox', { name: 'T-2 Digitala lås för sjuksköterskor' }).click()
  }

  test('says what follows before it is done', async () => {
    const { asked } = await show()
    await open()
    for (const says of [
      'T-2 Digitala lås för sjuksköterskor blir en del av T-1 Nyckelfri hemtjänst och beslutas inte längre för sig.',
      'Berörda enheter som läggs till: nursing.',
      /Nils Boende/,
    ])
      await expect.element(page.getByRole('dialog').getByText(says)).toBeVisible()
    await button('Sammanför 2 till ett').click()
    const said = page.getByText('1 behov är sammanfört i T-1 Nyckelfri hemtjänst.')
    await expect.element(said).toBeVisible()
    await expect.element(said).toHaveFocus()
    expect(asked[0]).toMatchObject({ name: 'mergeNeeds', args: { into: 'locks', from: ['nurses'] } })
  })

  test('may make the other the one', async () => {
    const { asked } = await show()
    await open()
    await page.getByRole('radio', { name: 'T-2 Digitala lås för sjuksköterskor' }).click()
    await button('Sammanför 2 till ett').click()
    await expect.element(page.getByText(/^1 behov är sammanfört i T-2/)).toBeVisible()
    expect(asked[0]).toMatchObject({ args: { into: 'nurses', from: ['locks'] } })
  })

  test('what can’t be merged says why, and the button is shut', async () => {
    await show(locks, { all: [locks, change({ state: 'paused' }, nurses), wifi] })
    await open()
    await expect.element(page.getByRole('alert')).toMatchTextContent(/T-2 .* är pausat/)
    await expect.element(button('Sammanför 2 till ett')).toHaveAttribute('aria-disabled', 'true')
  })

  test.for([{ stage: 'closed' }, { state: 'screenedOut' }, { state: 'stopped' }] as const)(
    'what is over is not offered: %o',
    async (over) => {
      const alive = change({ key: 'alive', id: '4', number: 'T-4' }, nurses)
      const linked = change({ similar: [aRef('alive'), aRef('nurses')] })
      await show(linked, { all: [linked, change(over, nurses), wifi, alive] })
      await button(/^Sammanför/).click()
      await expect.element(page.getByRole('checkbox', { name: /T-4/ })).toBeVisible()
      expect(page.getByRole('checkbox', { name: /T-2/ }).query()).toBeNull()
    },
  )

  test('what the server refuses is said in the dialog, which stays', async () => {
    await show(locks, {
      act: () => ({ refusals: [{ why: 'notMergeable', fault: 'sourceMerged', names: ['T-2 Lås'] }] }),
    })
    await open()
    await button('Sammanför 2 till ett').click()
    await expect.element(page.getByRole('dialog').getByRole('alert')).toMatchTextContent(/redan sammanfört/)
  })
})

describe('merged needs', () => {
  const part = change({ state: 'merged', mergedInto: aRef('locks') }, nurses)

  test('stand with the one, with their contact persons, and can be split', async () => {
    const { asked } = await show(locks, { all: [locks, part] })
    await expect.element(page.getByText(/^Sammanförda hit: 1/)).toBeVisible()
    await expect.element(page.getByText(/kontaktperson Nils Boende/)).toBeVisible()
    await button('Dela upp: T-2 Digitala lås för sjuksköterskor').click()
    await expect.element(page.getByText(/står för sig självt igen/)).toBeVisible()
    expect(asked[0]).toMatchObject({ name: 'splitNeed', args: { need: 'nurses' } })
  })

  test('say what they are part of, and ask for nothing more', async () => {
    await show(part, { all: [locks, part] })
    await expect
      .element(page.getByRole('link', { name: 'locks' }))
      .toHaveAttribute('href', '/initiative/locks')
    await expect.element(button(/^Dela upp/)).toBeVisible()
    expect(page.getByText('Kan vara samma').elements()).toEqual([])
    expect(page.getByText('Inte prövat').elements()).toEqual([])
  })
})

test.for([
  { theme: 'default', locale: 'sv' },
  { theme: 'dark', locale: 'en' },
  { theme: 'contrast', locale: 'sv' },
] as const)('everyone can use it, in $theme and $locale', async ({ theme, locale }) => {
  const part = change({ key: 'x', id: '4', number: 'T-4', state: 'merged', mergedInto: aRef('locks') }, wifi)
  const { container } = await show(change({ similar: [aRef('wifi')], similarChecked: 'linked' }), {
    all: [locks, nurses, wifi, part],
    theme,
    locale,
  })
  await expect.element(page.getByRole('link', { name: /T-2/ })).toBeVisible()
  expect(await violations(container)).toEqual([])
  await button(locale === 'sv' ? 'Sammanför …' : 'Merge …').click()
  await page.getByRole('checkbox', { name: /T-2/ }).click()
  await expect.element(page.getByRole('dialog').getByRole('radio').first()).toBeVisible()
  // Colours are those of the dialog once it has faded in.
  await expect.poll(() => violations(page.getByRole('dialog').element())).toEqual([])
})
