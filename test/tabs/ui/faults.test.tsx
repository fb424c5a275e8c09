/** What is said of a field that can't be sent: in the language of the page, not of the browser. */
import type { ReactNode } from 'react'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { Later } from '#tabs/ui/Later.tsx'
import { renderScreen } from '../fixtures.tsx'

const aForm = async (field: ReactNode) => {
  const { container } = await renderScreen(
    <main>
      <h1>Form</h1>
      <form onSubmit={(event) => event.preventDefault()}>
        {field}
        <button>Spara</button>
      </form>
      <Later />
    </main>,
  )
  await expect.element(page.getByRole('button', { name: 'Kortkommandon' })).toBeVisible()
  await page.getByRole('button', { name: 'Spara' }).click()
  const control = container.querySelector<HTMLInputElement>('form :is(input, textarea)')
  if (!control) throw new Error('The form has no field')
  return control
}

test.each([
  { says: 'an empty text', field: <textarea required />, sentence: 'Det här måste fyllas i.' },
  {
    says: 'a number that is too small',
    field: <input type='number' min={1} defaultValue={0} />,
    sentence: 'Ange 1 eller mer.',
  },
  {
    says: 'a day that is too early',
    field: <input type='date' min='2024-10-01' defaultValue='2024-09-30' />,
    sentence: 'Välj 2024-10-01 eller en senare dag.',
  },
])('$says is told of in Swedish', async ({ field, sentence }) => {
  expect((await aForm(field)).validationMessage).toBe(sentence)
})

test('what is filled in is judged anew', async () => {
  const control = await aForm(<input aria-label='Skäl' required />)
  expect(control.validity.customError).toBe(true)
  await page.getByRole('textbox', { name: 'Skäl' }).fill('x')
  expect(control.validity.valid).toBe(true)
})
