/** What files of papers are called: forum, day, what it is, so that a folder sorts by itself. */
import type { PaperKind } from '#src/lists/minutes.ts'
import { safeName } from '#src/graph/files.ts'
import type { AgendaPicture } from '#src/rules/meetings/agendaPicture.ts'
import type { MinutesPicture } from '#src/rules/minutes.ts'
import { paper, say } from '#src/text/papers.ts'

/**
 * `SD HT 2024-10-16 Protokoll.docx`; copies of corrected minutes and agendas that were sent again say of which version, and what isn't fixed says so, so that it takes
 * no fixed paper's name. What SharePoint refuses in names is written otherwise.
 */
export function paperName(
  kind: PaperKind,
  picture: MinutesPicture | AgendaPicture,
  { item, isDraft = false }: { item?: string | undefined; isDraft?: boolean } = {},
): string {
  const { forum, meeting } = picture
  const { files } = paper
  const words = [
    forum.short,
    meeting.day,
    what(kind, picture, item),
    saysVersion(kind, picture) && say(files.edition, { version: picture.version }),
    isDraft && files.draft,
  ]
  return safeName(`${words.filter(Boolean).join(' ')}.docx`)
}

/** Of what was sent or fixed more than once, but for what says so by its own name. */
const saysVersion = (kind: PaperKind, picture: MinutesPicture | AgendaPicture) =>
  kind === 'agenda' ? picture.version > 1 : 'correction' in picture && kind !== 'correction'

function what(kind: PaperKind, picture: MinutesPicture | AgendaPicture, key: string | undefined): string {
  const { files } = paper
  if (kind === 'extract') {
    const item = picture.items.find((one) => one.key === key)
    const paragraph = item && 'paragraph' in item ? item.paragraph : undefined
    return paragraph === undefined
      ? say(files.itemExtract, { n: item?.number ?? 0 })
      : say(files.extract, { n: paragraph })
  }
  if (kind === 'correction') return say(files.correction, { version: picture.version })
  if (kind === 'minutes' || kind === 'notes')
    return 'kind' in picture && picture.kind === 'notes' ? files.notes : files.minutes
  return files[kind]
}
