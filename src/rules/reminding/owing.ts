/** Which running work reports each month, and what it owes. */
import type { Initiative, Stage } from '#src/lists/initiatives.ts'
import type { Month } from '../days/months.ts'

/** Stages in which work is running: delivery in Behovsprocessen, the rest in Portföljprocessen. */
export const reportedStages = ['delivery', 'concept', 'development', 'rollout'] as const satisfies Stage[]

/** What of an initiative decides whether it reports. */
export type Reporting = Pick<
  Initiative,
  'key' | 'stage' | 'state' | 'stageSince' | 'external' | 'archived' | 'legal' | 'legalDay'
>

export const runs = (stage: Stage) => (reportedStages as readonly Stage[]).includes(stage)

/** Whether it reports now: started, running, ours. */
export const isRunning = (initiative: Reporting) =>
  runs(initiative.stage) && initiative.state === 'active' && !initiative.external && !initiative.archived

/**
 * Whether a report is owed for a month that has begun: from the first whole month in the stage, or earlier when it reported in
 * an earlier stage. What has ended, paused or stopped owes nothing, not even for the months before.
 */
export function owesReport(initiative: Reporting, month: Month, firstReported?: Month): boolean {
  if (!isRunning(initiative)) return false
  const { stageSince } = initiative
  const isWhole = stageSince === undefined || stageSince <= `${month}-01`
  return isWhole || (firstReported !== undefined && firstReported <= month)
}
