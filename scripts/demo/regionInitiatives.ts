/** The region's initiatives as rows, with what they wait for and when they are planned to end. */
import { dependencies } from '#src/lists/businessCase.ts'
import { projectPoints } from '#src/lists/followUp.ts'
import {
  type InitiativeDraft,
  initiativeTypes,
  type Stage,
  stages,
  type State,
  states,
} from '#src/lists/initiatives.ts'
import type { DraftOf } from '#src/lists/list.ts'
import { lastDayOf } from '#src/rules/days/months.ts'
import type { Region, RegionInitiative } from './regionFile.ts'
import { axesOf } from './regionAxes.ts'
import { given, keyOfWord } from './words.ts'

/** Words of the file that are longer or shorter than ours. */
const stageWords: Record<string, Stage> = { 'Prioritering i portföljledningen': 'prioritisation' }
const typeWords: Record<string, keyof typeof initiativeTypes> = { genomförbarhetstest: 'proofOfConcept' }
const classes = { K1: 'none', K2: 'moderate', K3: 'significant' } as const

export const stageOf = (word: string): Stage => stageWords[word] ?? keyOfWord(stages, word)

/** What a move leads to when it isn't a stage: `pausad`, `stoppad`. */
export const stateOf = (word: string): State | undefined =>
  (Object.keys(states) as State[]).find((key) => states[key].toLowerCase() === word.toLowerCase())

export function initiativeRows(region: Region): InitiativeDraft[] {
  const ranks = new Map(
    region.file.rankings.flatMap(({ id, forum, year, order }) =>
      order.map(({ initiative, rank }) => {
        const rankedIn = { key: id, title: `${region.ref(forum).title} ${year}` }
        return [initiative, { rank, rankYear: year, rankedIn }]
      }),
    ),
  )
  return region.file.initiatives.map((row) => toInitiative(region, row, ranks.get(row.id)))
}

function toInitiative(
  region: Region,
  row: RegionInitiative,
  ranked: Pick<InitiativeDraft, 'rank' | 'rankYear' | 'rankedIn'> | undefined,
): InitiativeDraft {
  const { ref, who } = region
  const stage = stageOf(row.stage)
  const total = projectCost(row)
  return {
    key: row.id,
    number: row.id,
    title: row.title,
    need: row.need,
    stage,
    // What has ended is closed: a stage of ours, a state in the file.
    state: row.state === 'avslutad' ? 'active' : (stateOf(row.state) ?? 'active'),
    portfolio: ref(row.portfolio),
    unit: ref(row.unit),
    concernedUnits: row.concernedUnits.map(ref),
    scope: row.scope,
    type: typeWords[row.type] ?? keyOfWord(initiativeTypes, row.type),
    legal: row.mandatory ? 'yes' : 'no',
    personalData: row.personalData === null ? 'unknown' : row.personalData ? 'yes' : 'no',
    dependenciesChecked: row.dependsOn.length > 0 ? 'listed' : 'none',
    ...axesOf(row),
    ...given({
      stageSince: stageSince(row, stage),
      benefit: row.benefits.map(({ description }) => description).join('\n') || undefined,
      contact: who(row.contact),
      projectOwner: who(row.projectOwner),
      effectOwner: who(row.effectOwner),
      projectManager: who(row.projectManager),
      informationClass: classes[row.informationClass as keyof typeof classes],
      caseNumber: row.caseNumber,
      legalBasis: row.mandatoryBasis?.law,
      legalDay: row.mandatoryBasis?.date,
      comment: row.mandatoryBasis?.note ?? row.stateReason,
      start: row.start ? quarterOf(row.start) : undefined,
      plannedEnd: row.plannedEnd ? quarterOf(row.plannedEnd) : undefined,
      risk: riskOf(region, row.id),
      ...(total > 0 && { costLowKr: total, costHighKr: total }),
      ...ranked,
    }),
  }
}

/** Since when those that wait have waited: the file tells only of decisions. */
const waitsSince: Readonly<Record<string, string>> = {
  'VP-02': '2026-09-09',
  'VP-07': '2026-05-06',
  'VP-09': '2026-06-10',
  'VS-08': '2026-09-10',
  'VS-09': '2026-10-06',
  'RU-04': '2026-09-16',
  'KT-06': '2026-04-14',
  'KT-07': '2026-08-25',
  'INF-08': '2026-03-10',
}

/** As the history says; else, for what began in the stage it still is in, its start. A roll-out began some time later. */
function stageSince({ id, stageHistory = [], start }: RegionInitiative, stage: Stage): string | undefined {
  const moved = stageHistory.findLast(({ to }) => stateOf(to) === undefined)
  return moved?.date ?? waitsSince[id] ?? (start && stage === 'development' ? `${start}-01` : undefined)
}

/** All but what running it costs afterwards. */
const projectCost = ({ costItems }: RegionInitiative) =>
  costItems
    .filter(({ kind }) => kind !== 'operation')
    .flatMap(({ perYear }) => Object.values(perYear))
    .reduce((sum, kr) => sum + kr, 0)

/** As the light that the latest report gave worst; what has not begun has none yet. */
function riskOf({ file }: Region, id: string): InitiativeDraft['risk'] {
  const latest = file.statusReports
    .filter(({ initiative }) => initiative === id)
    .toSorted((a, b) => a.period.localeCompare(b.period))
    .at(-1)
  if (!latest) return undefined
  const { economy, quality, time, scope } = latest
  const lights = [economy, quality, time, scope]
  return lights.includes('red') ? 'high' : lights.includes('yellow') ? 'medium' : 'low'
}

/** `2025-09` as `2025-Q3`. */
const quarterOf = (month: string) => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`

export const dependencyRows = ({ file, ref }: Region): DraftOf<typeof dependencies>[] =>
  file.initiatives.flatMap(({ id, dependsOn }) =>
    dependsOn.map(({ initiative }) => ({
      key: `${id}/needs/${initiative}`,
      title: ref(initiative).title,
      initiative: ref(id),
      needs: ref(initiative),
    })),
  )

/** The planned end of what has started, passed where it was closed. */
export const pointRows = ({ file, ref, who }: Region): DraftOf<typeof projectPoints>[] =>
  file.initiatives.flatMap(({ id, plannedEnd, stage, stageHistory = [], projectOwner }) => {
    if (!plannedEnd || ['need', 'intake', 'prioritisation'].includes(stageOf(stage))) return []
    const closed = stageHistory.find(({ to }) => stateOf(to) === undefined && stageOf(to) === 'closed')
    return [
      {
        key: `${id}/end`,
        title: 'Planerat slut',
        initiative: ref(id),
        planned: lastDayOf(plannedEnd),
        ...(closed && { passed: closed.date, ...given({ passedBy: who(projectOwner) }) }),
      },
    ]
  })
