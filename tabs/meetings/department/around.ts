/** Which of a forum's meetings was the last, and which comes next. */
import type { Meeting } from '#src/lists/meetings.ts'

const ahead: readonly Meeting['state'][] = ['planned', 'called', 'open']
const been: readonly Meeting['state'][] = ['held', 'sent', 'verified', 'settled']

export const nextOf = (meetings: readonly Meeting[], today: string) =>
  ofSittings(meetings, ahead).find(({ day }) => day >= today)

export const lastOf = (meetings: readonly Meeting[]) => ofSittings(meetings, been).at(-1)

/** Earliest first; decisions between meetings are no sitting. */
const ofSittings = (meetings: readonly Meeting[], states: readonly Meeting['state'][]) =>
  meetings
    .filter(({ state, kind, archived }) => !archived && states.includes(state) && kind !== 'between')
    .toSorted((a, b) => a.day.localeCompare(b.day))
