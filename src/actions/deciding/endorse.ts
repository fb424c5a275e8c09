/** A unit stands behind an initiative: it gives people, rolls out and pays the running cost. Said by one person, on a day. */
import * as v from 'valibot'
import { changeEndorsements } from './changeEndorsements.ts'
import { shortText } from '../schemas.ts'
import type { Done, Work } from '../work.ts'

export const endorseArgs = v.strictObject({
  initiative: shortText,
  /** The key of the unit, or `processOwner`. */
  party: shortText,
})

export const endorse = (work: Work, args: v.InferOutput<typeof endorseArgs>): Promise<Done> =>
  changeEndorsements(work, args, ({ party, endorsements }) =>
    endorsements.some((e) => e.unit.key === party.key && e.by.id === work.me.id)
      ? undefined
      : [
          ...endorsements.filter((e) => e.unit.key !== party.key),
          { unit: party, by: work.me, day: work.today },
        ],
  )
