/** What a corrected version says of itself, before all that it corrects. */
import type { FileChild } from 'docx'
import { agendaItems } from '#src/lists/meetings.ts'
import type { MinutesPicture } from '#src/rules/minutes.ts'
import { withTitle } from '#src/rules/meetings/minutesPeople.ts'
import { dayOf, paper, say } from '#src/text/papers.ts'
import { fact, paragraph, table, under } from './blocks.ts'
import { itemTitle } from './itemBlocks.ts'

/** What differs from the version before, and why; nothing in minutes that correct none. */
export function correctionBlocks({ correction, items }: MinutesPicture): FileChild[] {
  if (!correction) return []
  const { of, on, by, reason, changes } = correction
  const titleOfItem = (key: string) => {
    const item = items.find((one) => one.key === key)
    return item ? itemTitle(item) : key
  }
  const labels: Record<string, { label: string }> = agendaItems.columns
  const rows = changes.map(({ item, field, before, after }) => [
    titleOfItem(item),
    labels[field]?.label ?? field,
    before || paper.nothing,
    after || paper.nothing,
  ])
  return under(2, paper.correction, [
    paragraph(say(paper.correctionOf, { of, day: dayOf(on), by: withTitle(by) })),
    ...fact(paper.reason, reason.replaceAll('\n', ' ')),
    ...(rows.length > 0
      ? [table([paper.item, paper.field, paper.before, paper.after], rows, { widths: [3, 2, 4, 4] })]
      : []),
  ])
}
