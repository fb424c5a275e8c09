/** Says something of an order: decides it as it is shown, or of what has been laid forth yes, no, or that the level above is to decide. */
import { useState } from 'react'
import type { Person } from '#src/lists/columns.ts'
import type { Forum } from '#src/lists/organisation.ts'
import type { Ranking } from '#src/lists/prioritising.ts'
import { asShown } from '#src/rules/prioritising/rankingChanges.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { newKey } from '../../act.ts'
import { useSession } from '../../context.ts'
import type { RankingNow } from '../useRanking.ts'

export interface Said {
  outcome: 'grant' | 'refuse' | 'escalate'
  wording: string
  grounds?: string
  conditions?: string
  agreed?: boolean
  meeting?: string | undefined
  /** Whose word it is, when it is written down for them at the meeting. */
  saidBy?: Person
}

export function useAnswer({
  forum,
  year,
  now,
  laid,
}: {
  forum: Forum
  year: number
  now: RankingNow
  /** Without it, the order as it stands. */
  laid?: Ranking
}) {
  const { session } = useSession()
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const [busy, setBusy] = useState(false)
  const [key, setKey] = useState(newKey)
  const [made, setMade] = useState<{
    key: string
    number: string
    outcome: Said['outcome']
    saidBy?: string
  }>()
  const answer = async ({ outcome, wording, grounds, conditions, agreed, meeting, saidBy }: Said) => {
    setBusy(true)
    const answered = await session.acting.act(
      'decideRanking',
      {
        forum: forum.key,
        year,
        ...asShown(now.ranking),
        outcome,
        wording,
        ...(laid && { ranking: laid.key }),
        ...(grounds?.trim() && { grounds }),
        ...(conditions?.trim() && { conditions }),
        ...(agreed !== undefined && { agreed }),
        ...(meeting && { meeting }),
        ...(saidBy && { saidBy: { id: saidBy.id, name: saidBy.name } }),
      },
      {},
      key,
    )
    setBusy(false)
    if ('refusals' in answered) return setRefusals(answered.refusals)
    setRefusals([])
    setKey(newKey())
    const { decisions = [] } = 'done' in answered ? answered.done : {}
    const decision = decisions.find((one) => one.key === key) ?? decisions[0]
    if (decision)
      setMade({ key: decision.key, number: decision.number, outcome, ...(saidBy && { saidBy: saidBy.name }) })
  }
  return { answer, busy, refusals, made }
}
