/** Where minutes are signed. */
import type { FileChild } from 'docx'
import type { MinutesPicture } from '#src/rules/minutes.ts'
import { dayOf, paper } from '#src/text/papers.ts'
import { table, under } from './blocks.ts'
import type { PaperOptions } from './options.ts'

/** Chair, secretary and verifiers, each once: who has approved in the app is said so, the others have room to sign. */
export function signatureBlocks(picture: MinutesPicture, { approvals = [] }: PaperOptions): FileChild[] {
  const { chair, secretary, verifiers } = picture
  const signers = [
    ...(chair ? [{ role: paper.chair as string, person: chair }] : []),
    ...(secretary ? [{ role: paper.secretary as string, person: secretary }] : []),
    ...(picture.verification ? verifiers.map((person) => ({ role: paper.verifiers as string, person })) : []),
  ]
  const byPerson = Map.groupBy(signers, ({ person }) => person.id)
  const rows = [...byPerson.values()].flatMap((same) => {
    const [{ person } = { person: undefined }] = same
    if (!person) return []
    const approval = approvals.find((one) => one.person.id === person.id)
    return [
      [
        [...new Set(same.map(({ role }) => role))].join(', '),
        person.name,
        approval ? paper.approved : '',
        approval ? dayOf(approval.on) : '',
      ],
    ]
  })
  return under(2, paper.signatures, [
    table([paper.role, paper.name, paper.signature, paper.signedOn], rows, {
      widths: [2, 3, 4, 2.4],
      tall: true,
    }),
  ])
}
