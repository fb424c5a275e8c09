/** What the region's pictures show besides its file: shares to keep, and times that were moved. */
import type { AxisNameDraft } from '#src/lists/axisNames.ts'
import { balanceAxes, type CorridorDraft } from '#src/lists/balance.ts'
import type { TrailDraft } from '#src/lists/decisions.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { decisionKey } from './regionDecisions.ts'
import type { Region } from './regionFile.ts'

/** What the region calls the axes it looks along; what its own plan has no word for is not asked about. */
export const axisNameRows: AxisNameDraft[] = [
  {
    key: 'complexity',
    axis: 'complexity',
    title: balanceAxes.complexity,
    swedish: 'Genomförande',
    english: 'Way of working',
    classes: {
      simple: { sv: 'Enkelt, i linjen', en: 'Simple, in the line' },
      complex: { sv: 'Komplext, som projekt', en: 'Complex, as a project' },
    },
  },
  { key: 'scope', axis: 'scope', title: balanceAxes.scope, unused: true },
]

/** Shares as the plan for 2027 has them, of the portfolios whose mandatory work leaves room for one: their scenarios keep to them. */
const ofInfrastructure = new Set(['pf-vp', 'pf-ru', 'pf-inf'])
const ofComplex = new Set(['pf-ru', 'pf-vs', 'pf-kt'])

export const corridorRows = ({ file, ref, organisation }: Region): CorridorDraft[] =>
  organisation.portfolios.flatMap(({ key, board }): CorridorDraft[] => {
    if (!board || !file.weightSets[board.key]) return []
    const forum = ref(board.key)
    const infrastructure: CorridorDraft = {
      key: `${key}/corridor/infrastructure`,
      title: 'Infrastruktur, minst en femtedel',
      forum,
      axis: 'nature',
      value: 'infrastructure',
      measure: 'kr',
      leastPercent: 20,
    }
    const complex: CorridorDraft = {
      key: `${key}/corridor/complex`,
      title: 'Komplexa, högst nio av tio',
      forum,
      axis: 'complexity',
      value: 'complex',
      measure: 'count',
      mostPercent: 90,
    }
    return [...(ofInfrastructure.has(key) ? [infrastructure] : []), ...(ofComplex.has(key) ? [complex] : [])]
  })

/** Time plans that forums approved during the year, as the file tells of them: from when to when. */
const replanned = [
  ['INF-01', 'plannedEnd', '2026-Q4', '2027-Q2', '2026-06-16'],
  ['KT-03', 'plannedEnd', '2026-Q3', '2026-Q4', '2026-06-23'],
  ['VP-01', 'plannedEnd', '2027-Q3', '2027-Q4', '2026-08-19'],
  ['VP-09', 'start', '2027-Q2', '2027-Q4', '2026-09-09'],
  ['INF-04', 'plannedEnd', '2027-Q2', '2027-Q4', '2026-10-20'],
  ['RU-03', 'plannedEnd', '2027-Q1', '2026-Q4', '2026-10-15'],
] as const

export const replannedRows = ({ file, ref, who }: Region): TrailDraft[] =>
  replanned.flatMap(([id, field, from, to, day]): TrailDraft[] => {
    const row = file.initiatives.find((one) => one.id === id)
    const decision = file.decisions.find(
      ({ date, initiatives: about }) => date === day && about?.includes(id),
    )
    const person = who(row?.projectOwner ?? null)
    if (!person) return []
    return [
      {
        key: `${id}/replanned/${day}`,
        title: initiatives.columns[field].label,
        initiative: ref(id),
        kind: 'time',
        field: field === 'start' ? 'Start' : 'PlannedEnd',
        from,
        to,
        day,
        person,
        ...(decision && { decision: { key: decisionKey(decision.id), title: decision.id } }),
        changedBy: person,
        changedOn: day,
      },
    ]
  })
