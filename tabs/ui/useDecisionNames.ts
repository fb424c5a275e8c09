/** What decisions are called: those of meetings by their paragraphs, which are kept in a list of their own. */
import { useCallback } from 'react'
import type { Decision } from '#src/lists/decisions.ts'
import { type Paragraph, paragraphs } from '#src/lists/minutes.ts'
import { forums } from '#src/lists/organisation.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { decisionName } from '#src/rules/deciding/decisionName.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'
import { useRead } from './useRead.ts'

export type NameOf = (decision: Pick<Decision, 'number' | 'item' | 'forum'>) => string

/** Nothing is read when none of them was made at a meeting; until the paragraphs are here a decision goes by its number. */
export function useDecisionNames(decisions: readonly Decision[]): NameOf {
  const { session } = useSession()
  const bodies = useItems(session.data, forums)
  // One read for each meeting: much may have been decided there.
  const asked = JSON.stringify(
    [...new Set(decisions.flatMap(({ meeting }) => meeting?.key ?? []))].toSorted(),
  )
  const { rows = [] } = useRead(
    'paragraphs',
    useCallback(
      async (store: ListReader) => {
        const values = JSON.parse(asked) as string[]
        if (values.length === 0) return []
        return (await store.whereIn([{ list: paragraphs, column: 'meeting', values }]))[0]
      },
      [asked],
    ),
    useCallback(({ meeting }: Paragraph) => (JSON.parse(asked) as string[]).includes(meeting.key), [asked]),
  )
  return (decision) =>
    decisionName(
      decision,
      rows.find(({ item }) => item.key === decision.item?.key),
      bodies.find(({ key }) => key === decision.forum?.key),
    )
}
