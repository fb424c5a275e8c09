/** What the person may decide about an initiative now, from what the page has read. */
import { forums, mandates } from '#src/lists/organisation.ts'
import { keptByMeetings } from '#src/rules/meetings/atMeetings.ts'
import { type MayDecide, mayDecide } from '#src/rules/deciding/deciding.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import type { Whole } from '../useWhole.ts'

/** Before the whole initiative has been read nothing may be decided: only who decides is known. */
export function useDeciding({ preparation, decisions, atMeetings, complete }: Whole): MayDecide {
  const { session, today } = useSession()
  const may = mayDecide({
    me: session.person,
    today,
    preparation,
    decisions,
    kept: keptByMeetings(atMeetings, preparation.initiative.key),
    mandates: useItems(session.data, mandates),
    forums: useItems(session.data, forums),
  })
  if (complete) return may
  return {
    ...may,
    missing: [],
    choices: [],
    refusal: undefined,
    states: [],
    financing: undefined,
    ideaToRollout: undefined,
  }
}
