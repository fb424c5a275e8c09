/** A meeting in short, for those who weren't there: what was decided, who does what, and when it goes on. Subject `register`. */
import type { ActionItem } from '#src/lists/actionItems.ts'
import { type AgendaItem, itemOutcomes, type Meeting } from '#src/lists/meetings.ts'
import type { Forum } from '#src/lists/organisation.ts'
import { isDecision, wordingOf } from '#src/rules/meetings/itemDecision.ts'
import { roundOf } from '#src/rules/meetings/voices.ts'
import { formatDay, formatList } from './format.ts'
import { whenAndWhere } from './formatTime.ts'
import type { Words } from './words.ts'

/** Plain text with a line for each decision and each action: it is read in a mail. Confidential matters are the writer's to leave out. */
export function summaryText(
  {
    meeting,
    forum,
    items,
    actions,
    next,
  }: {
    meeting: Pick<Meeting, 'day'>
    forum: Pick<Forum, 'title'>
    /** Of the meeting. */
    items: readonly AgendaItem[]
    actions: readonly ActionItem[]
    next?: Pick<Meeting, 'day' | 'start' | 'end' | 'place'> | undefined
  },
  words: Words,
  today: string,
): string {
  const { t, locale } = words
  const decided = items
    .filter(isDecided)
    .toSorted((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || (a.key < b.key ? -1 : 1))
  const open = actions
    .filter(({ archived, state }) => !archived && state !== 'dropped')
    .toSorted((a, b) => a.due.localeCompare(b.due) || a.title.localeCompare(b.title, 'sv'))
  const parts = [
    t('summary.head', { forum: forum.title, day: formatDay(meeting.day, locale, today) }),
    part(
      t('summary.decisions'),
      decided.map((item) => decisionLine(item, words)),
      t('summary.noDecisions'),
    ),
    part(
      t('summary.actions'),
      open.map(({ title, owner, due }) =>
        t('summary.action', { what: title, who: owner.name, day: formatDay(due, locale, today) }),
      ),
    ),
    next && t('summary.next', { when: whenAndWhere(next, locale, { today }) }),
  ]
  return parts.filter(Boolean).join('\n\n')
}

type Decided = AgendaItem & { outcome: Exclude<NonNullable<AgendaItem['outcome']>, 'dropped'> }

const isDecided = (item: AgendaItem): item is Decided =>
  !item.archived &&
  item.state === 'treated' &&
  item.outcome !== undefined &&
  item.outcome !== 'dropped' &&
  isDecision({ ...item, outcome: item.outcome })

function decisionLine(item: Decided, words: Words): string {
  const { title, outcome, paragraph, carrying } = item
  const wording = wordingOf(item, item)
  const round = roundOf(item.voices)
  const says = [
    paragraph === undefined ? title : `§ ${paragraph} ${title}`,
    `${words.of(itemOutcomes, outcome)}.`,
    wording !== itemOutcomes[outcome] && wording,
    round?.state === 'refused' && words.t('summary.notAgreed'),
    round?.state === 'open' &&
      words.t('summary.awaits', {
        who: formatList(
          round.waiting.map((party) => party.title),
          words.locale,
        ),
      }),
    carrying === 'waiting' && words.t('summary.waits'),
  ]
  const [name, ...rest] = says.filter(Boolean)
  return `${name}: ${rest.join(' ')}`
}

/** A heading with its lines; `otherwise` when there are none, else nothing. */
function part(heading: string, lines: readonly string[], otherwise?: string): string {
  const said = lines.length > 0 ? lines.map((line) => `- ${line}`) : otherwise ? [otherwise] : []
  return said.length > 0 ? [heading, ...said].join('\n') : ''
}
