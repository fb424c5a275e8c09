/** The initiative's page about what units receive: what is planned, where it is too much, adding and changing, and what is refused. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { initiatives } from '#src/lists/initiatives.ts'
import type { List } from '#src/lists/list.ts'
import { units } from '#src/lists/organisation.ts'
import { type Reception, receptions } from '#src/lists/receptions.ts'
import { Receptions } from '#tabs/initiative/Receptions.tsx'
import type { Whole } from '#tabs/ui/useWhole.ts'
import { anInitiative, aPreparation } from '../../fixtures/initiatives.ts'
import { aRef, tree } from '../../fixtures/organisation.ts'
import { type Act, held, renderScreen, violations } from '../fixtures.tsx'

const mine = anInitiative({ stage: 'delivery' })
const other = anInitiative({
  key: 'i-2',
  number: 'AVO-2024-020',
  title: 'Mobil plattform',
  stage: 'delivery',
})
/** Home care has room for 40 person-days a month. Nursing hasn't said. */
const rooms = [...tree.values()].map((unit) =>
  unit.key === 'homeCare' ? { ...unit, receivingDays: 40 } : unit,
)
const lands = (values: Partial<Reception> = {}): Reception => ({
  key: 'r-1',
  id: 'r-1',
  version: '"1"',
  title: 'Utbildning i lås',
  initiative: aRef('i-1'),
  unit: aRef('homeCare'),
  kind: 'training',
  from: '2024-11-01',
  to: '2024-12-31',
  days: 30,
  ...values,
})
const theirs = lands({
  key: 'r-2',
  initiative: aRef('i-2'),
  unit: aRef('homeCareSouth'),
  kind: 'rollout',
  from: '2024-12-01',
  to: '2025-01-31',
  days: 25,
})

interface Given {
  rows?: readonly Reception[]
  mayEdit?: boolean
  act?: Act
  fails?: boolean
  theme?: 'default' | 'dark' | 'contrast'
  locale?: 'sv' | 'en'
}
async function show({ rows = [lands(), theirs], mayEdit = true, fails = false, ...rest }: Given = {}) {
  const read: string[] = []
  let down = fails
  const answer = (said: string, found: readonly Reception[]) => {
    read.push(said)
    return down ? Promise.reject(new Error('down')) : Promise.resolve(found)
  }
  const preparation = aPreparation({ initiative: mine })
  const whole = { initiative: preparation.initiative, complete: true, preparation } as Whole
  const shown = await renderScreen(
    <main>
      <h1>Digitala lås</h1>
      <Receptions whole={whole} mayEdit={mayEdit} />
    </main>,
    {
      items: [held(initiatives, [mine, other]), held(units, rooms)],
      store: {
        all: ((list: List) => answer(`all ${list.name}`, rows)) as never,
        where: ((list: List, { column, value }: { column: string; value: string }) =>
          answer(
            `${list.name} ${column} ${value}`,
            rows.filter(({ initiative }) => initiative.key === value),
          )) as never,
        whereIn: (([{ list, column, values }]: [{ list: List; column: string; values: string[] }]) =>
          answer(
            `${list.name} ${column} ${values.join('+')}`,
            rows.filter(({ unit }) => values.includes(unit.key)),
          ).then((found) => [found])) as never,
      },
      ...rest,
    },
  )
  return { ...shown, read, heal: () => (down = false) }
}
const unfold = () => page.getByText('Mottagande', { exact: true }).click()
const says = (text: string) => expect.element(page.getByText(text, { exact: false }).first()).toBeVisible()

beforeEach(() => page.viewport(1000, 900))

describe('what is planned', () => {
  test('is told in the head of the section, unfolded or not', async () => {
    await show()
    await says('1 enhet tar emot, för mycket på 1')
  })

  test('has its unit, kind, days and months, and is set against all that lands on the unit', async () => {
    await show()
    await unfold()
    await says('utbildning 1 nov. – 31 dec., 30 persondagar per månad')
    await says(
      'homeCare (department) kan ta emot 40 persondagar per månad, men allt som landar där är 55 i december 2024.',
    )
    expect(document.body.textContent).not.toContain('införande')
  })

  test('is read by the initiative, and then by the units that have said what they have room for', async () => {
    const { read } = await show()
    await says('1 enhet tar emot')
    expect(read).toEqual(['Receptions initiative i-1', 'Receptions unit homeCare+homeCareSouth'])
  })

  test('of units that haven’t said their room asks for nobody else’s', async () => {
    const { read } = await show({ rows: [lands({ unit: aRef('nursing') }), theirs] })
    await says('1 enhet tar emot, allt ryms')
    expect(read).toEqual(['Receptions initiative i-1'])
  })

  test('by nobody is a start, also for who may only look', async () => {
    await show({ rows: [], mayEdit: false })
    await unfold()
    await says('Ingen har planerat vilka enheter som tar emot och när.')
    expect(document.querySelector('button')).toBeNull()
  })

  test('that can’t be read is said, and read again', async () => {
    const { heal } = await show({ fails: true })
    await unfold()
    await says('Mottagandet gick inte att läsa in.')
    heal()
    await page.getByRole('button', { name: 'Försök igen' }).click()
    await says('30 persondagar per månad')
  })
})

describe('a row', () => {
  test('is added with what was filled in, and is there', async () => {
    const sent: { name: string; args: unknown }[] = []
    const { read } = await show({
      rows: [],
      act: ({ name, args }) => {
        sent.push({ name, args })
        return { done: { receptions: [lands()] } }
      },
    })
    await unfold()
    await page.getByRole('button', { name: 'Lägg till mottagande' }).click()
    await page.getByRole('textbox', { name: 'Vad som tas emot' }).fill('Utbildning i lås')
    await page.getByRole('combobox', { name: 'Mottagande enhet' }).fill('homeCare (department)')
    await page.getByRole('combobox', { name: 'Slag' }).selectOptions('Utbildning')
    await page.getByLabelText(/^Från/).fill('2024-11-01')
    await page.getByLabelText(/^Till/).fill('2024-12-31')
    await page.getByRole('spinbutton', { name: 'Persondagar per månad' }).fill('30')
    const before = read.length
    await page.getByRole('button', { name: 'Spara' }).click()
    await expect.element(page.getByRole('textbox', { name: 'Vad som tas emot' })).not.toBeInTheDocument()
    expect(sent[0]).toMatchObject({
      name: 'saveRow',
      args: {
        initiative: 'i-1',
        list: 'receptions',
        values: {
          title: 'Utbildning i lås',
          unit: { key: 'homeCare', title: 'homeCare (department)' },
          kind: 'training',
          from: '2024-11-01',
          to: '2024-12-31',
          days: 30,
        },
      },
    })
    // It may be of a unit that nobody has asked about yet.
    await expect.poll(() => read.length).toBeGreaterThan(before)
  })

  test('of less than no days is said to be so before it is sent, and what the server refuses keeps the form', async () => {
    await show({
      act: () => ({
        refusals: [
          { why: 'invalid', problems: [{ field: 'days', problem: 'notANumber' }], of: receptions.name },
        ],
      }),
    })
    await unfold()
    await page.getByRole('button', { name: 'Ändra homeCare, Utbildning i lås' }).click()
    await page.getByRole('spinbutton', { name: 'Persondagar per månad' }).fill('-5')
    await says('Persondagar per månad ska vara ett helt tal, noll eller större')
    await page.getByRole('button', { name: 'Spara' }).click()
    await expect
      .element(page.getByRole('alert').last())
      .toMatchTextContent(/Persondagar per månad ska vara ett helt tal, noll eller större/)
    await expect.element(page.getByRole('spinbutton', { name: 'Persondagar per månad' })).toHaveValue(-5)
  })

  test('is taken away', async () => {
    const sent: unknown[] = []
    await show({
      act: ({ args }) => {
        sent.push(args)
        return { done: { receptions: [{ ...lands(), archived: true }] } }
      },
      rows: [lands()],
    })
    await unfold()
    await page.getByRole('button', { name: 'Ändra homeCare, Utbildning i lås' }).click()
    await page.getByRole('button', { name: 'Ta bort' }).click()
    await expect.poll(() => sent).toMatchObject([{ values: { archived: true }, row: 'r-1' }])
  })
})

test.for(['default', 'dark', 'contrast'] as const)(
  'is accessible in %s, also with a form open',
  async (theme) => {
    const { container } = await show({ theme })
    await unfold()
    await page.getByRole('button', { name: /^Ändra homeCare/ }).click()
    expect(await violations(container)).toEqual([])
  },
)

test('fits a phone without scrolling sideways', async () => {
  await page.viewport(320, 700)
  await show()
  await unfold()
  await page.getByRole('button', { name: /^Ändra homeCare/ }).click()
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
})
