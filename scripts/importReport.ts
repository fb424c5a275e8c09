/** What `npm run import` prints: a report for people, or the created rows as JSON. */
import { stages, states } from '#src/lists/initiatives.ts'
import type { ImportPlan, PlannedNeed } from '#src/import/plan.ts'
import { importSentence, type ImportWordKey, warningText } from '#src/text/importWords.ts'

const say = (key: ImportWordKey, values?: Record<string, string | number>) =>
  importSentence('sv', key, values)

/** One object for each row that is created. */
export function jsonRows(plan: ImportPlan) {
  return plan.rows
    .filter(({ action }) => action === 'create')
    .map((need) => ({
      row: need.row,
      title: need.title,
      unit: unitShown(need),
      stage: stages[need.stage],
      costLowKr: need.costLowKr,
      costHighKr: need.costHighKr,
      legal: need.legal,
      start: need.start,
      warnings: need.warnings.map((warning) => warningText(warning, 'sv')),
    }))
}

export function reportText(plan: ImportPlan, file: string): string {
  return [
    say('report.title', { file, sheet: plan.sheet, count: plan.rows.length, row: plan.headerRow }),
    heading('report.mapping'),
    ...plan.mapping.map(({ column, header, field, sample }) => {
      const meaning = field === null ? say('report.unmapped') : say(`field.${field}`)
      return `  ${column.padEnd(3)} ${header.padEnd(24)} → ${meaning.padEnd(20)} ${sample.join(' | ').replace(/\s+/g, ' ').slice(0, 60)}`
    }),
    heading('report.doubts'),
    ...plan.doubts.map((doubt) => `  ${warningText(doubt, 'sv')}`),
    heading('report.rows'),
    ...plan.rows.flatMap(rowLines),
    heading('report.skipped'),
    ...plan.skipped.map(
      ({ row, why, text }) =>
        `  ${String(row).padStart(5)}  ${say(`skipped.${why}`)}${text === '' ? '' : `: ${text}`}`,
    ),
    heading('report.sums'),
    ...sums(plan),
    '',
  ].join('\n')
}

function rowLines(need: PlannedNeed): string[] {
  const state = need.state === 'active' ? '' : `, ${states[need.state].toLowerCase()}`
  const facts = [unitShown(need) ?? '–', `${stages[need.stage]}${state}`, costShown(need), need.start ?? '–']
  return [
    `  ${String(need.row).padStart(5)}  ${need.title}${need.action === 'create' ? '' : ` (${say(`action.${need.action}`)})`}`,
    `         ${facts.join(' · ')}`,
    ...need.warnings.map((warning) => `         ! ${warningText(warning, 'sv')}`),
  ]
}

function sums(plan: ImportPlan): string[] {
  const count = <Key extends string>(keys: readonly Key[]) => [
    ...keys.reduce((counts, key) => counts.set(key, (counts.get(key) ?? 0) + 1), new Map<Key, number>()),
  ]
  const costed = plan.rows.filter(({ costLowKr, costHighKr }) => costLowKr !== null || costHighKr !== null)
  const total = (of: (need: PlannedNeed) => number | null) =>
    kronor(costed.reduce((sum, need) => sum + (of(need) ?? 0), 0))
  return [
    ...count(plan.rows.map(({ action }) => action)).map(([action, number]) =>
      sumLine(number, say(`action.${action}`)),
    ),
    ...count(plan.rows.map(({ stage }) => stage)).map(([stage, number]) => sumLine(number, stages[stage])),
    `  ${say('report.noWarnings', { count: plan.rows.filter(({ warnings }) => warnings.length === 0).length })}`,
    `  ${say('report.costSum', {
      low: total(({ costLowKr, costHighKr }) => costLowKr ?? costHighKr),
      high: total(({ costHighKr, costLowKr }) => costHighKr ?? costLowKr),
      count: costed.length,
      without: plan.rows.length - costed.length,
    })}`,
  ]
}

/** The known unit's full name, else what the workbook calls it. */
function unitShown(need: PlannedNeed): string | null {
  return need.unit?.name ?? need.unitName ?? need.unitAsWritten ?? null
}

function costShown({ costLowKr, costHighKr }: PlannedNeed): string {
  if (costLowKr === null && costHighKr === null) return '–'
  if (costLowKr === costHighKr) return `${kronor(costLowKr ?? 0)} kr`
  return `${costLowKr === null ? '' : kronor(costLowKr)}–${costHighKr === null ? '' : kronor(costHighKr)} kr`
}

function kronor(amount: number): string {
  return amount.toLocaleString('sv-SE')
}

function sumLine(count: number, what: string): string {
  return `  ${say('report.sumLine', { count: String(count).padStart(4), what })}`
}

function heading(key: ImportWordKey): string {
  return `\n${say(key)}`
}
