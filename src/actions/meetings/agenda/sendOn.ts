/** Passes a matter on to another forum with a question. */
import * as v from 'valibot'
import { agendaItems } from '#src/lists/meetings.ts'
import { forums } from '#src/lists/organisation.ts'
import { noticeOf } from '#src/rules/reminding/notices.ts'
import { Refused } from '#src/rules/refusal.ts'
import { text } from '../../schemas.ts'
import type { Done, Work } from '../../work.ts'
import { keyArg } from '../args.ts'
import { makeRow } from '../changeRow.ts'
import { atItem, demandOpen, demandRight, demandUnbiased, readItem, refOf } from '../place.ts'

export const sendOnArgs = v.strictObject({ item: keyArg, forum: keyArg, question: text })

/** The question waits on the other forum's backlog; asked twice with the same key, it is there once. */
export async function sendOn(
  work: Work,
  { item: key, forum: other, question }: v.InferOutput<typeof sendOnArgs>,
): Promise<Done> {
  const item = await readItem(work, key)
  const [place, asked] = await Promise.all([atItem(work, item), work.store.byKey(forums, other)])
  demandRight(work, 'hold', place)
  demandUnbiased(work, item, place.initiatives.values())
  if (!asked || asked.archived) throw new Refused({ why: 'notFound', what: 'forums', key: other })
  if (asked.key === item.forum.key)
    throw new Refused({
      why: 'invalid',
      problems: [{ field: 'forum', problem: 'notAllowed' }],
      of: agendaItems.name,
    })
  const about = [...place.initiatives.values()].find(({ archived }) => archived)
  if (about) throw new Refused({ why: 'archived' })
  demandOpen(place.initiatives.values())

  const { item: made } = await makeRow(work, agendaItems, {
    key: `${work.key}/question`,
    title: item.title,
    forum: refOf(asked),
    state: 'backlog',
    kind: item.kind === 'gate' ? 'discussion' : item.kind,
    source: 'question',
    cause: `question/${item.key}/${asked.key}`,
    asks: refOf(item),
    askedBy: refOf(place.forum),
    question,
    initiative: item.initiative ?? null,
    also: item.also ?? null,
    material: item.material ?? null,
  })
  await work.tell?.(
    noticeOf('questionSent', made.key, { forum: asked, item: made }, { by: work.me, on: work.today }),
  )
  return { agendaItems: [made] }
}
