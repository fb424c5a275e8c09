/** The region's status reports, January to October 2026. */
import { type StatusReportDraft } from '#src/lists/followUp.ts'
import { reportClaim } from '#src/rules/reporting.ts'
import type { Region } from './regionFile.ts'

export const reportRows = ({ file, ref, who }: Region): StatusReportDraft[] =>
  file.statusReports.flatMap((report) => {
    const by = who(report.reportedBy)
    if (!by) return []
    return [
      {
        key: report.id,
        title: `${report.initiative} ${report.period}`,
        initiative: ref(report.initiative),
        claim: reportClaim(report.initiative, report.period),
        month: report.period,
        economy: report.economy,
        quality: report.quality,
        time: report.time,
        scope: report.scope,
        spentKr: report.spent,
        forecastKr: report.forecast,
        allocationKr: report.allocation,
        changed: report.comment,
        by,
        sentOn: report.reportedAt,
        changedBy: by,
        changedOn: report.reportedAt,
      },
    ]
  })
