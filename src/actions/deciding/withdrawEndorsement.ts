/** Takes an endorsement back, with a reason. That it was given stays in the trail. */
import * as v from 'valibot'
import { changeEndorsements } from './changeEndorsements.ts'
import { shortText } from '../schemas.ts'
import type { Done, Work } from '../work.ts'

export const withdrawEndorsementArgs = v.strictObject({
  initiative: shortText,
  party: shortText,
  reason: shortText,
})

export const withdrawEndorsement = (
  work: Work,
  args: v.InferOutput<typeof withdrawEndorsementArgs>,
): Promise<Done> =>
  changeEndorsements(work, args, ({ party, endorsements }) =>
    endorsements.some((e) => e.unit.key === party.key)
      ? endorsements.filter((e) => e.unit.key !== party.key)
      : undefined,
  )
