/** The decision about an order, in the register: by whose right, for which authority, about which picture, and what it replaces. */
import type { Person, Ref } from '#src/lists/columns.ts'
import { type Decision, decisionMatters } from '#src/lists/decisions.ts'
import type { Meeting } from '#src/lists/meetings.ts'
import type { Forum, Mandate } from '#src/lists/organisation.ts'
import type { Ranking } from '#src/lists/prioritising.ts'
import { refOf } from '../meetings/place.ts'
import { record } from '../record.ts'
import { stamp, type Work } from '../work.ts'

interface Said {
  forum: Forum
  /** What it is about. */
  ranking: Ranking
  outcome: 'grant' | 'refuse' | 'escalate'
  /** Whose word it is; at a sitting another may write it down. */
  decidedBy: Person
  by: { mandate: Mandate; party?: Ref; actingFor?: Person }
  /** Those ranked, without what is confidential. */
  also: readonly Ref[]
  /** Who had an interest of their own in something ranked. */
  conflicted: readonly Person[]
  /** The order of the year that was in force until now. */
  replaces: Ranking | undefined
  /** The forum it is raised to. */
  raise: Ref | undefined
  meeting: Meeting | undefined
  wording: string
  grounds?: string | undefined
  conditions?: string | undefined
  caseNumber?: string | undefined
  agreed?: boolean | undefined
}

/** Throws Refused when it has been decided already. */
export function recordOrder(work: Work, said: Said): Promise<Decision> {
  const { forum, ranking, outcome, by, conflicted, raise, meeting } = said
  const { wording, grounds, conditions, caseNumber } = said
  const parties = ranking.state === 'raised' ? [] : (ranking.parties ?? [])
  const item = meeting && {
    // Of a round that goes over several meetings, each has a matter of its own.
    key: `${parties.length > 0 ? `${ranking.key}/${meeting.key}` : work.key}/item`,
    title: ranking.title,
  }
  const at = meeting &&
    item && {
      meeting: refOf(meeting),
      item,
      forum: refOf(forum),
      recordedBy: work.me,
      decidedOn: work.today,
    }
  const supersedes = outcome === 'grant' ? replacedBy(said) : undefined
  const agreed = agreedOf(said, parties)
  return record(
    { ...work, ...(at && { at }) },
    {
      key: work.key,
      title: `${decisionMatters.ranking}: ${ranking.title}`,
      claim: claimOf(said),
      matter: 'ranking',
      attempt: ranking.attempt ?? 1,
      outcome,
      ranking: refOf(ranking),
      also: [...said.also],
      wording,
      decidedBy: said.decidedBy,
      post: by.mandate.title,
      mandate: { key: by.mandate.key, title: by.mandate.title },
      kind: by.mandate.kind,
      decidedOn: work.today,
      forum: refOf(forum),
      // An order moves no initiative from its stage.
      fromStage: 'prioritisation',
      toStage: 'prioritisation',
      fromState: 'active',
      toState: 'active',
      ...(parties.length > 0 && { parties }),
      ...(by.party && { party: by.party }),
      ...(raise && { raisedTo: raise }),
      ...(grounds && { grounds }),
      ...(conditions && { conditions }),
      ...(caseNumber && { caseNumber }),
      ...(by.actingFor && { actingFor: by.actingFor }),
      ...(agreed !== undefined && { agreed }),
      ...(conflicted.length > 0 && { conflicted: [...conflicted] }),
      ...(supersedes && { supersedes }),
      ...stamp(work),
    },
  )
}

/** One for each attempt; where several decide one for each of them, and one on each level it is raised to. */
function claimOf({ forum, ranking, outcome, by }: Said): string {
  const { state, raisedTo, attempt = 1, year } = ranking
  const part =
    state === 'raised'
      ? `above/${raisedTo?.key}`
      : outcome === 'escalate' && by.party
        ? 'raise'
        : by.party?.key
  return ['ranking', forum.key, year, attempt, ...(part ? [part] : [])].join('/')
}

/** The same authority's word on the order before; the whole of it where one decides. */
function replacedBy({ ranking, by, replaces }: Said): Ref | undefined {
  if (!by.party || ranking.state === 'raised') return replaces?.decision
  return replaces?.voices?.find(({ party }) => party?.key === by.party?.key)?.decision
}

/** Whether the forum was of one mind: as the post says whose right asks for it, and when the last authority says yes as the others. */
function agreedOf({ ranking, outcome, by, agreed }: Said, parties: readonly Ref[]): boolean | undefined {
  if (by.mandate.needsAgreement) return agreed === true
  if (parties.length === 0 || outcome !== 'grant') return undefined
  const yes = new Set(
    (ranking.voices ?? []).flatMap((one) => (one.outcome === 'grant' ? one.party?.key : [])),
  )
  return parties.every(({ key }) => key === by.party?.key || yes.has(key)) ? true : undefined
}
