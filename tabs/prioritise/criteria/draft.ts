/** A forum's criteria while somebody writes: texts as typed, and how weights, order and pairs change them. */
import type { ActionArgs } from '#src/actions/index.ts'
import type { Criterion } from '#src/lists/prioritising.ts'
import { type Comparison, isPreference, weightsOf } from '#src/rules/prioritising/pairwise.ts'
import { MOST_SCORE } from '#src/rules/prioritising/scoring.ts'
import { sharesOf } from '#src/rules/prioritising/scoringFaults.ts'

export interface DraftCriterion {
  key: string
  title: string
  meaning: string
  /** One for each step, empty where nothing is said. */
  anchors: string[]
  /** As typed. */
  weight: string
}

export interface CriteriaDraft {
  rows: DraftCriterion[]
  /** Versions of what the person saw when they began. */
  seen: Record<string, string>
  /** Where weights come from pairs; none when they are set by hand. */
  comparisons?: Comparison[]
}

const steps = Array.from({ length: MOST_SCORE }, (_, i) => i)

export const emptyRow = (key: string): DraftCriterion => ({
  key,
  title: '',
  meaning: '',
  anchors: steps.map(() => ''),
  weight: '0',
})

/** The criteria in their order; those that were put away left out. */
export const inOrder = (rows: readonly Criterion[]) =>
  rows.filter(({ archived }) => !archived).toSorted((a, b) => a.place - b.place)

export function draftOf(saved: readonly Criterion[]): CriteriaDraft {
  const rows = inOrder(saved)
  const comparisons = comparisonsOf(rows)
  return {
    rows: rows.map(({ key, title, meaning = '', anchors = [], weight }) => ({
      key,
      title,
      meaning,
      anchors: steps.map((i) => anchors[i] ?? ''),
      weight: String(weight),
    })),
    seen: Object.fromEntries(rows.map(({ key, version }) => [key, version])),
    ...(comparisons.length > 0 && { comparisons }),
  }
}

export const comparisonsOf = (rows: readonly Pick<Criterion, 'key' | 'compared'>[]): Comparison[] =>
  rows.flatMap(({ key: more, compared = [] }) =>
    compared.flatMap(({ less, preference }) =>
      isPreference(preference) ? [{ more, less, preference }] : [],
    ),
  )

/** `1 234,5` or `12.5`; nothing typed is nothing, and what can't be read is no number. */
export const weightOf = ({ weight }: Pick<DraftCriterion, 'weight'>): number =>
  weight.trim() === '' ? 0 : Number(weight.trim().replace(',', '.').replace('−', '-'))

/** The same proportions, as shares that come to 100. */
export const sharedOut = (rows: readonly DraftCriterion[]): DraftCriterion[] =>
  withWeights(rows, sharesOf(rows.map((row) => Math.max(0, weightOf(row) || 0))))

const withWeights = (rows: readonly DraftCriterion[], weights: readonly number[]) =>
  rows.map((row, i) => ({ ...row, weight: String(weights[i] ?? 0) }))

/** Weights as the pairs have them. Comparisons of what is gone are gone with it. */
export function weighedByPairs(draft: CriteriaDraft, given: readonly Comparison[]): CriteriaDraft {
  const keys = draft.rows.map(({ key }) => key)
  const comparisons = given.filter(({ more, less }) => keys.includes(more) && keys.includes(less))
  const { weights } = weightsOf(keys, comparisons)
  const shares = sharesOf(keys.map((key) => weights.get(key) ?? 0))
  return { ...draft, rows: withWeights(draft.rows, shares), comparisons }
}

/** By hand again: the weights stay as they are. */
export const weighedByHand = ({ rows, seen }: CriteriaDraft): CriteriaDraft => ({ rows, seen })

export function moved<T>(rows: readonly T[], from: number, to: number): T[] {
  const next = [...rows]
  next.splice(to, 0, ...next.splice(from, 1))
  return next
}

/** What is asked of the server for it. */
export function asked(forum: string, { rows, comparisons = [] }: CriteriaDraft): ActionArgs<'saveCriteria'> {
  return {
    forum,
    criteria: rows.map((row) => {
      const compared = comparisons
        .filter(({ more }) => more === row.key)
        .map(({ less, preference }) => ({ less, preference }))
      return {
        key: row.key,
        title: row.title,
        meaning: row.meaning,
        anchors: row.anchors,
        weight: weightOf(row),
        ...(compared.length > 0 && { compared }),
      }
    }),
  }
}
