/** The region's history: what each decision moved, gave or ranked, with its business date, and lights that turned. */
import type { DecisionDraft, TrailDraft } from '#src/lists/decisions.ts'
import { type StatusReportDraft } from '#src/lists/followUp.ts'
import { stages, states } from '#src/lists/initiatives.ts'
import { turnedLights } from '#src/actions/initiatives/sendReport.ts'
import { concernedBy, decisionKey } from './regionDecisions.ts'
import type { Region } from './regionFile.ts'

/** Decisions about initiatives leave `<decision>/applied`, by which the server knows that they are carried out. */
export function trailRows(
  region: Region,
  decisions: readonly DecisionDraft[],
  reports: readonly StatusReportDraft[],
): TrailDraft[] {
  const given = new Map<string, number>()
  return [
    ...decisions.flatMap((decision) => ofDecision(region, decision, given)),
    ...reports.flatMap((report) => turnedLights(report, reportBefore(reports, report))),
  ]
}

function ofDecision(region: Region, decision: DecisionDraft, given: Map<string, number>): TrailDraft[] {
  const { file, ref } = region
  const row = file.decisions.find(({ id }) => decisionKey(id) === decision.key)
  if (!row) return []
  const allocations = file.allocations.filter(({ decision: by }) => by === row.id)
  const ranking = file.rankings.find(({ decision: by }) => by === row.id)?.order ?? []
  const ids = concernedBy(region, row).map(({ id }) => id)
  const all = [...new Set([...ids, ...allocations.map(({ initiative }) => initiative)])]
  return all.flatMap((id): TrailDraft[] => {
    const isFirst = id === decision.initiative?.key
    const base = {
      key: isFirst ? `${decision.key}/applied` : `${decision.key}/applied/${id}`,
      title: decision.title,
      initiative: ref(id),
      day: decision.decidedOn,
      person: decision.decidedBy,
      decision: { key: decision.key, title: decision.number },
      changedBy: decision.decidedBy,
      changedOn: decision.decidedOn,
    }
    const moves = isFirst && decision.fromStage !== decision.toStage
    const changes = isFirst && decision.fromState !== decision.toState
    // The first of a decision's entries has its key; what it gave is told even when it also moved.
    const money = allocations
      .filter(({ initiative }) => initiative === id)
      .map(({ year, kind, amount }, i): TrailDraft => {
        const counted = `${id}/${year}/${kind}`
        const before = given.get(counted) ?? 0
        given.set(counted, before + amount)
        const at = i + (moves || changes ? 1 : 0)
        return {
          ...base,
          key: at === 0 ? base.key : `${base.key}/${at + 1}`,
          kind: 'money',
          field: 'allocation',
          title: `Tilldelning ${year}, ${kind}`,
          from: String(before),
          to: String(before + amount),
        }
      })
    if (moves)
      return [
        {
          ...base,
          kind: 'stage',
          field: 'stage',
          from: stages[decision.fromStage],
          to: stages[decision.toStage],
        },
        ...money,
      ]
    if (changes)
      return [
        {
          ...base,
          kind: 'state',
          field: 'state',
          from: states[decision.fromState],
          to: states[decision.toState],
        },
        ...money,
      ]
    const rank = ranking.find(({ initiative }) => initiative === id)?.rank
    if (rank !== undefined) return [{ ...base, kind: 'rank', field: 'rank', to: String(rank) }]
    return money.length > 0 ? money : [{ ...base, kind: 'decision' }]
  })
}

const reportBefore = (reports: readonly StatusReportDraft[], { initiative, month }: StatusReportDraft) =>
  reports
    .filter((other) => other.initiative.key === initiative.key && other.month < month)
    .toSorted((a, b) => b.month.localeCompare(a.month))[0]
