/** Sends one § to be verified at once, before the rest of the minutes: it gets its number, and its text is frozen. */
import * as v from 'valibot'
import { verifications } from '#src/lists/minutes.ts'
import { onTheAgenda } from '#src/rules/meetings/minutesItems.ts'
import { Refused } from '#src/rules/refusal.ts'
import { atOnceFaults, latestOf, verdictOf } from '#src/rules/meetings/verifying.ts'
import type { Done, Work } from '../../work.ts'
import { keyArg } from '../args.ts'
import { askVerifiers } from '../minutes/askVerifiers.ts'
import { freezePaper } from '../minutes/freezePaper.ts'
import { drawMinutes, loadMinutes } from '../minutes/minutesParts.ts'
import { numberItems, showNumbers } from '../deciding/numberItems.ts'
import { atItem, demandRight, readItem } from '../place.ts'

export const sendItemArgs = v.strictObject({ item: keyArg })

/** Asked again it is finished; returned with comments and decided anew, it is sent in a new version with the same §. */
export async function sendItem(work: Work, { item: key }: v.InferOutput<typeof sendItemArgs>): Promise<Done> {
  const item = await readItem(work, key)
  const place = await atItem(work, item)
  const { meeting } = place
  if (!meeting) throw new Refused({ why: 'meeting', fault: 'notOpen' })
  demandRight(work, 'decideIn', place)
  if (meeting.state !== 'open' && meeting.state !== 'held')
    throw new Refused({ why: 'meeting', fault: meeting.state === 'cancelled' ? 'cancelled' : 'fixed' })
  const faults = atOnceFaults(item, meeting)
  if (faults.length > 0) throw new Refused(...faults)

  const rows = await loadMinutes(work, meeting)
  // Those before it on the agenda get theirs as well: § follow the agenda.
  const agenda = onTheAgenda(rows.items)
  const until = agenda.slice(0, agenda.findIndex((one) => one.key === key) + 1)
  const paragraphs = await numberItems(work, meeting, until)
  const shown = await showNumbers(work, until, paragraphs)
  const now = shown.find((one) => one.key === key) ?? item

  const before = await work.store.where(verifications, { column: 'item', value: key })
  const last = latestOf(before, key)
  const sent = last[0]?.edition ?? 0
  const version = last.length > 0 && verdictOf(last) !== 'returned' ? sent : sent + 1
  const frozen = await freezePaper(work, {
    meeting,
    item: now,
    kind: 'extract',
    version,
    title: now.title,
    picture: drawMinutes(work, rows, { version, items: [now], paragraphs }),
    by: work.me,
    sentOn: work.today,
  })
  if (!frozen) throw new Refused({ why: 'busy', seconds: 5 })
  const asked = await askVerifiers(work, {
    forum: place.forum,
    meeting,
    item: now,
    version,
    hash: frozen.hash,
  })
  return { agendaItems: shown, paragraphs, papers: frozen.papers, verifications: asked }
}
