/** Makes a file when somebody asks: the agenda, an extract of one §, a copy to publish, a short summary, or the minutes as they stand. */
import * as v from 'valibot'
import type { Meeting } from '#src/lists/meetings.ts'
import { verifications } from '#src/lists/minutes.ts'
import { canonical, sha256 } from '#src/rules/canonical.ts'
import { readMinutes } from '#src/rules/minutes.ts'
import { Refused } from '#src/rules/refusal.ts'
import { latestOf, verdictOf } from '#src/rules/meetings/verifying.ts'
import type { Done, Work } from '../../work.ts'
import { fileAgenda } from '../agenda/agendaFile.ts'
import { keyArg } from '../args.ts'
import { frozenMinutes } from './finishMinutes.ts'
import { readPaper } from './freezePaper.ts'
import { inLibrary } from './inLibrary.ts'
import { drawMinutes, loadMinutes, type MinutesRows } from './minutesParts.ts'
import { type FileOf, fileFrozen, fileMade } from './paperFiles.ts'
import { atMeeting, demandRight } from '../place.ts'

export const makePaperArgs = v.strictObject({
  meeting: keyArg,
  kind: v.picklist(['agenda', 'extract', 'publication', 'summary', 'minutes']),
  /** Of an extract: which item. */
  item: v.optional(keyArg),
})
type Args = v.InferOutput<typeof makePaperArgs>

/** An extract and a copy to publish are made of what is fixed only. Throws Refused when the library can't take the file. */
export async function makePaper(work: Work, args: Args): Promise<Done> {
  const place = await atMeeting(work, args.meeting)
  const { meeting } = place
  const { kind } = args
  if (kind === 'agenda') return { papers: await inLibrary(() => fileAgenda(work, place)) }
  if (kind === 'extract' && args.item === undefined)
    throw new Refused({ why: 'invalid', problems: [{ field: 'item', problem: 'required' }], of: 'Papers' })
  const rows = await loadMinutes(work, meeting)
  const base = (await fixedText(work, rows)) ?? (await itemAtOnce(work, rows, args))
  // What is fixed is read by everyone; a draft is for those who write it.
  if (!base) demandRight(work, 'hold', place)
  if (!base && (kind === 'extract' || kind === 'publication'))
    throw new Refused({ why: 'meeting', fault: 'notFixed' })
  const of = base ?? (await draft(work, rows))
  const item = rows.items.find(({ key }) => key === args.item)
  if (kind === 'extract' && !of.picture.items.some(({ key }) => key === args.item))
    throw new Refused({ why: 'notFound', what: 'agendaItems', key: args.item ?? '' })
  const papers = await inLibrary(async () =>
    kind === 'minutes' && of.frozen
      ? fileFrozen(work, of.frozen, of)
      : [await fileMade(work, kindOf(meeting, kind), { ...of, item: kind === 'extract' ? item : undefined })],
  )
  return { papers }
}

const kindOf = ({ minutesKind }: Meeting, kind: Exclude<Args['kind'], 'agenda'>) =>
  kind === 'minutes' && minutesKind === 'notes' ? 'notes' : kind

type Text = Omit<FileOf, 'item'> & { frozen?: Awaited<ReturnType<typeof readPaper>> }

/** What was verified or settled last. While a correction lies with the verifiers, what was verified before holds. */
async function fixedText(work: Work, rows: MinutesRows): Promise<Text | undefined> {
  const { meeting } = rows
  const isFixed = meeting.state === 'verified' || meeting.state === 'settled'
  const version = meeting.validVersion ?? (isFixed ? meeting.minutesVersion : undefined)
  const frozen = version === undefined ? undefined : await frozenMinutes(work, meeting, version)
  if (!frozen) return undefined
  const all = await work.store.where(verifications, { column: 'meeting', value: meeting.key })
  const asked = all.filter((row) => !row.item && row.edition === version)
  const picture = readMinutes(frozen.text)
  const state = picture.verification ? 'verified' : 'settled'
  return { rows, picture, hash: frozen.hash, state, on: lastDay(asked) ?? picture.fixedOn, asked, frozen }
}

/** A § that was verified by itself, before the rest. */
async function itemAtOnce(
  work: Work,
  rows: MinutesRows,
  { kind, item: key }: Args,
): Promise<Text | undefined> {
  const item = rows.items.find((one) => one.key === key)
  if (kind !== 'extract' || !item?.atOnce) return undefined
  const asked = latestOf(await work.store.where(verifications, { column: 'item', value: item.key }), item.key)
  const version = asked[0]?.edition
  if (version === undefined || verdictOf(asked) !== 'approved') return undefined
  const frozen = await readPaper(work, { meeting: rows.meeting, item, kind: 'extract', version })
  if (!frozen) return undefined
  const picture = readMinutes(frozen.text)
  return { rows, picture, hash: frozen.hash, state: 'verified', on: lastDay(asked) ?? work.today, asked }
}

/** As it is now: sent, when it lies with the verifiers, else a draft. */
async function draft(work: Work, rows: MinutesRows): Promise<Text> {
  const { meeting } = rows
  const version = meeting.minutesVersion ?? 1
  const sent = meeting.state === 'sent' ? await frozenMinutes(work, meeting, version) : undefined
  const picture = sent ? readMinutes(sent.text) : drawMinutes(work, rows, { version })
  const hash = sent?.hash ?? (await sha256(canonical(picture)))
  return { rows, picture, hash, state: sent ? 'sent' : 'draft', on: picture.fixedOn, asked: [] }
}

const lastDay = (asked: readonly { answeredOn?: string }[]) =>
  asked
    .flatMap(({ answeredOn }) => answeredOn ?? [])
    .sort()
    .at(-1)
