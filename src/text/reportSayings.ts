/** What the figures say against a light, and what changed between two reports, as sentences. */
import { statusReports } from '#src/lists/followUp.ts'
import type { Contradiction, ReportChange } from '#src/rules/reporting.ts'
import { formatDay, formatKr } from './format.ts'
import type { Words } from './words.ts'

export function contradictionText(found: Contradiction, { t, locale }: Words, today: string): string {
  switch (found.why) {
    case 'overAllocation': {
      const over = t('report.overAllocation', { kr: formatKr(found.overKr, locale) })
      return found.percent === undefined ? over : `${over} ${t('report.percent', { percent: found.percent })}`
    }
    case 'legalDayPassed':
      return t('report.legalDayPassed', { day: formatDay(found.day, locale, today) })
    case 'pointPassed':
      return t('report.pointPassed', { point: found.point, day: formatDay(found.day, locale, today) })
    case 'highRisk':
      return t('report.highRisk', { risk: found.risk })
    case 'noReport':
      return t('report.noReport', { days: found.days })
  }
}

/** `Ekonomi grön?`: the light that is questioned. */
export const questionText = ({ aspect }: Contradiction, { t, label }: Words): string =>
  aspect
    ? t('report.greenQuestioned', { aspect: label(statusReports, aspect) })
    : t('report.allGreenQuestioned')

export function changeText(change: ReportChange, { t, word, label, locale }: Words): string {
  switch (change.what) {
    case 'turned':
      return t('followUp.turned', {
        aspect: label(statusReports, change.aspect),
        from: word('lights', change.from).toLowerCase(),
        to: word('lights', change.to).toLowerCase(),
      })
    case 'forecastGrew':
      return t('followUp.forecastGrew', {
        kr: formatKr(change.toKr - change.fromKr, locale),
        to: formatKr(change.toKr, locale),
      })
    case 'newHighRisk':
      return t('followUp.newHighRisk', { risk: change.risk })
  }
}
