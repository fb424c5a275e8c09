/** Prints what each outcome of an item asks for, what it may do with the initiative, and what it becomes in the register. */
import { decisionMatters } from '#src/lists/decisions.ts'
import { agendaItems, type ItemOutcome, itemOutcomes } from '#src/lists/meetings.ts'
import { ruleOf } from '#src/rules/meetings/itemDecision.ts'
import { code, table } from './markdown.ts'

export const printItemOutcomes = (): string =>
  [
    '## Decisions at meetings',
    `What an item of a meeting may end in. The one who decides is noted as present, has not left the item for a conflict of interest, and has the mandate on the day of the meeting for what the decision does; between meetings everyone writes down their own. ${code('gate')}, ${code('state')}, ${code('financing')}, ${code('owner')} and ${code('priority')} are carried out by the decision itself: at the meeting, or when its minutes (or that § by itself) are verified. What the rules then forbid is said on the item and comes back on the next agenda. ${code('noted')} is in the register when it was noted in words of its own. A forum that only guides says neither yes nor no without naming what a post with the mandate decides.`,
    table(
      [
        'outcome',
        'asks for',
        'may do',
        'in the register, when it does nothing',
        'where the forum only guides',
      ],
      (Object.keys(itemOutcomes) as ItemOutcome[]).map((outcome) => {
        const { asks, effects, matter, decides } = ruleOf(outcome)
        return [
          `${code(outcome)} ${itemOutcomes[outcome]}`,
          asks.map((field) => `${code(field)} ${agendaItems.columns[field].label}`).join(', ') || '–',
          effects.map(code).join(', ') || '–',
          matter ? `${code(matter)} ${decisionMatters[matter]}` : '–',
          decides ? 'only what a post decides' : 'yes',
        ]
      }),
    ),
  ].join('\n\n')
