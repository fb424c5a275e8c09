/** The page of a meeting with its minutes, as tests show it: a draft, frozen papers, answers, and verified minutes. */
import { page } from 'vitest/browser'
import { actionItems } from '#src/lists/actionItems.ts'
import { type AgendaItem, agendaItems, attendance, type Meeting, meetings } from '#src/lists/meetings.ts'
import {
  type Paper,
  papers,
  type Paragraph,
  paragraphs,
  type Verification,
  verifications,
} from '#src/lists/minutes.ts'
import { forums } from '#src/lists/organisation.ts'
import type { Done } from '#src/actions/work.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { canonical, piecesOf, sha256 } from '#src/rules/canonical.ts'
import { MeetingPage } from '#tabs/meetings/MeetingPage.tsx'
import { aForum, aMeeting, anAction, anItem, attends } from '../../fixtures/meetings.ts'
import { octoberMinutes } from '../../fixtures/minutesPicture.ts'
import { aPerson } from '../../fixtures/organisation.ts'
import { type Act, type Given, held, renderScreen } from '../fixtures.tsx'

export const me = aPerson('me', 'Jag Själv')
export const anna = aPerson('anna', 'Anna Ek')
export const bo = aPerson('bo', 'Bo Sten')
export const forum = aForum({ chair: anna, secretary: me })
export const of = { key: 'm-2024-10', title: 'Strategisk dialog Hemtjänst' }
export const drafted = aMeeting({ chair: anna, secretary: me, verifiers: [bo], state: 'held' })

export const items: AgendaItem[] = [
  anItem('opening', { order: 1, title: 'Öppnande', kind: 'formal', notes: 'Bo justerar.' }),
  anItem('robots', {
    order: 2,
    title: 'BP1 Läkemedelsrobotar',
    kind: 'gate',
    initiative: { key: 'need-3', title: 'Läkemedelsrobotar' },
    outcome: 'grant',
    wording: 'Behovet går vidare.',
    decidedBy: anna,
    effect: { does: 'gate', gate: 'BP1', outcome: 'goOn' },
    carrying: 'waiting',
  }),
]

export const paragraph = (key: string, number: number) =>
  ({
    id: key,
    version: '1',
    key: `${key}/paragraph`,
    title: key,
    number,
    item: { key, title: key },
    meeting: of,
  }) as Paragraph

export const TEXT = canonical(octoberMinutes())
export const HASH = await sha256(TEXT)

/** The frozen rows of a version, in as many pieces as asked for. */
export const frozen = (text = TEXT, values: Partial<Paper> = {}): Paper[] => {
  const pieces = piecesOf(text, 900)
  const { kind = 'minutes', edition = 1 } = values
  return pieces.map((content, index) => ({
    id: `${index}`,
    title: of.title,
    meeting: of,
    hash: HASH,
    by: me,
    sentOn: '2024-10-18',
    ...values,
    kind,
    edition,
    version: '1',
    key: `${of.key}/${kind}/${edition}/${index + 1}`,
    claim: `${of.key}/${kind}/${edition}/${index + 1}`,
    part: index + 1,
    parts: pieces.length,
    content,
  }))
}

export const asked = (person: typeof me, values: Partial<Verification> = {}): Verification => ({
  id: person.id,
  key: `m/1/${person.id}`,
  title: of.title,
  meeting: of,
  version: '1',
  edition: 1,
  hash: HASH,
  claim: `m/1/${person.id}`,
  person,
  answer: 'asked',
  askedOn: '2024-10-18',
  ...values,
})

export interface Shown extends Given {
  meeting?: Meeting
  rows?: readonly AgendaItem[]
  kept?: readonly Paper[]
  approvals?: readonly Verification[]
}

export function show({ meeting = drafted, rows = items, kept = [], approvals = [], ...given }: Shown = {}) {
  const belonging = new Map<unknown, readonly unknown[]>([
    [agendaItems, rows],
    [
      attendance,
      [attends('Anna Ek', { person: anna, capacity: 'chair' }), attends('Cia', { presence: 'absent' })],
    ],
    [actionItems, [anAction('Kontakta bolagen', { item: { key: 'robots', title: 'x' } })]],
    [paragraphs, []],
    [papers, kept.map(({ content: _onDemand, ...row }) => row)],
    [verifications, approvals],
  ])
  return renderScreen(<MeetingPage id={meeting.key} />, {
    items: [held(forums, [forum])],
    path: `/meeting/${meeting.key}?part=minutes`,
    today: '2024-10-21',
    store: {
      byKey: (list: unknown, key: string) =>
        Promise.resolve(
          list === meetings ? meeting : list === papers ? kept.find((row) => row.key === key) : undefined,
        ),
      whereOf: (lists: readonly unknown[]) => Promise.resolve(lists.map((list) => belonging.get(list) ?? [])),
      startingWith: () => Promise.resolve([paragraph('before', 72)]),
      where: () => Promise.resolve([aMeeting({ key: 'm-11', state: 'planned', day: '2024-11-13' })]),
    } as unknown as Partial<ListReader>,
    ...given,
  })
}

/** Remembers what was asked for, and answers that it is done. */
export function server(done: Done = {}): { sent: { name: string; args: unknown }[]; act: Act } {
  const sent: { name: string; args: unknown }[] = []
  return {
    sent,
    act: ({ name, args }) => {
      sent.push({ name, args })
      return { done }
    },
  }
}

export const button = (name: string) => page.getByRole('button', { name, exact: true })
export const region = (name: string) => page.getByRole('region', { name, exact: true })
export const said = () => document.querySelector('main')?.textContent.replaceAll(/\s+/g, ' ') ?? ''

/** Verified minutes, with their file and what they have done. */
export const verified: Meeting = {
  ...drafted,
  state: 'verified',
  minutesVersion: 1,
  validVersion: 1,
  drawnUpOn: '2024-10-20',
  finished: 'verified/1',
}
export const filed = frozen().map((row) =>
  row.part === 1
    ? {
        ...row,
        file: 'https://example.org/p.docx',
        fileName: 'SD HT 2024-10-16 Protokoll.docx',
        pdf: 'https://example.org/p.pdf',
      }
    : row,
)
export const asDecided = items.map((item) =>
  item.key === 'robots' ? { ...item, carrying: 'done' as const } : item,
)
export const asVerified: Shown = {
  meeting: verified,
  kept: filed,
  rows: asDecided,
  approvals: [asked(bo, { answer: 'approved', answeredOn: '2024-10-20' })],
}
