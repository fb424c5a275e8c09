/** The rows that messages are claimed by: a day's digest, one matter at once, a card to a channel. */
import type { Day, Person, Ref } from '#src/lists/columns.ts'
import { partOf, type SendingDraft, type SentLine } from '#src/lists/reminding.ts'
import type { Digest } from '#src/rules/reminding/digest.ts'

/** SharePoint indexes no text longer than this. */
const LONGEST = 255

const claimed = (claim: string) => ({ key: claim.slice(0, LONGEST), claim: claim.slice(0, LONGEST) })

/** One for each person and day, whoever makes it. */
export const digestDraft = (to: Person, day: Day, { lines, waits }: Digest): SendingDraft => ({
  ...claimed(`digest/${day}/${to.id}`),
  title: `${day} ${to.name}`.slice(0, LONGEST),
  kind: 'digest',
  day,
  part: partOf(day, { person: to }),
  person: to,
  state: 'waiting',
  lines,
  ...(waits !== undefined && { waits }),
})

/** One for each person and matter: asked for twice, it is told once. */
export const urgentDraft = (to: Person, day: Day, line: SentLine): SendingDraft => ({
  ...claimed(`urgent/${to.id}/${line.key}`),
  title: line.item.title.slice(0, LONGEST),
  kind: 'urgent',
  day,
  part: partOf(day, { person: to }),
  person: to,
  state: 'waiting',
  lines: [line],
})

export const channelDraft = (forum: Ref, day: Day, line: SentLine): SendingDraft => ({
  ...claimed(`channel/${forum.key}/${line.key}`),
  title: line.item.title.slice(0, LONGEST),
  kind: 'channel',
  day,
  part: partOf(day, { forum }),
  forum,
  state: 'waiting',
  lines: [line],
})
