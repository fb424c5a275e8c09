/** Writes what was decided into the item, unless somebody else has decided otherwise meanwhile. */
import { type AgendaItem, agendaItems } from '#src/lists/meetings.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import { type ItemDecision, saysTheSame } from '#src/rules/meetings/itemDecision.ts'
import { Refused } from '#src/rules/refusal.ts'
import { addsVoices } from '#src/rules/meetings/voices.ts'
import { stamp, type Work } from '../../work.ts'
import { atItem, demandDraft } from '../place.ts'

type Said = { [K in keyof AgendaItem]?: AgendaItem[K] | undefined }

const MOST_ATTEMPTS = 6

/** `columns`: those that the decision writes; `undefined` empties. Throws Refused `changedByOther` with both decisions. */
export async function writeDecision(
  work: Work,
  {
    item,
    columns,
    decision,
  }: {
    item: AgendaItem
    columns: Said
    decision: ItemDecision
  },
): Promise<AgendaItem> {
  const changes = Object.fromEntries(
    Object.entries(columns).map(([name, value]) => [name, value ?? null]),
  ) as Partial<AgendaItem>
  const saw = work.seen[item.key] ?? item.version
  let now = item
  for (let attempt = 1; ; attempt++) {
    if (saysTheSame(now, decision) && now !== item) return now
    const isAnothers = now.recordedBy !== undefined && now.recordedBy.id !== work.me.id
    if (now.version !== saw && isAnothers && isOtherwise(now, item, work))
      throw new Refused({
        why: 'changedByOther',
        fields: differences(columns, now),
        of: agendaItems.name,
        ...(now.recordedBy && { by: now.recordedBy }),
      })
    if (now.decision && !addsVoices(now.voices, decision.voices))
      throw new Refused({ why: 'meeting', fault: 'carriedOut' })
    try {
      return await work.store.change(agendaItems, now, { ...changes, ...stamp(work) })
    } catch (error) {
      if (!isChangedByOther(error) || attempt === MOST_ATTEMPTS) throw error
      now = await work.store.byId(agendaItems, now.id)
      // The minutes may have been sent meanwhile.
      demandDraft(await atItem(work, now))
    }
  }
}

/** Whether another decision stands there than the one I began from: the first I read, unless I had read the page before that. */
const isOtherwise = (now: AgendaItem, first: AgendaItem, { seen }: Work) =>
  now === first
    ? seen[now.key] !== undefined
    : now.outcome !== first.outcome ||
      now.wording !== first.wording ||
      now.recordedBy?.id !== first.recordedBy?.id

const differences = (mine: Said, theirs: Said) =>
  (['outcome', 'wording', 'toComplete', 'decidedBy', 'effect', 'voices'] as const)
    .filter((field) => JSON.stringify(mine[field] ?? null) !== JSON.stringify(theirs[field] ?? null))
    .map((field) => ({ field, mine: mine[field] ?? null, theirs: theirs[field] ?? null }))
