/** Prints the processes, the changes of state, what follows from decisions, and the permissions. */
import { type Outcome, outcomes } from '#src/lists/decisions.ts'
import { initiatives, stages, states } from '#src/lists/initiatives.ts'
import { matters, roles } from '#src/lists/organisation.ts'
import { type ProcessName, processNames } from '#src/lists/portfolios.ts'
import { preparedFields, trailedFields } from '#src/rules/initiatives/editing.ts'
import { lockedFields } from '#src/rules/deciding/jointRound.ts'
import { decidingRoles } from '#src/rules/mandate.ts'
import { needsReason } from '#src/rules/meetings/outcomes.ts'
import { sourcesOf, tasks } from '#src/rules/deciding/rights.ts'
import { matterOfStage, stagesOf, stateChanges } from '#src/rules/processes.ts'
import { english } from '#src/text/english.ts'
import { code, table } from './markdown.ts'

export function printProcesses(): string {
  return [
    '## Processes',
    'Each portfolio names its process. Stages in order. Pausing, stopping and reopening in a stage take the mandate for the matter beside it.',
    ...(Object.keys(processNames) as ProcessName[]).map((process) =>
      [
        `### ${processNames[process]}`,
        table(
          ['stage', 'Swedish', 'English', 'matter'],
          stagesOf(process).map((stage) => [
            code(stage),
            stages[stage],
            english.word('stages', stage),
            matterWord(matterOfStage(stage, process)),
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

const matterWord = (matter: keyof typeof matters | null) =>
  matter ? `${code(matter)} ${matters[matter]}` : '–'

export function printDeciding(): string {
  return [
    '## How decisions hold together',
    'Decided by whoever holds a role in the initiative; without one, or when they have a conflict of interest, by the post with the mandate:',
    table(
      ['matter', 'role'],
      Object.entries(decidingRoles).map(([matter, role]) => [
        matterWord(matter as keyof typeof matters),
        roles[role],
      ]),
    ),
    `**Jointly.** Each authority decides for itself in a round, and each decision keeps who the parties were. One no, one taken back, different outcomes or different totals leave the matter undecided; the next decision begins a new round, as it does when the parties have become others. While a round is open ${lockedFields.map(code).join(', ')} can't be changed: whoever needs to, has one party say no or take its decision back. A shared financing is decided as one total; each party's amount is its share by ${code('financingShares')} ${initiatives.columns.financingShares.label}, and is held to that party's own limit.`,
    '**Raised.** In a process that raises, a post whose forum does not agree, or whose limit is too small, raises the matter to the nearest forum above that guides a post with the mandate for `escalation`; that post decides the gate, or raises it again. The gate keeps all its decisions.',
    `**Superseded.** A decision is never edited. A new one replaces it, with a reason and by the mandate of the matter at the level that decided. The same outcome changes the words only. Another outcome, or ${code('annul')} ${outcomes.annul}, begins again from where the old one began, and is refused once the initiative has moved on.`,
    '**Endorsed.** A unit’s endorsement is given and withdrawn by its head or a head over it in the same administration, an administration’s also by its development leads, the process’s by the regional process owner; by whoever stands in for them on given dates; never by anyone with a conflict of interest. Both acts stay in the trail.',
    `**Explained.** A reason is asked for when the outcome is ${(Object.keys(outcomes) as Outcome[]).filter(needsReason).map(code).join(', ')}, and whenever a decision supersedes another.`,
  ].join('\n\n')
}

export function printPermissions(): string {
  return [
    '## Permissions',
    'What is not a decision. Whoever has a conflict of interest may neither prepare nor decide.',
    table(
      ['task', 'roles', 'or, in the initiative or the forum itself'],
      tasks.map((task) => {
        const { roles: allowed, ties = [], seats = [] } = sourcesOf(task)
        return [
          code(task),
          allowed.map((role) => roles[role]).join(', '),
          [...ties, ...seats].map(code).join(', ') || '–',
        ]
      }),
    ),
    `People fill in ${preparedFields.map(code).join(', ')}. Everything else changes by decisions, imports and the system.`,
    `A change of ${Object.keys(trailedFields).map(code).join(', ')} is kept in the trail.`,
  ].join('\n\n')
}
