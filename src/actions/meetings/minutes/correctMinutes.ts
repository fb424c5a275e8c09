/** Corrects minutes that are fixed: a new version that shows what differs and why. What was fixed before stays as it was. */
import * as v from 'valibot'
import { type AgendaItem, agendaItems, type Meeting } from '#src/lists/meetings.ts'
import { papers, verifications } from '#src/lists/minutes.ts'
import { faultsOf } from '#src/lists/validate.ts'
import { same } from '#src/rules/initiatives/editing.ts'
import { type MinutesCorrection, readMinutes } from '#src/rules/minutes.ts'
import { onTheAgenda } from '#src/rules/meetings/minutesItems.ts'
import { named, titlesOf } from '#src/rules/meetings/minutesPeople.ts'
import { Refused } from '#src/rules/refusal.ts'
import { type Correctable, correctable, isVerified, verdictOf } from '#src/rules/meetings/verifying.ts'
import { text } from '../../schemas.ts'
import { type Done, stamp, type Work } from '../../work.ts'
import { keyArg } from '../args.ts'
import { changeMeeting } from '../changeMeeting.ts'
import { finishMinutes } from './finishMinutes.ts'
import { freezePaper, readPaper } from './freezePaper.ts'
import { drawMinutes, loadMinutes, type MinutesRows } from './minutesParts.ts'
import { atMeeting, demandRight } from '../place.ts'

const said = v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(63_000)))

export const correctMinutesArgs = v.strictObject({
  meeting: keyArg,
  reason: text,
  /** What items are to say instead; `null` empties. */
  changes: v.pipe(
    v.array(v.strictObject({ item: keyArg, values: v.record(v.picklist(correctable), said) })),
    v.maxLength(500),
  ),
})
type Args = v.InferOutput<typeof correctMinutesArgs>

/** The correction is frozen first; only then does the meeting name it, so that a crash leaves what was fixed in force. */
export async function correctMinutes(work: Work, { meeting: key, reason, changes }: Args): Promise<Done> {
  const place = await atMeeting(work, key)
  demandRight(work, 'decideIn', place)
  const { meeting } = place
  const asked = await askedBefore(work, meeting, { reason, changes })
  if (asked !== undefined && asked === meeting.minutesVersion) return finishMinutes(work, meeting)
  if (meeting.state !== 'verified' && meeting.state !== 'settled')
    throw new Refused({ why: 'meeting', fault: meeting.state === 'sent' ? 'sent' : 'notFixed' })

  const rows = await loadMinutes(work, meeting)
  const { items, correction } = correct(work, rows, { reason, changes })
  const version = asked ?? (await freeVersion(work, meeting))
  const today = { ...rows, meeting: { ...meeting, fixedOn: work.today } }
  const frozen = await freezePaper(work, {
    meeting,
    kind: 'correction',
    version,
    title: meeting.title,
    picture: drawMinutes(work, today, { version, items, correction }),
    by: work.me,
    sentOn: work.today,
    reason,
  })
  if (!frozen) throw new Refused({ why: 'busy', seconds: 5 })
  const isAsked = isVerified(meeting)
  const moved = await changeMeeting(work, meeting, (now) => {
    if (now.minutesVersion === version) return undefined
    if (now.state !== meeting.state) throw new Refused({ why: 'meeting', fault: 'sent' })
    return {
      minutesVersion: version,
      fixedOn: work.today,
      ...(isAsked ? { state: 'sent' } : { validVersion: version }),
      ...stamp(work),
    }
  })
  return finishMinutes(work, moved)
}

/** What each item is to say, and what of that is new. Throws Refused when nothing is. */
function correct(
  work: Work,
  { meeting, items, organisation, paragraphs }: MinutesRows,
  { reason, changes }: Omit<Args, 'meeting'>,
) {
  const agenda = onTheAgenda(items)
  const by = named(work.me, titlesOf(organisation.people))
  const found: MinutesCorrection['changes'] = []
  const corrected = new Map<string, AgendaItem>()
  for (const { item: key, values } of changes) {
    const item = agenda.find((one) => one.key === key)
    if (!item) throw new Refused({ why: 'notFound', what: 'agendaItems', key })
    const problems = faultsOf(agendaItems, values)
    if (problems.length > 0) throw new Refused({ why: 'invalid', problems, of: 'AgendaItems' })
    const paragraph = paragraphs.find((row) => row.item.key === key)?.number
    for (const [field, after] of Object.entries(values) as [Correctable, string | null][]) {
      const now = corrected.get(key) ?? item
      if (same(now[field], after)) continue
      found.push({
        item: key,
        ...(paragraph !== undefined && { paragraph }),
        field,
        before: now[field] ?? '',
        after: after ?? '',
      })
      corrected.set(key, { ...now, [field]: after ?? undefined })
    }
  }
  if (found.length === 0) throw new Refused({ why: 'meeting', fault: 'nothingToCorrect' })
  const correction: MinutesCorrection = {
    of: meeting.validVersion ?? meeting.minutesVersion ?? 1,
    reason,
    by,
    on: work.today,
    changes: found,
  }
  return { items: items.map((item) => corrected.get(item.key) ?? item), correction }
}

/** The version that says this already, when it was asked for before: the answer was lost, or a crash came between. */
async function askedBefore(
  work: Work,
  meeting: Meeting,
  { reason, changes }: Omit<Args, 'meeting'>,
): Promise<number | undefined> {
  const last = await lastCorrection(work, meeting)
  if (last === undefined || last < (meeting.minutesVersion ?? 0)) return undefined
  const answers = await work.store.where(verifications, { column: 'meeting', value: meeting.key })
  // Returned and sent once more as it was, it is asked about anew.
  if (verdictOf(answers.filter(({ item, edition }) => !item && edition === last)) === 'returned')
    return undefined
  const frozen = await readPaper(work, { meeting, kind: 'correction', version: last })
  const made = frozen && readMinutes(frozen.text).correction
  if (!made || made.reason !== reason || made.by.id !== work.me.id) return undefined
  const wanted = changes.flatMap(({ item, values }) =>
    Object.entries(values).map(([field, after]) => [item, field, after ?? ''].join('\n')),
  )
  const isSame = made.changes.every(({ item, field, after }) =>
    wanted.includes([item, field, after].join('\n')),
  )
  return isSame ? last : undefined
}

/** One that was returned keeps its number. */
async function lastCorrection({ store }: Work, meeting: Meeting): Promise<number | undefined> {
  const value = `${meeting.key}/correction/`
  const claims = await store.textsStartingWith(papers, { column: 'claim', value })
  const taken = claims.map((claim) => Number(claim.slice(value.length).split('/')[0]))
  return taken.filter(Number.isSafeInteger).sort((one, other) => other - one)[0]
}

const freeVersion = async (work: Work, meeting: Meeting) =>
  1 + Math.max(meeting.minutesVersion ?? 0, (await lastCorrection(work, meeting)) ?? 0)
