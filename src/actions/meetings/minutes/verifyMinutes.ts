/** Answers for the minutes that were read: approved, or returned with what is to be changed. When all have approved they are locked. */
import * as v from 'valibot'
import { type Verification, verifications } from '#src/lists/minutes.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import { Refused } from '#src/rules/refusal.ts'
import { answerFaults } from '#src/rules/meetings/verifying.ts'
import { shortText } from '../../schemas.ts'
import { type Done, stamp, type Work } from '../../work.ts'
import { keyArg } from '../args.ts'
import { finishMinutes } from './finishMinutes.ts'
import { readMeeting } from '../place.ts'
import { together } from '../together.ts'

export const answer = {
  /** The hash of the text that was read. */
  hash: shortText,
  answer: v.picklist(['approved', 'returned']),
  comment: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(63_000))),
} as const

export const verifyMinutesArgs = v.strictObject({
  meeting: keyArg,
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  ...answer,
})

const MOST_ATTEMPTS = 4

export async function verifyMinutes(
  work: Work,
  args: v.InferOutput<typeof verifyMinutesArgs>,
): Promise<Done> {
  const meeting = await readMeeting(work, args.meeting)
  const about = await work.store.where(verifications, { column: 'meeting', value: meeting.key })
  const asked = about.filter(({ item, edition }) => !item && edition === args.version)
  const faults = answerFaults({ me: work.me, ...args }, asked)
  if (faults.length > 0) throw new Refused(...faults)
  const mine = asked.find(({ person }) => person.id === work.me.id)
  // Answered before, and asked again: what followed on it is finished.
  if (mine?.answer !== 'asked') return finishMinutes(work, meeting)
  if (meeting.state !== 'sent' || meeting.minutesVersion !== args.version)
    throw new Refused({ why: 'meeting', fault: 'newVersion' })
  const row = await writeAnswer(work, mine, args)
  return together({ verifications: [row] }, await finishMinutes(work, meeting))
}

/** Writes what the person answered, once. Throws Refused when they have answered otherwise. */
export async function writeAnswer(
  work: Work,
  asked: Verification,
  { answer: said, comment }: { answer: 'approved' | 'returned'; comment?: string | undefined },
): Promise<Verification> {
  let now = asked
  for (let attempt = 1; ; attempt++) {
    if (now.answer === said) return now
    if (now.answer !== 'asked') throw new Refused({ why: 'meeting', fault: 'answered' })
    try {
      return await work.store.change(verifications, now, {
        answer: said,
        answeredOn: work.today,
        ...(comment && { comment }),
        ...stamp(work),
      })
    } catch (error) {
      if (!isChangedByOther(error) || attempt === MOST_ATTEMPTS) throw error
      now = await work.store.byId(verifications, now.id)
    }
  }
}
