/** How alike two needs must be to be called so: three levels, with what they have been worth where the answer is known. */

/**
 * Least likeness of each level. Measured on the 13 known pairs among the 89 needs of the demo's workbook
 * (`scripts/similarity.ts` prints it): of the pairs at `very` three in four are known ones, and they are half of all;
 * at `alike` one in four is, and three in four of all are found. `some` is for a list that a person reads through.
 */
export const levels = { very: 0.22, alike: 0.13, some: 0.08 } as const
export type Level = keyof typeof levels

/** The highest level reached; `undefined` below all. */
export const levelOf = (likeness: number): Level | undefined =>
  (Object.keys(levels) as Level[]).find((level) => likeness >= levels[level])
