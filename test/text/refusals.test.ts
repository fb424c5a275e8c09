/** Every refusal is a whole sentence in both languages: nothing left unfilled, no name from the code. */
import { describe, expect, test } from 'vitest'
import type { Fault } from '#src/lists/validate.ts'
import type { MeetingFault } from '#src/rules/meetings/meetingState.ts'
import type { MergeFault } from '#src/rules/needs/merging.ts'
import { needs, type Need } from '#src/rules/needs.ts'
import type { Decider, Refusal } from '#src/rules/refusal.ts'
import type { ChoiceFault } from '#src/rules/reminding/reminderChoice.ts'
import type { ResendFault } from '#src/rules/reminding/resending.ts'
import { english } from '#src/text/english.ts'
import { decidersText, refusalText, subjectsOf } from '#src/text/refusals.ts'
import { swedish } from '#src/text/swedish.ts'
import type { Words } from '#src/text/words.ts'
import { aPerson, aRef } from '#test/fixtures/organisation.ts'

const decider: Decider = { post: 'Avdelningschef Hemtjänst', holder: aPerson('h', 'Hanna Hemtjänst') }
const problems: Record<Fault, true> = {
  required: true,
  tooLong: true,
  unknown: true,
  notADay: true,
  notANumber: true,
  notAllowed: true,
  wrongKind: true,
  taken: true,
  noField: true,
  tooMany: true,
  tooLarge: true,
}

const mergeFaultNames: Record<MergeFault, true> = {
  self: true,
  external: true,
  conflicted: true,
  targetMerged: true,
  targetClosed: true,
  sourceMerged: true,
  sourceHeld: true,
  sourceDecided: true,
  sourceHasParts: true,
  confidentialApart: true,
  notMerged: true,
}

const meetingFaultNames: Record<MeetingFault, true> = {
  notOpen: true,
  stillOpen: true,
  held: true,
  cancelled: true,
  sent: true,
  fixed: true,
  onAgenda: true,
  decided: true,
  empty: true,
  notJoint: true,
}

const remindingFaults: Record<ChoiceFault | ResendFault, true> = {
  time: true,
  pauseDay: true,
  pauseOpen: true,
  pauseOrder: true,
  pausePast: true,
  underWay: true,
  arrived: true,
  alreadyResent: true,
  toldSince: true,
  paused: true,
  turnedOff: true,
  notReached: true,
}

const lock = { key: 'i-1', title: 'Digitala lås' }

/** At least one of each kind; a new kind of refusal does not compile until it has one here. */
const samples: { [W in Refusal['why']]: Omit<Extract<Refusal, { why: W }>, 'why'>[] } = {
  missing: (Object.keys(needs) as Need[]).map((need) => ({ matter: 'BP3', needs: [need, 'unit'] })),
  notYourMandate: [{ matter: 'BP1', mayDecide: [decider, { ...decider, party: aRef('ÄVO') }] }],
  noMandate: [{ matter: 'start' }, { matter: 'BP3', party: aRef('ÄVO') }],
  overAmount: [{ amountKr: 6_000_000, maxKr: 5_000_000 }],
  conflictOfInterest: [{ instead: [decider] }, { instead: [] }],
  noGate: [{ stage: 'delivery' }],
  notActive: [{ state: 'paused' }],
  wrongState: [{ state: 'screenedOut' }],
  external: [{}],
  outcomeNotAllowed: [{ outcome: 'wait' }],
  reasonMissing: [{}],
  noAgreement: [{}, { forum: aRef('Portföljledning Vårdproduktion') }],
  nowhereToRaise: [{}],
  roundOpen: [{ matter: 'BP3', decided: [aRef('ÄVO')], waiting: [aRef('FFS'), aRef('SFC')] }],
  amountDiffers: [{ number: '2024-0018', amountKr: 400_000 }],
  alreadySuperseded: [{ number: '2024-0019' }],
  movedOn: [{ stage: 'ready', state: 'active' }],
  notYourEndorsement: [
    { party: aRef('Boende'), may: [aPerson('b', 'Bo Boende')] },
    { party: aRef('Boende'), may: [] },
  ],
  alreadyDecided: [{ number: '2024-0017', by: aPerson('d', 'Doris'), on: '2024-10-01' }],
  decidedAtMeeting: [
    { forum: aRef('Strategisk dialog Hemtjänst'), meeting: aRef('m-1'), on: '2024-10-01' },
    { forum: aRef('Strategisk dialog Hemtjänst'), on: '2024-10-01' },
  ],
  notYourTask: [
    { roles: ['administrator', 'projectManager'] },
    { roles: ['administrator'], people: [aPerson('d', 'Doris'), aPerson('b', 'Bo Boende')] },
  ],
  nothingToReport: [{ stage: 'collection' }],
  futureMonth: [{ month: '2024-11' }],
  alreadyReported: [{ month: '2024-09', by: aPerson('d', 'Doris'), on: '2024-09-27' }],
  unexplained: [{}],
  changedByOther: [
    { fields: [] },
    { fields: [{ field: 'projectOwner', mine: 'a', theirs: 'b' }] },
    { fields: [], by: aPerson('d', 'Doris') },
  ],
  invalid: [
    ...(Object.keys(problems) as Fault[]).map((problem) => ({
      problems: [{ field: 'title', problem, limit: 255 }],
    })),
    {
      problems: ['wording', 'values.amountKr', 'owner', 'nr:14 title'].map((field) => ({
        field,
        problem: 'required',
      })),
    },
  ],
  notFound: [{ what: 'initiative', key: 'i-1' }],
  archived: [{}],
  notMergeable: (Object.keys(mergeFaultNames) as MergeFault[]).map((fault) => ({
    fault,
    names: ['T-1 Lås', 'T-2 Nycklar'],
  })),
  meeting: (Object.keys(meetingFaultNames) as MeetingFault[]).map((fault) => ({
    fault,
    names: ['Prioriteringsforum 8 oktober'],
  })),
  conflicted: [{ names: ['Digitala lås'] }],
  document: (['empty', 'tooLarge', 'blockedName', 'longName'] as const).map((fault) => ({
    fault,
    name: 'Avtal.docx',
  })),
  circle: [
    {
      through: [
        { key: 'a', title: 'Ä-1 Lås' },
        { key: 'b', title: 'Ä-2 Nät' },
      ],
    },
  ],
  confidentialOff: [{}],
  notInConfidentialGroup: [{}],
  documentsOpen: [{ names: [] }, { names: ['Anbud.docx'] }],
  standsOpen: [{ names: ['Larm (Prioriteringsforum)'] }],
  confidentialThere: [{ numbers: ['ÄVO-2024-014'] }],
  library: [{ fault: 'missing' }, { fault: 'full' }, { fault: 'locked' }],
  noConverter: [{}],
  scoring: [
    { scoring: { fault: 'noCriteria' } },
    { scoring: { fault: 'negativeWeight', titles: ['Nytta'] } },
    { scoring: { fault: 'weightsSum', sum: 97.5 } },
    { scoring: { fault: 'sameTitle', title: 'Nytta' } },
    { scoring: { fault: 'notAStep', value: 7 } },
    { scoring: { fault: 'notTheirs', title: 'Nytta' } },
    { scoring: { fault: 'notScored', titles: ['14 Digitala lås'] } },
  ],
  ranking: [
    { ranking: { fault: 'nothing', year: 2027 } },
    {
      ranking: {
        fault: 'changed',
        changes: [
          { what: 'new', initiative: lock, to: 2 },
          { what: 'gone', initiative: lock, from: 2 },
          { what: 'moved', initiative: lock, from: 3, to: 2 },
        ],
      },
    },
    {
      ranking: {
        fault: 'changed',
        changes: [
          { what: 'need', initiative: lock, fromKr: 1, toKr: 2 },
          { what: 'total', initiative: lock, from: 60, to: 70 },
          { what: 'beyond', initiative: lock },
          { what: 'within', initiative: lock },
        ],
      },
    },
    { ranking: { fault: 'notRanked', title: lock.title } },
    { ranking: { fault: 'shared', title: lock.title } },
    { ranking: { fault: 'notFree', basis: 'mandatory', title: lock.title } },
    { ranking: { fault: 'notFree', basis: 'running', title: lock.title } },
    { ranking: { fault: 'aboveFirst', names: ['Larm'], title: lock.title } },
    { ranking: { fault: 'prerequisite', names: ['Larm'], title: lock.title } },
  ],
  reminding: (Object.keys(remindingFaults) as (ChoiceFault | ResendFault)[]).map((fault) => ({ fault })),
  notSignedIn: [{}],
  unknownAction: [{ name: 'x' }],
  busy: [{ seconds: 30 }],
  noRight: [{}],
  unavailable: [{}],
  unsound: [
    { fault: 'circle', names: ['Hemtjänst', 'ÄVO'] },
    { fault: 'lastAdministrator', names: ['Ada'] },
  ],
  failed: [{}],
}

const refusals = Object.entries(samples).flatMap(([why, values]) =>
  (values as object[]).map((value) => ({ why, ...value }) as Refusal),
)

test('columns of meetings are named as their list has them', async () => {
  const lacks = async (of: string, ...fields: string[]) => {
    const problems = fields.map((field) => ({ field, problem: 'required' as const }))
    const refusal = { why: 'invalid', of, problems } satisfies Refusal
    await Promise.all(subjectsOf([refusal]).map((subject) => swedish.learn(subject)))
    return refusalText(refusal, swedish)
  }
  expect(await lacks('Meetings', 'secretary')).toBe('Rätta följande: Sekreterare måste fyllas i.')
  expect(await lacks('Actions', 'owner', 'due')).toBe(
    'Rätta följande: Vem måste fyllas i; Senast måste fyllas i.',
  )
  expect(await lacks('Actions', 'reason')).toBe('Rätta följande: Varför ändrad måste fyllas i.')
})

describe.for<[string, Words]>([
  ['Swedish', swedish],
  ['English', english],
])('in %s', ([, words]) => {
  test.for(refusals)('$why is a sentence, once its subject is learnt: %j', async (refusal) => {
    await Promise.all(subjectsOf([refusal]).map((subject) => words.learn(subject)))
    const text = refusalText(refusal, words)
    expect(text).toMatch(/^[\p{Lu}\d].*\.$/u)
    expect(text).not.toMatch(/[{}]|undefined|null|\[object|\s\s|[a-z][A-Z]/)
    expect(text).not.toMatch(/\b(refusal|need|problem)\./)
  })
})

test('every need has words of its own in both languages', () => {
  for (const words of [swedish, english]) {
    const names = (Object.keys(needs) as Need[]).map((need) => words.t(`need.${need}`))
    expect(new Set(names).size).toBe(names.length)
  }
})

test.for<{ says: string; refusal: Refusal; text: string }>([
  {
    says: 'what is missing, in a list',
    refusal: { why: 'missing', matter: 'BP1', needs: ['need', 'contact'] },
    text: 'Inför BP1 saknas behov (problem och för vem) och kontaktperson.',
  },
  {
    says: 'who decides',
    refusal: { why: 'notYourMandate', matter: 'BP1', mayDecide: [decider] },
    text: 'BP1 beslutas av Avdelningschef Hemtjänst (Hanna Hemtjänst).',
  },
  {
    says: 'abbreviations keep their capitals in a sentence',
    refusal: { why: 'changedByOther', fields: [{ field: 'projectOwner', mine: 1, theirs: 2 }] },
    text: 'Någon annan ändrade projektägare (PÄ) medan du skrev. Båda texterna visas; välj vilken som ska gälla.',
  },
  {
    says: 'a field of a decision by its Swedish name',
    refusal: { why: 'invalid', problems: [{ field: 'wording', problem: 'required' }] },
    text: 'Rätta följande: Lydelse måste fyllas i.',
  },
  {
    says: 'a field of a cost item by its Swedish name',
    refusal: { why: 'invalid', problems: [{ field: 'values.amountKr', problem: 'notANumber' }] },
    text: 'Rätta följande: Belopp (kr) ska vara ett helt tal, noll eller större.',
  },
  {
    says: 'which row of a workbook',
    refusal: { why: 'invalid', problems: [{ field: 'nr:14 title', problem: 'tooLong', limit: 255 }] },
    text: 'Rätta följande: nr:14 Titel får ha högst 255 tecken.',
  },
])('$says', ({ refusal, text }) => {
  expect(refusalText(refusal, swedish)).toBe(text)
})

test('several deciders each with their authority', () => {
  const two = [
    { ...decider, party: aRef('ÄVO') },
    { post: 'Direktör', holder: aPerson('o', 'Otto'), party: aRef('FFS') },
  ]
  expect(decidersText(two, swedish)).toBe(
    'Avdelningschef Hemtjänst, ÄVO (Hanna Hemtjänst) och Direktör, FFS (Otto)',
  )
})
