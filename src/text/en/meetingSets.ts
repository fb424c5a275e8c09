/** The words of the fixed sets of meetings, in English. */
import { actionStates } from '#src/lists/actionItems.ts'
import {
  agendaSources,
  capacities,
  carrying,
  effectTimes,
  itemKinds,
  itemOutcomes,
  itemStates,
  meetingKinds,
  meetingStates,
  minutesKinds,
  presences,
} from '#src/lists/meetings.ts'
import { answers, paperKinds } from '#src/lists/minutes.ts'

/** A word that is missing is a type error. */
const inEnglish = <S extends Record<string, string>>(swedish: S, english: Record<keyof S, string>) =>
  [swedish, english] as const

/** Swedish set and its English words, by the name of the set. */
export const meetingSets = {
  meetingKinds: inEnglish(meetingKinds, {
    ordinary: 'Ordinary',
    extra: 'Extra',
    between: 'Decision between meetings',
  }),
  meetingStates: inEnglish(meetingStates, {
    planned: 'Planned',
    called: 'Called',
    open: 'In progress',
    held: 'Held',
    sent: 'Sent for verification',
    verified: 'Verified',
    settled: 'Settled',
    cancelled: 'Cancelled',
  }),
  minutesKinds: inEnglish(minutesKinds, { protocol: 'Minutes', notes: 'Meeting notes' }),
  effectTimes: inEnglish(effectTimes, {
    atMeeting: 'At the meeting',
    verified: 'When the minutes are verified',
  }),
  presences: inEnglish(presences, { present: 'Present', part: 'In part', absent: 'Absent' }),
  capacities: inEnglish(capacities, {
    chair: 'Chair',
    secretary: 'Secretary',
    member: 'Member',
    substitute: 'Substitute',
    guest: 'Guest',
  }),
  itemKinds: inEnglish(itemKinds, {
    formal: 'Formal',
    followUp: 'Follow-up',
    status: 'Status',
    gate: 'Gate',
    decision: 'Decision',
    discussion: 'Discussion',
    information: 'Information',
    deviation: 'Deviation',
  }),
  itemStates: inEnglish(itemStates, {
    backlog: 'To be taken up',
    agenda: 'On the agenda',
    left: 'Not taken up',
    treated: 'Treated',
  }),
  agendaSources: inEnglish(agendaSources, {
    standing: 'Standing item',
    answer: 'Answer to our question',
    question: 'Question from another forum',
    tabled: 'Tabled or remitted',
    openAction: 'Open action',
    notCarriedOut: 'Decision not carried out',
    changedProject: 'Project whose state changed',
    redReport: 'Report gone red or contradicted',
    gate: 'Gate waiting',
    newNeed: 'New or moved need',
    stalled: 'Stalled',
    deviation: 'Deviation',
    forecast: 'Forecast over the frame',
    ranking: 'Decided ranking',
    condition: 'Condition falling due',
    cycle: 'Annual cycle',
    proposed: 'Proposed',
    added: 'Added',
  }),
  itemOutcomes: inEnglish(itemOutcomes, {
    grant: 'Granted',
    refuse: 'Refused',
    remit: 'Remitted',
    table: 'Tabled',
    noted: 'Noted',
    assign: 'Assigned to',
    support: 'Supported',
    oppose: 'Opposed',
    own: 'Own wording',
    dropped: 'Dropped',
  }),
  carrying: inEnglish(carrying, {
    nothing: 'Nothing to carry out',
    waiting: 'Waits for verification',
    done: 'Carried out',
    refused: 'Could not be carried out',
  }),
  actionStates: inEnglish(actionStates, { open: 'Open', done: 'Done', dropped: 'Dropped' }),
  paperKinds: inEnglish(paperKinds, {
    agenda: 'Agenda',
    minutes: 'Minutes',
    notes: 'Meeting notes',
    correction: 'Correction',
    publication: 'Publication copy',
    extract: 'Extract',
    summary: 'Summary',
  }),
  answers: inEnglish(answers, { asked: 'Waiting', approved: 'Approved', returned: 'Returned with comments' }),
}
