/** That a forum's order waits for somebody's word, or is decided: what stands first, how it goes, and the way to all of it. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import { type Ranking, rankings } from '#src/lists/prioritising.ts'
import { isAwaited } from '#src/rules/prioritising/orderRound.ts'
import type { OrderNotice } from '#src/rules/reminding/notices.ts'
import { formatDay } from '#src/text/format.ts'
import type { SentenceKey } from '#src/text/words.ts'
import type { Back, MatterOf, Told } from './matter.ts'
import { facts, openPage, paragraph } from './parts.ts'
import { routes } from './routes.ts'
import { matterCard, type Telling } from './telling.ts'

/** The rest is a click away. */
const FIRST = 5

const ofOrder: readonly Told[] = ['orderLaid', 'orderRaised', 'rankingDecided'] satisfies OrderNotice[]
export const isOfOrder = (told: Told): told is OrderNotice => ofOrder.includes(told)

export async function showRanking(
  asked: { matter: MatterOf<'meeting'>; told: OrderNotice; back?: Back | undefined },
  { of, words, today }: Pick<Telling, 'of' | 'words' | 'today'>,
): Promise<IAdaptiveCard> {
  const { t, locale } = words
  const ranking = await of.store.byKey(rankings, asked.matter.item)
  const said = t(truth(ranking, asked.told))
  const title = ranking?.title ?? t('bot.aMeeting')
  const isAsked = ranking && isAwaited(ranking) && !isPassedOn(ranking, asked.told)
  const page = !ranking
    ? routes.prioritise
    : isAsked
      ? routes.order(ranking.forum.key, ranking.year)
      : routes.ranking(ranking.forum.key, ranking.key)
  return matterCard(
    {
      summary: `${title}: ${said}`,
      body: [
        paragraph(title, { weight: 'Bolder' }),
        paragraph(said),
        ...facts([
          [t('bot.forum'), ranking?.forum.title],
          [t('bot.when'), ranking && formatDay(ranking.day, locale, today)],
          ...(ranking?.lines ?? [])
            .slice(0, FIRST)
            .map(({ rank, initiative }): [string, string] => [String(rank), initiative.title]),
        ]),
      ],
      actions: [openPage(t(isAsked ? 'bot.openOrder' : 'bot.openRanking'), of.tabLink(page))],
    },
    { words, ...asked },
  )
}

/** What was sent may be opened long after: it says how the order stands now. */
function truth(ranking: Ranking | undefined, told: OrderNotice): SentenceKey {
  if (!ranking || told === 'rankingDecided') return `botNotice.${told}`
  if (ranking.state === 'decided') return 'botNotice.rankingDecided'
  if (ranking.state === 'replaced') return 'botNotice.orderReplaced'
  if (ranking.state === 'refused') return 'botNotice.orderRefused'
  if (ranking.state !== 'raised') return 'botNotice.orderLaid'
  return isPassedOn(ranking, told) ? 'botNotice.orderAbove' : 'botNotice.orderRaised'
}

/** Whoever it was laid forth for is asked no more when it has been raised. */
const isPassedOn = ({ state }: Ranking, told: OrderNotice) => state === 'raised' && told === 'orderLaid'
