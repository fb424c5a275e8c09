/** What the sources of an agenda ask alike: how an item is about an initiative or another item, and what has moved since the last meeting. */
import type { Day } from '#src/lists/columns.ts'
import type { Decision } from '#src/lists/decisions.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { AgendaItem } from '#src/lists/meetings.ts'
import type { AgendaFacts, Found } from './agendaFacts.ts'
import { runs } from '../reminding/owing.ts'

export const refOf = ({ key, title }: { key: string; title: string }) => ({ key, title })

/** As an item is about it: its title, and who presents it: the project manager once it runs, until then whoever is its contact. */
export function about(initiative: Initiative): Pick<Found, 'title' | 'initiative' | 'presenter'> {
  const { title, stage, projectManager, projectOwner, contact } = initiative
  const presenter = runs(stage) ? (projectManager ?? projectOwner ?? contact) : (contact ?? projectManager)
  return { title, initiative: refOf(initiative), ...(presenter && { presenter }) }
}

/** What an item brings with it to another agenda. */
export function asItWas(item: AgendaItem): Omit<Found, 'cause' | 'because'> {
  const { title, kind, minutes, initiative, presenter, material, proposal } = item
  return {
    title,
    kind,
    ...(minutes !== undefined && { minutes }),
    ...(initiative && { initiative }),
    ...(presenter && { presenter }),
    ...(material && { material }),
    ...(proposal && { proposal }),
  }
}

/** The last decision since a day that put each initiative where it is now, made elsewhere than at this forum's meetings. */
export function movesSince(
  { decisions, meetings, initiatives }: AgendaFacts,
  since: Day,
): Map<string, Decision> {
  const own = new Set(meetings.map(({ key }) => key))
  const standing = new Map(initiatives.map((initiative) => [initiative.key, initiative]))
  const moves = new Map<string, Decision>()
  for (const decision of decisions) {
    const initiative = decision.initiative && standing.get(decision.initiative.key)
    if (!initiative || decision.archived || decision.decidedOn < since) continue
    if (decision.meeting && own.has(decision.meeting.key)) continue
    const moved = decision.fromStage !== decision.toStage && decision.toStage === initiative.stage
    const changed = decision.fromState !== decision.toState && decision.toState === initiative.state
    const before = moves.get(initiative.key)
    if ((moved || changed) && (!before || before.decidedOn <= decision.decidedOn))
      moves.set(initiative.key, decision)
  }
  return moves
}

/** The meeting has been held, however far its minutes have come. */
export const isOver = ({ state }: AgendaFacts['meetings'][number]) =>
  state === 'held' || state === 'sent' || state === 'verified' || state === 'settled'

/** By number, as people count: 9 before 10. */
export const compareNumbers = new Intl.Collator('sv', { numeric: true }).compare
