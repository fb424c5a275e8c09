/** The principles that public portfolios are guided by, as criteria to begin with; everything in them can be changed. */
import type { Words } from '#src/text/words.ts'
import type { DraftCriterion } from './draft.ts'

/** The first one foremost. */
const starting = { costBenefit: '40', whole: '25', legal: '20', prerequisites: '15' } as const

export const principles = ({ t }: Pick<Words, 't'>): Omit<DraftCriterion, 'key'>[] =>
  (Object.keys(starting) as (keyof typeof starting)[]).map((name) => ({
    title: t(`scoring.principle.${name}`),
    meaning: t(`scoring.principle.${name}.means`),
    weight: starting[name],
    anchors: ([1, 2, 3, 4, 5] as const).map((step) => t(`scoring.principle.${name}.${step}`)),
  }))
