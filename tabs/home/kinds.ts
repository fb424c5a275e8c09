/** Where each kind of waiting leads: the place on the page where it is acted on. */
import { preparedFields } from '#src/rules/editing.ts'
import { type Need, needs } from '#src/rules/needs.ts'
import type { Waiting, WaitingKind } from '#src/rules/waiting.ts'

/** The heading of what is to be decided next, on the initiative's page. */
const DECIDING = 'next-title'

const places: Record<WaitingKind, (line: Waiting) => string> = {
  decide: () => DECIDING,
  prepare: ({ missing }) => placeOf(missing[0]),
  decideLacking: () => DECIDING,
  stalled: () => DECIDING,
}

export const addressOf = (line: Waiting) =>
  `/initiative/${encodeURIComponent(line.initiative.key)}#${places[line.kind](line)}`

/** The field where a need is filled in; what isn't a field is led to from what the gate lacks. */
function placeOf(need: Need | undefined): string {
  const field = need && needs[need].field
  return (preparedFields as readonly (string | undefined)[]).includes(field) ? `field-${field}` : DECIDING
}
