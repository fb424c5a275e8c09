/** The agenda as a Word file, and as PDF where the service makes one: as it was sent last, or a draft of what hasn't been sent yet, for those who prepare it. */
import { type Paper, papers } from '#src/lists/minutes.ts'
import { readAgenda } from '#src/rules/meetings/agendaPicture.ts'
import { canonical, sha256 } from '#src/rules/canonical.ts'
import { Refused } from '#src/rules/refusal.ts'
import type { Work } from '../../work.ts'
import { agendaDrawer, agendaOf } from './agendaNow.ts'
import { paperPrefix, readPaper } from '../minutes/freezePaper.ts'
import { putFile, tellOfFile } from '../minutes/filing.ts'
import { demandRight, type PlaceAtMeeting, refOf } from '../place.ts'

/** Drafts are of no version: what is sent begins with the first. */
const DRAFT = 0

/** Asked again it is the same file, until the agenda has changed. */
export async function fileAgenda(work: Work, place: PlaceAtMeeting): Promise<Paper[]> {
  const { meeting } = place
  const version = meeting.agendaVersion
  const sent = version === undefined ? undefined : await readPaper(work, { meeting, kind: 'agenda', version })
  if (!sent) return [await fileDraft(work, place)]
  const [first, ...others] = sent.papers
  if (!first || first.file) return sent.papers
  const { hash, text } = sent
  const picture = readAgenda(text)
  const put = await putFile(work, place, {
    kind: 'agenda',
    edition: picture.version,
    contentHash: hash,
    withPdf: true,
    make: async () => (await maker())('agenda', picture, { hash }),
  })
  return [await tellOfFile(work, first, put), ...others]
}

async function fileDraft(work: Work, place: PlaceAtMeeting): Promise<Paper> {
  demandRight(work, 'prepare', place)
  const { meeting } = place
  const items = await agendaOf(work, meeting)
  if (items.length === 0) throw new Refused({ why: 'meeting', fault: 'empty' })
  const picture = (await agendaDrawer(work, place, items))(DRAFT)
  const hash = await sha256(canonical({ ...picture, sentOn: null }))
  const claim = `${paperPrefix(meeting, 'agenda', DRAFT)}${hash.slice(0, 12)}`
  const { item: row } = await work.store.create(papers, {
    key: claim,
    claim,
    title: meeting.title,
    meeting: refOf(meeting),
    kind: 'agenda',
    edition: DRAFT,
    part: 1,
    parts: 1,
    hash,
    by: work.me,
    sentOn: work.today,
    changedBy: work.me,
    changedOn: work.today,
  })
  if (row.file) return row
  const put = await putFile(work, place, {
    kind: 'agenda',
    edition: DRAFT,
    contentHash: hash,
    withPdf: true,
    make: async () => (await maker())('agenda', picture, { hash, isDraft: true }),
  })
  return tellOfFile(work, row, put)
}

/** Word files are made on the server only, and not before somebody asks for one. */
const maker = async () => (await import('#src/documents/paperFile.ts')).paperFile
