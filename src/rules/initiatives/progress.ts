/** What has happened to a need, step by step through its process, for whoever proposed it. */
import type { Day } from '#src/lists/columns.ts'
import type { Decision, TrailEntry } from '#src/lists/decisions.ts'
import { type Initiative, type Stage, stages } from '#src/lists/initiatives.ts'
import type { ProcessName } from '#src/lists/portfolios.ts'
import { byNumber } from '../meetings/outcomes.ts'
import { stagesOf } from '../processes.ts'

/** What the trail tells the proposer of; changes of roles, money and rank are the initiative's own business. */
const told = ['proposed', 'imported', 'stage', 'state', 'merged', 'decision'] as const
type Told = (typeof told)[number]

export interface Happening {
  key: string
  day: Day
  kind: Told
  /** What the trail says of it; a decision that waits for other parties has left none yet. */
  entry?: TrailEntry
  /** The decisions behind it, first decided first. */
  decisions: readonly Decision[]
}

export interface Step {
  stage: Stage
  when: 'past' | 'now' | 'ahead'
  /** The day it came here last, when that is known. */
  since?: Day
  happenings: readonly Happening[]
}

/** The steps of the process with what happened in each; a move stands in the step it left. */
export function stepsOf({
  initiative,
  process,
  trail,
  decisions,
}: {
  initiative: Initiative
  process: ProcessName
  trail: readonly TrailEntry[]
  decisions: readonly Decision[]
}): Step[] {
  const all = happeningsOf(trail, decisions)
  const order = stagesOf(process)
  // A stage of another process is shown last rather than hidden: the portfolio may have changed its process.
  const shown = order.includes(initiative.stage) ? order : [...order, initiative.stage]
  const now = shown.indexOf(initiative.stage)
  const placed = placesOf(all, shown)
  return shown.map((stage, i) => {
    const since = stage === initiative.stage ? initiative.stageSince : cameHere(all, stage)
    return {
      stage,
      when: i < now ? 'past' : i === now ? 'now' : 'ahead',
      ...(since !== undefined && i <= now && { since }),
      happenings: all.filter((_, at) => placed[at] === stage),
    }
  })
}

/** The last decision or entry that put the initiative in the state it is in; nothing while it is active. */
export function endOf(initiative: Pick<Initiative, 'state'>, steps: readonly Step[]): Happening | undefined {
  if (initiative.state === 'active') return undefined
  const all = steps.flatMap(({ happenings }) => happenings).toSorted(byDay)
  return all.findLast(
    ({ kind, decisions }) =>
      kind === 'state' || kind === 'merged' || decisions.some((d) => d.toState === initiative.state),
  )
}

function happeningsOf(trail: readonly TrailEntry[], decisions: readonly Decision[]): Happening[] {
  const byKey = new Map(decisions.map((d) => [d.key, d]))
  const entries = trail
    .filter((entry) => (told as readonly string[]).includes(entry.kind))
    .map((entry): Happening => {
      const settled = entry.decision && byKey.get(entry.decision.key)
      return {
        key: entry.key,
        day: entry.day,
        kind: entry.kind as Told,
        entry,
        decisions: settled ? sameAttempt(settled, decisions) : [],
      }
    })
  const behind = new Set(entries.flatMap((h) => h.decisions.map((d) => d.key)))
  const open = decisions
    .filter((d) => !d.archived && !behind.has(d.key))
    .map((d): Happening => ({ key: d.key, day: d.decidedOn, kind: 'decision', decisions: [d] }))
  return [...entries, ...open].toSorted(byDay)
}

const sameAttempt = (one: Decision, all: readonly Decision[]) =>
  all.filter((d) => d.matter === one.matter && d.attempt === one.attempt).toSorted(byNumber)

/**
 * What came in stands first, also when what was decided before the import was written down after it; then by day, and within a
 * day as they were written: SharePoint's ids rise.
 */
const byDay = (a: Happening, b: Happening) =>
  Number(isArrival(b)) - Number(isArrival(a)) ||
  a.day.localeCompare(b.day) ||
  Number(a.entry?.id ?? Number.MAX_SAFE_INTEGER) - Number(b.entry?.id ?? Number.MAX_SAFE_INTEGER)

const isArrival = ({ kind }: Happening) => kind === 'proposed' || kind === 'imported'

/** The stage each stands in: where it came in, where a move began, else where it was at that time. */
function placesOf(all: readonly Happening[], order: readonly Stage[]): (Stage | undefined)[] {
  let at = order[0]
  return all.map((one) => {
    const from =
      one.decisions.at(-1)?.fromStage ?? (one.kind === 'stage' ? stageOf(one.entry?.from) : undefined)
    const here = isArrival(one) ? (stageOf(one.entry?.to) ?? at) : (from ?? at)
    at = one.kind === 'stage' ? (stageOf(one.entry?.to) ?? here) : here
    return here !== undefined && order.includes(here) ? here : order[0]
  })
}

const cameHere = (all: readonly Happening[], stage: Stage) =>
  all.findLast((h) => (h.kind === 'stage' || isArrival(h)) && stageOf(h.entry?.to) === stage)?.day

/** The trail keeps the words that SharePoint's own views show. */
const stageOf = (word: string | undefined): Stage | undefined =>
  (Object.keys(stages) as Stage[]).find((stage) => stages[stage] === word || stage === word)
