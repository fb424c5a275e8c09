/** The principles that a forum starts with, as criteria with each step in words: the same that the page of criteria offers. */
import type { Ref } from '#src/lists/columns.ts'
import type { CriterionDraft } from '#src/lists/prioritising.ts'
import { sentences } from '#src/text/sv/scoring.ts'

const principles = ['costBenefit', 'whole', 'legal', 'prerequisites'] as const
type Principle = (typeof principles)[number]

const isPrinciple = (id: string): id is Principle => principles.some((one) => one === id)
const steps = [1, 2, 3, 4, 5] as const

/** What a principle means and what each of its steps does; nothing for one that has other words. */
export const wordsOf = (id: string): Pick<CriterionDraft, 'meaning' | 'anchors'> =>
  isPrinciple(id)
    ? {
        meaning: sentences[`scoring.principle.${id}.means`],
        anchors: steps.map((step) => sentences[`scoring.principle.${id}.${step}`]),
      }
    : {}

/** The four of them, with weights that come to 100. */
export const startingCriteria = (forum: Ref, weights: readonly number[]): CriterionDraft[] =>
  principles.map((id, i) => ({
    key: `${forum.key}/${id}`,
    title: sentences[`scoring.principle.${id}`],
    forum,
    weight: weights[i] ?? 0,
    place: i + 1,
    ...wordsOf(id),
  }))
