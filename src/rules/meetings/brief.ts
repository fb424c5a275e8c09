/** What a director needs before a meeting that several administrations share: each matter, what it costs, and who stands where. */
import type { CostItem } from '#src/lists/businessCase.ts'
import type { Decision } from '#src/lists/decisions.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { AgendaItem } from '#src/lists/meetings.ts'
import type { Position } from '#src/lists/minutes.ts'
import type { Forum, PersonRow, Unit } from '#src/lists/organisation.ts'
import type { Portfolio } from '#src/lists/portfolios.ts'
import { costSum } from '../money/businessCase.ts'
import { type GateName, nextGate } from '../gates.ts'
import { processOf } from '../processes.ts'
import { administrationOf, covers, type UnitTree } from '../organisation/tree.ts'

export interface BriefFacts {
  /** The administration that the brief is for. */
  unit: string
  /** Of the meeting, in their order. */
  items: readonly AgendaItem[]
  positions: readonly Position[]
  /** With every column; those that the items are about. */
  initiatives: readonly Initiative[]
  costItems: readonly CostItem[]
  /** About the initiatives. */
  decisions: readonly Decision[]
  /** About the initiatives, in whatever forum. */
  said: readonly AgendaItem[]
  forums: readonly Forum[]
  portfolios: readonly Portfolio[]
  tree: UnitTree
}

export interface BriefMatter {
  item: AgendaItem
  initiative?: Initiative
  /** The gate that the initiative stands before, when the item is about one. */
  gate?: GateName
  position?: Position
  /** What the other administrations say. */
  others: Position[]
  /** Units that stand behind it: they give people, roll it out and pay to run it. */
  endorsed: { key: string; title: string; own: boolean }[]
  /** What other parties have decided about the same gate. */
  parties: Decision[]
  cost: BriefCost
  /** What forums inside the administration came to, the latest first. */
  said: AgendaItem[]
}

export interface BriefCost {
  projectKr?: number
  /** A coarse class, while nobody has counted. */
  lowKr?: number
  highKr?: number
  perYear: boolean
  runningKr?: number
  /** The administration's part of a shared initiative, in percent. */
  sharePercent?: number
}

/** Latest of what was said that is shown. */
const MOST_SAID = 3

/** Matters that somebody may have a view on; formalities are left out. */
const isMatter = ({ kind, initiative, proposal, question }: AgendaItem) =>
  kind !== 'formal' && (kind !== 'information' || Boolean(initiative ?? proposal ?? question))

export const briefMatters = (facts: BriefFacts): BriefMatter[] =>
  facts.items.filter(isMatter).map((item) => matterOf(item, facts))

function matterOf(item: AgendaItem, facts: BriefFacts): BriefMatter {
  const { unit, tree, positions, portfolios } = facts
  const initiative = facts.initiatives.find(({ key }) => key === item.initiative?.key)
  const stated = positions.filter((one) => !one.archived && one.item.key === item.key)
  const position = stated.find((one) => one.unit.key === unit)
  const gate =
    item.kind === 'gate' && initiative ? nextGate(initiative, processOf(initiative, portfolios)) : undefined
  const about = initiative?.key
  return {
    item,
    ...(initiative && { initiative }),
    ...(gate && { gate }),
    ...(position && { position }),
    others: stated.filter((one) => one !== position),
    endorsed: (initiative?.endorsements ?? []).map(({ unit: { key, title } }) => ({
      key,
      title,
      own: covers(unit, key, tree),
    })),
    parties: facts.decisions.filter(
      (d) => !d.archived && d.party && d.initiative?.key === about && about && d.matter === gate,
    ),
    cost: initiative ? costOf(initiative, facts) : { perYear: false },
    said: about === undefined ? [] : saidOf(about, facts),
  }
}

function costOf(initiative: Initiative, { costItems, unit }: BriefFacts): BriefCost {
  const { costLowKr, costHighKr, costPerYear, financingShares } = initiative
  const items = costItems.filter((cost) => cost.initiative.key === initiative.key)
  const { projectKr, runningKr } = costSum(items)
  const share = financingShares?.find(({ party }) => party.key === unit)
  return {
    ...(projectKr > 0
      ? { projectKr }
      : {
          ...(costLowKr !== undefined && { lowKr: costLowKr }),
          ...(costHighKr !== undefined && { highKr: costHighKr }),
        }),
    perYear: projectKr === 0 && costPerYear === true,
    ...(runningKr !== undefined && { runningKr }),
    ...(share && { sharePercent: share.percent }),
  }
}

/** Items of forums under the administration that came to something. */
function saidOf(about: string, { said, forums, unit, tree }: BriefFacts): AgendaItem[] {
  const own = new Set(
    forums.filter((forum) => forum.unit && covers(unit, forum.unit.key, tree)).map(({ key }) => key),
  )
  return said
    .filter(
      (item) =>
        !item.archived &&
        item.state === 'treated' &&
        item.initiative?.key === about &&
        own.has(item.forum.key) &&
        Boolean(item.outcome ?? item.answer),
    )
    .toSorted((a, b) => (b.decidedOn ?? '').localeCompare(a.decidedOn ?? ''))
    .slice(0, MOST_SAID)
}

/** The administrations that a person belongs to or heads, each once: the first is whose brief they read. */
export function administrationsOfPerson(
  person: string,
  { people, units, tree }: { people: readonly PersonRow[]; units: readonly Unit[]; tree: UnitTree },
): Unit[] {
  const places = [
    ...units.flatMap(({ key, head }) => (head?.id === person ? [key] : [])),
    ...people.flatMap(({ person: one, unit }) => (one.id === person && unit ? [unit.key] : [])),
  ]
  const found = places.flatMap((key) => administrationOf(key, tree) ?? [])
  return [...new Map(found.map((unit) => [unit.key, unit])).values()]
}
