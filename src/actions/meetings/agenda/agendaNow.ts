/** The agenda of a meeting as its rows have it now: what sending freezes, and what a draft on paper shows. */
import { type AgendaItem, agendaItems, type Meeting } from '#src/lists/meetings.ts'
import { people, units } from '#src/lists/organisation.ts'
import { type AgendaPicture, agendaPicture } from '#src/rules/meetings/agendaPicture.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'
import type { Work } from '../../work.ts'
import type { PlaceAtMeeting } from '../place.ts'

export const agendaOf = async ({ store }: Work, { key }: Meeting): Promise<AgendaItem[]> =>
  (await store.where(agendaItems, { column: 'meeting', value: key })).filter(
    ({ state, archived }) => !archived && (state === 'agenda' || state === 'treated'),
  )

/** Draws the agenda under whatever version is asked for. */
export async function agendaDrawer(
  work: Work,
  { meeting, forum }: PlaceAtMeeting,
  items: readonly AgendaItem[],
): Promise<(version: number) => AgendaPicture> {
  const [unitRows, peopleRows] = await work.store.allOf([units, people])
  const tree = treeOf(unitRows)
  return (version) =>
    agendaPicture({ meeting, forum, items, version, tree, people: peopleRows, today: work.today })
}
