/** Needs that belong on an agenda: gates that wait for the forum, what is new or has moved, and what has stood still. */
import type { Ref } from '#src/lists/columns.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Matter } from '#src/lists/organisation.ts'
import { about, compareNumbers } from './agendaCommon.ts'
import type { AgendaFacts, Because, Found } from './agendaFacts.ts'
import { type AgendaView, mattersHere, takesFurther } from './agendaView.ts'
import { daysBetween } from '../calendar.ts'
import { raisedTo } from '../deciding/escalation.ts'
import { lacksOf } from '../needs/funnel.ts'
import { type GateName, nextGate } from '../gates.ts'
import { decidingRight } from '../mandate.ts'
import { stageOfNeeded } from '../needs/mergedStage.ts'
import { unitsAsked } from '../needs.ts'
import { isStarted, processOf } from '../processes.ts'
import { covers } from '../organisation/tree.ts'
import { STALLED_DAYS } from '../reminding/waiting.ts'

/** What has been raised here, what is decided after consultation here and lacks nothing that is known, what waits for money. */
export function waitingGates(facts: AgendaFacts, view: AgendaView): Found[] {
  const { initiatives, portfolios, dependencies, tree, forum } = facts
  const waitsFor = Map.groupBy(dependencies, (d) => d.initiative.key)
  const byKey = new Map(initiatives.map((i) => [i.key, i]))
  const raised = raisedHere(facts)
  return initiatives
    .flatMap((initiative): { initiative: Initiative; days: number; found: Found }[] => {
      if (!isWaiting(initiative, facts)) return []
      const process = processOf(initiative, portfolios)
      const gate = nextGate(initiative, process)
      if (!gate) return []
      const days = daysIn(initiative, facts)
      const found = (because: Because, cause = `gate/${initiative.key}/${gate}`) => {
        const arose = initiative.stageSince && { arose: initiative.stageSince }
        return [{ initiative, days, found: { ...about(initiative), cause, because, ...arose } }]
      }
      const from = raised.get(`${initiative.key} ${gate}`)
      if (from) return found({ why: 'raised', gate, day: from })
      const right = mattersHere(view, gate).map((matter) => decidersOf(initiative, matter, facts))
      const isOurs = right.some(({ forums }) => forums.some(({ key }) => key === forum.key))
      const elsewhere = isOurs ? undefined : right.find(({ together }) => together)?.forums[0]
      if (!isOurs && !(elsewhere && isPreparedHere(initiative, facts, view))) return []
      const lacks = lacksOf(initiative, {
        process,
        tree,
        dependencies: (waitsFor.get(initiative.key) ?? []).map((d) => ({
          ...d,
          ...stageOfNeeded(d.needs, (key) => byKey.get(key)),
        })),
      })
      if (!lacks) return []
      if (lacks.sure > 0)
        return lacks.sure === 1 && waitsForMoney(initiative, gate, view)
          ? found({ why: 'financing', gate }, `financing/${initiative.key}`)
          : []
      const waited = days > 0 ? { days } : {}
      if (elsewhere) return found({ why: 'gateElsewhere', gate, forum: elsewhere.title })
      return lacks.unsure > 0
        ? found({ why: 'gateUnsure', gate, count: lacks.unsure, ...waited })
        : found({ why: 'gate', gate, ...waited })
    })
    .toSorted((a, b) => b.days - a.days || compareNumbers(a.initiative.number, b.initiative.number))
    .map(({ found }) => found)
}

/** Handed in or moved since the last meeting, elsewhere than at our own; newest last. */
export function newNeeds(facts: AgendaFacts, view: AgendaView): Found[] {
  return facts.initiatives
    .filter((i) => isBefore(i, facts) && view.owns(i) && takesFurther(view, i, facts))
    .flatMap((initiative): Found[] => {
      const { key, stage, stageSince, state } = initiative
      const move = view.moves.get(key)
      if (move) {
        const { fromStage, toStage, fromState, toState, decidedOn: day } = move
        const because: Because =
          fromState === toState
            ? { why: 'moved', from: fromStage, to: toStage, day }
            : { why: 'stateChanged', from: fromState, to: toState, day }
        return [{ ...about(initiative), cause: `moved/${move.key}`, because, arose: day }]
      }
      const isNew = state === 'active' && stageSince !== undefined && stageSince >= view.since
      if (!isNew || initiative.lastDecision) return []
      return [
        {
          ...about(initiative),
          cause: `need/${key}`,
          because: {
            why: 'newNeed',
            stage,
            day: stageSince,
            ...(initiative.unit && { unit: initiative.unit.title }),
          },
          arose: stageSince,
        },
      ]
    })
    .toSorted((a, b) => (a.arose ?? '').localeCompare(b.arose ?? '') || a.title.localeCompare(b.title, 'sv'))
}

/** Nobody has moved it for long; told again each time as long again has passed. The longest first. */
export function stalledNeeds(facts: AgendaFacts, view: AgendaView): Found[] {
  return facts.initiatives
    .filter((i) => isWaiting(i, facts) && view.owns(i) && takesFurther(view, i, facts))
    .flatMap((initiative) => {
      const days = daysIn(initiative, facts)
      const times = Math.floor(days / STALLED_DAYS)
      return times > 0 ? [{ initiative, days, times }] : []
    })
    .toSorted((a, b) => b.days - a.days || compareNumbers(a.initiative.number, b.initiative.number))
    .map(({ initiative, days, times }) => ({
      ...about(initiative),
      cause: `stalled/${initiative.key}/${initiative.stageSince}/${times}`,
      because: { why: 'stalled', stage: initiative.stage, days },
    }))
}

/** A need on its way, whose work hasn't begun. */
const isBefore = (initiative: Initiative, { portfolios }: AgendaFacts) =>
  !initiative.external &&
  !initiative.archived &&
  initiative.state !== 'merged' &&
  initiative.stage !== 'closed' &&
  !isStarted(initiative.stage, processOf(initiative, portfolios))

const isWaiting = (initiative: Initiative, facts: AgendaFacts) =>
  initiative.state === 'active' && isBefore(initiative, facts)

const daysIn = ({ stageSince }: Initiative, { today }: AgendaFacts) =>
  stageSince === undefined ? 0 : Math.max(0, daysBetween(stageSince, today))

/** Forums that the posts which decide the matter consult, and whether several authorities must agree. */
function decidersOf(initiative: Initiative, matter: Matter, { mandates, tree, today }: AgendaFacts) {
  const right = decidingRight({ matter, initiative, mandates, tree, today })
  const posts =
    right.kind === 'one'
      ? right.posts
      : right.kind === 'all'
        ? right.parties.flatMap((party) => party.posts)
        : []
  return {
    forums: posts.flatMap(({ mandate }): Ref[] => (mandate.forum ? [mandate.forum] : [])),
    together: right.kind === 'all',
  }
}

/** An administration's forum weighs what it will say where several administrations decide together. */
const isPreparedHere = (initiative: Initiative, { forum, tree }: AgendaFacts, { scope }: AgendaView) =>
  scope === 'administration' &&
  unitsAsked(initiative).some(({ key }) => forum.unit !== undefined && covers(forum.unit.key, key, tree))

/** All is there but the money, and the post that grants it asks here first. */
const waitsForMoney = ({ financing }: Initiative, gate: GateName, { matters }: AgendaView) =>
  gate === 'BP4' && financing === undefined && matters.has('financing' satisfies Matter)

/** The day each gate was raised to this forum, by initiative and gate; only those that still lie here. */
function raisedHere({ decisions, forum }: AgendaFacts): Map<string, string> {
  const asked = decisions.filter((d) => d.raisedTo?.key === forum.key && d.initiative)
  const keys = new Set(asked.map(({ initiative }) => initiative?.key))
  const about = Map.groupBy(
    decisions.filter(({ initiative }) => keys.has(initiative?.key)),
    ({ initiative }) => initiative?.key,
  )
  return new Map(
    asked.flatMap(({ initiative, matter, decidedOn }) =>
      raisedTo(about.get(initiative?.key) ?? [], matter)?.key === forum.key
        ? [[`${initiative?.key} ${matter}`, decidedOn] as const]
        : [],
    ),
  )
}
