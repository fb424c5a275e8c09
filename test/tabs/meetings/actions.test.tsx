/** The action list: whose, what is late, and doing something about it on the line. */
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { ActionItem } from '#src/lists/actionItems.ts'
import { forums, people } from '#src/lists/organisation.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import type { Equals } from '#src/graph/wireItems.ts'
import { ActionsPage } from '#tabs/meetings/register/ActionsPage.tsx'
import { aForum, anAction } from '../../fixtures/meetings.ts'
import { aPerson } from '../../fixtures/organisation.ts'
import { type Act, type Given, held, renderScreen, violations } from '../fixtures.tsx'

const me = aPerson('me', 'Jag Själv')
const mine = [
  anAction('Fråga fastighet om eluttag', { owner: me, due: '2024-09-24' }),
  anAction('Beställa lås', { owner: me, due: '2024-10-04' }),
  anAction('Kontakta bostadsbolagen', {
    owner: me,
    due: '2024-09-01',
    state: 'done',
    closedOn: '2024-09-01',
  }),
]
const others = [anAction('Utreda vem som betalar', { due: '2024-10-20' })]

function show({ rows = [...mine, ...others], ...given }: Given & { rows?: ActionItem[] } = {}) {
  const asked: Equals[] = []
  const store: Partial<ListReader> = {
    where: (_, equals: Equals) => {
      asked.push(equals)
      const found = rows.filter((row) =>
        equals.column === 'owner'
          ? row.owner.id === equals.value
          : equals.column === 'state'
            ? row.state === 'open'
            : row.forum.key === equals.value,
      )
      return Promise.resolve(found as never)
    },
  }
  const shown = renderScreen(<ActionsPage />, {
    items: [
      held(forums, [aForum({ secretary: aPerson('someone') })]),
      held(people, [
        { id: '9', version: '1', key: 'p-9', title: 'Kajsa Ny', person: aPerson('kajsa', 'Kajsa Ny') },
      ]),
    ],
    store,
    ...given,
  })
  return shown.then((screen) => ({ ...screen, asked }))
}
const line = (title: string) => page.getByRole('listitem').filter({ hasText: title })

test('mine come first in sight: what is late with how late, and nothing that is done', async () => {
  const { asked } = await show()
  await expect.element(line('Fråga fastighet om eluttag')).toMatchTextContent(/▲ 7 dagar sen/)
  await expect.element(page.getByRole('heading', { level: 2 }).first()).toMatchTextContent(/Försenade 1/)
  await expect.element(line('Beställa lås')).toBeVisible()
  await expect.element(line('Kontakta bostadsbolagen')).not.toBeInTheDocument()
  expect(asked).toEqual([{ column: 'owner', value: 'me' }])
})

test("everybody's and a forum's are a choice away, and the choice is in the address", async () => {
  const { history } = await show()
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Visa' }), 'all')
  await expect.element(line('Utreda vem som betalar')).toBeVisible()
  expect(history.at(-1)).toContain('whose=all')
  await page.getByRole('checkbox', { name: 'Bara försenade' }).click()
  await expect.element(line('Utreda vem som betalar')).not.toBeInTheDocument()
  await expect.element(line('Fråga fastighet om eluttag')).toBeVisible()
})

test('done is one click, and the line leaves', async () => {
  const act = vi.fn<Act>(({ args }) => {
    const { action } = args as { action: string }
    const found = mine.find(({ key }) => key === action) as ActionItem
    return { done: { actionItems: [{ ...found, state: 'done' }] } }
  })
  await show({ act })
  await line('Beställa lås').getByRole('button', { name: /^Klar/ }).click()
  await expect.element(line('Beställa lås')).not.toBeInTheDocument()
  expect(act.mock.calls[0]?.[0]).toMatchObject({
    name: 'saveAction',
    args: { action: 'Beställa lås', forum: 'f-sd-ht', values: { state: 'done' } },
    seen: { 'Beställa lås': '1' },
  })
})

test('a new date asks for a reason, and cannot be sent without', async () => {
  const act = vi.fn<Act>(() => ({ done: {} }))
  await show({ act })
  await line('Beställa lås')
    .getByRole('button', { name: /^Ny tid/ })
    .click()
  const save = page.getByRole('button', { name: 'Spara' })
  await page.getByLabelText('Ny tid', { exact: true }).fill('2024-11-04')
  await expect.element(save).toBeDisabled()
  await page.getByLabelText('Varför').fill('Leveransen dröjer')
  await save.click()
  await expect
    .poll(() => act.mock.calls[0]?.[0].args)
    .toMatchObject({ values: { due: '2024-11-04', reason: 'Leveransen dröjer' } })
})

test('handing over asks for whom', async () => {
  const act = vi.fn<Act>(() => ({ done: {} }))
  await show({ act })
  await line('Beställa lås')
    .getByRole('button', { name: /^Lämna över/ })
    .click()
  await page.getByRole('combobox', { name: 'Till vem' }).fill('Kajsa Ny')
  await page.getByLabelText('Varför').fill('Tjänstledig')
  await page.getByRole('button', { name: 'Spara' }).click()
  await expect
    .poll(() => act.mock.calls[0]?.[0].args)
    .toMatchObject({ values: { owner: { id: 'kajsa' }, reason: 'Tjänstledig' } })
})

test("what is somebody else's may be read and not changed", async () => {
  await show({ path: '/?whose=all' })
  await expect.element(line('Utreda vem som betalar')).toBeVisible()
  await expect.element(line('Utreda vem som betalar').getByRole('button')).not.toBeInTheDocument()
})

test('a refusal is said on the line', async () => {
  await show({ act: () => ({ refusals: [{ why: 'archived' }] }) })
  await line('Beställa lås').getByRole('button', { name: /^Klar/ }).click()
  await expect.element(line('Beställa lås').getByRole('alert')).toBeVisible()
})

test('an empty list says where actions come from', async () => {
  await show({ rows: [] })
  await expect.element(page.getByText(/Du har inga öppna åtgärder/)).toBeVisible()
})

test.for(['default', 'dark', 'contrast'] as const)('axe finds nothing wrong in %s', async (theme) => {
  const { container } = await show({ theme })
  await line('Beställa lås')
    .getByRole('button', { name: /^Ny tid/ })
    .click()
  expect(await violations(container)).toEqual([])
})
