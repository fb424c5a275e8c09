/** Takes the mark off, with a reason: the initiative and all that tells of it are read by all staff again. */
import * as v from 'valibot'
import { LIFTED, trailKinds } from '#src/lists/decisions.ts'
import { internalName } from '#src/lists/list.ts'
import { isConfidential } from '#src/rules/initiatives/confidential.ts'
import { loadToMark } from './loadToMark.ts'
import { changeNeed } from '../needs/mergeParts.ts'
import { shortText } from '../schemas.ts'
import { settleConfidential } from './settleConfidential.ts'
import { type Done, leaveTrail, stamp, type Work } from '../work.ts'

export const liftConfidentialArgs = v.strictObject({ initiative: shortText, reason: shortText })

export async function liftConfidential(
  work: Work,
  { initiative: key, reason }: v.InferOutput<typeof liftConfidentialArgs>,
): Promise<Done> {
  const before = await loadToMark(work, key)
  // Lifted already, by this call's first attempt or by somebody else: it stands as the person wants it.
  if (!isConfidential(before)) return { initiatives: [await settleConfidential(work, key)] }
  // Told while it is confidential, and moved with the rest: whoever comes next finds why.
  const entry = await leaveTrail(work, {
    key: `${work.key}${LIFTED}`,
    title: trailKinds.confidential,
    initiative: { key, title: before.title },
    kind: 'confidential',
    field: internalName('confidentialBasis'),
    ...(before.confidentialBasis && { from: before.confidentialBasis }),
    to: reason,
    day: work.today,
    person: work.me,
    ...stamp(work),
  })
  // A mark that was broken off is finished first, so that all goes one way.
  await changeNeed(work, await settleConfidential(work, key), (now) =>
    isConfidential(now) && now.moving !== 'open' ? { moving: 'open' } : undefined,
  )
  return { initiatives: [await settleConfidential(work, key)], trail: [entry] }
}
