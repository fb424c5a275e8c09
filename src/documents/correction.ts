/** What a corrected version says of itself, before all that it corrects. */
import type { FileChild } from 'docx'
import type { MinutesCorrection } from '#src/rules/minutes.ts'
import { dayOf, paper, say } from '#src/text/papers.ts'
import { fact, paragraph, table, under } from './blocks.ts'
import { withTitle } from './itemBlocks.ts'

/** What differs from the version before, and why. */
export function correctionBlocks({ of, on, by, reason, changes }: MinutesCorrection): FileChild[] {
  const rows = changes.map((change) => [
    change.paragraph === undefined
      ? change.item
      : say(paper.paragraph, { n: change.paragraph, title: change.item }),
    change.field,
    change.before || paper.nothing,
    change.after || paper.nothing,
  ])
  return under(2, paper.correction, [
    paragraph(say(paper.correctionOf, { of, day: dayOf(on), by: withTitle(by) })),
    ...fact(paper.reason, reason.replaceAll('\n', ' ')),
    ...(rows.length > 0
      ? [table([paper.item, paper.field, paper.before, paper.after], rows, { widths: [3, 2, 4, 4] })]
      : []),
  ])
}
