/** One's own scores for a forum: given, changed and taken back. What others have given stays as it is. */
import * as v from 'valibot'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { type Criterion, criteria, type Score, scores } from '#src/lists/prioritising.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import { mergeChanges } from '#src/rules/initiatives/editing.ts'
import { Refused } from '#src/rules/refusal.ts'
import { MOST_SCORES } from '#src/rules/prioritising/scoring.ts'
import { isStep } from '#src/rules/prioritising/scoringFaults.ts'
import { refOf } from '../meetings/place.ts'
import { shortText } from '../schemas.ts'
import { type Done, stamp, type Work } from '../work.ts'
import { demandForum } from './forForum.ts'

const reason = v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(4000)))

const scoreArg = v.strictObject({
  initiative: shortText,
  criterion: shortText,
  /** 1–5; nothing takes the score back. */
  value: v.nullable(v.number()),
  /** As it stands when it isn't named; nothing empties it. */
  reason: v.optional(reason),
  /** The same as the person saw them. */
  base: v.strictObject({ value: v.nullable(v.number()), reason: v.optional(reason) }),
})
type Given = v.InferOutput<typeof scoreArg>

export const saveScoresArgs = v.strictObject({
  forum: shortText,
  scores: v.pipe(v.array(scoreArg), v.minLength(1), v.maxLength(MOST_SCORES)),
})
type Args = v.InferOutput<typeof saveScoresArgs>

const MOST_ATTEMPTS = 6
/** Claims are asked for one by one up to here; beyond it all that the person has given is read. */
const FEW = 20

/** Unique: by whom, of what, on what. */
const claimOf = ({ me }: Work, { criterion, initiative }: Pick<Given, 'criterion' | 'initiative'>) =>
  `${criterion}/${initiative}/${me.id}`

export async function saveScores(work: Work, args: Args): Promise<Done> {
  const off = args.scores.find(({ value }) => value !== null && !isStep(value))
  if (off) throw new Refused({ why: 'scoring', scoring: { fault: 'notAStep', value: off.value ?? 0 } })
  const forum = await demandForum(work, 'score', args.forum)
  const [byCriterion, byInitiative] = await Promise.all([
    readCriteria(work, args, forum.key),
    readInitiatives(work, args),
  ])
  const claims = new Map(args.scores.map((given) => [claimOf(work, given), given]))
  for (let attempt = 1; ; attempt++) {
    const held = await readHeld(work, [...claims.keys()])
    const left = [...claims].flatMap(([claim, given]) => step(work, claim, given, held.get(claim)))
    const conflicts = left.flatMap((one) => one.conflicts)
    if (conflicts.length > 0)
      throw new Refused({ why: 'changedByOther', fields: conflicts, of: scores.name, by: work.me })
    if (left.length === 0) return { scores: [...held.values()] }
    if (attempt > MOST_ATTEMPTS) throw new Refused({ why: 'unavailable' })
    const fresh = left.filter(({ row }) => row === undefined)
    if (fresh.length > 0)
      await work.store.createMany(
        scores,
        fresh.map(({ claim, given, write }) => {
          const criterion = byCriterion.get(given.criterion) as Criterion
          return {
            key: claim,
            claim,
            title: criterion.title,
            initiative: refOf(byInitiative.get(given.initiative) as Initiative),
            criterion: refOf(criterion),
            forum: refOf(forum),
            value: given.value ?? 0,
            by: work.me,
            on: work.today,
            ...(typeof write.reason === 'string' && { reason: write.reason }),
            ...stamp(work),
          }
        }),
      )
    const answers = await work.store.changeMany(
      scores,
      left.flatMap(({ row, write }) =>
        row ? [{ item: row, changes: { ...write, on: work.today, ...stamp(work) } }] : [],
      ),
    )
    // What another window changed meanwhile is read and judged again.
    const failed = answers.find((answer) => answer && !isChangedByOther(answer))
    if (failed) throw failed
  }
}

/** What is still to be written of a score: nothing when it stands there as it was meant. */
function step(work: Work, claim: string, given: Given, row: Score | undefined) {
  const now = row && !row.archived ? { value: row.value, reason: row.reason ?? null } : empty
  const asked = given.value === null || given.reason === undefined ? {} : { reason: given.reason || null }
  const { write, conflicts } = mergeChanges({
    changes: { value: given.value, ...asked },
    base: { value: given.base.value, reason: given.base.reason || null },
    now,
  })
  if (Object.keys(write).length === 0 && conflicts.length === 0) return []
  const changes: Changes =
    given.value === null
      ? { archived: true }
      : {
          value: given.value,
          ...(('reason' in write || row?.archived) && { reason: asked.reason ?? null }),
          ...(row?.archived && { archived: false }),
        }
  return [{ claim, given, row, write: changes, conflicts }]
}

interface Changes {
  value?: number
  reason?: string | null
  archived?: boolean
}

const empty = { value: null, reason: null }

async function readHeld({ store, me }: Work, claims: readonly string[]): Promise<Map<string, Score>> {
  const found =
    claims.length <= FEW
      ? (await store.whereIn([{ list: scores, column: 'claim', values: claims }]))[0]
      : await store.where(scores, { column: 'by', value: me.id })
  const asked = new Set(claims)
  return new Map(found.filter(({ claim }) => asked.has(claim)).map((row) => [row.claim, row]))
}

/** Throws Refused for a criterion of another forum, or one that has been put away. */
async function readCriteria({ store }: Work, args: Args, forum: string): Promise<Map<string, Criterion>> {
  const rows = await store.where(criteria, { column: 'forum', value: forum })
  const known = new Map(rows.map((row) => [row.key, row]))
  for (const { criterion: key } of args.scores) {
    const criterion = known.get(key)
    if (!criterion) throw new Refused({ why: 'notFound', what: 'criteria', key })
    if (criterion.archived)
      throw new Refused({ why: 'scoring', scoring: { fault: 'notTheirs', title: criterion.title } })
  }
  return known
}

/** Throws Refused for what isn't there, is led by others, has ended, or that the person has an interest in. */
async function readInitiatives({ store, me }: Work, args: Args): Promise<Map<string, Initiative>> {
  const keys = [...new Set(args.scores.map(({ initiative }) => initiative))]
  const [rows] = await store.whereIn([{ list: initiatives, column: 'key', values: keys }])
  const known = new Map(rows.map((row) => [row.key, row]))
  const named = (some: readonly Initiative[]) => some.map(({ number, title }) => `${number} ${title}`)
  for (const key of keys) if (!known.has(key)) throw new Refused({ why: 'notFound', what: 'initiative', key })
  const all = [...known.values()]
  if (all.some(({ external }) => external)) throw new Refused({ why: 'external' })
  const ended = all.filter(({ archived, state }) => archived || !(state === 'active' || state === 'paused'))
  if (ended.length > 0)
    throw new Refused({ why: 'scoring', scoring: { fault: 'notScored', titles: named(ended) } })
  const own = all.filter(({ conflicted }) => conflicted?.some(({ id }) => id === me.id))
  if (own.length > 0) throw new Refused({ why: 'conflicted', names: named(own) })
  return known
}
