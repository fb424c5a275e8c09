/** What minutes say of an item now, before somebody corrects it. */
import type { MinutesPicture } from '#src/rules/minutes.ts'
import type { MinutesItem } from '#src/rules/meetings/minutesItems.ts'
import type { Correctable } from '#src/rules/meetings/verifying.ts'

export function wasOf(picture: MinutesPicture, key: string, field: Correctable): string {
  const item = picture.items.find((one) => one.key === key)
  if (field === 'wording' || field === 'toComplete') return item?.decision?.[field] ?? ''
  return item?.[field] ?? ''
}

/** `§ 74 BP1 …`, or `2. BP1 …` where items have no numbers of their own. */
export const numberedTitle = ({ number, paragraph, title }: MinutesItem) =>
  paragraph === undefined ? `${number}. ${title}` : `§ ${paragraph} ${title}`
