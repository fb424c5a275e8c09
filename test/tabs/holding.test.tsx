/** A meeting that is held: who is there, item by item, decisions, actions, and nothing typed that is lost. */
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { AgendaItem, Attendance } from '#src/lists/meetings.ts'
import { forums, mandates, people, units } from '#src/lists/organisation.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { HoldPart } from '#tabs/meetings/hold/HoldPart.tsx'
import type { HeldMeeting } from '#tabs/meetings/useMeeting.ts'
import { anInitiative } from '../fixtures/initiatives.ts'
import { aForum, aMeeting, anItem, attends } from '../fixtures/meetings.ts'
import { aPerson, homeCareManager, mandates as posts, tree } from '../fixtures/organisation.ts'
import { type Act, type Answered, held, renderScreen, violations } from './fixtures.tsx'

const secretary = aPerson('sekreterare', 'Sara Sekreterare')
const chair = homeCareManager
const henrik = aPerson('henrik', 'Henrik Berg')
const forum = aForum({ chair, secretary, members: [chair, secretary, henrik] })
const open = aMeeting({ state: 'open', day: '2024-10-01', chair, secretary, verifiers: [chair] })
const need = anInitiative({ title: 'Digitala lås' })

const items = [
  anItem('a', { title: 'Föregående anteckningar', kind: 'formal', minutes: 5, order: 1 }),
  anItem('b', {
    title: 'Digitala lås',
    kind: 'gate',
    minutes: 15,
    order: 2,
    initiative: { key: need.key, title: need.title },
    proposal: 'Behovet går vidare till grovsållning.',
  }),
  anItem('c', { title: 'Övrigt', order: 3 }),
]

const there: Attendance[] = [
  { ...attends('Hanna'), person: chair, capacity: 'chair' },
  { ...attends('Sara'), person: secretary, capacity: 'secretary' },
]

const heldMeeting = (given: Partial<HeldMeeting> = {}): HeldMeeting => ({
  meeting: open,
  forum,
  items,
  left: [],
  attendance: there,
  actions: [],
  paragraphs: [],
  papers: [],
  verifications: [],
  positions: [],
  complete: true,
  missing: false,
  error: undefined,
  reload: () => Promise.resolve(),
  ...given,
})

/** A server that takes what it is asked for, and remembers it. */
function aServer(answer?: Act) {
  const asked: { name: string; args: Record<string, unknown> }[] = []
  const act: Act = (one) => {
    asked.push({ name: one.name, args: one.args as Record<string, unknown> })
    if (answer) return answer(one)
    const { item: key, values } = one.args as { item?: string; values?: Partial<AgendaItem> }
    const before = items.find((item) => item.key === key)
    if (one.name !== 'noteItem' || !before) return { done: {} }
    return { done: { agendaItems: [{ ...before, ...values, version: '2' }] } }
  }
  return {
    act,
    asked,
    of: (name: string) => asked.filter((one) => one.name === name).map(({ args }) => args),
  }
}

const store = {
  where: async () => [],
  whereOf: async (lists: readonly unknown[]) => lists.map(() => []),
  byKey: async (_list: unknown, key: string) => (key === need.key ? need : undefined),
} as unknown as Partial<ListReader>

function show(
  server: { act: Act },
  { now = heldMeeting(), ...given }: { now?: HeldMeeting } & Parameters<typeof renderScreen>[1] = {},
) {
  return renderScreen(
    <main>
      <h1>{now.meeting.title}</h1>
      <HoldPart held={now} />
    </main>,
    {
      person: secretary,
      items: [
        held(forums, [forum, { ...forum, key: 'f-pf', title: 'Prioriteringsforum' }]),
        held(mandates, [...posts]),
        held(units, [...tree.values()]),
        held(people, [
          { key: 'p', id: 'p', version: '1', title: 'Sara Ek', person: aPerson('ek', 'Sara Ek') },
        ]),
      ],
      act: server.act,
      store,
      path: '/meeting/m-2024-10?part=hold&item=b',
      ...given,
    },
  )
}
const field = (name: string | RegExp) => page.getByRole('textbox', { name })
const choice = (name: string | RegExp) => page.getByRole('combobox', { name })
const button = (name: string | RegExp) => page.getByRole('button', { name })
const notes = () => field('Anteckningar')
const saved = () => page.getByText(/Sparat$/)

test('notes are typed freely and saved soon after, and the page says so', async () => {
  const server = aServer()
  await show(server)
  await expect.element(saved()).toBeVisible()
  await notes().fill('Frågan diskuterades.')
  await expect.element(page.getByText(/Sparar$/)).toBeVisible()
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
  await expect.poll(() => server.of('noteItem').length, { timeout: 500 }).toBe(1)
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

test('a gate is decided: who has the mandate, what is missing, and the decision as it is asked for', async () => {
  const server = aServer()
  const { container } = await show(server)
  await choice('Utfall').selectOptions('Bifall')
  await expect.element(choice('Vad som händer med initiativet')).toHaveDisplayValue('BP1: Går vidare')
  await expect.element(field('Beslutets lydelse')).toHaveValue('Behovet går vidare till grovsållning.')
  await expect.element(choice('Beslutas av')).toHaveDisplayValue('Hanna Hemtjänst (har mandatet)')
  await expect.element(page.getByText(/Innan det kan verkställas/)).toBeVisible()
  expect(await violations(container)).toEqual([])
  await button('Anteckna beslutet').click()
  await expect
    .poll(() => server.of('decideItem'))
    .toEqual([
      {
        item: 'b',
        outcome: 'grant',
        wording: 'Behovet går vidare till grovsållning.',
        conflicted: [],
        decidedBy: chair,
        effect: { does: 'gate', gate: 'BP1', outcome: 'goOn' },
      },
    ])
})

test('nobody present has the mandate: those who have it are named, and nothing can be recorded by mistake', async () => {
  const server = aServer()
  const [, second] = there
  await show(server, { now: heldMeeting({ attendance: second ? [second] : [] }) })
  await choice('Utfall').selectOptions('Bifall')
  await expect.element(page.getByText(/Ingen som är här får besluta det/)).toBeVisible()
  await expect.element(page.getByText(/^Det får .*Hanna Hemtjänst/)).toBeVisible()
  await expect.element(button('Anteckna beslutet')).toBeDisabled()
})

test('whoever leaves the item for a conflict of interest does not decide it', async () => {
  await show(aServer())
  await choice('Utfall').selectOptions('Antecknas')
  await page.getByText(/^Avvikande mening, jäv/).click()
  await page.getByRole('checkbox', { name: 'Hanna Hemtjänst' }).click()
  await expect.element(choice('Beslutas av')).toHaveDisplayValue('Sara Sekreterare')
})

test('a remitted matter says what is to be completed', async () => {
  await show(aServer(), { path: '/?item=c' })
  await choice('Utfall').selectOptions('Återremiss')
  await expect.element(button('Anteckna beslutet')).toBeDisabled()
  await field('Ska kompletteras med').fill('Kostnaden per år')
  await expect.element(button('Anteckna beslutet')).toBeEnabled()
})

test('what is half written of a decision is there when the item is opened again', async () => {
  const { session } = await show(aServer(), { path: '/?item=c' })
  await choice('Utfall').selectOptions('Egen lydelse')
  await field('Beslutets lydelse').fill('Vi väntar')
  await expect
    .poll(() => session.data.cache.kept('decision/m-2024-10/c'))
    .toMatchObject({ outcome: 'own', wording: 'Vi väntar' })
})

test('an action in one line says what it understood before Enter', async () => {
  const server = aServer()
  await show(server)
  const line = page.getByRole('combobox', { name: 'Ny åtgärd' })
  await line.fill('Hanna utreder grenuttag senast 5 april')
  await expect
    .element(page.getByText('Hanna Hemtjänst · Utreder grenuttag · senast lör 5 apr. 2025'))
    .toBeVisible()
  await line.click()
  await userEvent.keyboard('{Enter}')
  await expect
    .poll(() => server.of('saveAction'))
    .toMatchObject([
      {
        forum: 'f-sd-ht',
        meeting: 'm-2024-10',
        item: 'b',
        values: { title: 'Utreder grenuttag', owner: chair, due: '2025-04-05' },
      },
    ])
  await expect.element(line).toHaveValue('')
})

test('names are completed by the arrows', async () => {
  await show(aServer())
  const line = page.getByRole('combobox', { name: 'Ny åtgärd' })
  await line.click()
  await userEvent.keyboard('@sa')
  await expect.element(page.getByRole('option', { name: 'Sara Ek' })).toBeVisible()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
  await expect.element(line).toHaveValue('@Sara Ek ')
})

test('an action without a day is not taken', async () => {
  const server = aServer()
  await show(server)
  const line = page.getByRole('combobox', { name: 'Ny åtgärd' })
  await line.fill('Hanna utreder grenuttag')
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByText(/när saknas/)).toBeVisible()
  expect(server.of('saveAction')).toEqual([])
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

test('a question is sent on to another forum', async () => {
  const server = aServer()
  await show(server)
  await page.getByText('Skicka frågan vidare till ett annat forum').click()
  await choice('Till').selectOptions('Prioriteringsforum')
  await field('Frågan').fill('Ryms det i ramen?')
  await button('Skicka vidare').click()
  await expect.element(page.getByText(/Ligger nu att ta upp i Prioriteringsforum/)).toBeVisible()
  expect(server.of('sendOn')).toEqual([{ item: 'b', forum: 'f-pf', question: 'Ryms det i ramen?' }])
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
