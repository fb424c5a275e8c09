/** The meetings that are ahead or not finished, of every forum, with how many items their agendas have. */
import { useCallback, useMemo } from 'react'
import { type ForumTemplate, forumTemplates } from '#src/lists/forumTemplates.ts'
import { agendaItems, itemStates, type Meeting, meetingStates, meetings } from '#src/lists/meetings.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { useSession } from '../context.ts'
import { useRead } from '../ui/useRead.ts'
import { useWhenBack } from '../ui/useWhenBack.ts'

/** A choice is kept as its Swedish word: what is filtered on is that. */
const unfinished = (['planned', 'called', 'open', 'held', 'sent'] as const).map(
  (state) => meetingStates[state],
)

export interface Coming {
  /** `undefined` until they are here; earliest first. */
  meetings: readonly Meeting[] | undefined
  templates: ReadonlyMap<string, ForumTemplate>
  /** By the key of the meeting; `undefined` until they are counted. */
  items: ReadonlyMap<string, number> | undefined
  error: unknown
  reload: () => void
}

export function useMeetings(): Coming {
  const { today } = useSession()
  const ahead = useRead(
    'meetings',
    useCallback(
      async (store: ListReader) => {
        const [since, [left]] = await Promise.all([
          store.since(meetings, 'day', today),
          store.whereIn([{ list: meetings, column: 'state', values: unfinished }]),
        ])
        return [...new Map([...left, ...since].map((meeting) => [meeting.key, meeting])).values()]
      },
      [today],
    ),
    anyRow,
  )
  const templates = useRead('forumTemplates', readTemplates, anyRow)
  const items = useRead('agendaItems', readOnAgendas, isOnAgenda)
  const coming = useMemo(
    () => ({
      meetings: ahead.rows?.toSorted((a, b) => compare(momentOf(a), momentOf(b))),
      templates: new Map(templates.rows?.map((template) => [template.forum.key, template])),
      items: items.rows && countBy(items.rows.flatMap(({ meeting }) => meeting?.key ?? [])),
      error: ahead.error ?? templates.error ?? items.error,
      reload: () => {
        ahead.reload()
        templates.reload()
        items.reload()
      },
    }),
    [ahead, templates, items],
  )
  useWhenBack(coming.error, coming.reload)
  return coming
}

const anyRow = () => true
const readTemplates = (store: ListReader) => store.all(forumTemplates)
const readOnAgendas = (store: ListReader) =>
  store.where(agendaItems, { column: 'state', value: itemStates.agenda })
const isOnAgenda = ({ state }: { state: string }) => state === 'agenda'

const momentOf = ({ day, start = '' }: Meeting) => `${day} ${start}`
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
