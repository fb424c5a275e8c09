/** What a line of a message is about, as a card's buttons carry it: keys to look up, never who the person is or what they may. */
import * as v from 'valibot'
import type { SentLine } from '#src/lists/reminding.ts'
import { gateNames } from '#src/rules/gates.ts'
import { isMonth } from '#src/rules/days/months.ts'
import type { NoticeKind } from '#src/rules/reminding/notices.ts'

const LONGEST_KEY = 255
export const keyText = v.pipe(v.string(), v.nonEmpty(), v.maxLength(LONGEST_KEY))

const told = [
  'agendaSent',
  'meetingMoved',
  'meetingCancelled',
  'questionSent',
  'questionAnswered',
  'minutesReturned',
  'minutesVerified',
  'notCarriedOut',
  'orderLaid',
  'orderRaised',
  'rankingDecided',
] as const satisfies readonly NoticeKind[]
/** Notices that are only to be known. */
export type Told = (typeof told)[number]

export const matterShape = v.variant('kind', [
  v.object({
    kind: v.literal('report'),
    item: keyText,
    month: v.pipe(v.string(), v.check(isMonth)),
  }),
  v.object({ kind: v.literal('decision'), item: keyText, gate: v.picklist(gateNames) }),
  v.object({ kind: v.literal('action'), item: keyText }),
  v.object({ kind: v.literal('agenda'), item: keyText }),
  v.object({ kind: v.literal('verify'), item: keyText, meeting: keyText }),
  v.object({ kind: v.literal('moved'), item: keyText, decision: keyText }),
  v.object({ kind: v.literal('stalled'), item: keyText }),
  v.object({
    kind: v.literal('meeting'),
    item: keyText,
    told: v.picklist(told),
    meeting: v.optional(keyText),
    on: v.string(),
  }),
])
export type Matter = v.InferOutput<typeof matterShape>
export type MatterOf<K extends Matter['kind']> = Extract<Matter, { kind: K }>

/** Where a card was opened from, and leads back to: a message that was sent (its key), or a command. */
export const backShape = v.variant('to', [
  v.object({ to: v.literal('sending'), key: keyText }),
  v.object({ to: v.literal('mine') }),
  v.object({ to: v.literal('report') }),
])
export type Back = v.InferOutput<typeof backShape>

/** Of a card; it becomes a part of keys. */
export const cardId = v.optional(v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/)))

/** What every button of a matter's card carries. `id`: of the card; pressed twice, it is one act. */
export const carriedShape = v.object({
  matter: matterShape,
  back: v.optional(backShape),
  id: cardId,
  /** Of the row as the card showed it. */
  version: v.optional(v.pipe(v.string(), v.maxLength(200))),
})
export type Carried = v.InferOutput<typeof carriedShape>

/** What a sent line is about; nothing when its words are of another time than this program's. */
export function matterOf({ kind, item, milestone, due, values }: SentLine): Matter | undefined {
  const { month, meeting, decision, gate } = values
  const asked = {
    kind,
    item: item.key,
    ...(month !== undefined && { month }),
    ...(meeting !== undefined && { meeting }),
    ...(decision !== undefined && { decision }),
    ...(gate !== undefined && { gate }),
    told: milestone,
    on: due,
  }
  const found = v.safeParse(matterShape, asked)
  return found.success ? found.output : undefined
}
