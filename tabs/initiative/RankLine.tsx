/** The place an initiative was given by the order of each year that is in force, why it has it, and the way to that order. */
import { useCallback } from 'react'
import { Link } from 'wouter'
import type { Initiative } from '#src/lists/initiatives.ts'
import { type Ranking, rankings } from '#src/lists/prioritising.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { placesOf } from '#src/rules/prioritising/decidedRankings.ts'
import { formatDay, formatNumber } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'
import { useWords } from '../language.ts'
import { useRead } from '../ui/useRead.ts'
import styles from './Initiative.module.css'

export function RankLine({ initiative }: { initiative: Initiative }) {
  const { session } = useSession()
  const { board } =
    useItems(session.data, portfolios).find(({ key }) => key === initiative.portfolio.key) ?? {}
  return board ? <Of initiative={initiative} forum={board.key} /> : null
}

function Of({ initiative, forum }: { initiative: Initiative; forum: string }) {
  const { today } = useSession()
  const by = initiative.rankedIn?.key
  const { rows = [] } = useRead(
    'rankings',
    useCallback(
      async (store: ListReader) => {
        const ofBoard = await store.where(rankings, { column: 'forum', value: forum })
        // What several share is ranked by the forum that joins them.
        const joint =
          by && ofBoard.every(({ key }) => key !== by) ? await store.byKey(rankings, by) : undefined
        return joint ? [...ofBoard, joint] : ofBoard
      },
      [forum, by],
    ),
    useCallback((ranking: Ranking) => ranking.forum.key === forum || ranking.key === by, [forum, by]),
  )
  return placesOf(initiative.key, rows, today).map(({ ranking, line }) => (
    <Place key={ranking.key} ranking={ranking} line={line} />
  ))
}

/** Each year has an order of its own: its title says which. */
function Place({ ranking, line }: { ranking: Ranking; line: Ranking['lines'][number] }) {
  const { t, locale } = useWords()
  const { today } = useSession()
  const said = {
    rank: line.rank,
    ranking: ranking.title,
    day: formatDay(ranking.day, locale, today),
    points: formatNumber(Math.round(line.total), locale),
    reason: line.reason ?? '',
  }
  return (
    <p className={styles.quiet}>
      {t(`initiative.ranked.${line.basis}`, said)} {!line.isWithin && t('initiative.rankedBeyond')}{' '}
      <Link
        className={styles.link}
        href={`/prioritise?forum=${encodeURIComponent(ranking.forum.key)}&year=${ranking.year}&ranking=${encodeURIComponent(ranking.key)}`}
      >
        {t('initiative.toRanking')}
      </Link>
    </p>
  )
}
