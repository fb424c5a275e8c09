/** Saves a time that was tried, and then the receptions that move with it: what has been saved stays when the rest is refused. */
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Reception } from '#src/lists/receptions.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { type Interval, quarterText } from '#src/rules/pictures/roadmap.ts'
import type { Acting } from '../../act.ts'

export type SavedTime =
  | { is: 'saved' | 'waiting' }
  /** `kept`: the time itself was saved. */
  | { is: 'refused'; refusals: Refusal[]; kept: boolean }

export interface MovedReception {
  before: Reception
  after: Reception
}

export async function saveTime(
  acting: Pick<Acting, 'act'>,
  one: Initiative,
  { interval, moved }: { interval: Interval; moved: readonly MovedReception[] },
): Promise<SavedTime> {
  const ends = interval.to !== undefined
  const answer = await acting.act('prepareInitiative', {
    initiative: one.key,
    changes: {
      start: quarterText(interval.from),
      ...(ends && { plannedEnd: quarterText(interval.to ?? interval.from) }),
    },
    base: { start: one.start ?? null, ...(ends && { plannedEnd: one.plannedEnd ?? null }) },
  })
  if ('refusals' in answer) return { is: 'refused', refusals: answer.refusals, kept: false }
  let waits = 'waiting' in answer
  for (const { before, after } of moved) {
    const next = await acting.act('saveRow', {
      initiative: one.key,
      list: 'receptions',
      row: before.key,
      values: { from: after.from, to: after.to },
      base: { from: before.from, to: before.to },
    })
    if ('refusals' in next) return { is: 'refused', refusals: next.refusals, kept: true }
    waits ||= 'waiting' in next
  }
  return { is: waits ? 'waiting' : 'saved' }
}
