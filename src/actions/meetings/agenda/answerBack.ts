/** Takes the answer to another forum's question back to the forum that asked. */
import { type AgendaItem, agendaItems, itemOutcomes } from '#src/lists/meetings.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import { noticeOf } from '#src/rules/reminding/notices.ts'
import { stamp, type Work } from '../../work.ts'
import { makeRow } from '../changeRow.ts'
import { placeOf, refOf } from '../place.ts'

const MOST_ATTEMPTS = 4

/**
 * When an item that asks for another forum has been treated: its answer, on that forum's backlog. Called again it is the same item,
 * with the answer as it is now, as long as that forum hasn't dealt with it. Nothing for any other item.
 */
export async function answerBack(work: Work, item: AgendaItem): Promise<AgendaItem[]> {
  const { asks, askedBy } = item
  if (item.source !== 'question' || !asks || !askedBy || item.state !== 'treated') return []
  const answer = answerOf(item)
  const { item: made, existed } = await makeRow(work, agendaItems, {
    key: `${item.key}/answer`,
    title: item.title,
    forum: askedBy,
    state: 'backlog',
    kind: 'information',
    source: 'answer',
    cause: `answer/${item.key}`,
    asks: refOf(item),
    askedBy: item.forum,
    question: item.question ?? null,
    answer,
    initiative: item.initiative ?? null,
    also: item.also ?? null,
    material: item.material ?? null,
  })
  const told = existed ? await put(work, made, answer) : made
  const { forum } = await placeOf(work, { forum: askedBy.key })
  await work.tell?.(
    noticeOf('questionAnswered', made.key, { forum, item: made }, { by: work.me, on: work.today }),
  )
  return [told]
}

/** What they wrote to us, else what they decided, else how it ended. */
const answerOf = ({ answer, wording, outcome }: AgendaItem): string | null =>
  answer ?? wording ?? (outcome ? itemOutcomes[outcome] : null)

async function put(work: Work, first: AgendaItem, answer: string | null): Promise<AgendaItem> {
  let now = first
  for (let attempt = 1; now.state !== 'treated' && (now.answer ?? null) !== answer; attempt++) {
    try {
      now = await work.store.change(agendaItems, now, { answer, ...stamp(work) })
    } catch (error) {
      if (!isChangedByOther(error) || attempt === MOST_ATTEMPTS) throw error
      now = await work.store.byId(agendaItems, now.id)
    }
  }
  return now
}
