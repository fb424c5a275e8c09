/** Sends a month's status report: written once and never changed; what was wrong is put right in the next month's. */
import * as v from 'valibot'
import { type Decision, decisions, type TrailDraft } from '#src/lists/decisions.ts'
import {
  aspects,
  lights,
  projectPoints,
  riskLevels,
  type StatusReport,
  type StatusReportDraft,
  statusReports,
} from '#src/lists/followUp.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { faultsOf } from '#src/lists/validate.ts'
import { isDuplicate } from '#src/graph/errors.ts'
import { refToOthers } from '#src/rules/initiatives/confidential.ts'
import { isMonth } from '#src/rules/days/months.ts'
import { may } from '#src/rules/permissions.ts'
import { type Refusal, Refused } from '#src/rules/refusal.ts'
import {
  allocationKnown,
  contradictionsOf,
  judgedOn,
  reportClaim,
  reportRefusals,
} from '#src/rules/reporting.ts'
import { amountKr, keysOf, shortText, text } from '../schemas.ts'
import {
  type Done,
  leaveTrail,
  loadInitiative,
  loadOrganisation,
  rolesOf,
  stamp,
  type Work,
} from '../work.ts'

const light = v.picklist(keysOf(lights))
const risk = v.strictObject({
  text: shortText,
  level: v.picklist(keysOf(riskLevels)),
  remedy: v.optional(text),
  closed: v.optional(v.boolean()),
})
const MOST_RISKS = 50

export const sendReportArgs = v.strictObject({
  initiative: shortText,
  month: v.pipe(v.string(), v.check(isMonth)),
  economy: light,
  quality: light,
  time: light,
  scope: v.optional(light),
  forecastKr: v.optional(amountKr),
  spentKr: v.optional(amountKr),
  risks: v.optional(v.pipe(v.array(risk), v.maxLength(MOST_RISKS))),
  changed: v.optional(text),
  next: v.optional(text),
  explanation: v.optional(text),
})
type Args = v.InferOutput<typeof sendReportArgs>

/** Asked again with the same key, it answers what was sent. Throws Refused with everything that stands in the way. */
export async function sendReport(work: Work, args: Args): Promise<Done> {
  const initiative = await loadInitiative(work, args.initiative)
  const [reports, points, about] = await work.store.whereOf([statusReports, projectPoints, decisions], {
    column: 'initiative',
    value: initiative.key,
  })
  const before = reports
    .filter((report) => report.month < args.month)
    .toSorted((a, b) => b.month.localeCompare(a.month))[0]
  const same = reports.find((report) => report.key === work.key)
  if (same) {
    // Told once, by its key: whoever was cut off before hears it now.
    await tellOwner(work, same, { initiative, before })
    return done(work, same, before)
  }

  const draft = draftOf(
    work,
    args,
    initiative,
    allocationKnown(args.month, reports, financed(initiative, about)),
  )
  const found = contradictionsOf({
    report: draft,
    initiative,
    points,
    on: judgedOn(args.month, work.today),
  })
  const taken = reports.find((report) => report.claim === draft.claim)
  const roles = rolesOf(work.me.id, await loadOrganisation(work))
  const refusals: Refusal[] = [
    ...(may('report', { id: work.me.id, roles }, initiative)
      ? []
      : [{ why: 'notYourTask' as const, roles: ['projectManager' as const, 'projectOwner' as const] }]),
    ...reportRefusals(initiative, args.month, work.today),
    ...(taken ? [alreadyReported(taken)] : []),
    ...(found.length > 0 && !draft.explanation ? [{ why: 'unexplained' as const }] : []),
  ]
  if (refusals.length > 0) throw new Refused(...refusals)
  const faults = faultsOf(statusReports, draft, { whole: true })
  if (faults.length > 0) throw new Refused({ why: 'invalid', problems: faults })

  const report = await create(work, draft)
  await tellOwner(work, report, { initiative, before })
  return done(work, report, before)
}

/** When a light has turned red, unless the owner reports. */
async function tellOwner(
  { me, today, tell }: Work,
  report: StatusReport,
  { initiative, before }: { initiative: Initiative; before: StatusReport | undefined },
): Promise<void> {
  const owner = initiative.projectOwner
  const turned = aspects.some((aspect) => report[aspect] === 'red' && before?.[aspect] !== 'red')
  if (!turned || !owner || owner.id === me.id) return
  const { key, title } = refToOthers(initiative)
  await tell?.({
    key: `${report.key}/red`,
    kind: 'turnedRed',
    to: [owner],
    report: { key, title, number: initiative.number, month: report.month },
    by: me,
    on: today,
  })
}

function draftOf(work: Work, args: Args, initiative: Initiative, allocationKr: number | undefined) {
  const { initiative: key, month, ...said } = args
  return {
    key: work.key,
    title: `${initiative.number} ${month}`,
    initiative: { key, title: initiative.title },
    claim: reportClaim(key, month),
    month,
    ...(said as Omit<
      StatusReportDraft,
      'key' | 'title' | 'initiative' | 'claim' | 'month' | 'by' | 'sentOn'
    >),
    ...(allocationKr !== undefined && { allocationKr }),
    by: work.me,
    sentOn: work.today,
    ...stamp(work),
  } satisfies StatusReportDraft
}

/** Two at once: the claim lets one in, and the other is told whose it was. */
async function create(work: Work, draft: StatusReportDraft): Promise<StatusReport> {
  try {
    return (await work.store.create(statusReports, draft)).item
  } catch (error) {
    if (!isDuplicate(error)) throw error
    const [first] = await work.store.where(statusReports, { column: 'claim', value: draft.claim })
    throw first ? new Refused(alreadyReported(first)) : error
  }
}

const alreadyReported = ({ month, by, sentOn }: StatusReport): Refusal => ({
  why: 'alreadyReported',
  month,
  by,
  on: sentOn,
})

/** What the decision that financed the initiative granted. */
const financed = (initiative: Initiative, about: readonly Decision[]) =>
  about.find((decision) => decision.key === initiative.financing?.key)?.amountKr

/** Its trail is keyed by the report, so that a repeated call writes none twice. */
async function done(work: Work, report: StatusReport, before: StatusReport | undefined): Promise<Done> {
  const left = await Promise.all(turnedLights(report, before).map((draft) => leaveTrail(work, draft)))
  return { statusReports: [report], trail: left }
}

/** One entry for each light that turned since the report before. */
export const turnedLights = (
  report: StatusReportDraft,
  before: StatusReportDraft | undefined,
): TrailDraft[] =>
  aspects.flatMap((aspect) => {
    const [from, to] = [before?.[aspect], report[aspect]]
    if (!from || !to || from === to) return []
    return [
      {
        key: `${report.key}/${aspect}`,
        title: statusReports.columns[aspect].label,
        initiative: report.initiative,
        kind: 'report' as const,
        field: aspect,
        from: lights[from],
        to: lights[to],
        day: report.sentOn,
        person: report.by,
        changedBy: report.by,
        changedOn: report.sentOn,
      },
    ]
  })
