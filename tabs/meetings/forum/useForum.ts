/** A forum with its template, all its meetings, and what waits to be taken up. */
import { useCallback, useMemo } from 'react'
import { type ForumTemplate, forumTemplates } from '#src/lists/forumTemplates.ts'
import { type AgendaItem, agendaItems, itemStates, type Meeting, meetings } from '#src/lists/meetings.ts'
import { type Forum, forums } from '#src/lists/organisation.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import { useRead } from '../../ui/useRead.ts'

export interface ForumRead {
  forum?: Forum
  template?: ForumTemplate
  /** `undefined` until they are here; earliest first. */
  meetings: readonly Meeting[] | undefined
  /** To be taken up, oldest first; `undefined` until they are here. */
  backlog: readonly AgendaItem[] | undefined
  error: unknown
  reload: () => void
}

export function useForum(key: string): ForumRead {
  const { session } = useSession()
  const forum = useItems(session.data, forums).find((body) => body.key === key)
  const belongs = useCallback((row: { forum: { key: string } }) => row.forum.key === key, [key])
  const held = useRead(
    'meetings',
    useCallback((store: ListReader) => store.where(meetings, { column: 'forum', value: key }), [key]),
    belongs,
  )
  const template = useRead(
    'forumTemplates',
    useCallback((store: ListReader) => store.where(forumTemplates, { column: 'forum', value: key }), [key]),
    belongs,
  )
  // Those of all forums are few; all that a forum ever had on its agendas are many.
  const backlog = useRead(
    'agendaItems',
    useCallback(
      async (store: ListReader) =>
        (await store.where(agendaItems, { column: 'state', value: itemStates.backlog })).filter(belongs),
      [belongs],
    ),
    useCallback((item: AgendaItem) => item.state === 'backlog' && belongs(item), [belongs]),
  )
  return useMemo(
    () => ({
      ...(forum && { forum }),
      ...(template.rows?.[0] && { template: template.rows[0] }),
      meetings: held.rows?.toSorted(byMoment),
      backlog: backlog.rows?.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
      error: held.error ?? template.error ?? backlog.error,
      reload: () => {
        held.reload()
        template.reload()
        backlog.reload()
      },
    }),
    [forum, held, template, backlog],
  )
}

const byMoment = (a: Meeting, b: Meeting) => (momentOf(a) < momentOf(b) ? -1 : 1)
const momentOf = ({ day, start = '' }: Meeting) => `${day} ${start}`
