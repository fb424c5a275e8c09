/** Two needs in different words become one, and are split again: found, previewed, told in both. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { trail } from '#src/lists/decisions.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { setUpStand, type Stand } from './stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await setUpStand()
})
afterAll(() => stand.close())
afterEach(() => stand.closePages())

/** Signing by hand and signing of medicine: a known pair of the demo. */
const [one, other] = ['pf-avo.nr:41', 'pf-avo.nr:34'] as const
const otherName = /^\S+-034 E-signering av delegerade insatser$/

const saved = (key: string) => stand.store.byKey(initiatives, key)
const told = async (key: string) =>
  (await stand.store.where(trail, { column: 'initiative', value: key }))
    .filter(({ kind }) => kind === 'merged')
    .toSorted((a, b) => Number(a.id) - Number(b.id))
    .map(({ from, to }) => (to === undefined ? `out of ${from}` : `into ${to}`))

test('a development lead finds a need that is the same, merges it, and splits it again', async () => {
  const { tab } = await stand.open('developmentLead', { route: `/initiative/${encodeURIComponent(one)}` })
  const section = tab.locator('#section-similar')
  await section.getByText('Inte prövat').waitFor()
  await section.getByRole('link', { name: otherName }).waitFor()
  await section.getByText(/papperslista/).waitFor()
  await section.getByRole('button', { name: 'Sammanför …' }).click()

  const dialog = tab.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: otherName }).check()
  await dialog.getByText(/blir en del av .*Digital signering läkemedel och HSL-insatser/).waitFor()
  await dialog.getByRole('button', { name: 'Sammanför 2 till ett' }).click()
  await section.getByText(/^1 behov är sammanfört i /).waitFor()
  await section.getByText(/Sammanförda hit: 1/).waitFor()
  expect(await saved(other)).toMatchObject({ state: 'merged', stage: 'collection', mergedInto: { key: one } })
  expect(await saved(one)).toMatchObject({ state: 'active', similarChecked: 'linked' })

  await section.getByRole('link', { name: otherName }).click()
  await tab.getByRole('heading', { level: 1, name: 'E-signering av delegerade insatser' }).waitFor()
  const part = tab.locator('#section-similar')
  await part.getByText('Behovet är sammanfört i').waitFor()
  await part.getByRole('button', { name: /^Dela upp/ }).click()
  await part.getByText(/står för sig självt igen/).waitFor()
  const split = await saved(other)
  expect([split?.state, split?.stage, split?.mergedInto]).toEqual(['active', 'collection', undefined])
  expect(await told(other)).toEqual([
    'into Digital signering läkemedel och HSL-insatser',
    'out of Digital signering läkemedel och HSL-insatser',
  ])
  expect(await told(one)).toHaveLength(2)
})
