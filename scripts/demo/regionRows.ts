/** Everything of the demo's region as rows of our lists, ready to be created in this order. */
import type { InitiativeDraft } from '#src/lists/initiatives.ts'
import { decisionKey, decisionRows } from './regionDecisions.ts'
import { readRegion } from './regionFile.ts'
import { dependencyRows, initiativeRows, pointRows } from './regionInitiatives.ts'
import { benefitRows, costRows } from './regionMoney.ts'
import { criterionRows, frameRows, rankingRows, resourceRows, scoreRows } from './regionRanking.ts'
import { axisNameRows, corridorRows, replannedRows } from './regionPictures.ts'
import { externalReceptions, externalRows, receivingDays, receptionRows } from './regionReceptions.ts'
import { scenarioRows } from './regionScenarios.ts'
import { reportRows } from './regionReports.ts'
import { trailRows } from './regionTrail.ts'

export function regionRows() {
  const region = readRegion()
  const decisions = decisionRows(region)
  const statusReports = reportRows(region)
  const initiatives = initiativeRows(region).map((initiative): InitiativeDraft => {
    const last = decisions.findLast((decision) => decision.initiative?.key === initiative.key)
    const financing = region.file.allocations.find((allocation) => allocation.initiative === initiative.key)
    return {
      ...initiative,
      ...(last && { lastDecision: { key: last.key, title: last.number } }),
      ...(financing && {
        financing: { key: decisionKey(financing.decision), title: financing.decision },
      }),
    }
  })
  const rows = {
    ...region.organisation,
    units: region.organisation.units.map((unit) => {
      const days = receivingDays[unit.key]
      return days === undefined ? unit : { ...unit, receivingDays: days }
    }),
    initiatives: [...initiatives, ...externalRows(region)],
    dependencies: dependencyRows(region),
    projectPoints: pointRows(region),
    costItems: costRows(region),
    benefits: benefitRows(region),
    decisions,
    statusReports,
    criteria: criterionRows(region),
    scores: scoreRows(region),
    frameYears: frameRows(region),
    resources: resourceRows(region),
    receptions: [...receptionRows(region), ...externalReceptions(region)],
    axisNames: axisNameRows,
    corridors: corridorRows(region),
    rankings: rankingRows(region),
    trail: [...trailRows(region, decisions, statusReports), ...replannedRows(region)],
  }
  return { ...rows, scenarios: scenarioRows(rows) }
}
