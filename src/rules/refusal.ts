/** Why something isn't allowed, as data: what is missing, and who may. The words are in text/. */
import type { Day, Person, Ref } from '#src/lists/columns.ts'
import type { DecisionMatter } from '#src/lists/decisions.ts'
import type { Stage, State } from '#src/lists/initiatives.ts'
import type { Matter, Role } from '#src/lists/organisation.ts'
import type { FaultyField } from '#src/lists/validate.ts'
import type { ItemFault } from './meetings/itemDecision.ts'
import type { MeetingFault } from './meetings/meetingState.ts'
import type { MergeFault } from './needs/merging.ts'
import type { DocumentFault } from './initiatives/documents.ts'
import type { Need } from './needs.ts'
import type { Finding as OrganisationFinding } from './organisation/organising.ts'
import type { ChoiceFault } from './reminding/reminderChoice.ts'
import type { ResendFault } from './reminding/resending.ts'
import type { RankingFault } from './prioritising/rankingFaults.ts'
import type { ScoringFault } from './prioritising/scoringFaults.ts'
import type { VerifyingFault } from './meetings/verifying.ts'

/** A post that may decide, with whoever holds it and whoever stands in. */
export interface Decider {
  post: string
  holder: Person
  standIn?: { person: Person; from?: Day; to?: Day }
  forum?: Ref
  party?: Ref
}

export type Refusal =
  | { why: 'missing'; matter: DecisionMatter; needs: Need[] }
  | { why: 'notYourMandate'; matter: Matter; mayDecide: Decider[] }
  | { why: 'noMandate'; matter: Matter; party?: Ref }
  | { why: 'overAmount'; amountKr: number; maxKr: number }
  | { why: 'conflictOfInterest'; instead: Decider[] }
  | { why: 'noGate'; stage: Stage }
  | { why: 'notActive'; state: State; into?: Ref }
  | { why: 'wrongState'; state: State; into?: Ref }
  | { why: 'external' }
  | { why: 'outcomeNotAllowed'; outcome: string }
  | { why: 'reasonMissing' }
  /** The post decides only when its forum agrees. */
  | { why: 'noAgreement'; forum?: Ref }
  | { why: 'nowhereToRaise' }
  /** Some authorities have decided on what is about to change, others haven't. */
  | { why: 'roundOpen'; matter: DecisionMatter; decided: Ref[]; waiting: Ref[] }
  /** An authority decides about another sum than the one before it did. */
  | { why: 'amountDiffers'; number: string; amountKr: number }
  | { why: 'alreadySuperseded'; number: string }
  /** What the decision led to has been followed by more. */
  | { why: 'movedOn'; stage: Stage; state: State }
  | { why: 'notYourEndorsement'; party: Ref; may: Person[] }
  | { why: 'alreadyDecided'; number: string; by: Person; on: Day }
  /** A meeting has decided it, and its minutes are yet to be verified. */
  | { why: 'decidedAtMeeting'; forum: Ref; meeting?: Ref; on: Day }
  /** `people`: those who are named for it, when it is theirs rather than a role's. */
  | { why: 'notYourTask'; roles: Role[]; people?: Person[] }
  | { why: 'nothingToReport'; stage: Stage }
  | { why: 'futureMonth'; month: string }
  | { why: 'alreadyReported'; month: string; by: Person; on: Day }
  /** A green light that figures contradict, sent without a word about it. */
  | { why: 'unexplained' }
  /** `of`: the list that the fields belong to (`Actions`), where the same name stands for something else in others. */
  | { why: 'changedByOther'; fields: FieldConflict[]; by?: Person; of?: string }
  | { why: 'invalid'; problems: FaultyField[]; of?: string }
  | { why: 'notFound'; what: string; key: string }
  | { why: 'archived' }
  /** What a meeting, its agenda or its minutes don't allow as they stand. */
  | { why: 'meeting'; fault: MeetingFault | ItemFault | VerifyingFault; names?: string[] }
  /** Noted as having an interest of their own in what is named. */
  | { why: 'conflicted'; names: string[] }
  /** Needs, by number and title, that can't become one, or be taken apart. */
  | { why: 'notMergeable'; fault: MergeFault; names: string[] }
  /** Each waits for the next, and the last for the first. */
  | { why: 'circle'; through: Ref[] }
  | ({ why: 'unsound' } & OrganisationFinding)
  | { why: 'document'; fault: DocumentFault; name: string }
  /** The site has no lists that only a few may read. */
  | { why: 'confidentialOff' }
  /** Whoever isn't in the group that reads it could neither see nor lift the mark. */
  | { why: 'notInConfidentialGroup' }
  /** Files lie where all staff read; `names` of those that are in the way of a mark. */
  | { why: 'documentsOpen'; names: string[] }
  /** Matters on agendas that more people read, by title and forum: they stand in the way of a mark. */
  | { why: 'standsOpen'; names: string[] }
  /** Initiatives, by number, that would be read by more than may. */
  | { why: 'confidentialThere'; numbers: string[] }
  /** The library of minutes isn't there, is full, or has the file open for somebody. */
  | { why: 'library'; fault: 'missing' | 'full' | 'locked' }
  /** A choice of reminders that can't be, or a message that isn't to be sent again. */
  | { why: 'reminding'; fault: ChoiceFault | ResendFault }
  /** Criteria, weights or scores that can't be as given. */
  | { why: 'scoring'; scoring: ScoringFault }
  /** An order that can't be decided so, or something in it that can't be moved so. */
  | { why: 'ranking'; ranking: RankingFault }
  /** Only where the local tenant stands in for Microsoft 365. */
  | { why: 'noConverter' }
  | { why: 'notSignedIn' }
  | { why: 'unknownAction'; name: string }
  | { why: 'busy'; seconds: number }
  | { why: 'noRight' }
  | { why: 'unavailable' }
  | { why: 'failed' }

/** One field that two people changed: what I wrote and what stands there now. */
export interface FieldConflict {
  field: string
  mine: unknown
  theirs: unknown
}

/** Thrown once by an action, shown at the edge. */
export class Refused extends Error {
  refusals: Refusal[]
  constructor(...refusals: Refusal[]) {
    super(`refused: ${refusals.map((r) => r.why).join(', ')}`)
    this.name = 'Refused'
    this.refusals = refusals
  }
}
