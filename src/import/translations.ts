/** The plan's dictionary: each old phase word and unit name that was translated, once, with how many rows it concerns. */
import { stages } from '#src/lists/initiatives.ts'
import type { Warning } from '#src/rules/needs/importTerms.ts'
import type { RowDraft } from './row.ts'
import { comparable, oneLine } from './text.ts'

export function translations(rows: readonly { draft: RowDraft; phaseText: string }[]): Warning[] {
  const phases = new Map<string, Warning & { rows: number }>()
  const units = new Map<string, Warning & { rows: number }>()
  for (const { draft, phaseText } of rows) {
    const phase = oneLine(phaseText)
    if (phase !== '' && comparable(phase) !== comparable(stages[draft.stage])) {
      count(phases, `${comparable(phase)}|${/\?/.test(phase)}|${draft.stage}|${draft.state}`, {
        code: 'phaseTranslated',
        text: phase,
        stage: draft.stage,
        state: draft.state,
      })
    }
    const unit = draft.unitAsWritten ?? ''
    if (draft.unit && comparable(unit) !== comparable(draft.unit.name))
      count(units, unit, { code: 'unitTranslated', text: unit, meaning: draft.unit.name })
  }
  return [...phases.values(), ...units.values()]
}

function count(into: Map<string, Warning & { rows: number }>, key: string, warning: Warning): void {
  into.set(key, { ...warning, rows: (into.get(key)?.rows ?? 0) + 1 })
}
