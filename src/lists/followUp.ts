/** What running work reports each month, and a project's own decision points. */
import { choice, day, json, money, note, person, ref, text } from './columns.ts'
import { defineList, type DraftOf, type ItemOf } from './list.ts'
import { isObject, isText } from './shapes.ts'

export const lights = { green: 'Grön', yellow: 'Gul', red: 'Röd' } as const
export type Light = keyof typeof lights

/** What a status report judges. */
export const aspects = ['economy', 'quality', 'time', 'scope'] as const
export type Aspect = (typeof aspects)[number]

export const riskLevels = { low: 'Låg', medium: 'Medel', high: 'Hög' } as const
export type RiskLevel = keyof typeof riskLevels

export interface Risk {
  text: string
  level: RiskLevel
  /** What is done about it. */
  remedy?: string
  closed?: boolean
}

const areRisks = (value: unknown): value is Risk[] =>
  Array.isArray(value) &&
  value.every((r) => isObject(r) && isText(r.text) && Object.hasOwn(riskLevels, String(r.level)))

/** One for each initiative and month (`claim`: `<initiative>/2026-10`), written when it is sent and never changed after. */
export const statusReports = defineList(
  'StatusReports',
  'Statusrapporter',
  {
    title: text('Rapport', { required: true }),
    initiative: ref('Initiativ', { required: true, indexed: true }),
    month: text('Månad', { required: true, indexed: true }),
    claim: text('Gäller', { required: true, unique: true }),
    economy: choice('Ekonomi', lights, { required: true }),
    quality: choice('Kvalitet', lights, { required: true }),
    time: choice('Tid', lights, { required: true }),
    scope: choice('Omfattning', lights),
    forecastKr: money('Prognos, helår (kr)'),
    spentKr: money('Utfall hittills (kr)'),
    allocationKr: money('Tilldelning (kr)'),
    risks: json(areRisks)('Risker'),
    changed: note('Vad har hänt'),
    next: note('Nästa steg'),
    explanation: note('Varför ljuset är grönt'),
    by: person('Rapporterad av', { required: true, indexed: true }),
    sentOn: day('Skickad den', { required: true, indexed: true }),
  },
  { load: 'route', large: true, twin: true },
)
export type StatusReport = ItemOf<typeof statusReports>
export type StatusReportDraft = DraftOf<typeof statusReports>

/** Decision points of a project after it is handed over: moved by the project owner and the steering group, not by gates. */
export const projectPoints = defineList(
  'ProjectPoints',
  'Projektets beslutspunkter',
  {
    title: text('Beslutspunkt', { required: true }),
    initiative: ref('Initiativ', { required: true, indexed: true }),
    phase: text('Fas'),
    planned: day('Planerad', { indexed: true }),
    passed: day('Passerad'),
    passedBy: person('Beslutad av'),
    note: note('Anmärkning'),
  },
  { load: 'route', twin: true },
)
export type ProjectPoint = ItemOf<typeof projectPoints>
