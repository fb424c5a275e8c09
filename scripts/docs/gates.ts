/** Prints the gates of each process: what they ask for, end in and lead to, and by whose mandate. */
import { decisionMatters, type Outcome, outcomes } from '#src/lists/decisions.ts'
import { initiativeTypes, type Stage, stages, type State, states } from '#src/lists/initiatives.ts'
import { matters } from '#src/lists/organisation.ts'
import { type ProcessName, processNames } from '#src/lists/portfolios.ts'
import { type GateName, gateOf, gatesOf, matterOf, movesForward } from '#src/rules/gates.ts'
import { needs } from '#src/rules/needs.ts'
import { swedish } from '#src/text/swedish.ts'
import { code, table } from './markdown.ts'

export function printGates(): string {
  return [
    '## Gates',
    'An outcome that goes forward needs everything asked for by the gates of the stages it leaves behind, also of a stage that is skipped.',
    ...(Object.keys(processNames) as ProcessName[]).flatMap((process) => [
      `### Gates of ${processNames[process]}`,
      ...gatesOf(process).map(printGate),
    ]),
  ].join('\n\n')
}

function printGate(gate: GateName): string {
  const { from, needs: asked, partyOutcomes, outcomes: effects, types, outcomeTypes, raises } = gateOf(gate)
  const chosen = new Set<Outcome>([...(Object.keys(effects) as Outcome[]), ...(partyOutcomes ?? [])])
  const only = types && `Only for ${types.map((type) => initiativeTypes[type]).join(', ')}.`
  return [
    `#### ${decisionMatters[gate]} (${code(gate)}), from ${stages[from]}`,
    ...(only ? [only] : []),
    ...(raises ? ['May be raised to the next level.'] : []),
    table(
      ['outcome', 'Swedish', 'leads to', 'mandate for', 'everything filled in', ''],
      [...chosen].map((outcome) => [
        code(outcome),
        outcomes[outcome],
        effect(effects[outcome]),
        matters[matterOf(gate, outcome)],
        movesForward(gate, outcome) ? 'yes' : 'no',
        [
          outcome in effects ? '' : 'by a party of a shared matter',
          ...(outcomeTypes?.[outcome] ?? []).map((type) => `only ${initiativeTypes[type]}`),
        ]
          .filter(Boolean)
          .join(', '),
      ]),
    ),
    ...(asked.length > 0
      ? [
          'Asked for here:',
          table(
            ['need', 'Swedish', 'written in'],
            asked.map((need) => [code(need), swedish.t(`need.${need}`), code(needs[need].field)]),
          ),
        ]
      : ['Asks for nothing more than the gates before.']),
  ].join('\n\n')
}

function effect(change: { stage?: Stage; state?: State } | undefined): string {
  if (change?.stage) return stages[change.stage]
  return change?.state ? states[change.state] : 'stays where it is'
}
