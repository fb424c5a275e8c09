/** The stage-gate processes an installation holds side by side. A process is only this table. */
import type { Initiative, Stage, State } from '#src/lists/initiatives.ts'
import type { Matter } from '#src/lists/organisation.ts'
import type { Portfolio, ProcessName } from '#src/lists/portfolios.ts'

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
    { stage: 'benefits', matter: 'effects' },
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

/** The process an initiative follows: that of its portfolio; of one that can't be read, the first that has its stage. */
export const processOf = (
  { portfolio, stage }: Pick<Initiative, 'portfolio' | 'stage'>,
  portfolios: readonly Pick<Portfolio, 'key' | 'process'>[],
): ProcessName =>
  portfolios.find(({ key }) => key === portfolio.key)?.process ??
  names.find((process) => stagesOf(process).includes(stage)) ??
  names[0]

/** The matter whose mandate pauses, stops and reopens in a stage; `null` when nothing is decided there. */
export const matterOfStage = (stage: Stage, process: ProcessName): Matter | null =>
  processes[process].find((row) => row.stage === stage)?.matter ?? null

/** The stage where a need becomes work that people are given time and money for. */
const startsIn = {
  behovsprocessen: 'delivery',
  portfoljprocessen: 'concept',
} as const satisfies Record<ProcessName, Stage>

/** Whether work has begun; a stage of another process counts as before. */
export const isStarted = (stage: Stage, process: ProcessName) =>
  stagesOf(process).indexOf(stage) >= stagesOf(process).indexOf(startsIn[process])

const names = Object.keys(processes) as [ProcessName, ...ProcessName[]]
