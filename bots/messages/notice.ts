/** What somebody is told of a meeting: nothing is to be done, the card says what happened and opens the page. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import { agendaItems, meetings } from '#src/lists/meetings.ts'
import type { OrderNotice } from '#src/rules/reminding/notices.ts'
import { whenAndWhere } from '#src/text/formatTime.ts'
import type { Back, MatterOf, Told } from './matter.ts'
import { facts, openPage, paragraph } from './parts.ts'
import { isOfOrder, showRanking } from './ranking.ts'
import { routes } from './routes.ts'
import { matterCard, type Telling } from './telling.ts'

/** Where each is read on. */
const pages: Record<Exclude<Told, OrderNotice>, (meeting: string) => string> = {
  agendaSent: routes.meeting,
  meetingMoved: routes.meeting,
  meetingCancelled: routes.meeting,
  questionSent: routes.agenda,
  questionAnswered: routes.agenda,
  minutesReturned: routes.minutes,
  minutesVerified: routes.minutes,
  notCarriedOut: routes.minutes,
}

export async function showNotice(
  asked: { matter: MatterOf<'meeting'>; back?: Back | undefined },
  { of, words, today }: Telling,
): Promise<IAdaptiveCard> {
  const { t, locale } = words
  const { item, told, meeting: key } = asked.matter
  if (isOfOrder(told)) return showRanking({ ...asked, told }, { of, words, today })
  const [found, items] = await of.store.whereIn([
    { list: meetings, column: 'key', values: key === undefined ? [] : [key] },
    { list: agendaItems, column: 'key', values: item === key ? [] : [item] },
  ])
  const [meeting] = found
  const said = t(`botNotice.${told}`)
  const about = items[0]?.title
  return matterCard(
    {
      summary: [about ?? meeting?.title, said].filter(Boolean).join(': '),
      body: [
        paragraph(about ?? meeting?.title ?? t('bot.aMeeting'), { weight: 'Bolder' }),
        paragraph(said),
        ...facts([
          [t('bot.meeting'), about && meeting?.title],
          [t('bot.when'), meeting && whenAndWhere(meeting, locale, { today })],
          [t('bot.forum'), meeting?.forum.title],
          [t('bot.reason'), items[0]?.refused],
        ]),
      ],
      actions: [
        openPage(t('bot.openMeeting'), of.tabLink(key === undefined ? routes.meetings : pages[told](key))),
      ],
    },
    { words, ...asked },
  )
}
