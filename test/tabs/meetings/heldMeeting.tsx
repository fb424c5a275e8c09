/** A meeting that is held, as tests show it: its items, who is there, and a server that remembers what it was asked. */
import { page } from 'vitest/browser'
import type { AgendaItem, Attendance } from '#src/lists/meetings.ts'
import { forums, mandates, people, units } from '#src/lists/organisation.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { HoldPart } from '#tabs/meetings/hold/HoldPart.tsx'
import type { HeldMeeting } from '#tabs/meetings/useMeeting.ts'
import { anInitiative } from '../../fixtures/initiatives.ts'
import { aForum, aMeeting, anItem, attends } from '../../fixtures/meetings.ts'
import { aPerson, homeCareManager, mandates as posts, tree } from '../../fixtures/organisation.ts'
import { type Act, held, renderScreen } from '../fixtures.tsx'

export const secretary = aPerson('sekreterare', 'Sara Sekreterare')
export const chair = homeCareManager
export const henrik = aPerson('henrik', 'Henrik Berg')
export const forum = aForum({ chair, secretary, members: [chair, secretary, henrik] })
export const open = aMeeting({ state: 'open', day: '2024-10-01', chair, secretary, verifiers: [chair] })
const need = anInitiative({ title: 'Digitala lås' })

export const items = [
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

export const there: Attendance[] = [
  { ...attends('Hanna'), person: chair, capacity: 'chair' },
  { ...attends('Sara'), person: secretary, capacity: 'secretary' },
]

export const heldMeeting = (given: Partial<HeldMeeting> = {}): HeldMeeting => ({
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
export function aServer(answer?: Act) {
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

export const store = {
  where: async () => [],
  whereOf: async (lists: readonly unknown[]) => lists.map(() => []),
  byKey: async (_list: unknown, key: string) => (key === need.key ? need : undefined),
} as unknown as Partial<ListReader>

export function show(
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
export const field = (name: string | RegExp) => page.getByRole('textbox', { name })
export const choice = (name: string | RegExp) => page.getByRole('combobox', { name })
export const button = (name: string | RegExp) => page.getByRole('button', { name })
export const notes = () => field('Anteckningar')
export const saved = () => page.getByText(/Sparat$/)
