/** What a department's page is made of: what its dialogue goes by, and how the department stands. */
import { useMemo } from 'react'
import { type Forum, forums, type Unit, units } from '#src/lists/organisation.ts'
import { isConfidential, markedIn, openOnly } from '#src/rules/initiatives/confidential.ts'
import { type DepartmentState, departmentState } from '#src/rules/meetings/departmentState.ts'
import { unitsAsked } from '#src/rules/needs.ts'
import { covers } from '#src/rules/organisation/tree.ts'
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
  /** How many confidential initiatives concern it, for whoever may read them. */
  confidential: number
  /** There is no such unit. */
  missing: boolean
  error: unknown
  reload: () => void
}

/** `withConfidential`: shown too, and marked; else the page may be handed round. */
export function useDepartment(key: string, withConfidential: boolean): Department {
  const { locale, t } = useWords()
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
    const facts = { ...started, ...rows, meeting: { key: '', day: today }, forum: dialogue }
    const shown = withConfidential
      ? markedIn(facts, (text) => t('shownConfidential.mark', { title: text }))
      : openOnly(facts)
    return departmentState(shown)
  }, [rows, unit, started, today, forum, key, withConfidential, t])
  const confidential = useMemo(() => {
    if (!started) return 0
    const { initiatives, tree } = started
    const isOurs = ({ key: of }: { key: string }) => covers(key, of, tree)
    return initiatives.filter(
      (i) => isConfidential(i) && !i.archived && i.state !== 'merged' && unitsAsked(i).some(isOurs),
    ).length
  }, [started, key])
  return {
    ...(unit && { unit }),
    ...(forum && { forum }),
    ...(rows && { rows }),
    ...(state && { state }),
    confidential,
    missing: isHere && !unit,
    error,
    reload,
  }
}
