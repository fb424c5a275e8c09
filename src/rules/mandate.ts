/** Who may decide: the post with the mandate at the lowest level that covers everyone concerned. */
import type { Day, Person, Ref } from '#src/lists/columns.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Mandate, Matter } from '#src/lists/organisation.ts'
import { isWithin } from './calendar.ts'
import { concernedUnits } from './needs.ts'
import type { Decider, Refusal } from './refusal.ts'
import { administrationOf, administrationsOf, covers, depthOf, type UnitTree } from './tree.ts'

export interface MandateQuestion {
  matter: Matter
  initiative: Initiative
  mandates: readonly Mandate[]
  tree: UnitTree
  today: Day
  amountKr?: number
}

/** The right to decide: one post, or each concerned authority by itself (all must agree). */
export type DecidingRight =
  | { kind: 'one'; mandate: Mandate; decider: Decider }
  | { kind: 'all'; parties: { party: Ref; mandate: Mandate | undefined; decider: Decider | undefined }[] }
  | { kind: 'nobody'; refusal: Refusal }

/** Which mandates a scope lets in. Before BP2 nobody knows whether a need is shared. */
const scopeFits: Record<Mandate['scope'], (question: MandateQuestion, mandate: Mandate) => boolean> = {
  department: ({ matter, initiative }) => matter === 'BP1' || initiative.scope !== 'shared',
  administration: ({ matter, initiative }) => matter === 'BP1' || initiative.scope !== 'shared',
  own: ({ initiative }) => initiative.scope === 'own',
  shared: ({ initiative }) => initiative.scope === 'shared',
  any: () => true,
  portfolio: ({ initiative }, mandate) => mandate.portfolio?.key === initiative.portfolio.key,
  allPortfolios: () => true,
}

/** The right to decide this matter for this initiative. */
export function decidingRight(question: MandateQuestion): DecidingRight {
  const { matter, initiative, tree, amountKr } = question
  const fitting = question.mandates.filter(
    (m) => !m.archived && m.matter === matter && scopeFits[m.scope](question, m),
  )
  if (fitting.some((m) => m.needsAll)) return { kind: 'all', parties: partiesOf(question, fitting) }

  const chain = fitting
    .filter(
      (m) =>
        m.unit === undefined ||
        ownUnits(initiative, tree).every((unit) => covers(m.unit?.key ?? '', unit.key, tree)),
    )
    .toSorted((a, b) => depth(b, tree) - depth(a, tree))
  const enough = chain.filter((m) => amountKr === undefined || m.maxKr === undefined || amountKr <= m.maxKr)
  const largest = Math.max(0, ...chain.map((m) => m.maxKr ?? 0))
  if (chain.length > 0 && enough.length === 0)
    return { kind: 'nobody', refusal: { why: 'overAmount', amountKr: amountKr ?? 0, maxKr: largest } }
  const mandate = enough.find((m) => actorsOf(m, question).length > 0)
  if (!mandate) return { kind: 'nobody', refusal: { why: 'noMandate', matter } }
  return { kind: 'one', mandate, decider: deciderOf(mandate) }
}

/** The mandate by which a person may decide now, for the party when several decide; else why not. */
export function mandateOf(
  me: Person,
  question: MandateQuestion,
): { mandate: Mandate; party?: Ref; actingFor?: Person } | Refusal {
  const right = decidingRight(question)
  if (right.kind === 'nobody') return right.refusal
  if (isConflicted(me.id, question.initiative))
    return { why: 'conflictOfInterest', instead: decidersOf(right) }
  const rows = right.kind === 'one' ? [{ mandate: right.mandate, party: undefined }] : right.parties
  const orphan = right.kind === 'all' ? right.parties.find((p) => !p.mandate) : undefined
  if (orphan) return { why: 'noMandate', matter: question.matter, party: orphan.party }
  for (const { mandate, party } of rows) {
    if (!mandate || !actorsOf(mandate, question).includes(me.id)) continue
    const actingFor = mandate.holder.id === me.id ? undefined : mandate.holder
    return { mandate, ...(party && { party }), ...(actingFor && { actingFor }) }
  }
  return { why: 'notYourMandate', matter: question.matter, mayDecide: decidersOf(right) }
}

/** Everyone who may decide, as shown to whoever may not. */
export function decidersOf(right: DecidingRight): Decider[] {
  if (right.kind === 'one') return [right.decider]
  return right.kind === 'all' ? right.parties.flatMap((p) => p.decider ?? []) : []
}

export const isRefusal = <T extends object>(answer: T | Refusal): answer is Refusal => 'why' in answer

/** Units inside the initiative's own administration: others can't be bound by its mandates, and decide for themselves. */
function ownUnits(initiative: Initiative, tree: UnitTree): Ref[] {
  const home = initiative.unit && administrationOf(initiative.unit.key, tree)
  const asked = [...concernedUnits(initiative), ...(initiative.payer ? [initiative.payer] : [])]
  const inside = home ? asked.filter((unit) => covers(home.key, unit.key, tree)) : []
  return inside.length ? inside : initiative.unit ? [initiative.unit] : []
}

function partiesOf({ initiative, tree }: MandateQuestion, mandates: readonly Mandate[]) {
  return administrationsOf(concernedUnits(initiative), tree).map((unit) => {
    const mandate = mandates.find((m) => m.unit?.key === unit.key)
    const party = { key: unit.key, title: unit.title }
    return { party, mandate, decider: mandate && { ...deciderOf(mandate), party } }
  })
}

/** Entra ids of those who may use the mandate now: its holder, its stand-in on given dates, and the stand-in whenever the holder has a conflict of interest. */
function actorsOf(mandate: Mandate, { initiative, today }: MandateQuestion): string[] {
  const holderOut = isConflicted(mandate.holder.id, initiative)
  const standsIn =
    mandate.standIn &&
    (holderOut || hasDates(mandate)) &&
    (holderOut || isWithin(today, mandate.standInFrom, mandate.standInTo))
  const actors = [
    ...(holderOut ? [] : [mandate.holder.id]),
    ...(standsIn && mandate.standIn ? [mandate.standIn.id] : []),
  ]
  return actors.filter((id) => !isConflicted(id, initiative))
}

const hasDates = (mandate: Mandate) => mandate.standInFrom !== undefined || mandate.standInTo !== undefined

const isConflicted = (id: string, initiative: Initiative) =>
  (initiative.conflicted ?? []).some((p) => p.id === id)

const depth = (mandate: Mandate, tree: UnitTree) => (mandate.unit ? depthOf(mandate.unit.key, tree) : 0)

const deciderOf = (m: Mandate): Decider => ({
  post: m.title,
  holder: m.holder,
  ...(m.standIn && {
    standIn: {
      person: m.standIn,
      ...(m.standInFrom && { from: m.standInFrom }),
      ...(m.standInTo && { to: m.standInTo }),
    },
  }),
  ...(m.forum && { forum: m.forum }),
})
