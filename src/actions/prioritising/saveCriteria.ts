/** What a forum ranks by: its criteria in order, what each step means, and what each weighs; saved as one. */
import * as v from 'valibot'
import type { Ref } from '#src/lists/columns.ts'
import { type Criterion, criteria, type CriterionDraft } from '#src/lists/prioritising.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import { same } from '#src/rules/initiatives/editing.ts'
import { preferences } from '#src/rules/prioritising/pairwise.ts'
import { type FieldConflict, Refused } from '#src/rules/refusal.ts'
import { MOST_SCORE } from '#src/rules/prioritising/scoring.ts'
import { criteriaFaults } from '#src/rules/prioritising/scoringFaults.ts'
import { keysOf, shortText } from '../schemas.ts'
import { type Done, stamp, type Work } from '../work.ts'
import { demandForum } from './forForum.ts'

/** Each criterion's row is a few reads and writes: more than these nobody weighs. */
const MOST_CRITERIA = 20

const criterionArg = v.strictObject({
  /** Of one that isn't there, it is made. */
  key: shortText,
  title: shortText,
  meaning: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(2000))),
  /** What 1, 2 … 5 mean; empty where nothing is said. */
  anchors: v.optional(v.pipe(v.array(v.pipe(v.string(), v.trim(), v.maxLength(500))), v.length(MOST_SCORE))),
  /** Share of 100. */
  weight: v.number(),
  /** Those it was found to matter more than, when weights come from comparing pairs. */
  compared: v.optional(
    v.array(v.strictObject({ less: shortText, preference: v.picklist(keysOf(preferences)) })),
  ),
})

export const saveCriteriaArgs = v.strictObject({
  forum: shortText,
  /** All of them, in their order. Those that the person saw (`seen`) and left out are put away. */
  criteria: v.pipe(v.array(criterionArg), v.maxLength(MOST_CRITERIA)),
})
type Args = v.InferOutput<typeof saveCriteriaArgs>

type Wanted = Pick<CriterionDraft, 'title' | 'place' | 'weight'> & {
  meaning: string | null
  anchors: string[] | null
  compared: NonNullable<CriterionDraft['compared']> | null
  archived: boolean
}

const MOST_ATTEMPTS = 4

export async function saveCriteria(work: Work, args: Args): Promise<Done> {
  const forum = await demandForum(work, 'weigh', args.forum)
  const [fault] = criteriaFaults(args.criteria)
  if (fault) throw new Refused({ why: 'scoring', scoring: fault })
  const before = await ofForum(work, forum.key)
  const wanted = wantedOf(work, args, before)
  refuseUnseen(work, wanted, before)
  const about = { key: forum.key, title: forum.title }
  const rows = new Map(before.map((row) => [row.key, row]))
  for (const [key, values] of wanted)
    await save(work, values, rows.get(key) ?? (await make(work, key, values, about)))
  return { criteria: (await ofForum(work, forum.key)).filter(({ key }) => wanted.has(key)) }
}

const ofForum = ({ store }: Work, forum: string) => store.where(criteria, { column: 'forum', value: forum })

function wantedOf({ seen }: Work, { criteria: given }: Args, before: readonly Criterion[]) {
  const wanted = new Map<string, Wanted>()
  for (const [i, one] of given.entries())
    wanted.set(one.key, {
      title: one.title,
      weight: one.weight,
      place: i + 1,
      meaning: one.meaning || null,
      anchors: one.anchors?.some((text) => text !== '') ? one.anchors : null,
      compared: one.compared?.length ? one.compared : null,
      archived: false,
    })
  for (const row of before)
    if (seen[row.key] !== undefined && !wanted.has(row.key))
      wanted.set(row.key, { ...valuesOf(row), archived: true })
  return wanted
}

const valuesOf = (row: Criterion): Wanted => ({
  title: row.title,
  weight: row.weight,
  place: row.place,
  meaning: row.meaning ?? null,
  anchors: row.anchors ?? null,
  compared: row.compared ?? null,
  archived: row.archived ?? false,
})

/** Weights stand against each other: what somebody else has changed, added or put away since would make another whole of them. */
function refuseUnseen({ seen }: Work, wanted: ReadonlyMap<string, Wanted>, before: readonly Criterion[]) {
  for (const row of before) {
    const mine = wanted.get(row.key)
    if (seen[row.key] === row.version) continue
    const fields = mine ? conflictsOf(row, mine) : row.archived ? [] : conflictsOf(row)
    if (fields.length > 0)
      throw new Refused({
        why: 'changedByOther',
        fields,
        of: criteria.name,
        ...(row.changedBy && { by: row.changedBy }),
      })
  }
}

/** Fields by the criterion's title, as they stand and as they were meant. */
function conflictsOf(row: Criterion, mine?: Wanted): FieldConflict[] {
  const theirs = valuesOf(row)
  if (!mine) return [{ field: `${row.title} weight`, mine: null, theirs: row.weight }]
  return (Object.keys(mine) as (keyof Wanted)[])
    .filter((field) => !same(mine[field], theirs[field]))
    .map((field) => ({ field: `${row.title} ${field}`, mine: mine[field], theirs: theirs[field] }))
}

async function make(work: Work, key: string, values: Wanted, forum: Ref): Promise<Criterion> {
  const { meaning, anchors, compared, ...rest } = values
  const { item } = await work.store.create(criteria, {
    key,
    forum,
    ...rest,
    ...(meaning !== null && { meaning }),
    ...(anchors && { anchors }),
    ...(compared && { compared }),
    ...stamp(work),
  })
  if (item.forum.key !== forum.key) throw new Refused({ why: 'notFound', what: 'criteria', key })
  return item
}

async function save(work: Work, values: Wanted, before: Criterion) {
  let row = before
  for (let attempt = 1; !same(valuesOf(row), values); attempt++) {
    try {
      row = await work.store.change(criteria, row, { ...values, ...stamp(work) })
    } catch (error) {
      if (!isChangedByOther(error) || attempt === MOST_ATTEMPTS) throw error
      const { changedBy } = (row = await work.store.again(criteria, row))
      if (changedBy && changedBy.id !== work.me.id)
        throw new Refused({
          why: 'changedByOther',
          fields: conflictsOf(row, values),
          of: criteria.name,
          by: changedBy,
        })
    }
  }
}
