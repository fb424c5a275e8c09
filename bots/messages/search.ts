/** What is found by its words, put in a chat or opened by a link: cards of initiatives, decisions and meetings, nothing to answer. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import * as v from 'valibot'
import { type Decision, decisions } from '#src/lists/decisions.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { type Meeting, meetings } from '#src/lists/meetings.ts'
import { isConfidential } from '#src/rules/initiatives/confidential.ts'
import { formatDay } from '#src/text/format.ts'
import { whenAndWhere } from '#src/text/formatTime.ts'
import { find, type Found, nearest } from './finding.ts'
import type { Hit } from './messages.ts'
import {
  type Element,
  execute,
  facts,
  heading,
  openPage,
  paragraph,
  plain,
  quiet,
  run,
  runs,
  textInput,
} from './parts.ts'
import { routes } from './routes.ts'
import { type Answers, cardOf, type Telling } from './telling.ts'

const MOST_ROWS = 8
const MOST_HITS = 15
const LONGEST = 200

/** The nearest hits as links, and a field to search anew. */
export async function searchCard(text: string, telling: Telling): Promise<IAdaptiveCard> {
  const { words, of } = telling
  const { t } = words
  const asked = text.trim().slice(0, LONGEST)
  const found = await find(asked, of, MOST_ROWS)
  const none = asked === '' ? t('bot.searchWhat') : t('bot.nothingFound', { text: asked })
  return cardOf(
    {
      summary: found.length > 0 ? t('bot.found', { text: asked }) : none,
      body: [
        heading(t('bot.search')),
        paragraph(found.length > 0 ? t('bot.found', { text: asked }) : none),
        ...found.map((one): Element => hitRow(one, telling)),
        textInput('text', t('bot.searchField'), '', { maxLength: LONGEST }),
      ],
      actions: [execute({ title: t('bot.search'), verb: 'search', data: {}, primary: true })],
    },
    words,
  )
}

export const searchAnswers: Answers = {
  async search(data, telling) {
    const { text } = v.parse(v.object({ text: v.optional(v.string(), '') }), data)
    return searchCard(text, telling)
  },
}

/** For the message extension, which asks with no text when it is opened. */
export async function hitsFor(text: string, telling: Telling): Promise<Hit[]> {
  const { of, me } = telling
  const asked = text.slice(0, LONGEST).trim()
  const found = asked === '' ? await nearest(me, of, MOST_HITS) : await find(asked, of, MOST_HITS)
  return found.map((one) => hitOf(one, telling))
}

/** A link to one of our pages, from whatever host: only its path is looked at, and only what all staff read is shown. */
export async function unfurled(url: string, telling: Telling): Promise<Hit | undefined> {
  const [page, key] = pathOf(url)
  if (page === undefined || key === undefined) return undefined
  const { store } = telling.of
  if (page === 'initiative' || page === 'need' || page === 'report') {
    const initiative = await store.byKey(initiatives, key)
    return initiative && !isConfidential(initiative) ? hitOf({ initiative }, telling) : undefined
  }
  if (page === 'meeting') {
    const meeting = await store.byKey(meetings, key)
    return meeting && meetingHit(meeting, telling)
  }
  if (page !== 'decisions') return undefined
  const decision = await store.byKey(decisions, key)
  return decision && hitOf({ decision }, telling)
}

/** `/initiative/<key>`, and `/decisions?key=<key>`. */
function pathOf(url: string): [page?: string, key?: string] {
  try {
    const { pathname, searchParams } = new URL(url)
    const [, page, key] = pathname.split('/')
    const named = page === 'decisions' ? searchParams.get('key') : decodeURIComponent(key ?? '')
    return named && named.length <= 255 ? [page ?? '', named] : []
  } catch {
    return []
  }
}

const linkOf = (found: Found, { of }: Telling) =>
  of.tabLink(
    'initiative' in found ? routes.initiative(found.initiative.key) : routes.decision(found.decision.key),
  )

function hitOf(found: Found, telling: Telling): Hit {
  return 'initiative' in found
    ? initiativeHit(found.initiative, telling)
    : decisionHit(found.decision, telling)
}

function hitRow(found: Found, telling: Telling): Element {
  const { preview } = hitOf(found, telling)
  return {
    type: 'Container',
    spacing: 'Small',
    selectAction: { type: 'Action.OpenUrl', url: linkOf(found, telling) },
    items: [
      runs(run(plain(preview.title, 160), { weight: 'Bolder', color: 'Accent' })),
      { ...quiet(preview.text ?? ''), spacing: 'None' },
    ],
  }
}

function initiativeHit(initiative: Initiative, telling: Telling): Hit {
  const { words } = telling
  const { t, word, label } = words
  const { number, title, stage, state, unit, portfolio, contact, projectManager } = initiative
  const standing =
    state === 'active'
      ? word('stages', stage)
      : `${word('stages', stage)}, ${word('states', state).toLowerCase()}`
  const card = cardOf(
    {
      summary: `${number} ${title}`,
      body: [
        runs(run(`${number} `, { isSubtle: true }), run(title, { weight: 'Bolder', size: 'Medium' })),
        ...facts([
          [label(initiatives, 'stage'), standing],
          [label(initiatives, 'unit'), unit?.title],
          [label(initiatives, 'portfolio'), portfolio.title],
          [label(initiatives, 'contact'), contact?.name],
          [label(initiatives, 'projectManager'), projectManager?.name],
        ]),
      ],
      actions: [openPage(t('bot.openInitiative'), linkOf({ initiative }, telling))],
    },
    words,
  )
  const text = [standing, unit?.title].filter(Boolean).join(' · ')
  return { card, preview: { title: plain(`${number} ${title}`, 160), text: plain(text, 160) } }
}

function decisionHit(decision: Decision, telling: Telling): Hit {
  const { words, today } = telling
  const { t, word, label, locale } = words
  const { number, matter, outcome, initiative, wording, decidedBy, post, decidedOn } = decision
  const title = `${number} ${word('decisionMatters', matter)}: ${word('outcomes', outcome)}`
  const day = formatDay(decidedOn, locale, today)
  const card = cardOf(
    {
      summary: title,
      body: [
        paragraph(title, { weight: 'Bolder' }),
        ...facts([
          [label(decisions, 'initiative'), initiative?.title],
          [label(decisions, 'wording'), wording],
        ]),
        quiet(t('decision.by', { post, who: decidedBy.name, day })),
      ],
      actions: [openPage(t('bot.openDecision'), linkOf({ decision }, telling))],
    },
    words,
  )
  const text = [initiative?.title, day].filter(Boolean).join(' · ')
  return { card, preview: { title: plain(title, 160), text: plain(text, 160) } }
}

function meetingHit(meeting: Meeting, telling: Telling): Hit {
  const { words, of, today } = telling
  const { t, locale } = words
  const when = whenAndWhere(meeting, locale, { today })
  const card = cardOf(
    {
      summary: meeting.title,
      body: [paragraph(meeting.title, { weight: 'Bolder' }), quiet(when)],
      actions: [openPage(t('bot.openMeeting'), of.tabLink(routes.meeting(meeting.key)))],
    },
    words,
  )
  return { card, preview: { title: plain(meeting.title, 160), text: when } }
}
