/** What a forum's agenda is composed from. */
import { useMemo } from 'react'
import type { Meeting } from '#src/lists/meetings.ts'
import type { AgendaFacts } from '#src/rules/meetings/agendaFacts.ts'
import { openOnly } from '#src/rules/initiatives/confidential.ts'
import { useForumRows, useStarted } from './useForumFacts.ts'

/** `facts` is undefined until all is here; after an error what was there stays. */
export function useAgendaFacts(meeting: Pick<Meeting, 'key' | 'day' | 'stopDay' | 'forum'>): {
  facts: AgendaFacts | undefined
  error: unknown
  reload: () => void
} {
  const { key, day, stopDay, forum: of } = meeting
  const { rows, error, reload } = useForumRows(of.key)
  const started = useStarted()
  const facts = useMemo((): AgendaFacts | undefined => {
    const forum = started?.forums.find((body) => body.key === of.key)
    if (!started || !forum || !rows) return undefined
    // All staff read an agenda: it is composed from what they read, whoever prepares it.
    return openOnly({ ...started, ...rows, meeting: { key, day, ...(stopDay && { stopDay }) }, forum })
  }, [started, rows, of.key, key, day, stopDay])
  return { facts, error, reload }
}
