/** What a decision is called: by its paragraph when it was made at a meeting whose minutes are fixed, else by its own number. */
import type { Decision } from '#src/lists/decisions.ts'
import type { Paragraph } from '#src/lists/minutes.ts'
import type { Forum } from '#src/lists/organisation.ts'

/** `SD HT 2024 § 45`, or `2024-0012`. `paragraph`: of the item that it was decided on. */
export function decisionName(
  { number, forum }: Pick<Decision, 'number' | 'forum'>,
  paragraph: Pick<Paragraph, 'year' | 'number'> | undefined,
  body: Pick<Forum, 'title' | 'short'> | undefined,
): string {
  if (!paragraph) return number
  const whose = body?.short ?? body?.title ?? forum?.title ?? ''
  return `${whose} ${paragraph.year} § ${paragraph.number}`.trim()
}
