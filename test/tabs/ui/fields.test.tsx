/** The control of each kind of column: what is typed or chosen comes out as the value the list keeps. */
import { useState } from 'react'
import { describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { costItems } from '#src/lists/businessCase.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import type { List } from '#src/lists/list.ts'
import { people, type PersonRow, units } from '#src/lists/organisation.ts'
import { FieldEdit } from '#tabs/ui/fields/FieldEdit.tsx'
import { FieldView } from '#tabs/ui/fields/FieldView.tsx'
import { aUnit } from '../../fixtures/organisation.ts'
import { type Given, held, renderScreen, violations } from '../fixtures.tsx'

const aPersonRow = (id: string, title: string, jobTitle: string): PersonRow => ({
  key: id,
  id,
  version: '"1"',
  title,
  jobTitle,
  person: { id, name: title },
})
const items = [
  held(units, [
    { ...aUnit('u-ht', 'department'), title: 'Hemtjänst', short: 'HT' },
    { ...aUnit('u-hsv', 'department'), title: 'Hälso- och sjukvård' },
  ]),
  held(people, [
    aPersonRow('p-1', 'Åsa Lindevall', 'Utvecklingsledare'),
    aPersonRow('p-2', 'Östen Ek', 'Controller'),
  ]),
]

/** A form of one field, which remembers every value it was given. */
async function edit(field: string, value?: unknown, list: List = initiatives, given: Given = {}) {
  const seen: unknown[] = []
  const shown = await renderScreen(
    <OneField
      list={list}
      field={field}
      start={value}
      see={(v) => {
        seen.push(v)
      }}
    />,
    {
      items,
      ...given,
    },
  )
  return { ...shown, seen, last: () => seen.at(-1) }
}

function OneField({
  list,
  field,
  start,
  see,
}: {
  list: List
  field: string
  start: unknown
  see: (value: unknown) => void
}) {
  const [value, setValue] = useState(start)
  return (
    <main>
      <h1>Form</h1>
      <FieldEdit
        list={list}
        field={field}
        value={value}
        change={(next) => {
          see(next)
          setValue(next)
        }}
      />
    </main>
  )
}

test('a name that nobody has is said, and what stood there stands', async () => {
  const { seen } = await edit('unit', { key: 'u-ht', title: 'Hemtjänst' })
  const control = page.getByRole('combobox', { name: 'Enhet' })
  await control.fill('hemtjänts')
  await userEvent.tab()
  await expect.element(control).toHaveValue('Hemtjänst (HT)')
  await expect.element(page.getByRole('alert')).toMatchTextContent(/^”hemtjänts” finns inte i listan/)
  expect(seen).toEqual([])
  await control.fill('Hälso- och sjukvård')
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
})

test('half a name is not left behind by Enter: it is said, and stands until it is a name', async () => {
  const { last } = await edit('contact')
  const control = page.getByRole('combobox', { name: 'Kontaktperson' })
  await control.fill('Åsa L')
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('alert')).toMatchTextContent(/^”Åsa L” finns inte i listan/)
  await expect.element(control).toHaveValue('Åsa L')
  await control.fill('åsa lindevall')
  await userEvent.keyboard('{Enter}')
  await expect.element(control).toHaveValue('Åsa Lindevall, Utvecklingsledare')
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
  expect(last()).toEqual({ id: 'p-1', name: 'Åsa Lindevall' })
})

describe('what is typed', () => {
  const cases: {
    says: string
    field: string
    role: 'textbox'
    name: string
    typed: string
    kept: unknown
  }[] = [
    {
      says: 'a line of text',
      field: 'caseNumber',
      role: 'textbox',
      name: 'Diarienummer',
      typed: 'N161-0123/24',
      kept: 'N161-0123/24',
    },
    {
      says: 'a text of several lines',
      field: 'benefit',
      role: 'textbox',
      name: 'Nytta',
      typed: 'Färre\nresor',
      kept: 'Färre\nresor',
    },
    {
      says: 'kronor with spaces between thousands',
      field: 'costHighKr',
      role: 'textbox',
      name: 'Kostnad, högst (kr)',
      typed: '1 200\u00A0000',
      kept: 1_200_000,
    },
  ]
  test.each(cases)('$says', async ({ field, role, name, typed, kept }) => {
    const { last } = await edit(field)
    const control = page.getByRole(role, { name })
    await control.fill(typed)
    expect(last()).toEqual(kept)
    await control.fill('')
    expect(last()).toBeNull()
  })

  test('a whole number', async () => {
    const { last } = await edit('year', undefined, costItems)
    await page.getByRole('spinbutton', { name: 'År' }).fill('2025')
    expect(last()).toBe(2025)
  })

  test('a day', async () => {
    const { last } = await edit('legalDay')
    await page.getByLabelText('Lagkravets datum').fill('2026-03-31')
    expect(last()).toBe('2026-03-31')
  })
})

describe('what is chosen', () => {
  test('a choice shows its words and keeps its key; the empty one empties it', async () => {
    const { last } = await edit('type')
    const control = page.getByRole('combobox', { name: 'Initiativtyp' })
    await control.selectOptions('Införande')
    expect(last()).toBe('rollout')
    await control.selectOptions('Välj …')
    expect(last()).toBeNull()
  })

  test('a choice is in the language of the page', async () => {
    const { last } = await edit('legal', undefined, initiatives, { locale: 'en' })
    await page.getByRole('combobox', { name: 'Legal requirement' }).selectOptions('Yes')
    expect(last()).toBe('yes')
  })

  test('yes or no', async () => {
    const { last } = await edit('costPerYear')
    await page.getByRole('checkbox', { name: 'Kostnaden är per år' }).click()
    expect(last()).toBe(true)
  })

  test('a person, whatever the case it is written in', async () => {
    const { last } = await edit('effectOwner')
    const control = page.getByRole('combobox', { name: 'Effektägare' })
    await control.fill('åsa lindevall, utvecklingsledare')
    expect(last()).toEqual({ id: 'p-1', name: 'Åsa Lindevall' })
    await control.fill('')
    expect(last()).toBeNull()
  })

  test('half a name changes nothing, and is gone when the field is left', async () => {
    const { seen } = await edit('effectOwner', { id: 'p-2', name: 'Östen Ek' })
    const control = page.getByRole('combobox', { name: 'Effektägare' })
    await control.fill('Ås')
    await userEvent.tab()
    await expect.element(control).toHaveValue('Östen Ek, Controller')
    expect(seen).toEqual([])
  })

  test('several units, each once, and taken away one by one', async () => {
    const { last } = await edit('concernedUnits')
    const control = page.getByRole('combobox', { name: 'Berörda enheter' })
    await control.fill('Hemtjänst (HT)')
    await control.fill('Hälso- och sjukvård')
    await control.fill('Hemtjänst (HT)')
    expect(last()).toEqual([
      { key: 'u-ht', title: 'Hemtjänst' },
      { key: 'u-hsv', title: 'Hälso- och sjukvård' },
    ])
    await page.getByRole('button', { name: 'Ta bort Hemtjänst' }).click()
    expect(last()).toEqual([{ key: 'u-hsv', title: 'Hälso- och sjukvård' }])
    await page.getByRole('button', { name: 'Ta bort Hälso- och sjukvård' }).click()
    expect(last()).toBeNull()
  })

  test('a step of union cooperation: day, group, what, and what came of it', async () => {
    const { last } = await edit('unionSteps')
    await page.getByRole('button', { name: 'Lägg till steg' }).click()
    await page.getByRole('textbox', { name: 'Grupp' }).fill('FÖS')
    await page.getByRole('textbox', { name: 'Vad' }).fill('Riskbedömning')
    expect(last()).toEqual([{ day: '2024-10-01', group: 'FÖS', what: 'Riskbedömning' }])
    await page.getByRole('combobox', { name: 'Resultat' }).selectOptions('Oenighet')
    expect(last()).toEqual([{ day: '2024-10-01', group: 'FÖS', what: 'Riskbedömning', result: 'disagreed' }])
    await page.getByRole('combobox', { name: 'Resultat' }).selectOptions('Inget resultat ännu')
    expect(last()).toEqual([{ day: '2024-10-01', group: 'FÖS', what: 'Riskbedömning' }])
    await page.getByRole('button', { name: 'Ta bort Steg 1' }).click()
    expect(last()).toBeNull()
  })
})

describe('what cannot be kept', () => {
  test('is said at the field while it is written', async () => {
    await edit('caseNumber')
    const control = page.getByRole('textbox', { name: 'Diarienummer' })
    await control.fill('x'.repeat(256))
    await expect.element(page.getByText('Diarienummer får ha högst 255 tecken')).toBeVisible()
    await expect.element(control).toHaveAttribute('aria-invalid', 'true')
    await control.fill('N161')
    await expect.element(control).not.toHaveAttribute('aria-invalid', 'true')
  })

  test('letters are no kronor', async () => {
    await edit('costHighKr')
    await page.getByRole('textbox', { name: 'Kostnad, högst (kr)' }).fill('tusen')
    await expect
      .element(page.getByText('Kostnad, högst (kr) ska vara ett helt tal, noll eller större'))
      .toBeVisible()
  })
})

describe('what is read', () => {
  const cases: { says: string; field: string; value: unknown; text: string }[] = [
    { says: 'nothing', field: 'need', value: undefined, text: '–' },
    { says: 'money, rounded', field: 'costHighKr', value: 1_234_567, text: '1,2\u00A0mnkr' },
    { says: 'a quarter', field: 'start', value: '2026-Q3', text: 'kv 3 2026' },
    { says: 'a day of another year', field: 'legalDay', value: '2026-03-31', text: '31 mars 2026' },
    { says: 'a choice', field: 'scope', value: 'shared', text: 'Gemensam' },
    {
      says: 'a person',
      field: 'effectOwner',
      value: { id: 'p-1', name: 'Åsa Lindevall' },
      text: 'Åsa Lindevall',
    },
  ]
  test.each(cases)('$says', async ({ field, value, text }) => {
    const { container } = await renderScreen(<FieldView list={initiatives} field={field} value={value} />)
    expect(container.textContent).toBe(text)
  })

  test('money tells every krona to whoever asks', async () => {
    await renderScreen(<FieldView list={initiatives} field='costHighKr' value={1_234_567} />)
    await expect
      .element(page.getByText('1,2', { exact: false }))
      .toHaveAttribute('title', '1\u00A0234\u00A0567\u00A0kr')
  })
})

test.each(['default', 'dark', 'contrast'] as const)('axe finds nothing in the %s theme', async (theme) => {
  for (const field of [
    'title',
    'need',
    'type',
    'legalDay',
    'costHighKr',
    'contact',
    'concernedUnits',
    'unionSteps',
  ]) {
    const { container } = await edit(field, undefined, initiatives, { theme })
    expect(await violations(container)).toEqual([])
  }
})
