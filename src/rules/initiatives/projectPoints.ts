/** The decision points of a project after BP4: their order, which is next, and where on a line of time they stand. */
import type { Day } from '#src/lists/columns.ts'
import type { ProjectPoint } from '#src/lists/followUp.ts'
import type { Stage } from '#src/lists/initiatives.ts'

/** Stages in which an initiative is a project; before them gates move it. */
const projectStages: readonly Stage[] = ['delivery', 'benefits', 'development', 'rollout', 'closed']
export const isProject = (stage: Stage) => projectStages.includes(stage)

type Point = Pick<ProjectPoint, 'title' | 'planned' | 'passed'>
const dayOf = ({ passed, planned }: Point): Day => passed ?? planned ?? '9999-12-31'

/** By the day they were passed or are planned; those without a day last. */
export const inTime = <P extends Point>(points: readonly P[]): P[] =>
  points.toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)) || a.title.localeCompare(b.title, 'sv'))

export const nextPoint = <P extends Point>(points: readonly P[]): P | undefined =>
  inTime(points.filter(({ passed }) => !passed))[0]

export const isLate = ({ planned, passed }: Point, today: Day) =>
  passed === undefined && planned !== undefined && planned < today

/** How far along a line from the first day to the last each point and today stand, 0–1; undefined when there is no line to draw. */
export function alongLine(points: readonly Point[], today: Day): { at: number[]; now: number } | undefined {
  const days = points.map((point) => point.passed ?? point.planned).filter((day) => day !== undefined)
  const [first, last] = [[...days, today].toSorted()[0], [...days, today].toSorted().at(-1)]
  if (days.length < 2 || days.length < points.length || !first || !last || first === last) return undefined
  const place = (day: Day) => (Date.parse(day) - Date.parse(first)) / (Date.parse(last) - Date.parse(first))
  return { at: days.map(place), now: place(today) }
}
