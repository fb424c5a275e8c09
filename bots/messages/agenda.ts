/** An agenda that is to be sent: what stands on it, and a button that sends it. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import * as v from 'valibot'
import { type AgendaItem, agendaItems, type Meeting, meetings } from '#src/lists/meetings.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { formatDay } from '#src/text/format.ts'
import { whenAndWhere } from '#src/text/formatTime.ts'
import { attempt, newId, refusalBox } from './doing.ts'
import { type Back, carriedShape, type MatterOf } from './matter.ts'
import { box, type Element, execute, facts, heading, openPage, paragraph, plain, quiet } from './parts.ts'
import { routes } from './routes.ts'
import { type Answers, matterCard, type Telling } from './telling.ts'

type Asked = { matter: MatterOf<'agenda'>; back?: Back | undefined }

const MOST_ITEMS = 12

export async function showAgenda(
  asked: Asked,
  telling: Telling,
  { refusals = [], id = newId() }: { refusals?: readonly Refusal[]; id?: string } = {},
): Promise<IAdaptiveCard> {
  const { of, words } = telling
  const { t } = words
  const { item: key } = asked.matter
  const meeting = await of.store.byKey(meetings, key)
  const items = meeting ? await of.store.where(agendaItems, { column: 'meeting', value: key }) : []
  const rows = items
    .filter(({ state, archived }) => !archived && (state === 'agenda' || state === 'treated'))
    .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))
  const isOpen =
    meeting !== undefined &&
    !meeting.agendaSentOn &&
    (meeting.state === 'planned' || meeting.state === 'called')
  const open = openPage(t('bot.openAgenda'), of.tabLink(routes.agenda(key)))
  const send = execute({
    title: t('bot.sendAgenda'),
    verb: 'sendAgenda',
    data: { ...asked, id },
    primary: true,
  })
  return matterCard(
    {
      summary: t('bot.agendaSummary', { name: meeting?.title ?? '' }),
      body: meeting
        ? [...bodyOf(meeting, rows, telling), ...refusalBox(refusals, words)]
        : [paragraph(t('meetings.gone'))],
      actions: [...(isOpen && rows.length > 0 ? [send] : []), open],
    },
    { words, ...asked },
  )
}

export const agendaAnswers: Answers = {
  async sendAgenda(data, telling) {
    const { matter, back, id = newId() } = v.parse(carriedShape, data)
    if (matter.kind !== 'agenda') throw new TypeError('Another matter than an agenda was sent as one')
    const { refusals } = await attempt(telling, { name: 'sendAgenda', args: { meeting: matter.item }, id })
    return showAgenda({ matter, back }, telling, { refusals, id })
  },
}

function bodyOf(meeting: Meeting, rows: readonly AgendaItem[], { words, today }: Telling): Element[] {
  const { t, locale } = words
  const { agendaSentOn, state } = meeting
  const shown = rows.slice(0, MOST_ITEMS)
  return [
    heading(t('bot.agenda')),
    paragraph(meeting.title, { weight: 'Bolder' }),
    ...facts([[t('bot.when'), whenAndWhere(meeting, locale, { today })]]),
    ...(state === 'cancelled' ? [paragraph(t('botNotice.meetingCancelled'))] : []),
    ...(agendaSentOn
      ? [box('good', paragraph(t('bot.agendaSent', { day: formatDay(agendaSentOn, locale, today) })))]
      : []),
    ...(rows.length === 0 ? [paragraph(t('meeting.empty'))] : []),
    ...shown.map((row, i) => ({
      ...paragraph(`${i + 1}. ${plain(row.title, 160)}`),
      spacing: 'Small' as const,
    })),
    ...(rows.length > shown.length ? [quiet(t('bot.moreItems', { count: rows.length - shown.length }))] : []),
  ]
}
