/** Every shared part in every state, a row each: the file it is in, the state, and how it is shown. */
import type { ReactNode } from 'react'
import { initiatives } from '#src/lists/initiatives.ts'
import { people } from '#src/lists/organisation.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import type { Locale } from '#src/text/words.ts'
import { DecidedAtMeetings } from '../ui/deciding/DecidedAtMeetings.tsx'
import { DecisionDialog } from '../ui/deciding/DecisionDialog.tsx'
import { About, OwnShare } from '../ui/deciding/DecisionAbout.tsx'
import { Endorsements } from '../ui/deciding/Endorsements.tsx'
import { Withdrawal } from '../ui/deciding/Withdrawal.tsx'
import { FoundElsewhere } from '../ui/found/FoundElsewhere.tsx'
import { Choice } from '../ui/Choice.tsx'
import { MissingNeeds } from '../ui/deciding/MissingNeeds.tsx'
import { NextGate } from '../ui/deciding/NextGate.tsx'
import { Resting } from '../ui/deciding/Resting.tsx'
import { Supersede } from '../ui/deciding/Supersede.tsx'
import { useDeciding } from '../ui/deciding/useDeciding.ts'
import type { Deciding } from '../ui/deciding/decidingForm.ts'
import { WhoDecides } from '../ui/deciding/WhoDecides.tsx'
import { ErrorEdge } from '../ui/ErrorEdge.tsx'
import { ChoicesEdit } from '../ui/fields/ChoicesEdit.tsx'
import { FieldEdit } from '../ui/fields/FieldEdit.tsx'
import { FieldView } from '../ui/fields/FieldView.tsx'
import { KronorInput } from '../ui/fields/KronorInput.tsx'
import { ManyPicker, OnePicker } from '../ui/fields/Picker.tsx'
import { UnionStepsEdit } from '../ui/fields/UnionStepsEdit.tsx'
import { KeyDialog } from '../ui/keys/KeyDialog.tsx'
import { KeyHelp } from '../ui/keys/KeyHelp.tsx'
import { Light, Shape } from '../ui/lights/Light.tsx'
import { LightPicker } from '../ui/lights/LightPicker.tsx'
import { Foot } from '../ui/Foot.tsx'
import { NetStatus } from '../ui/NetStatus.tsx'
import { NotFound } from '../ui/NotFound.tsx'
import { Page } from '../ui/Page.tsx'
import { useTableState } from '../ui/portfolioView/address.ts'
import { FilterBar } from '../ui/portfolioView/FilterBar.tsx'
import { indexRows, look } from '../ui/portfolioView/view.ts'
import { ViewSwitch } from '../ui/portfolioView/ViewSwitch.tsx'
import { Refusals } from '../ui/Refusals.tsx'
import { ReportLights } from '../ui/reports/ReportLights.tsx'
import { ReportsSection } from '../ui/reports/ReportsSection.tsx'
import { Troubles } from '../ui/Troubles.tsx'
import { Unread } from '../ui/Unread.tsx'
import { Unsent } from '../ui/Unsent.tsx'
import type { Whole } from '../ui/useWhole.ts'
import { Waiting } from '../ui/Waiting.tsx'
import { Ways } from '../ui/Ways.tsx'
import { axesSpecimens } from './axesSpecimens.tsx'
import { pictureSpecimens } from './pictureSpecimens.tsx'
import { samplesOf } from './samples.ts'
import type { Remembered } from './session.ts'
import { similarSpecimens } from './similarSpecimens.tsx'

export interface Specimen {
  /** The file below `tabs/ui`, without its ending. */
  part: string
  state: string
  show: ReactNode
  given?: Remembered
  /** Takes the whole page, such as a dialog, or stands beside nothing else of its kind. */
  alone?: true
}

const nothing = () => undefined
const later = () => Promise.resolve()
const none = () => Promise.resolve([])
const settled = { phase: 'ready', drawn: true, unreadable: {} } as const
const Thrown = () => {
  throw new Error('Thrown in the gallery')
}

export function specimensOf(locale: Locale): Specimen[] {
  const { t, initiative, more, whole, decidedThere, decision, mandate, report, unit } = samplesOf(locale)
  const [, , started = initiative] = more
  const by = { mandate }
  const option = { key: unit.key, title: unit.title }
  const paused: Whole = { ...whole, initiative: { ...initiative, state: 'paused' } }
  const refusals: Refusal[] = [
    { why: 'missing', matter: 'BP1', needs: ['need', 'benefit', 'contact'] },
    { why: 'notYourMandate', matter: 'BP1', mayDecide: [{ post: mandate.title, holder: mandate.holder }] },
    { why: 'changedByOther', fields: [{ field: 'title', mine: t.need, theirs: t.long }], by: mandate.holder },
    { why: 'unavailable' },
  ]
  const gate: Deciding = { kind: 'gate', gate: 'BP1', choices: [{ outcome: 'goOn', by, missing: [] }] }
  const decide = (deciding: Deciding) => (
    <DecisionDialog deciding={deciding} initiative={initiative} close={nothing} />
  )
  const field = (name: string, value: unknown, list: typeof initiatives | typeof people = initiatives) => (
    <FieldEdit list={list} field={name} value={value} change={nothing} />
  )
  const view = (name: string, value: unknown) => <FieldView list={initiatives} field={name} value={value} />
  return [
    ...axesSpecimens(locale),
    {
      part: 'Choice',
      state: 'filled',
      show: <Choice label={t.department} value='' options={[{ value: '', text: t.need }]} choose={nothing} />,
    },
    { part: 'ErrorEdge', state: 'failed', show: <ErrorEdge>{<Thrown />}</ErrorEdge>, alone: true },
    { part: 'NetStatus', state: 'saved', show: <NetStatus />, alone: true },
    { part: 'NetStatus', state: 'failed', show: <NetStatus />, given: failed, alone: true },
    { part: 'NetStatus', state: 'no storage', show: <NetStatus />, given: { storage: false }, alone: true },
    { part: 'Foot', state: 'saved', show: <Foot />, alone: true },
    { part: 'Ways', state: 'filled', show: <Ways />, alone: true },
    { part: 'NotFound', state: 'filled', show: <NotFound />, alone: true },
    { part: 'Page', state: 'filled', show: <Page title={t.need}>{t.text}</Page>, alone: true },
    { part: 'Page', state: 'long texts', show: <Page title={t.long}>{t.long}</Page>, alone: true },
    { part: 'Refusals', state: 'empty', show: <Refusals refusals={[]} /> },
    { part: 'Refusals', state: 'refused, conflict, offline', show: <Refusals refusals={refusals} /> },
    { part: 'Troubles', state: 'failed', show: <Troubles status={lost} late={[]} signIn={false} /> },
    { part: 'Troubles', state: 'signed out', show: <Troubles status={settled} late={[]} signIn={true} /> },
    {
      part: 'Troubles',
      state: 'refused late',
      show: <Troubles status={settled} late={refusals} signIn={false} />,
    },
    { part: 'Unread', state: 'failed', show: <Unread reload={nothing} /> },
    { part: 'Unread', state: 'long texts', show: <Unread about={t.long} reload={nothing} stands /> },
    { part: 'Unsent', state: 'offline', show: <Unsent /> },
    { part: 'Waiting', state: 'loading', show: <Waiting /> },
    {
      part: 'deciding/DecisionAbout',
      state: 'filled',
      show: <About by={by} initiative={initiative} old={undefined} />,
    },
    {
      part: 'deciding/DecisionAbout',
      state: 'replaced',
      show: <About by={by} initiative={initiative} old={decision} />,
    },
    {
      part: 'deciding/DecisionAbout',
      state: 'share',
      show: <OwnShare party={option} amountKr={1} initiative={initiative} />,
    },
    { part: 'deciding/DecisionDialog', state: 'gate', show: decide(gate), alone: true },
    {
      part: 'deciding/DecisionDialog',
      state: 'pause',
      show: decide({ kind: 'state', change: 'pause', by }),
      alone: true,
    },
    {
      part: 'deciding/DecisionDialog',
      state: 'financing',
      show: decide({ kind: 'financing', by }),
      alone: true,
    },
    {
      part: 'deciding/DecidedAtMeetings',
      state: 'filled',
      show: <DecidedAtMeetings whole={decidedThere} />,
    },
    { part: 'deciding/Endorsements', state: 'filled', show: <Endorsements whole={whole} /> },
    {
      part: 'deciding/MissingNeeds',
      state: 'empty',
      show: <MissingNeeds title='BP1' missing={[]} goTo={nothing} />,
    },
    {
      part: 'deciding/MissingNeeds',
      state: 'filled',
      show: <MissingNeeds title='BP1' missing={['need', 'unit']} goTo={nothing} />,
    },
    {
      part: 'deciding/NextGate',
      state: 'filled',
      show: <NextGate whole={whole} goTo={nothing} />,
      alone: true,
    },
    {
      part: 'deciding/NextGate',
      state: 'paused',
      show: <NextGate whole={paused} goTo={nothing} />,
      alone: true,
    },
    { part: 'deciding/Resting', state: 'paused', show: <Resting whole={paused} gate='BP1' /> },
    { part: 'deciding/Supersede', state: 'filled', show: <Supersede old={decision} whole={whole} /> },
    { part: 'deciding/WhoDecides', state: 'filled', show: <WhoDecidesNow whole={whole} /> },
    {
      part: 'deciding/Withdrawal',
      state: 'filled',
      show: <Withdrawal unit={unit.title} busy={false} cancel={nothing} withdraw={nothing} />,
    },
    {
      part: 'fields/ChoicesEdit',
      state: 'filled',
      show: <ChoicesEdit list={people} field='roles' value={['director']} change={nothing} />,
    },
    { part: 'fields/FieldEdit', state: 'empty', show: field('title', undefined) },
    { part: 'fields/FieldEdit', state: 'long texts', show: field('title', t.long) },
    { part: 'fields/FieldEdit', state: 'refused', show: field('title', '') },
    { part: 'fields/FieldEdit', state: 'choice', show: field('type', 'rollout') },
    { part: 'fields/FieldEdit', state: 'yes or no', show: field('external', true) },
    { part: 'fields/FieldEdit', state: 'day', show: field('legalDay', '2025-01-01') },
    { part: 'fields/FieldEdit', state: 'note', show: field('need', t.text) },
    { part: 'fields/FieldView', state: 'empty', show: view('need', undefined) },
    { part: 'fields/FieldView', state: 'long texts', show: view('need', t.long) },
    { part: 'fields/FieldView', state: 'money', show: view('costHighKr', 1_200_000) },
    {
      part: 'fields/KronorInput',
      state: 'filled',
      show: <KronorInput aria-label={t.need} value={1_200_000} change={nothing} />,
    },
    {
      part: 'fields/Picker',
      state: 'one',
      show: <OnePicker label={t.department} options={[]} value={option} change={nothing} />,
    },
    {
      part: 'fields/Picker',
      state: 'many',
      show: <ManyPicker label={t.department} options={[]} value={[option]} change={nothing} />,
    },
    { part: 'fields/UnionStepsEdit', state: 'empty', show: <UnionStepsEdit value={[]} change={nothing} /> },
    {
      part: 'found/FoundElsewhere',
      state: 'empty',
      show: <FoundElsewhere text={t.need} />,
      given: { store: { all: none, where: none, since: none } },
    },
    {
      part: 'keys/KeyDialog',
      state: 'filled',
      show: <KeyDialog close={nothing} choose={later} />,
      alone: true,
    },
    { part: 'keys/KeyHelp', state: 'closed', show: <KeyHelp /> },
    { part: 'lights/Light', state: 'green', show: <Light light='green' /> },
    { part: 'lights/Light', state: 'yellow', show: <Light light='yellow' /> },
    { part: 'lights/Light', state: 'red', show: <Light light='red' /> },
    { part: 'lights/Light', state: 'shape', show: <Shape light='red' /> },
    {
      part: 'lights/LightPicker',
      state: 'empty',
      show: <LightPicker legend={t.need} value={undefined} change={nothing} missing />,
    },
    {
      part: 'lights/LightPicker',
      state: 'filled',
      show: <LightPicker legend={t.other} value='red' change={nothing} />,
    },
    { part: 'portfolioView/FilterBar', state: 'filled', show: <Filters rows={more} />, alone: true },
    { part: 'portfolioView/ViewSwitch', state: 'filled', show: <ViewSwitch /> },
    ...pictureSpecimens(locale),
    { part: 'reports/ReportLights', state: 'filled', show: <ReportLights report={report} /> },
    { part: 'reports/ReportsSection', state: 'filled', show: <ReportsSection initiative={started} /> },
    ...similarSpecimens(locale),
  ]
}

const failed: Remembered = { status: { phase: 'failed', error: new Error('No answer') } }
const lost = { phase: 'failed', drawn: true, unreadable: { Initiatives: 3 } } as const

function WhoDecidesNow({ whole }: { whole: Whole }) {
  return <WhoDecides may={useDeciding(whole)} whole={whole} />
}

function Filters({ rows }: { rows: ReturnType<typeof samplesOf>['more'] }) {
  const [state, change] = useTableState()
  const { counts } = look(indexRows(rows), state.search, state.filters)
  return <FilterBar state={state} change={change} counts={counts} shown={2} total={4} />
}
