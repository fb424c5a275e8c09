/** A joint matter at a meeting: a row for each party, one button, and what was said read afterwards. */
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { AgendaItem } from '#src/lists/meetings.ts'
import { mandates, people, units } from '#src/lists/organisation.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { HoldPart } from '#tabs/meetings/hold/HoldPart.tsx'
import type { HeldMeeting } from '#tabs/meetings/useMeeting.ts'
import { anInitiative, type Given } from '../../fixtures/initiatives.ts'
import { aForum, aMeeting, anItem, attends } from '../../fixtures/meetings.ts'
import {
  aPerson,
  aRef,
  director,
  jointManager,
  mandates as posts,
  otherDirector,
  tree,
} from '../../fixtures/organisation.ts'
import { held, renderScreen, violations } from '../fixtures.tsx'

const secretary = aPerson('sekreterare', 'Sara Sekreterare')
const forum = aForum({ title: 'Styr- och samordningsgruppen', chair: director, secretary })
const meeting = aMeeting({
  state: 'open',
  day: '2024-10-01',
  chair: director,
  secretary,
  effectAt: 'atMeeting',
})
const concernedUnits = [aRef('homeCare'), aRef('housing')]

async function show({
  need: of = {},
  item: values = {},
  there = [director, otherDirector, jointManager, secretary],
  width,
}: {
  need?: Given<Initiative>
  item?: Given<AgendaItem>
  there?: readonly { id: string; name: string }[]
  width?: number
} = {}) {
  const need = anInitiative({
    title: 'Gemensamma lås',
    stage: 'preparation',
    scope: 'shared',
    concernedUnits,
    endorsements: ['homeCare', 'housing', 'elderly', 'disability'].map((key) => ({
      unit: aRef(key),
      by: director,
      day: '2024-09-01',
    })),
    ...of,
  })
  const item = anItem('b', {
    title: need.title,
    kind: 'gate',
    order: 1,
    initiative: { key: need.key, title: need.title },
    proposal: 'Behovet läggs på väntelistan.',
    ...values,
  })
  const now: HeldMeeting = {
    meeting,
    forum,
    items: [item],
    left: [],
    attendance: there.map((person) => ({ ...attends(person.name), person })),
    actions: [],
    paragraphs: [],
    papers: [],
    verifications: [],
    positions: [],
    complete: true,
    missing: false,
    error: undefined,
    reload: () => Promise.resolve(),
  }
  const asked: Record<string, unknown>[] = []
  const store = {
    where: async () => [],
    whereOf: async (lists: readonly unknown[]) => lists.map(() => []),
    byKey: async (_list: unknown, key: string) => (key === need.key ? need : undefined),
  } as unknown as Partial<ListReader>
  const shown = await renderScreen(
    <main style={width ? { width, overflowX: 'auto' } : undefined}>
      <h1>{meeting.title}</h1>
      <HoldPart held={now} />
    </main>,
    {
      person: secretary,
      items: [
        held(mandates, [...posts]),
        held(
          units,
          [...tree.values()].map((unit) =>
            unit.key === 'disability' ? { ...unit, head: otherDirector } : unit,
          ),
        ),
        held(people, []),
      ],
      act: ({ name, args }) => {
        if (name === 'decideItem') asked.push(args as Record<string, unknown>)
        return { done: {} }
      },
      store,
      path: '/meeting/m-2024-10?part=hold&item=b',
    },
  )
  return { ...shown, asked }
}

const party = (name: RegExp) => page.getByRole('group', { name })
const ours = () => party(/elderly/)
const theirs = () => party(/disability/)
const own = { name: 'Eget beslut' }
const outcome = () => page.getByRole('combobox', { name: 'Utfall' })
const record = () => page.getByRole('button', { name: 'Anteckna beslutet' })

test('each director has a row, proposed as the item is, and all are written down at once, by the keyboard too', async () => {
  const { asked, container } = await show()
  await outcome().selectOptions('Bifall')
  await expect
    .element(ours().getByRole('combobox', own))
    .toHaveDisplayValue('Till den prioriterade väntelistan')
  await expect.element(theirs()).toMatchTextContent(/Otto Direktör/)
  expect(await violations(container)).toEqual([])
  await theirs()
    .getByRole('textbox', { name: /Diarienummer/ })
    .fill('F-9/24')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await expect
    .poll(() => asked)
    .toEqual([
      {
        item: 'b',
        outcome: 'grant',
        wording: 'Behovet läggs på väntelistan.',
        conflicted: [],
        decidedBy: director,
        effect: { does: 'gate', gate: 'BP3', outcome: 'waitingList' },
        said: [
          { party: 'elderly', by: director, says: 'waitingList' },
          { party: 'disability', by: otherDirector, says: 'waitingList', caseNumber: 'F-9/24' },
        ],
      },
    ])
})

test('one no turns the outcome into a refusal, and the others keep what they said', async () => {
  const { asked } = await show()
  await outcome().selectOptions('Bifall')
  await theirs().getByRole('combobox', own).selectOptions('Avslag')
  await expect.element(outcome()).toHaveDisplayValue('Avslag')
  await expect
    .element(ours().getByRole('combobox', own))
    .toHaveDisplayValue('Till den prioriterade väntelistan')
  // Said yes after all, and then no again.
  await outcome().selectOptions('Bifall')
  await expect
    .element(theirs().getByRole('combobox', own))
    .toHaveDisplayValue('Till den prioriterade väntelistan')
  await theirs().getByRole('combobox', own).selectOptions('Avslag')
  await theirs().getByRole('textbox', { name: /skäl/ }).fill('Vi har inte råd i år.')
  await record().click()
  await expect
    .poll(() => asked[0])
    .toMatchObject({
      outcome: 'refuse',
      effect: { does: 'gate', gate: 'BP3', outcome: 'refuse' },
      said: [{ says: 'waitingList' }, { says: 'refuse', wording: 'Vi har inte råd i år.' }],
    })
})

test('whoever is not there is named, and decides later', async () => {
  const { asked } = await show({ there: [director, secretary] })
  await outcome().selectOptions('Bifall')
  await expect.element(page.getByText(/disability.*Ingen här kan besluta.*Otto Direktör/)).toBeVisible()
  await record().click()
  await expect.poll(() => asked[0]?.said).toEqual([{ party: 'elderly', by: director, says: 'waitingList' }])
})

test('what comes first is decided by each as well, and nothing is recorded while nobody says anything', async () => {
  const { asked } = await show({ item: { kind: 'decision', proposal: 'Läggs tvåa.' } })
  await outcome().selectOptions('Bifall')
  await page.getByRole('combobox', { name: 'Vad som händer med initiativet' }).selectOptions('Prioritet')
  await page.getByRole('spinbutton', { name: 'Plats i ordningen' }).fill('2')
  for (const each of [ours(), theirs()])
    await each.getByRole('combobox', own).selectOptions('Beslutar inte nu')
  await expect.element(page.getByText('Ange vad minst en part beslutar.')).toBeVisible()
  await expect.element(record()).toBeDisabled()
  for (const each of [ours(), theirs()]) await each.getByRole('combobox', own).selectOptions('Bifall')
  await record().click()
  await expect
    .poll(() => asked[0])
    .toMatchObject({
      effect: { does: 'priority', rank: 2 },
      said: [
        { party: 'elderly', by: director, says: 'grant' },
        { party: 'disability', by: otherDirector, says: 'grant' },
      ],
    })
})

test('what was said is read with each party, and more may be added', async () => {
  const voices: AgendaItem['voices'] = [
    {
      party: aRef('elderly'),
      by: director,
      says: 'waitingList',
      caseNumber: 'A-1/24',
      carrying: 'done',
      decision: { key: 'd', title: '2024-0012' },
    },
    { party: aRef('disability') },
  ]
  const { asked } = await show({
    item: {
      state: 'treated',
      outcome: 'grant',
      wording: 'Behovet läggs på väntelistan.',
      decidedBy: director,
      effect: { does: 'gate', gate: 'BP3', outcome: 'waitingList' },
      carrying: 'done',
      decision: { key: 'd', title: '2024-0012' },
      voices,
    },
  })
  await expect
    .element(
      page.getByText(/elderly: Till den prioriterade väntelistan · Doris Direktör · 2024-0012 · A-1\/24/),
    )
    .toBeVisible()
  await expect.element(page.getByText('Gäller när alla har beslutat. Fattas: disability.')).toBeVisible()
  await page.getByRole('button', { name: 'Anteckna fler parters beslut' }).click()
  await expect.element(theirs().getByRole('combobox', own)).toHaveDisplayValue('Beslutar inte nu')
  await theirs().getByRole('combobox', own).selectOptions('Till den prioriterade väntelistan')
  await record().click()
  await expect
    .poll(() => asked[0]?.said)
    .toMatchObject([
      { party: 'elderly', says: 'waitingList' },
      { party: 'disability', by: otherDirector, says: 'waitingList' },
    ])
})

test('at BP2 those who stand behind it say so at the item', async () => {
  const { asked } = await show({
    need: {
      stage: 'screening',
      endorsements: ['homeCare', 'housing', 'elderly'].map((key) => ({
        unit: aRef(key),
        by: director,
        day: '2024-09-01',
      })),
    },
  })
  await outcome().selectOptions('Bifall')
  await page.getByRole('checkbox', { name: /disability .*Otto Direktör/ }).click()
  await record().click()
  await expect
    .poll(() => asked[0])
    .toMatchObject({
      decidedBy: jointManager,
      said: [{ party: 'disability', by: otherDirector, says: 'endorses' }],
    })
})

test('the rows stand in the side panel without moving sideways', async () => {
  const { container } = await show({ width: 320 })
  await outcome().selectOptions('Bifall')
  await expect.element(theirs()).toBeVisible()
  const main = container.querySelector('main')
  expect(main?.scrollWidth).toBe(main?.clientWidth)
})
