/** A meeting that is held: who is there, notes item by item, chords, and nothing typed that is lost. */
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { AgendaItem } from '#src/lists/meetings.ts'
import { aForum, aMeeting, attends } from '../../fixtures/meetings.ts'
import { aPerson } from '../../fixtures/organisation.ts'
import { type Answered, violations } from '../fixtures.tsx'
import {
  secretary,
  chair,
  henrik,
  forum,
  open,
  items,
  there,
  heldMeeting,
  aServer,
  store,
  show,
  field,
  choice,
  button,
  notes,
  saved,
} from './heldMeeting.tsx'

test('notes are typed freely and saved soon after, and the page says so', async () => {
  const { promise: answered, resolve: answer } = Promise.withResolvers<Answered>()
  const server = aServer((one) => (one.name === 'noteItem' ? answered : { done: {} }))
  await show(server)
  await expect.element(saved()).toBeVisible()
  await notes().fill('Frågan diskuterades.')
  await expect.element(page.getByText(/Sparar$/)).toBeVisible()
  await expect.poll(() => server.of('noteItem')).toHaveLength(1)
  answer({
    done: { agendaItems: [{ ...(items[1] as AgendaItem), notes: 'Frågan diskuterades.', version: '2' }] },
  })
  await expect.element(saved()).toBeVisible()
  expect(server.of('noteItem')).toEqual([
    { item: 'b', values: { notes: 'Frågan diskuterades.' }, base: { notes: '' } },
  ])
})

test('the net is cut: the page says what is unsaved, and the text is there when it is opened again', async () => {
  const { session } = await show(aServer(() => 'offline'))
  await notes().fill('Skrivet utan nät')
  await expect.element(page.getByText(/Osparat \(1\)$/)).toBeVisible()
  const kept = await session.data.cache.kept('notes/m-2024-10/b/notes')
  expect(kept).toEqual({ base: '', text: 'Skrivet utan nät' })
})

test('who says by keys that all are there stands on, where the button was', async () => {
  await show(aServer())
  const summary = page.getByText('Närvaro')
  await summary.click()
  const rest = page.getByRole('button', { name: 'Alla andra är här' })
  ;(rest.element() as HTMLElement).focus()
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => document.activeElement?.tagName).toBe('SUMMARY')
})

test('whoever comes back is where they were', async () => {
  const { session } = await show(aServer(), { path: '/?item=a' })
  await userEvent.keyboard('{Alt>}{PageDown}{/Alt}')
  await expect.element(page.getByRole('heading', { name: '2. Digitala lås' })).toBeVisible()
  await expect.poll(() => session.data.cache.kept('at/m-2024-10')).toBe('b')
})

test('where nothing is kept the page says so, and saves at once', async () => {
  const server = aServer()
  await show(server, { storage: false })
  await expect.element(page.getByText(/Webbläsaren sparar inget här/)).toBeVisible()
  await notes().fill('Genast')
  await expect.poll(() => server.of('noteItem')).toHaveLength(1)
})

test('two versions of one text stand beside each other until one is chosen', async () => {
  const theirs = { ...(items[1] as AgendaItem), notes: 'Hannas text', version: '7' }
  const server = aServer((one): Answered => {
    const { values } = one.args as { values: { notes: string } }
    return values.notes === 'Min text'
      ? { refusals: [{ why: 'changedByOther', fields: [] }] }
      : { done: { agendaItems: [{ ...theirs, ...values, version: '8' }] } }
  })
  const shown = await show(server, {
    store: { ...store, byKey: (async () => theirs) as never },
  })
  await notes().fill('Min text')
  await expect.element(page.getByRole('alert')).toMatchTextContent(/skrivit i Anteckningar samtidigt/)
  expect(await violations(shown.container)).toEqual([])
  await button('Sätt ihop dem').click()
  await field('Sammansatt text').fill('Hannas och min text')
  await button('Spara den sammansatta').click()
  await expect.element(notes()).toHaveValue('Hannas och min text')
  await expect.element(saved()).toBeVisible()
})

test('the whole meeting goes by chords', async () => {
  await show(aServer())
  await notes().click()
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await expect.element(choice('Utfall')).toHaveFocus()
  await userEvent.keyboard('{Alt>}{Enter}{/Alt}')
  await expect.element(page.getByRole('combobox', { name: 'Ny åtgärd' })).toHaveFocus()
  await userEvent.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}')
  await expect.element(notes()).toHaveFocus()
  await userEvent.keyboard('{Alt>}{PageDown}{/Alt}')
  await expect.element(page.getByRole('heading', { name: '3. Övrigt' })).toBeVisible()
  await expect.element(notes()).toHaveFocus()
  await userEvent.keyboard('{Alt>}{PageUp}{PageUp}{/Alt}')
  await expect.element(page.getByRole('heading', { name: '1. Föregående anteckningar' })).toBeVisible()
})

test('one is noted as absent, without a reason, and the others as present at once', async () => {
  const server = aServer(() => 'offline')
  const { session } = await show(server, { now: heldMeeting({ attendance: [] }) })
  await choice(/^Henrik Berg/).selectOptions('Förhinder')
  await expect
    .poll(() => session.acting.queue().at(-1)?.args)
    .toEqual({
      meeting: 'm-2024-10',
      people: [{ person: henrik, presence: 'absent', capacity: 'member', part: null, standsInFor: null }],
    })
  await button('Alla andra är här').click()
  await expect.element(page.getByText('2 av 3 är här')).toBeVisible()
  await expect.element(choice(/^Henrik Berg/)).not.toBeInTheDocument()
})

test('a meeting without a secretary is not opened before one is named', async () => {
  const { secretary: _, ...unled } = aMeeting({ state: 'called', day: '2024-10-01', chair })
  const { secretary: __, ...body } = aForum({ chair, members: [secretary] })
  const server = aServer()
  await show(server, {
    now: heldMeeting({ meeting: unled, forum: body, attendance: [] }),
    person: chair,
  })
  await expect.element(button('Öppna mötet')).toBeDisabled()
  await choice('Sekreterare').fill('Sara Ek')
  await button('Öppna mötet').click()
  await expect.poll(() => server.asked.map(({ name }) => name)).toEqual(['saveMeeting', 'moveMeeting'])
})

test('closing the meeting says what is left, and leads to the minutes', async () => {
  const server = aServer()
  const { history } = await show(server)
  await button('Avsluta mötet').click()
  await expect
    .element(page.getByText('3 punkter har inget utfall. Det går att fylla i efteråt.'))
    .toBeVisible()
  await button('Avsluta mötet').click()
  await expect.poll(() => history.at(-1)).toBe('/meeting/m-2024-10?part=minutes')
  expect(server.of('moveMeeting')).toEqual([{ meeting: 'm-2024-10', to: 'held' }])
})

test('whoever only listens reads, and writes nothing', async () => {
  await show(aServer(), { person: aPerson('guest', 'Gäst') })
  await expect.element(notes()).toHaveAttribute('readonly')
  await expect
    .element(page.getByText('Beslut antecknas av ordföranden och sekreteraren', { exact: false }))
    .toBeVisible()
})

test('fixed minutes are not written in here', async () => {
  await show(aServer(), { now: heldMeeting({ meeting: { ...open, state: 'verified' } }) })
  await expect.element(page.getByRole('link', { name: 'Till anteckningarna' })).toBeVisible()
})

test.for([
  { theme: 'default', width: 1100 },
  { theme: 'dark', width: 320 },
  { theme: 'contrast', width: 280 },
] as const)(
  '$theme at $width px: nothing is wrong, and nothing scrolls sideways',
  async ({ theme, width }) => {
    await page.viewport(width, 800)
    const { container } = await show(aServer(), { theme })
    await choice('Utfall').selectOptions('Bifall')
    await expect.element(page.getByText(/Innan det kan verkställas/)).toBeVisible()
    expect(await violations(container)).toEqual([])
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
    await page.viewport(1100, 800)
  },
)

test('who verifies is chosen where the meeting is held, among those who are there', async () => {
  const server = aServer()
  const now = heldMeeting({ attendance: [...there, { ...attends('Bo'), presence: 'absent' }] })
  const screen = await show(server, { now })
  await expect.element(page.getByText('Justerare Hanna Hemtjänst')).toBeVisible()
  await button('Ändra justerare').click()
  const form = page.getByRole('form', { name: 'Ändra justerare' })
  await expect.element(form.getByRole('checkbox', { name: chair.name })).toHaveFocus()
  await expect.element(form.getByRole('checkbox', { name: 'Bo' })).not.toBeInTheDocument()
  await form.getByRole('checkbox', { name: henrik.name }).click()
  expect(await violations(screen.container)).toEqual([])
  await form.getByRole('button', { name: 'Spara' }).click()
  await expect.element(button('Ändra justerare')).toHaveFocus()
  expect(server.of('saveMeeting')).toEqual([
    {
      meeting: open.key,
      forum: forum.key,
      values: { verifiers: [chair, henrik] },
      base: { verifiers: [chair] },
    },
  ])
})

test('nobody is asked who verifies notes that nobody verifies', async () => {
  await show(aServer(), { now: heldMeeting({ meeting: { ...open, verification: false } }) })
  await expect.element(notes()).toBeVisible()
  await expect.element(page.getByText(/^Justerare/)).not.toBeInTheDocument()
})
