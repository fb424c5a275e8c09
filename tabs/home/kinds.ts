/** Where each kind of waiting leads: the place on the page where it is acted on. */
import { preparedFields } from '#src/rules/initiatives/editing.ts'
import { type Need, needs } from '#src/rules/needs.ts'
import type { Waiting, WaitingKind } from '#src/rules/reminding/waiting.ts'
import { reportPath } from '../ui/reports/reportPath.ts'

/** The heading of what is to be decided next, on the initiative's page. */
const DECIDING = 'next-title'

const onPage = (place: string, { initiative }: Waiting) =>
  `/initiative/${encodeURIComponent(initiative.key)}#${place}`
const toDeciding = (line: Waiting) => onPage(DECIDING, line)

const addresses: Record<WaitingKind, (line: Waiting) => string> = {
  raised: toDeciding,
  decide: toDeciding,
  report: ({ initiative, month }) => reportPath(initiative.key, month),
  prepare: (line) => onPage(placeOf(line.missing[0]), line),
  decideLacking: toDeciding,
  atMeeting: ({ item }) => `/meeting/${encodeURIComponent(item?.meeting?.key ?? '')}?part=minutes`,
  stalled: toDeciding,
  tend: (line) => onPage(placeOf(line.missing[0]), line),
  finish: toDeciding,
}

export const addressOf = (line: Waiting) => addresses[line.kind](line)

/** The field where a need is filled in; what isn't a field is led to from what the gate lacks. */
function placeOf(need: Need | undefined): string {
  const field = need && needs[need].field
  return (preparedFields as readonly (string | undefined)[]).includes(field) ? `field-${field}` : DECIDING
}
