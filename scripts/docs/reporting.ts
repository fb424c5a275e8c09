/** Prints who owes a status report, and what contradicts a green light. */
import { statusReports } from '#src/lists/followUp.ts'
import { stages } from '#src/lists/initiatives.ts'
import { reportedStages } from '#src/rules/reminding/owing.ts'
import { type ContradictionName, contradictions, STALE_AFTER_DAYS } from '#src/rules/reporting.ts'
import { sentences } from '#src/text/sv/followUp.ts'
import { code, table } from './markdown.ts'

export const printReporting = (): string =>
  [
    '## Status reports',
    `Owed each month from the first whole one in ${reportedStages.map((stage) => `${code(stage)} ${stages[stage]}`).join(', ')}; not by what is paused, stopped or led by others. One for each initiative and month, never changed once sent: mistakes are put right in the next. A green light that something below contradicts is sent only with an explanation; what isn't known contradicts nothing. ${code('noReport')} is said after ${STALE_AFTER_DAYS} days.`,
    table(
      ['contradiction', 'questions', 'said as'],
      (Object.keys(contradictions) as ContradictionName[]).map((name) => {
        const { aspect } = contradictions[name]
        return [
          code(name),
          aspect ? `${code(aspect)} ${statusReports.columns[aspect].label}` : 'all lights green',
          // Of a word with two forms, the plural.
          sentences[`report.${name}`].replaceAll(/\{\w+\|[^|]*\|([^}]*)\}/g, '$1'),
        ]
      }),
    ),
  ].join('\n\n')
