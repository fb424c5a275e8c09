/** The register of decisions as tests show it: decisions of a forum and of a board, and one that was replaced. */
import { vi } from 'vitest'
import { page } from 'vitest/browser'
import { type Decision, decisions } from '#src/lists/decisions.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import type { AgendaItem } from '#src/lists/meetings.ts'
import { type Paragraph, paragraphs } from '#src/lists/minutes.ts'
import { forums } from '#src/lists/organisation.ts'
import { DecisionsPage } from '#tabs/meetings/register/DecisionsPage.tsx'
import { anInitiative } from '#test/fixtures/initiatives.ts'
import { aForum, anItem } from '#test/fixtures/meetings.ts'
import { aPerson, aRef } from '#test/fixtures/organisation.ts'
import { type Given, held, renderScreen } from '#test/tabs/fixtures.tsx'
import { siteOf } from '#test/tabs/keptLists.ts'

export const dialogue = { key: 'f-sd-ht', title: 'Strategisk dialog Hemtjänst' }
const board = aForum({ key: 'f-pf', title: 'Prioriteringsforum', short: 'PF' })

let id = 0
export const aDecision = (key: string, values: Partial<Decision> = {}): Decision => ({
  id: String(++id),
  version: '1',
  key,
  title: key,
  number: `2024-${id}`,
  claim: key,
  matter: 'BP2',
  attempt: 1,
  outcome: 'investigate',
  wording: `Om ${key}.`,
  decidedBy: aPerson('manager', 'Hanna Hemtjänst'),
  post: 'Avdelningschef',
  kind: 'execution',
  decidedOn: '2024-09-18',
  fromStage: 'screening',
  toStage: 'preparation',
  fromState: 'active',
  toState: 'active',
  ...values,
})

export const locks = aDecision('locks', {
  number: '2024-113',
  wording: 'Digitala lås går till beredning.',
  forum: dialogue,
  meeting: aRef('m-2024-09'),
  item: aRef('item-locks'),
  initiative: { key: 'i-1', title: 'Digitala lås' },
})
const money = aDecision('money', {
  number: '2024-90',
  matter: 'financing',
  outcome: 'grant',
  wording: '140 000 kr ur reserven.',
  decidedOn: '2023-05-02',
  forum: { key: board.key, title: board.title },
})
const again = aDecision('again', {
  number: '2024-120',
  outcome: 'screenOut',
  wording: 'Digitala lås sorteras bort.',
  decidedOn: '2024-09-25',
  supersedes: { key: 'locks', title: '2024-113' },
})
export const numbered = {
  id: 'p1',
  version: '1',
  key: 'p1',
  title: 'Digitala lås',
  claim: 'f-sd-ht/2024/14',
  forum: dialogue,
  year: 2024,
  number: 14,
  meeting: aRef('m-2024-09'),
  item: aRef('item-locks'),
  fixedOn: '2024-09-20',
} satisfies Paragraph
export const waits = anItem('item-waits', {
  title: 'Sms vid ändrad tid',
  state: 'treated',
  outcome: 'grant',
  carrying: 'waiting',
  wording: 'Sms prövas i Söder.',
  decidedBy: aPerson('manager', 'Hanna Hemtjänst'),
  decidedOn: '2024-09-30',
})

interface Shown extends Given {
  made?: readonly Decision[]
  open?: readonly AgendaItem[]
  site?: Parameters<typeof siteOf>[1]
}
export async function show({ made = [money, locks, again], open = [waits], site, ...given }: Shown = {}) {
  const kept = siteOf([held(decisions, made), held(paragraphs, [numbered])], site)
  const since = vi.fn(() => Promise.resolve([] as never[]))
  const shown = await renderScreen(<DecisionsPage />, {
    items: [
      held(forums, [aForum(), board]),
      held(initiatives, [anInitiative({ key: 'i-1', title: 'Digitala lås' })]),
    ],
    store: {
      ...kept.store,
      since,
      where: () => Promise.resolve([]),
      whereIn: () => Promise.resolve([open]) as never,
    },
    ...given,
  })
  return { ...shown, asked: kept.asked, since }
}
export const rows = () => page.getByRole('row').filter({ has: page.getByRole('gridcell') })
export const row = (text: string | RegExp) => rows().filter({ hasText: text })
export const search = page.getByRole('searchbox', { name: 'Sök på ord, § eller nummer' })
