/** Editing in the table: a cell in place, and many rows at once. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { initiatives } from '#src/lists/initiatives.ts'
import { type Act, held } from '#test/tabs/fixtures.tsx'
import { aServer, show, first, press, cell, row, rows } from './tableStand.tsx'

beforeEach(() => page.viewport(1280, 800))

describe('editing a cell', () => {
  test('F2 opens it, Enter saves what was changed with what stood there, and the focus stays', async () => {
    const { act, asked } = aServer()
    const { session } = await show({ act })
    session.onDone(({ initiatives: saved = [] }) => session.data.put(initiatives, ...saved))
    await first()
    await press('{ArrowRight}{ArrowRight}{F2}')
    const field = page.getByRole('textbox', { name: 'Titel' })
    await expect.element(field).toHaveFocus()
    await field.fill('Digitala lås och larm')
    await press('{Enter}')
    await expect.element(cell('Digitala lås och larm', 1)).toHaveFocus()
    await expect
      .poll(() => asked)
      .toEqual([
        {
          name: 'prepareInitiative',
          args: {
            initiative: 'i-0',
            changes: { title: 'Digitala lås och larm' },
            base: { title: 'Digitala lås' },
          },
        },
      ])
  })

  test('Escape leaves it as it was; a required field cannot be emptied', async () => {
    const { act, asked } = aServer()
    await show({ act })
    await first()
    await press('{ArrowRight}{ArrowRight}{Enter}')
    await page.getByRole('textbox', { name: 'Titel' }).fill('')
    await expect.element(page.getByRole('alert')).toMatchTextContent('Titel måste fyllas i')
    await press('{Enter}')
    await expect.element(page.getByRole('textbox', { name: 'Titel' })).toBeVisible()
    await press('{Escape}')
    await expect.element(cell('Digitala lås', 1)).toHaveFocus()
    expect(asked).toEqual([])
  })

  test('what somebody else has changed is shown beside mine, and mine can be kept', async () => {
    const { act, asked } = aServer()
    let times = 0
    const refusing: Act = (question) =>
      times++ === 0
        ? {
            refusals: [
              {
                why: 'changedByOther',
                by: { id: 'x', name: 'Åsa Lindevall' },
                fields: [{ field: 'title', mine: 'Min', theirs: 'Deras' }],
              },
            ],
          }
        : act(question)
    const { session } = await show({ act: refusing })
    const refresh = vi.spyOn(session.data, 'refresh')
    await first()
    await press('{ArrowRight}{ArrowRight}{F2}')
    await page.getByRole('textbox', { name: 'Titel' }).fill('Min')
    await press('{Enter}')
    const alert = page.getByRole('alert')
    await expect.element(alert).toMatchTextContent(/Åsa Lindevall.*Du skrev: Min.*Nu står: Deras/)
    expect(refresh).toHaveBeenCalled()
    await alert.getByRole('button', { name: 'Använd min' }).click()
    await expect
      .poll(() => asked.at(-1)?.args)
      .toMatchObject({ changes: { title: 'Min' }, base: { title: 'Deras' } })
  })

  test('without a net the cell shows what was meant', async () => {
    await show()
    await first()
    await press('{ArrowRight}{ArrowRight}{F2}')
    await page.getByRole('textbox', { name: 'Titel' }).fill('Skrivet utan nät')
    await press('{Enter}')
    await expect.element(row('Skrivet utan nät')).toBeVisible()
  })

  test('whoever may not is told who may', async () => {
    await show({ items: [held(initiatives, rows)] })
    await first()
    await press('{ArrowRight}{ArrowRight}{F2}')
    await expect.element(page.getByRole('alert')).toMatchTextContent('Du har inte rätt att göra det här.')
    await press('{Escape}')
    await expect.poll(() => page.getByRole('alert').elements()).toEqual([])
  })
})

describe('many at once', () => {
  test('one field is set, refusals are named, and it is taken back as one act', async () => {
    const { act, asked } = aServer((key) => key === 'i-2')
    await show({ act })
    await first()
    await press('{Control>}a{/Control}')
    await page.getByRole('combobox', { name: 'Ändra fält' }).selectOptions('Initiativtyp')
    await page.getByRole('combobox', { name: 'Initiativtyp' }).selectOptions('Förstudie')
    await page.getByRole('button', { name: 'Ändra 2 initiativ' }).click()
    await expect.element(page.getByText(/1 initiativ är ändrat. 1 lämnades som det var/)).toBeVisible()
    await expect
      .element(page.getByRole('listitem').filter({ hasText: 'Ärendestöd' }))
      .toMatchTextContent('arkiverat')
    await page.getByRole('button', { name: 'Ångra' }).click()
    await expect.element(page.getByText('Ändringen av 1 initiativ är ångrad.')).toBeVisible()
    expect(asked.map(({ args }) => (args as { rows: object[] }).rows)).toEqual([
      [
        { initiative: 'i-0', changes: { type: 'prestudy' }, base: { type: null } },
        { initiative: 'i-2', changes: { type: 'prestudy' }, base: { type: null } },
      ],
      [{ initiative: 'i-0', changes: { type: null }, base: { type: 'prestudy' } }],
    ])
  })
})
