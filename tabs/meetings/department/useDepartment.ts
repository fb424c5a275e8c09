/** What a department's page is made of: what its dialogue goes by, and how the department stands. */
import { useMemo } from 'react'
import { type Forum, forums, type Unit, units } from '#src/lists/organisation.ts'
import { type DepartmentState, departmentState } from '#src/rules/departmentState.ts'
import { compareTexts } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useItems, useStatus } from '../../data.ts'
import { useWords } from '../../language.ts'
import type { AgendaRows } from '../agendaRows.ts'
import { useForumRows, useStarted } from '../useForumFacts.ts'

/** A department that has no dialogue: nothing is kept under this key. */
const NO_FORUM = 'none'

export interface Department {
  unit?: Unit
  /** Its strategic dialogue. */
  forum?: Forum
  rows?: AgendaRows
  state?: DepartmentState
  /** There is no such unit. */
  missing: boolean
  error: unknown
  reload: () => void
}

export function useDepartment(key: string): Department {
  const { locale } = useWords()
  const { session, today } = useSession()
  const { data } = session
  const { phase } = useStatus(data)
  const bodies = useItems(data, forums)
  const places = useItems(data, units)
  const unit = places.find((place) => place.key === key)
  const forum = useMemo(
    () =>
      bodies
        .filter((body) => body.unit?.key === key)
        .toSorted((a, b) => compareTexts(locale)(a.title, b.title))[0],
    [bodies, key, locale],
  )
  const isHere = places.length > 0 || phase === 'ready' || phase === 'failed'
  const { rows, error, reload } = useForumRows(isHere && unit ? (forum?.key ?? NO_FORUM) : undefined)
  const started = useStarted()
  const state = useMemo(() => {
    if (!rows || !unit || !started) return undefined
    const { title } = unit
    const dialogue = forum ?? { id: '', version: '', key: NO_FORUM, title, unit: { key, title } }
    return departmentState({ ...started, ...rows, meeting: { key: '', day: today }, forum: dialogue })
  }, [rows, unit, started, today, forum, key])
  return {
    ...(unit && { unit }),
    ...(forum && { forum }),
    ...(rows && { rows }),
    ...(state && { state }),
    missing: isHere && !unit,
    error,
    reload,
  }
}
