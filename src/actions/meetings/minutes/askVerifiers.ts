/** Asks those who verify about a version of the minutes, or about one § by itself; each once. */
import type { AgendaItem, Meeting } from '#src/lists/meetings.ts'
import { type Verification, verifications } from '#src/lists/minutes.ts'
import type { Forum } from '#src/lists/organisation.ts'
import { noticeOf } from '#src/rules/reminding/notices.ts'
import type { Work } from '../../work.ts'
import { refOf } from '../place.ts'

/** Answers everybody who is asked about this version, with what they have said. */
export async function askVerifiers(
  work: Work,
  {
    forum,
    meeting,
    item,
    version,
    hash,
  }: { forum: Forum; meeting: Meeting; item?: AgendaItem; version: number; hash: string },
): Promise<Verification[]> {
  const { store, today } = work
  const of = item ?? meeting
  const by = meeting.changedBy ?? work.me
  const answers: Verification[] = []
  let isNew = false
  for (const person of meeting.verifiers ?? []) {
    const claim = `${of.key}/${version}/${person.id}`
    const { item: row, existed } = await store.create(verifications, {
      key: claim,
      claim,
      title: of.title,
      meeting: refOf(meeting),
      ...(item && { item: refOf(item) }),
      edition: version,
      hash,
      person,
      answer: 'asked',
      askedOn: today,
      changedBy: by,
      changedOn: today,
    })
    isNew ||= !existed
    answers.push(row)
  }
  if (isNew)
    await work.tell?.(
      noticeOf(
        'verifyAsked',
        `${of.key}/verify/${version}`,
        { forum, meeting, ...(item && { item }) },
        { by, on: today },
      ),
    )
  return answers
}
