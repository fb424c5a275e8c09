/** The stage-gate processes an installation holds side by side. A process is only this table. */
import type { Stage, State } from '#src/lists/initiatives.ts'
import type { Matter } from '#src/lists/organisation.ts'
import type { ProcessName } from '#src/lists/portfolios.ts'

export interface StageRow {
  stage: Stage
  /** The matter whose mandate pauses, stops and reopens in this stage. */
  matter: Matter | null
}

/** Behovsprocessen: source S2 in GLOSSARY.md. Portföljprocessen: source S1. Stages in order. */
export const processes = {
  behovsprocessen: [
    { stage: 'collection', matter: 'BP1' },
    { stage: 'screening', matter: 'BP2' },
    { stage: 'preparation', matter: 'BP3' },
    { stage: 'ready', matter: 'start' },
    { stage: 'delivery', matter: 'start' },
    { stage: 'benefits', matter: 'start' },
    { stage: 'closed', matter: null },
  ],
  portfoljprocessen: [
    { stage: 'need', matter: 'ranking' },
    { stage: 'intake', matter: 'ranking' },
    { stage: 'prioritisation', matter: 'ranking' },
    { stage: 'concept', matter: 'concept' },
    { stage: 'development', matter: 'development' },
    { stage: 'rollout', matter: 'rollout' },
    { stage: 'closed', matter: null },
  ],
} as const satisfies Record<ProcessName, readonly StageRow[]>

/** Decisions that change the state of an initiative without moving it; each needs a reason. */
export const stateChanges = {
  pause: { from: ['active'], to: 'paused' },
  stop: { from: ['active', 'paused'], to: 'stopped' },
  reopen: { from: ['paused', 'stopped', 'screenedOut'], to: 'active' },
} as const satisfies Record<string, { from: readonly State[]; to: State }>
export type StateChange = keyof typeof stateChanges

export const stagesOf = (process: ProcessName): readonly Stage[] => processes[process].map((row) => row.stage)

/** The matter whose mandate governs a stage; `null` when nothing is decided there. */
export function matterOfStage(stage: Stage): Matter | null {
  for (const rows of Object.values(processes) as (readonly StageRow[])[]) {
    const row = rows.find((r) => r.stage === stage)
    if (row) return row.matter
  }
  return null
}
