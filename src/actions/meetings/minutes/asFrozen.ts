/** Lets items say what the minutes that hold say of them: what a correction changed, and nothing that was written after they were sent. */
import { type AgendaItem, agendaItems } from '#src/lists/meetings.ts'
import type { ChangesOf } from '#src/lists/list.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import { same } from '#src/rules/initiatives/editing.ts'
import type { MinutesPicture } from '#src/rules/minutes.ts'
import type { MinutesItem } from '#src/rules/meetings/minutesItems.ts'
import { isGiven, sameVoices, saidIn } from '#src/rules/meetings/voices.ts'
import type { Work } from '../../work.ts'

const MOST_ATTEMPTS = 4

/** Answers the items as they then stand. */
export async function asFrozen(
  { store }: Work,
  items: readonly AgendaItem[],
  { items: frozen }: Pick<MinutesPicture, 'items'>,
): Promise<AgendaItem[]> {
  const said = new Map(frozen.map((one) => [one.key, one]))
  const now = new Map(items.map((item) => [item.key, item]))
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const open = [...now.values()].flatMap((item) => {
      const changes = changesTo(item, said.get(item.key))
      return Object.keys(changes).length > 0 ? [{ item, changes }] : []
    })
    if (open.length === 0) break
    const answers = await store.changeMany(agendaItems, open)
    const failed = answers.find((error) => error && !isChangedByOther(error))
    if (failed) throw failed
    const read = await store.whereIn([
      { list: agendaItems, column: 'key', values: open.map(({ item }) => item.key) },
    ])
    for (const item of read.flat()) now.set(item.key, item)
  }
  return items.map((item) => now.get(item.key) ?? item)
}

/** Of an item that isn't in the minutes nothing. */
function changesTo(item: AgendaItem, frozen: MinutesItem | undefined): ChangesOf<typeof agendaItems> {
  if (!frozen) return {}
  const { title, notes, proposals, basis, differing, answer, decision } = frozen
  const wanted = {
    title,
    notes,
    proposals,
    basis,
    differing,
    answer,
    outcome: decision?.outcome,
    wording: decision?.wording,
    toComplete: decision?.toComplete,
    effect: decision?.effect,
  }
  return {
    ...Object.fromEntries(
      Object.entries(wanted)
        .filter(([field, value]) => !same(item[field as 'notes'], value))
        .map(([field, value]) => [field, value ?? null]),
    ),
    ...(!sameVoices(item.voices, decision?.voices) && {
      voices: saidIn(decision?.voices).map((voice) =>
        isGiven(voice) ? { ...voice, carrying: 'waiting' as const } : voice,
      ),
    }),
  }
}
