/** Writes cost items, benefits, dependencies and receptions of an initiative: new, changed, archived or taken back. */
import * as v from 'valibot'
import { benefits, costItems, dependencies, type Dependency } from '#src/lists/businessCase.ts'
import type { Person, Ref } from '#src/lists/columns.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import type { List } from '#src/lists/list.ts'
import { receptions } from '#src/lists/receptions.ts'
import { faultsOf } from '#src/lists/validate.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import { readWholes, refuseNamed } from './initiatives/refuseCircle.ts'
import { circleThrough } from '#src/rules/initiatives/dependencies.ts'
import { isConfidential, refToOthers } from '#src/rules/initiatives/confidential.ts'
import { mergeChanges } from '#src/rules/initiatives/editing.ts'
import { Refused } from '#src/rules/refusal.ts'
import { receptionFaults } from '#src/rules/pictures/unitLoad.ts'
import { hasMoney, settleMoney } from './initiatives/moneyTrail.ts'
import { shortText } from './schemas.ts'
import { type Done, loadToPrepare, stamp, type Work } from './work.ts'

const values = v.record(v.string(), v.unknown())

/** `archived` among the values takes the row out of the business case, or back into it. */
export const saveRowArgs = v.strictObject({
  initiative: shortText,
  list: v.picklist(['costItems', 'benefits', 'dependencies', 'receptions']),
  /** The key of the row; of one that isn't there, the row is made. */
  row: shortText,
  /** New values by column; `null` empties. */
  values,
  /** The values of the same columns as the person saw them; none for a new row. */
  base: values,
})
type Args = v.InferOutput<typeof saveRowArgs>

const rowLists = { costItems, benefits, dependencies, receptions } satisfies Record<Args['list'], List>
const fixed = new Set(['key', 'initiative', 'changedBy', 'changedOn'])
const MOST_ATTEMPTS = 4

/** A row of any of the lists, as far as this file looks at it. */
interface Row {
  id: string
  version: string
  key: string
  initiative: Ref
  changedBy?: Person
  [field: string]: unknown
}

export async function saveRow(work: Work, args: Args): Promise<Done> {
  const initiative = await loadToPrepare(work, args.initiative)
  const mine = Object.fromEntries(Object.entries(args.values).filter(([name]) => !fixed.has(name)))
  const faults = faultsOf(rowLists[args.list], mine)
  if (faults.length > 0) throw new Refused({ why: 'invalid', problems: faults, of: rowLists[args.list].name })
  if (args.list === 'dependencies') {
    await refuseCircle(work, initiative, args.row, mine)
    await nameNeeded(work, mine)
  }

  const existing = await read(work, args, initiative)
  if (args.list === 'receptions') refuseImpossible({ ...existing, ...mine })
  const row = existing
    ? await change(work, args, { initiative, mine, existing })
    : await create(work, args, { initiative, mine })
  const trail = hasMoney(args.list)
    ? await settleMoney(work, args.list, row.key, isMine(work, row) && { values: mine, base: args.base })
    : []
  return { [args.list]: [row], ...(trail.length > 0 && { trail }) }
}

/** Only whoever wrote the row last says what stood there before: nobody makes it up. */
const isMine = ({ me }: Work, { changedBy }: Row) => changedBy?.id === me.id

/** The row, when there is one. One of another initiative is not reached through this one. */
async function read(work: Work, { list, row }: Args, initiative: Ref): Promise<Row | undefined> {
  const found = (await work.store.byKey<List>(rowLists[list], row)) as Row | undefined
  if (found && found.initiative.key !== initiative.key)
    throw new Refused({ why: 'notFound', what: list, key: row })
  return found
}

async function create(
  work: Work,
  args: Args,
  { initiative, mine }: { initiative: Ref; mine: Record<string, unknown> },
): Promise<Row> {
  const list: List = rowLists[args.list]
  const draft = {
    key: args.row,
    initiative: { key: initiative.key, title: initiative.title },
    ...mine,
    ...stamp(work),
  }
  const faults = faultsOf(list, draft, { whole: true })
  if (faults.length > 0) throw new Refused({ why: 'invalid', problems: faults, of: list.name })
  return (await work.store.create(list, draft)).item as unknown as Row
}

/** Of the columns asked about, the values given; a yes/no that nobody has answered is no. */
function answered({ list, values: asked, base }: Args, given: Record<string, unknown> = base) {
  const columns: List['columns'] = rowLists[list].columns
  return Object.fromEntries(
    Object.keys(asked).map((field) => [
      field,
      given[field] ?? (columns[field]?.kind === 'yesNo' ? false : undefined),
    ]),
  )
}

async function change(
  work: Work,
  args: Args,
  { initiative, mine, existing }: { initiative: Ref; mine: Record<string, unknown>; existing: Row },
): Promise<Row> {
  let row = existing
  for (let attempt = 1; ; attempt++) {
    const { write, conflicts } = mergeChanges({
      changes: mine,
      base: answered(args),
      now: answered(args, row),
    })
    if (conflicts.length > 0)
      throw new Refused({
        why: 'changedByOther',
        fields: conflicts,
        ...(row.changedBy && { by: row.changedBy }),
      })
    if (Object.keys(write).length === 0) return row
    // What this writes over has its own line in the history first, also when whoever wrote it was killed before that.
    if (hasMoney(args.list)) await settleMoney(work, args.list, row.key)
    try {
      const changed = await work.store.change<List>(rowLists[args.list], row, { ...write, ...stamp(work) })
      return changed as unknown as Row
    } catch (error) {
      if (!isChangedByOther(error) || attempt === MOST_ATTEMPTS) throw error
      row = (await read(work, args, initiative)) ?? row
    }
  }
}

function refuseImpossible(reception: Record<string, unknown>) {
  const problems = receptionFaults(reception)
  if (problems.length > 0) throw new Refused({ why: 'invalid', problems, of: receptions.name })
}

/** What is waited for is confidential: whoever reads this row may read no more than its number. */
async function nameNeeded(work: Work, mine: Record<string, unknown>) {
  const needs = mine.needs as Ref | null | undefined
  const needed = needs && (await work.store.byKey(initiatives, needs.key))
  if (!needed || !isConfidential(needed)) return
  mine.needs = refToOthers(needed)
  mine.title = needed.number
}

/** Initiatives that wait for each other in a ring would never start. */
async function refuseCircle(work: Work, initiative: Ref, row: string, mine: Record<string, unknown>) {
  const needs = mine.needs as Ref | null | undefined
  const opens = mine.settled === false || mine.archived === false
  if (!needs && !opens) return
  const all: Dependency[] = await work.store.all(dependencies)
  const before = all.find((d) => d.key === row)
  const now = { ...before, ...mine, key: row, initiative } as Dependency
  if (now.settled || now.archived || !now.needs) return
  await refuseNamed(
    work,
    circleThrough(now, [...all.filter((d) => d.key !== row), now], await readWholes(work)),
  )
}
