/** Marks an initiative as confidential, or marks it by another section: it moves with all that tells of it to the narrow lists. */
import * as v from 'valibot'
import { trailKinds } from '#src/lists/decisions.ts'
import { internalName } from '#src/lists/list.ts'
import { agendaItems } from '#src/lists/meetings.ts'
import { documentFolderOf } from '#src/graph/documentFolder.ts'
import { siteFiles } from '#src/graph/files.ts'
import { Refused } from '#src/rules/refusal.ts'
import { changeNeed } from '../needs/mergeParts.ts'
import { shortText, text } from '../schemas.ts'
import { loadToMark } from './loadToMark.ts'
import { settleConfidential } from './settleConfidential.ts'
import { type Done, leaveTrail, stamp, type Work } from '../work.ts'

/** `basis`: chapter and section of the law. */
export const markConfidentialArgs = v.strictObject({ initiative: shortText, basis: shortText, reason: text })

export async function markConfidential(
  work: Work,
  { initiative: key, basis, reason }: v.InferOutput<typeof markConfidentialArgs>,
): Promise<Done> {
  const before = await loadToMark(work, key)
  const files = siteFiles(work.store.graph, work.store.site.id)
  const documents = await files.listFiles(documentFolderOf(before))
  if (documents.length > 0)
    throw new Refused({ why: 'documentsOpen', names: documents.map(({ name }) => name) })
  const [items] = await work.store.whereOf([agendaItems], { column: 'initiative', value: key })
  const standing = items.filter(
    ({ state, archived }) => !archived && (state === 'backlog' || state === 'agenda'),
  )
  if (standing.length > 0)
    throw new Refused({
      why: 'standsOpen',
      names: standing.map(({ title, forum }) => `${title} (${forum.title})`),
    })
  // The mark is written where the row still is: from then on it is known which way everything goes.
  await changeNeed(work, before, (now) =>
    now.confidentialBasis === basis && now.confidentialReason === reason
      ? undefined
      : {
          confidentialBasis: basis,
          confidentialReason: reason,
          confidentialOn: work.today,
          confidentialBy: work.me,
          moving: 'narrow',
        },
  )
  const initiative = await settleConfidential(work, key)
  const entry = await leaveTrail(work, {
    key: `${work.key}/confidential`,
    title: trailKinds.confidential,
    initiative: { key, title: initiative.title },
    kind: 'confidential',
    field: internalName('confidentialBasis'),
    ...(before.confidentialBasis && before.confidentialBasis !== basis && { from: before.confidentialBasis }),
    to: basis,
    day: work.today,
    person: work.me,
    ...stamp(work),
  })
  return { initiatives: [initiative], trail: [entry] }
}
