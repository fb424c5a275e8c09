/** Prints what an agenda is composed from, in its order. */
import { agendaSources, itemKinds } from '#src/lists/meetings.ts'
import { sources } from '#src/rules/agenda.ts'
import { code, table } from './markdown.ts'

export const printAgenda = (): string =>
  [
    '## Agendas',
    `What is proposed for a forum's next meeting, in the order of its agenda. Nothing is proposed whose cause is on the agenda, was left this time, or has been treated: for good, or for the days given. A forum is ${code('unit')} (a department's dialogue), ${code('administration')}, ${code('portfolio')} (a board), ${code('joint')}, ${code('project')} (a steering group), ${code('team')} (takes the needs of others further) or ${code('overall')} (weighs all portfolios). An initiative comes up once for how it stands, and once for a decision.`,
    table(
      ['source', 'Swedish', 'kind', 'minutes', 'proposed to', 'at most suggested', 'again after'],
      sources.map(({ source, kind, minutes, speaksTo, most, againAfterDays }) => [
        code(source),
        agendaSources[source],
        itemKinds[kind],
        String(minutes),
        speaksTo?.map(code).join(', ') ?? 'all',
        most === undefined ? '' : String(most),
        againAfterDays === undefined
          ? 'never'
          : againAfterDays === 0
            ? 'each meeting'
            : `${againAfterDays} days`,
      ]),
    ),
  ].join('\n\n')
