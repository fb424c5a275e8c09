/** Who may decide: the post with the mandate at the lowest level that covers everyone concerned. */
import type { Day, Person, Ref } from '#src/lists/columns.ts'
import { type DecisionMatter, decisionMatters } from '#src/lists/decisions.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { type Mandate, type Matter, type Role, roles } from '#src/lists/organisation.ts'
import { isWithin } from './calendar.ts'
import { type Need, scopeOf, unitsAsked } from './needs.ts'
import type { Decider, Refusal } from './refusal.ts'
import { administrationOf, administrationsOf, covers, depthOf, type UnitTree } from './organisation/tree.ts'

export interface MandateQuestion {
  matter: Matter
  initiative: Initiative
  mandates: readonly Mandate[]
  tree: UnitTree
  today: Day
  amountKr?: number
  /** The forum it has been raised to (`raisedTo` in escalation.ts). */
  raisedTo?: Ref | undefined
  /** Keys of the parties that have decided already: whoever stands in for several goes on with the next. */
  decided?: readonly string[]
}

/** A post that may decide now, with the mandate it has. */
export interface Post {
  mandate: Mandate
  decider: Decider
}

/** The right to decide: any one of equal posts, or each concerned authority by itself (all must agree). */
export type DecidingRight =
  | { kind: 'one'; posts: Post[] }
  | { kind: 'all'; parties: { party: Ref; posts: Post[] }[] }
  | { kind: 'nobody'; refusal: Refusal }

/** Matters that a role in the initiative itself decides, before any post: the project's owner its end, the effect owner its effects. */
export const decidingRoles = {
  projectEnd: 'projectOwner',
  effects: 'effectOwner',
} as const satisfies Partial<Record<Matter, keyof Initiative & Role>>

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
  const { tree, amountKr } = question
  const role = roleMandate(question)
  const byRole = role && postOf(role, question)
  if (byRole) return { kind: 'one', posts: [byRole] }
  const fitting = question.mandates.filter((m) => isAsked(m, question) && scopeFits[m.scope](question, m))
  if (fitting.some((m) => m.needsAll)) return { kind: 'all', parties: partyRights(question, fitting) }

  const chain = fitting.filter((m) => m.unit === undefined || coversAll(m.unit, question))
  const enough = chain.filter((m) => isEnough(m, amountKr))
  const largest = Math.max(0, ...chain.map((m) => m.maxKr ?? 0))
  if (chain.length > 0 && enough.length === 0)
    return { kind: 'nobody', refusal: { why: 'overAmount', amountKr: amountKr ?? 0, maxKr: largest } }
  const levels = [...new Set(enough.map((m) => depth(m, tree)))].toSorted((a, b) => b - a)
  for (const level of levels) {
    const posts = enough.filter((m) => depth(m, tree) === level).flatMap((m) => postOf(m, question) ?? [])
    if (posts.length > 0) return { kind: 'one', posts }
  }
  return { kind: 'nobody', refusal: nobody(question) }
}

/** The mandate by which a person may decide now, for the party when several decide; else why not. */
export function mandateOf(
  me: Person,
  question: MandateQuestion,
): { mandate: Mandate; party?: Ref; actingFor?: Person } | Refusal {
  const { amountKr, decided = [] } = question
  const matter = matterAsked(question)
  const right = decidingRight(question)
  const isUnclear = right.kind === 'nobody' && right.refusal.why !== 'noMandate'
  if (isConflicted(me.id, question.initiative) && !isUnclear)
    return { why: 'conflictOfInterest', instead: decidersOf(right) }
  if (right.kind === 'nobody') return right.refusal
  const orphan = right.kind === 'all' ? right.parties.find((p) => p.posts.length === 0) : undefined
  if (orphan) return { why: 'noMandate', matter, party: orphan.party }

  const rows =
    right.kind === 'one'
      ? right.posts.map(({ mandate }) => ({ mandate, party: undefined }))
      : right.parties.flatMap(({ party, posts }) => posts.map(({ mandate }) => ({ mandate, party })))
  const mine = rows.filter(({ mandate }) => actorsOf(mandate, question).includes(me.id))
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
  if (right.kind === 'nobody') return []
  const posts = right.kind === 'one' ? right.posts : right.parties.flatMap((p) => p.posts)
  return posts.map(({ decider }) => decider)
}

export const isRefusal = <T extends object>(answer: T | Refusal): answer is Refusal => 'why' in answer

/** Whether a mandate is for what is asked: the matter itself, or what has been raised to its forum. */
const isAsked = (m: Mandate, question: MandateQuestion) =>
  !m.archived &&
  m.matter === matterAsked(question) &&
  (question.raisedTo === undefined || m.forum?.key === question.raisedTo.key)

const matterAsked = ({ matter, raisedTo }: MandateQuestion): Matter => (raisedTo ? 'escalation' : matter)

/** The right that a role in the initiative gives whoever holds it, as a mandate. */
function roleMandate({ matter, initiative, raisedTo }: MandateQuestion): Mandate | undefined {
  if (raisedTo || !Object.hasOwn(decidingRoles, matter)) return undefined
  const role = decidingRoles[matter as keyof typeof decidingRoles]
  const holder = initiative[role]
  const key = `role/${role}`
  return (
    holder && {
      key,
      id: key,
      version: '',
      title: roles[role],
      holder,
      matter,
      scope: 'any',
      kind: 'execution',
    }
  )
}

/** Nobody may decide: because nobody knows yet whom it concerns, or because no post has the mandate. */
function nobody(question: MandateQuestion): Refusal {
  const { matter, initiative } = question
  const rows = question.mandates.filter((m) => isAsked(m, question))
  const unknown: Need[] = [
    ...(!initiative.unit && rows.some((m) => m.unit) ? ['unit' as const] : []),
    ...(!initiative.scope && matter !== 'BP1' && rows.some((m) => byScope.has(m.scope))
      ? ['scope' as const]
      : []),
  ]
  if (unknown.length === 0) return { why: 'noMandate', matter: matterAsked(question) }
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
    const held = mandates
      .filter((m) => m.unit?.key === party.key)
      .flatMap((m) => postOf(m, question) ?? [])
      .map(({ mandate, decider }) => ({ mandate, decider: { ...decider, party } }))
    const enough = held.filter(({ mandate }) => isEnough(mandate, question.amountKr))
    return { party, posts: enough.length > 0 ? enough : held }
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

/** One portfolio is a lower level than all of them. */
const depth = ({ unit, scope }: Mandate, tree: UnitTree) =>
  unit ? depthOf(unit.key, tree) : scope === 'portfolio' ? 1 : 0

/** The post with whoever may decide for it; nobody when holder and stand-in both have a conflict of interest. */
function postOf(mandate: Mandate, { initiative }: MandateQuestion): Post | undefined {
  const { holder, title, forum, standInFrom: from, standInTo: to } = mandate
  const standIn =
    mandate.standIn && !isConflicted(mandate.standIn.id, initiative) ? mandate.standIn : undefined
  const base = { post: title, ...(forum && { forum }) }
  if (isConflicted(holder.id, initiative))
    return standIn && { mandate, decider: { ...base, holder: standIn } }
  const dates = { ...(from && { from }), ...(to && { to }) }
  return {
    mandate,
    decider: { ...base, holder, ...(standIn && { standIn: { person: standIn, ...dates } }) },
  }
}
