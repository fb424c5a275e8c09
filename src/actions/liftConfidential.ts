/** Takes the mark off, with a reason: the initiative and all that tells of it are read by all staff again. */
import * as v from 'valibot'
import { trailKinds } from '#src/lists/decisions.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { internalName } from '#src/lists/list.ts'
import { loadToMark } from './loadToMark.ts'
import { shortText } from './schemas.ts'
import { settleConfidential } from './settleConfidential.ts'
import { type Done, leaveTrail, stamp, type Work } from './work.ts'

export const liftConfidentialArgs = v.strictObject({ initiative: shortText, reason: shortText })

export async function liftConfidential(
  work: Work,
  { initiative: key, reason }: v.InferOutput<typeof liftConfidentialArgs>,
): Promise<Done> {
  const before = await loadToMark(work, key)
  // Lifted already, by this call's first attempt or by somebody else: it stands as the person wants it.
  if (!before.confidentialBasis) return { initiatives: [await settleConfidential(work, key)] }
  const entry = await leaveTrail(work, {
    key: `${work.key}/lifted`,
    title: trailKinds.confidential,
    initiative: { key, title: before.title },
    kind: 'confidential',
    field: internalName('confidentialBasis'),
    from: before.confidentialBasis,
    to: reason,
    day: work.today,
    person: work.me,
    ...stamp(work),
  })
  await settleConfidential(work, key)
  const { narrow } = await work.store.both(initiatives, { column: 'key', value: key })
  // The open row without a mark is what turns everything round; the rest follows it, also after a crash.
  for (const row of narrow)
    await work.store.openRow(initiatives, row, {
      confidentialBasis: null,
      confidentialOn: null,
      confidentialBy: null,
      ...stamp(work),
    })
  return { initiatives: [await settleConfidential(work, key)], trail: [entry] }
}
