/** Decisions as another program takes them: a row each, days and figures as they are, the rest in words. */
import type { ExportKind, ExportTable, ExportValue } from '#src/export/table.ts'
import { decisions } from '#src/lists/decisions.ts'
import type { RegisterEntry } from '#src/rules/deciding/register.ts'
import type { Words } from '#src/text/words.ts'
import { carriedWord } from './sayings.ts'

interface Exported {
  title: string
  kind: ExportKind
  widthRem: number
  value: (entry: RegisterEntry) => ExportValue
}

export function exportedDecisions(entries: readonly RegisterEntry[], words: Words): ExportTable {
  const columns = columnsOf(words)
  return {
    title: words.t('decisions.title'),
    columns,
    rows: entries.map((entry) => columns.map(({ value }) => value(entry))),
  }
}

function columnsOf(words: Words): Exported[] {
  const { t, word, label } = words
  const text = (title: string, widthRem: number, value: Exported['value']): Exported => ({
    title,
    kind: 'text',
    widthRem,
    value,
  })
  return [
    text(t('decisionColumn.number'), 12, ({ name }) => name || undefined),
    text(label(decisions, 'number'), 10, ({ decision }) => decision.number || undefined),
    {
      title: label(decisions, 'decidedOn'),
      kind: 'day',
      widthRem: 8,
      value: ({ decision }) => decision.decidedOn,
    },
    text(t('decisions.initiative'), 26, ({ initiative }) =>
      initiative ? `${initiative.number} ${initiative.title}`.trim() : undefined,
    ),
    text(label(decisions, 'title'), 22, ({ decision }) => decision.title),
    text(label(decisions, 'matter'), 12, ({ decision }) => word('decisionMatters', decision.matter)),
    text(label(decisions, 'outcome'), 12, ({ decision }) => word('outcomes', decision.outcome)),
    text(label(decisions, 'wording'), 40, ({ decision }) => decision.wording),
    text(label(decisions, 'grounds'), 30, ({ decision }) => decision.grounds),
    text(label(decisions, 'conditions'), 24, ({ decision }) => decision.conditions),
    {
      title: label(decisions, 'amountKr'),
      kind: 'kr',
      widthRem: 9,
      value: ({ decision }) => decision.amountKr,
    },
    text(t('decisions.by'), 16, ({ decision }) => decision.decidedBy.name),
    text(label(decisions, 'post'), 16, ({ decision }) => decision.post || undefined),
    text(t('decisions.forum'), 18, ({ decision }) => decision.forum?.title),
    text(t('decisions.meeting'), 20, ({ decision }) => decision.meeting?.title),
    text(t('decisions.carried'), 12, (entry) => carriedWord(entry, words) || undefined),
    text(t('decisions.replacedBy'), 12, ({ replacedBy }) => replacedBy?.name),
    text(label(decisions, 'supersedes'), 12, ({ decision }) => decision.supersedes?.title),
    text(label(decisions, 'caseNumber'), 12, ({ decision }) => decision.caseNumber),
  ]
}
