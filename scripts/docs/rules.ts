/** Prints the processes, the gates, the changes of state and the permissions. */
import { type Outcome, outcomes } from '#src/lists/decisions.ts'
import { type Stage, stages, type State, states } from '#src/lists/initiatives.ts'
import { roles } from '#src/lists/organisation.ts'
import { type ProcessName, processNames } from '#src/lists/portfolios.ts'
import { preparedFields, trailedFields } from '#src/rules/editing.ts'
import { type GateName, gateNames, gateOf, matterOf, movesForward, outcomesOf } from '#src/rules/gates.ts'
import { needs } from '#src/rules/needs.ts'
import { permissions } from '#src/rules/permissions.ts'
import { matterOfStage, stagesOf, stateChanges } from '#src/rules/processes.ts'
import { english } from '#src/text/english.ts'
import { swedish } from '#src/text/swedish.ts'
import { code, table } from './markdown.ts'

export function printProcesses(): string {
  return [
    '## Processes',
    'Stages in order. Pausing, stopping and reopening in a stage take the mandate for the matter beside it.',
    ...(Object.keys(processNames) as ProcessName[]).map((process) =>
      [
        `### ${processNames[process]}`,
        table(
          ['stage', 'Swedish', 'English', 'matter'],
          stagesOf(process).map((stage) => [
            code(stage),
            stages[stage],
            english.word('stages', stage),
            matterOfStage(stage) ?? '–',
          ]),
        ),
      ].join('\n\n'),
    ),
    '### Changes of state',
    'Each is a decision with a reason; the initiative stays in its stage.',
    table(
      ['change', 'from', 'to'],
      Object.entries(stateChanges).map(([change, { from, to }]) => [
        `${code(change)} ${outcomes[change as Outcome]}`,
        from.map((state) => states[state]).join(', '),
        states[to],
      ]),
    ),
  ].join('\n\n')
}

export function printGates(): string {
  return ['## Gates', ...gateNames.map(printGate)].join('\n\n')
}

function printGate(gate: GateName): string {
  const { from, to, needs: asked, partyOutcomes } = gateOf(gate)
  const chosen = new Set<Outcome>([...outcomesOf(gate, false), ...(partyOutcomes ?? [])])
  return [
    `### ${gate}: ${stages[from]} → ${stages[to]}`,
    table(
      ['outcome', 'Swedish', 'leads to', 'mandate for', 'everything filled in', ''],
      [...chosen].map((outcome) => [
        code(outcome),
        outcomes[outcome],
        effect(gateOf(gate).outcomes[outcome]),
        matterOf(gate, outcome),
        movesForward(gate, outcome) ? 'yes' : 'no',
        outcomesOf(gate, false).includes(outcome) ? '' : 'by a party of a shared matter',
      ]),
    ),
    gate === gateNames[0] ? 'Asked for:' : 'Asked for, besides what the gates before ask for:',
    table(
      ['need', 'Swedish', 'written in'],
      asked.map((need) => [code(need), swedish.t(`need.${need}`), code(needs[need].field)]),
    ),
  ].join('\n\n')
}

function effect(change: { stage?: Stage; state?: State } | undefined): string {
  if (change?.stage) return stages[change.stage]
  return change?.state ? states[change.state] : 'stays where it is'
}

export function printPermissions(): string {
  return [
    '## Permissions',
    'What is not a decision. Whoever has a conflict of interest may neither prepare nor decide.',
    table(
      ['task', 'roles', 'or, in the initiative itself'],
      Object.entries(permissions).map(([task, { roles: allowed, ties }]) => [
        code(task),
        allowed.map((role) => roles[role]).join(', '),
        ties.map(code).join(', ') || '–',
      ]),
    ),
    `People fill in ${preparedFields.map(code).join(', ')}. Everything else changes by decisions, imports and the system.`,
    `A change of ${Object.keys(trailedFields).map(code).join(', ')} is kept in the trail.`,
  ].join('\n\n')
}
