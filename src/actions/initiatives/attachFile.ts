/** Opens the way for a document of an initiative, and tells the history when it has arrived. The bytes go past us, straight to SharePoint. */
import * as v from 'valibot'
import { documentFolderOf } from '#src/graph/documentFolder.ts'
import { safeName, siteFiles } from '#src/graph/files.ts'
import { isConfidential } from '#src/rules/initiatives/confidential.ts'
import { documentFault } from '#src/rules/initiatives/documents.ts'
import { Refused } from '#src/rules/refusal.ts'
import { shortText } from '../schemas.ts'
import { type Done, leaveTrail, loadToPrepare, stamp, type Work } from '../work.ts'

export const attachFileArgs = v.strictObject({
  initiative: shortText,
  name: shortText,
  /** Bytes. */
  size: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** The id that SharePoint gave the file, once it has arrived whole. */
  arrived: v.optional(shortText),
})

export async function attachFile(work: Work, args: v.InferOutput<typeof attachFileArgs>): Promise<Done> {
  const initiative = await loadToPrepare(work, args.initiative)
  // The library of the site is read by all staff.
  const shut = isConfidential(initiative)
  if (shut && !args.arrived) throw new Refused({ why: 'documentsOpen', names: [] })
  const files = siteFiles(work.store.graph, work.store.site.id)
  const folder = documentFolderOf(initiative)
  if (args.arrived) {
    const file = (await files.listFiles(folder)).find(({ id }) => id === args.arrived)
    if (!file) throw new Refused({ why: 'notFound', what: 'document', key: args.arrived })
    // It was on its way when the initiative was marked.
    if (shut) throw new Refused({ why: 'documentsOpen', names: [file.name] })
    const entry = await leaveTrail(work, {
      key: `${initiative.key}/document/${file.id}`,
      title: file.name.slice(0, 255),
      initiative: { key: initiative.key, title: initiative.title },
      kind: 'document',
      to: file.name,
      day: work.today,
      person: work.me,
      ...stamp(work),
    })
    return { trail: [entry] }
  }
  const fault = documentFault(args)
  if (fault) throw new Refused({ why: 'document', fault, name: args.name })
  await files.folderFor(folder)
  const name = safeName(args.name)
  // The same name again is kept beside the first: nothing that was there is written over.
  const { uploadUrl } = await files.createUpload(`${folder}/${name}`, { conflict: 'rename' })
  return { upload: { uploadUrl, name } }
}
