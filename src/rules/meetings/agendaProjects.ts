/** Running work that belongs on an agenda: reports gone red or contradicted, and what has changed since the last meeting. */
import type { Day } from '#src/lists/columns.ts'
import { aspects, type StatusReport } from '#src/lists/followUp.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { AgendaFacts, Because, Found } from './agendaFacts.ts'
import type { AgendaView } from './agendaView.ts'
import { about, compareNumbers } from './agendaCommon.ts'
import { isRunning, runs } from '../reminding/owing.ts'
import {
  changesBetween,
  type Contradiction,
  contradictionsOf,
  type ReportChange,
  turn,
  worstLight,
} from '../reporting.ts'

/** A running initiative with its newest report, and the newest that was known at the last meeting. */
export interface Reported {
  initiative: Initiative
  newest: StatusReport
  before: StatusReport | undefined
  found: Contradiction[]
  changes: ReportChange[]
}

/** Worst first: what has turned red, then red as before, then green that the figures contradict. */
export function redReports(facts: AgendaFacts, view: AgendaView): Found[] {
  return reported(facts, view)
    .filter(({ newest, found }) => worstLight(newest) === 'red' || found.length > 0)
    .toSorted((a, b) => redness(b) - redness(a) || compareNumbers(a.initiative.number, b.initiative.number))
    .map((one) => {
      const { initiative, newest, found } = one
      const because = whyRed(one)
      // An unchanged red report is told once a month; a new contradiction is a new reason.
      const doubt = worstLight(newest) === 'red' ? '' : `/${found[0]?.why}`
      return {
        ...about(initiative),
        cause: `red/${initiative.key}/${newest.month}${doubt}`,
        because,
        arose: newest.sentOn,
      }
    })
}

/** What was reported differently than before the last meeting, worst first; then what has begun, moved, paused or stopped. */
export function changedProjects(facts: AgendaFacts, view: AgendaView): Found[] {
  const fromReports = reported(facts, view)
    .filter(({ newest, changes }) => newest.sentOn >= view.since && changes.length > 0)
    .toSorted(
      (a, b) => worsening(b) - worsening(a) || compareNumbers(a.initiative.number, b.initiative.number),
    )
    .flatMap(({ initiative, newest, changes: [change] }): Found[] =>
      change
        ? [
            {
              ...about(initiative),
              cause: `report/${initiative.key}/${newest.month}`,
              because: whyChanged(change, newest),
              arose: newest.sentOn,
            },
          ]
        : [],
    )
  return [...fromReports, ...moved(facts, view)]
}

/** Of work that has begun: its stage or state is another than at the last meeting, by a decision made elsewhere. */
function moved(facts: AgendaFacts, view: AgendaView): Found[] {
  const { moves } = view
  return facts.initiatives
    .filter((i) => moves.has(i.key) && runs(i.stage) && !i.external && !i.archived && view.follows(i))
    .flatMap((initiative): Found[] => {
      const decision = moves.get(initiative.key)
      if (!decision) return []
      const { fromStage, toStage, fromState, toState, decidedOn: day, key } = decision
      const because: Because =
        fromState !== toState
          ? { why: 'stateChanged', from: fromState, to: toState, day }
          : runs(fromStage)
            ? { why: 'moved', from: fromStage, to: toStage, day }
            : { why: 'started', day }
      return [{ ...about(initiative), cause: `moved/${key}`, because, arose: day }]
    })
}

/** Whatever is running and followed, with its reports. */
export function reported(facts: AgendaFacts, view: AgendaView): Reported[] {
  if (!facts.reports) return []
  const reports = Map.groupBy(facts.reports, (report) => report.initiative.key)
  const points = Map.groupBy(facts.points ?? [], (point) => point.initiative.key)
  return facts.initiatives
    .filter((initiative) => isRunning(initiative) && view.follows(initiative))
    .flatMap((initiative): Reported[] => {
      const [newest, ...older] = (reports.get(initiative.key) ?? []).toSorted((a, b) =>
        b.month.localeCompare(a.month),
      )
      if (!newest) return []
      const before = older.find((report) => isKnown(report, view.since)) ?? older.at(-1)
      return [
        {
          initiative,
          newest,
          before,
          found: contradictionsOf({
            report: newest,
            initiative,
            points: points.get(initiative.key) ?? [],
            on: facts.today,
            sentOn: newest.sentOn,
          }),
          changes: before ? changesBetween(before, newest) : [],
        },
      ]
    })
}

const isKnown = ({ sentOn }: StatusReport, since: Day) => sentOn < since

const redAspects = ({ newest }: Reported) => aspects.filter((aspect) => newest[aspect] === 'red')

const turnedRed = ({ changes }: Reported) =>
  changes.find((change) => change.what === 'turned' && change.to === 'red')

const redness = (one: Reported) => (turnedRed(one) ? 100 : 0) + redAspects(one).length * 10 + one.found.length

function whyRed(one: Reported): Because {
  const { newest, found } = one
  const turned = turnedRed(one)
  if (turned) return whyChanged(turned, newest)
  if (worstLight(newest) === 'red')
    return { why: 'red', aspects: redAspects(one).join(','), month: newest.month }
  const [first] = found
  if (!first) return { why: 'red', aspects: '', month: newest.month }
  const { why, aspect: _, ...values } = first
  return { why, ...known(values) }
}

/** Which is worse: turned red, turned yellow, a forecast grown, a new risk; what got better comes last. */
function worsening({ changes: [change] }: Reported): number {
  if (!change) return 0
  if (change.what === 'turned') return turn(change.from, change.to) > 0 ? (change.to === 'red' ? 4 : 3) : 0
  return change.what === 'forecastGrew' ? 2 : 1
}

function whyChanged(change: ReportChange, { month }: StatusReport): Because {
  const { what, ...values } = change
  return { why: what, month, ...known(values) }
}

const known = (values: Record<string, string | number | undefined>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Record<
    string,
    string | number
  >
