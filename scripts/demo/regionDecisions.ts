/** The region's decisions as rows: by whom, with what outcome, about what, and on which earlier decision they rest. */
import type { Person } from '#src/lists/columns.ts'
import type { DecisionDraft, DecisionMatter, Outcome } from '#src/lists/decisions.ts'
import type { Stage, State } from '#src/lists/initiatives.ts'
import type { Mandate, Matter } from '#src/lists/organisation.ts'
import { claimOf } from '#src/rules/meetings/outcomes.ts'
import type { Region, RegionDecision, RegionInitiative } from './regionFile.ts'
import { stageOf, stateOf } from './regionInitiatives.ts'
import { given } from './words.ts'

/** `PL-VP 2026 § 24` as a key. */
export const decisionKey = (id: string) => id.replaceAll(/[\s§]+/g, '-')

export const outcomeWords: Record<string, Outcome> = {
  bifall: 'grant',
  'delvis bifall': 'grantPart',
  återremiss: 'remit',
  eskaleras: 'escalate',
}

/** What a decision that moves is called, by where it leads. */
const moves: Record<string, { matter: DecisionMatter; outcome: Outcome; mandate: Matter }> = {
  concept: { matter: 'phase', outcome: 'toConcept', mandate: 'concept' },
  development: { matter: 'development', outcome: 'toDevelopment', mandate: 'development' },
  closed: { matter: 'closing', outcome: 'close', mandate: 'rollout' },
  paused: { matter: 'state', outcome: 'pause', mandate: 'development' },
  stopped: { matter: 'state', outcome: 'stop', mandate: 'development' },
}

/** What the others are about, by how their subject begins. First match wins. */
const subjects: readonly (readonly [begins: RegExp, matter: DecisionMatter & Matter])[] = [
  [/^Tilldelning/, 'financing'],
  [/^Avvikelse/, 'deviation'],
  [/^(Eskalerat|Beslut i eskalerat|Ordning)/, 'escalation'],
  [/^Kontroll Från idé/, 'ideaToRollout'],
  [/^Färdplan/, 'ranking'],
  [/^Halvårsjustering/, 'halfYear'],
  [/(ram|Ramar|utvecklingsmedel)/, 'distribution'],
]

export function decisionRows(region: Region): DecisionDraft[] {
  const made = new Map<string, number>()
  return region.file.decisions
    .toSorted((a, b) => a.date.localeCompare(b.date))
    .map((decision) => toDecision(region, decision, made))
}

/** The initiatives a decision is about: named by it, or ranked by it. */
export function concernedBy({ file }: Region, { id, initiatives }: RegionDecision): RegionInitiative[] {
  const ranked = file.rankings.find(({ decision }) => decision === id)?.order ?? []
  const ids = initiatives ?? ranked.map(({ initiative }) => initiative)
  return ids.flatMap((one) => file.initiatives.find((initiative) => initiative.id === one) ?? [])
}

function toDecision(region: Region, row: RegionDecision, made: Map<string, number>): DecisionDraft {
  const { ref, organisation } = region
  const [about, ...others] = concernedBy(region, row)
  const { matter, outcome, mandate: asked } = kindOf(row)
  const decidedBy = region.who(row.decidedBy) as Person
  const mandate = mandateOf(organisation.mandates, decidedBy, asked)
  const forum = organisation.forums.find(({ key }) => key === row.forum)
  const counted = `${about?.id}/${matter}`
  const attempt = (made.get(counted) ?? 0) + 1
  made.set(counted, attempt)
  const standing = about ? standingAt(about, row) : nothingMoves
  return {
    key: decisionKey(row.id),
    number: row.id,
    title: row.subject,
    claim: about ? claimOf({ initiative: about.id, matter, attempt }) : row.id,
    matter,
    attempt,
    outcome,
    wording: row.wording,
    decidedBy,
    post:
      mandate?.title ?? organisation.people.find(({ person }) => person.id === decidedBy.id)?.jobTitle ?? '',
    // Whoever holds a mandate in the region holds it by delegation; a forum that stands behind decides nothing.
    kind: mandate?.kind ?? (holdsAny(organisation.mandates, decidedBy) ? 'delegated' : 'execution'),
    decidedOn: row.date,
    forum: ref(row.forum),
    ...standing,
    ...given({
      initiative: about && ref(about.id),
      also: others.length > 0 ? others.map(({ id }) => ref(id)) : undefined,
      mandate: mandate && { key: mandate.key, title: mandate.title },
      grounds: groundsOf(row, about),
      agreed: agreementIn(row.wording),
      raisedTo: outcome === 'escalate' ? forum?.escalatesTo : undefined,
      caseNumber: others.length === 0 ? about?.caseNumber : undefined,
      amountKr: others.length === 0 ? granted(region, row) : undefined,
      supersedes: row.supersedes ? { key: decisionKey(row.supersedes), title: row.supersedes } : undefined,
    }),
    changedBy: decidedBy,
    changedOn: row.date,
  }
}

function kindOf(row: RegionDecision): { matter: DecisionMatter; outcome: Outcome; mandate: Matter } {
  const move = row.moves && moves[stateOf(row.moves.to) ?? stageOf(row.moves.to)]
  if (move) return move
  const matter = subjects.find(([begins]) => begins.test(row.subject))?.[1]
  const outcome = outcomeWords[row.outcome]
  if (!matter || !outcome) throw new Error(`What is ${row.id} about?`)
  return { matter, outcome, mandate: matter }
}

type MandateRow = Pick<Mandate, 'key' | 'title' | 'holder' | 'matter' | 'kind'>

const mandateOf = (mandates: readonly MandateRow[], holder: Person, matter: Matter) =>
  mandates.find((mandate) => mandate.holder.id === holder.id && mandate.matter === matter)

const holdsAny = (mandates: readonly MandateRow[], holder: Person) =>
  mandates.some((mandate) => mandate.holder.id === holder.id)

function groundsOf({ basis, reservation, moves: move }: RegionDecision, about: RegionInitiative | undefined) {
  const reason = move && stateOf(move.to) && about?.stateReason
  const lines = [
    ...(reason ? [reason] : []),
    ...(basis ? [`Underlag: ${basis}`] : []),
    ...(reservation ? [`Reservation: ${reservation}`] : []),
  ]
  return lines.join('\n') || undefined
}

function agreementIn(wording: string): boolean | undefined {
  if (/inte enig|är oense/.test(wording)) return false
  return /är enig/.test(wording) ? true : undefined
}

/** What the decision gave the one initiative it is about. */
function granted({ file }: Region, { id }: RegionDecision): number | undefined {
  const kr = file.allocations
    .filter(({ decision }) => decision === id)
    .reduce((sum, { amount }) => sum + amount, 0)
  return kr > 0 ? kr : undefined
}

interface Standing {
  fromStage: Stage
  toStage: Stage
  fromState: State
  toState: State
}

/** A decision about frames moves no initiative: both ends are the same, and nobody's. */
const nothingMoves: Standing = {
  fromStage: 'prioritisation',
  toStage: 'prioritisation',
  fromState: 'active',
  toState: 'active',
}

/** Where the initiative stood the day of the decision, and after it. */
function standingAt({ stage, state, stageHistory = [] }: RegionInitiative, row: RegionDecision): Standing {
  const toState = row.moves && stateOf(row.moves.to)
  if (row.moves) {
    const fromStage = stageOf(row.moves.from)
    return {
      fromStage,
      toStage: toState ? fromStage : stageOf(row.moves.to),
      fromState: 'active',
      toState: toState ?? 'active',
    }
  }
  const later = stageHistory.find(({ date }) => date > row.date)
  const then = stageOf(later?.from ?? stage)
  const stateThen = later ? 'active' : (stateOf(state) ?? 'active')
  return { fromStage: then, toStage: then, fromState: stateThen, toState: stateThen }
}
