/** How a forum's order of the year is decided: by one post there and then, by several authorities when it is laid forth, or above. */
import { useMemo } from 'react'
import type { Meeting } from '#src/lists/meetings.ts'
import type { Forum } from '#src/lists/organisation.ts'
import { decidingRight } from '#src/rules/mandate.ts'
import { mayLayForth, orderAsked } from '#src/rules/prioritising/orderAsked.ts'
import { isAwaited, laidForth } from '#src/rules/prioritising/orderRound.ts'
import { useSession } from '../../context.ts'
import { useMyRoles } from '../../ui/useMyRoles.ts'
import type { RankingNow } from '../useRanking.ts'
import { DecideOrder } from './DecideOrder.tsx'
import { LaidOrder } from './LaidOrder.tsx'
import { ProposeOrder } from './ProposeOrder.tsx'

export function OrderDecision({
  forum,
  year,
  now,
  sitting,
}: {
  forum: Forum
  year: number
  now: RankingNow
  sitting: Meeting | undefined
}) {
  const { session, today } = useSession()
  const roles = useMyRoles()
  const laid = laidForth(now.made, { forum: forum.key, year })
  const { question, ofLaid } = useMemo(() => {
    const { initiatives, mandates, tree, portfolios } = now.started
    const facts = { lines: now.ranking.lines, initiatives, mandates, tree, portfolios, today }
    return { question: orderAsked(forum, facts), ofLaid: orderAsked(forum, facts, laid) }
  }, [forum, now, laid, today])
  const right = decidingRight(question)
  const isAbout = laid && (isAwaited(laid) || laid.state === 'refused' || right.kind === 'all')
  const mayPropose = mayLayForth({ me: session.person, roles }, { forum, question })
  const isAnyLeft = now.ranking.lines.length > 0 && laid?.state !== 'raised'
  return (
    <>
      {laid && isAbout && (
        <LaidOrder key={laid.key} forum={forum} now={now} laid={laid} sitting={sitting} question={ofLaid} />
      )}
      {isAnyLeft && right.kind === 'all' && (
        <ProposeOrder forum={forum} year={year} now={now} laid={laid} right={right} mayPropose={mayPropose} />
      )}
      {isAnyLeft && right.kind !== 'all' && (
        <DecideOrder forum={forum} year={year} now={now} sitting={sitting} question={question} />
      )}
    </>
  )
}
