/** The region's history: what each decision moved, gave or ranked, with its business date, and lights that turned. */
import type { DecisionDraft, TrailDraft } from '#src/lists/decisions.ts'
import { type StatusReportDraft } from '#src/lists/followUp.ts'
import { stages, states } from '#src/lists/initiatives.ts'
import { turnedLights } from '#src/actions/sendReport.ts'
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
    if (isFirst && decision.fromStage !== decision.toStage)
      return [
        {
          ...base,
          kind: 'stage',
          field: 'stage',
          from: stages[decision.fromStage],
          to: stages[decision.toStage],
        },
      ]
    if (isFirst && decision.fromState !== decision.toState)
      return [
        {
          ...base,
          kind: 'state',
          field: 'state',
          from: states[decision.fromState],
          to: states[decision.toState],
        },
      ]
    const rank = ranking.find(({ initiative }) => initiative === id)?.rank
    if (rank !== undefined) return [{ ...base, kind: 'rank', field: 'rank', to: String(rank) }]
    const money = allocations.filter(({ initiative }) => initiative === id)
    if (money.length === 0) return [{ ...base, kind: 'decision' }]
    return money.map(({ year, kind, amount }, at) => {
      const counted = `${id}/${year}/${kind}`
      const before = given.get(counted) ?? 0
      given.set(counted, before + amount)
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
  })
}

const reportBefore = (reports: readonly StatusReportDraft[], { initiative, month }: StatusReportDraft) =>
  reports
    .filter((other) => other.initiative.key === initiative.key && other.month < month)
    .toSorted((a, b) => b.month.localeCompare(a.month))[0]
