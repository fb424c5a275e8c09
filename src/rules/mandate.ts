/** Who may decide: the post with the mandate at the lowest level that covers everyone concerned. */
import type { Day, Person, Ref } from '#src/lists/columns.ts'
import { type DecisionMatter, decisionMatters } from '#src/lists/decisions.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Mandate, Matter } from '#src/lists/organisation.ts'
import { isWithin } from './calendar.ts'
import { type Need, scopeOf, unitsAsked } from './needs.ts'
import type { Decider, Refusal } from './refusal.ts'
import { administrationOf, administrationsOf, covers, depthOf, type UnitTree } from './tree.ts'

export interface MandateQuestion {
  matter: Matter
  initiative: Initiative
  mandates: readonly Mandate[]
  tree: UnitTree
  today: Day
  amountKr?: number
  /** Keys of the parties that have decided already: whoever stands in for several goes on with the next. */
  decided?: readonly string[]
}

/** The right to decide: one post, or each concerned authority by itself (all must agree). */
export type DecidingRight =
  | { kind: 'one'; mandate: Mandate; decider: Decider }
  | { kind: 'all'; parties: { party: Ref; mandate: Mandate | undefined; decider: Decider | undefined }[] }
  | { kind: 'nobody'; refusal: Refusal }

/** Which mandates a scope lets in. Before BP2 nobody knows whether a need is shared. */
const scopeFits: Record<Mandate['scope'], (question: MandateQuestion, mandate: Mandate) => boolean> = {
  department: (q) => q.matter === 'BP1' || (isOwn(q) && q.initiative.payer !== undefined),
  administration: (q) => q.matter === 'BP1' || isOwn(q),
  own: (q) => isOwn(q),
  shared: (q) => scopeOf(q.initiative, q.tree) === 'shared',
  any: () => true,
  portfolio: ({ initiative }, mandate) => mandate.portfolio?.key === initiative.portfolio.key,
  allPortfolios: () => true,
}

/** The right to decide this matter for this initiative. */
export function decidingRight(question: MandateQuestion): DecidingRight {
  const { matter, tree, amountKr } = question
  const fitting = question.mandates.filter(
    (m) => !m.archived && m.matter === matter && scopeFits[m.scope](question, m),
  )
  if (fitting.some((m) => m.needsAll)) return { kind: 'all', parties: partyRights(question, fitting) }

  const chain = fitting
    .filter((m) => m.unit === undefined || coversAll(m.unit, question))
    .toSorted((a, b) => depth(b, tree) - depth(a, tree))
  const enough = chain.filter((m) => isEnough(m, amountKr))
  const largest = Math.max(0, ...chain.map((m) => m.maxKr ?? 0))
  if (chain.length > 0 && enough.length === 0)
    return { kind: 'nobody', refusal: { why: 'overAmount', amountKr: amountKr ?? 0, maxKr: largest } }
  for (const mandate of enough) {
    const decider = deciderOf(mandate, question)
    if (decider) return { kind: 'one', mandate, decider }
  }
  return { kind: 'nobody', refusal: nobody(question) }
}

/** The mandate by which a person may decide now, for the party when several decide; else why not. */
export function mandateOf(
  me: Person,
  question: MandateQuestion,
): { mandate: Mandate; party?: Ref; actingFor?: Person } | Refusal {
  const { matter, amountKr, decided = [] } = question
  const right = decidingRight(question)
  const isUnclear = right.kind === 'nobody' && right.refusal.why !== 'noMandate'
  if (isConflicted(me.id, question.initiative) && !isUnclear)
    return { why: 'conflictOfInterest', instead: decidersOf(right) }
  if (right.kind === 'nobody') return right.refusal
  const orphan = right.kind === 'all' ? right.parties.find((p) => !p.mandate) : undefined
  if (orphan) return { why: 'noMandate', matter, party: orphan.party }

  const rows = right.kind === 'one' ? [{ mandate: right.mandate, party: undefined }] : right.parties
  const mine = rows.filter(({ mandate }) => mandate && actorsOf(mandate, question).includes(me.id))
  const { mandate, party } = mine.find((row) => !decided.includes(row.party?.key ?? '')) ?? mine[0] ?? {}
  if (!mandate) return { why: 'notYourMandate', matter, mayDecide: decidersOf(right) }
  if (!isEnough(mandate, amountKr))
    return { why: 'overAmount', amountKr: amountKr ?? 0, maxKr: mandate.maxKr ?? 0 }
  const actingFor = mandate.holder.id === me.id ? undefined : mandate.holder
  return { mandate, ...(party && { party }), ...(actingFor && { actingFor }) }
}

/** The authorities that each decide for themselves in a joint matter. */
export const partiesOf = (initiative: Initiative, tree: UnitTree): Ref[] =>
  administrationsOf(unitsAsked(initiative), tree).map(({ key, title }) => ({ key, title }))

/** Everyone who may decide, as shown to whoever may not. */
export function decidersOf(right: DecidingRight): Decider[] {
  if (right.kind === 'one') return [right.decider]
  return right.kind === 'all' ? right.parties.flatMap((p) => p.decider ?? []) : []
}

export const isRefusal = <T extends object>(answer: T | Refusal): answer is Refusal => 'why' in answer

/** Nobody may decide: because nobody knows yet whom it concerns, or because no post has the mandate. */
function nobody({ matter, initiative, mandates }: MandateQuestion): Refusal {
  const rows = mandates.filter((m) => !m.archived && m.matter === matter)
  const unknown: Need[] = [
    ...(!initiative.unit && rows.some((m) => m.unit) ? ['unit' as const] : []),
    ...(!initiative.scope && matter !== 'BP1' && rows.some((m) => byScope.has(m.scope))
      ? ['scope' as const]
      : []),
  ]
  if (unknown.length === 0) return { why: 'noMandate', matter }
  const asked = Object.hasOwn(decisionMatters, matter) ? (matter as DecisionMatter) : 'state'
  return { why: 'missing', matter: asked, needs: unknown }
}

const byScope = new Set<Mandate['scope']>(['department', 'administration', 'own', 'shared'])

const isOwn = ({ initiative, tree }: MandateQuestion) => scopeOf(initiative, tree) === 'own'

const isEnough = (mandate: Mandate, amountKr: number | undefined) =>
  amountKr === undefined || mandate.maxKr === undefined || amountKr <= mandate.maxKr

/** Whether a unit stands over everyone asked. An initiative that no unit has taken as its own is under nobody's mandate. */
function coversAll(over: Ref, { matter, initiative, tree }: MandateQuestion): boolean {
  if (!initiative.unit) return false
  const asked = unitsAsked(initiative).filter((unit) => tree.get(unit.key)?.kind !== 'external')
  // At BP1 nobody knows yet whom else it concerns: the administration that asks decides for its own part.
  const home = matter === 'BP1' ? administrationOf(initiative.unit.key, tree) : undefined
  const own = home ? asked.filter((unit) => covers(home.key, unit.key, tree)) : asked
  return own.length > 0 && own.every((unit) => covers(over.key, unit.key, tree))
}

function partyRights(question: MandateQuestion, mandates: readonly Mandate[]) {
  return partiesOf(question.initiative, question.tree).map((party) => {
    const held = mandates.filter((m) => m.unit?.key === party.key)
    const mandate = held.find((m) => isEnough(m, question.amountKr) && deciderOf(m, question)) ?? held[0]
    const decider = mandate && deciderOf(mandate, question)
    return { party, mandate, decider: decider && { ...decider, party } }
  })
}

/** Entra ids of those who may use the mandate now: its holder, its stand-in on given dates, and the stand-in whenever the holder has a conflict of interest. */
function actorsOf(mandate: Mandate, { initiative, today }: MandateQuestion): string[] {
  const { holder, standIn, standInFrom, standInTo } = mandate
  const holderOut = isConflicted(holder.id, initiative)
  const standsIn = holderOut || (hasDates(mandate) && isWithin(today, standInFrom, standInTo))
  return [...(holderOut ? [] : [holder.id]), ...(standIn && standsIn ? [standIn.id] : [])].filter(
    (id) => !isConflicted(id, initiative),
  )
}

const hasDates = (mandate: Mandate) => mandate.standInFrom !== undefined || mandate.standInTo !== undefined

const isConflicted = (id: string, initiative: Initiative) =>
  (initiative.conflicted ?? []).some((p) => p.id === id)

const depth = (mandate: Mandate, tree: UnitTree) => (mandate.unit ? depthOf(mandate.unit.key, tree) : 0)

/** The post with whoever may decide for it; nobody when holder and stand-in both have a conflict of interest. */
function deciderOf(m: Mandate, { initiative }: MandateQuestion): Decider | undefined {
  const base = { post: m.title, ...(m.forum && { forum: m.forum }) }
  const standIn = m.standIn && !isConflicted(m.standIn.id, initiative) ? m.standIn : undefined
  if (isConflicted(m.holder.id, initiative)) return standIn && { ...base, holder: standIn }
  return {
    ...base,
    holder: m.holder,
    ...(standIn && {
      standIn: {
        person: standIn,
        ...(m.standInFrom && { from: m.standInFrom }),
        ...(m.standInTo && { to: m.standInTo }),
      },
    }),
  }
}
