/** That a forum's order is decided: what stands first, what fits, and the way to all of it. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import { rankings } from '#src/lists/prioritising.ts'
import { formatDay } from '#src/text/format.ts'
import type { Back, MatterOf } from './matter.ts'
import { facts, openPage, paragraph } from './parts.ts'
import { routes } from './routes.ts'
import { matterCard, type Telling } from './telling.ts'

/** The rest is a click away. */
const FIRST = 5

export async function showRanking(
  asked: { matter: MatterOf<'meeting'>; back?: Back | undefined },
  { of, words, today }: Pick<Telling, 'of' | 'words' | 'today'>,
): Promise<IAdaptiveCard> {
  const { t, locale } = words
  const ranking = await of.store.byKey(rankings, asked.matter.item)
  const said = t('botNotice.rankingDecided')
  const title = ranking?.title ?? t('bot.aMeeting')
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
      actions: [
        openPage(
          t('bot.openRanking'),
          of.tabLink(ranking ? routes.ranking(ranking.forum.key, ranking.key) : routes.prioritise),
        ),
      ],
    },
    { words, ...asked },
  )
}
