/** What a meeting has decided about an initiative, and which takes effect when its minutes are verified: nobody decides it again meanwhile. */
import type { DecisionMatter } from '#src/lists/decisions.ts'
import type { AgendaItem, ItemEffect } from '#src/lists/meetings.ts'
import { isGate } from '../gates.ts'
import type { Refusal } from '../refusal.ts'

/** An item whose decision waits for the minutes of its meeting. */
export type ItemThatWaits = AgendaItem & Required<Pick<AgendaItem, 'effect' | 'decidedOn'>>

const isWaiting = (item: AgendaItem): item is ItemThatWaits =>
  item.carrying === 'waiting' && item.effect !== undefined && item.decidedOn !== undefined && !item.archived

/** Items of agendas that wait for the minutes of their meeting, about one initiative, latest first. */
export const waitingForMinutes = (items: readonly AgendaItem[], initiative: string): ItemThatWaits[] =>
  items
    .filter(isWaiting)
    .filter((item) => item.initiative?.key === initiative)
    .toSorted((a, b) => b.decidedOn.localeCompare(a.decidedOn))

/**
 * The item by which a meeting has decided the matter already. `party`: the authority to decide for, where several decide each for
 * themselves; those that said nothing at the meeting are still to decide.
 */
export const decidedAtMeeting = (
  items: readonly AgendaItem[],
  { initiative, matter, party }: { initiative: string; matter: DecisionMatter; party?: string | undefined },
): ItemThatWaits | undefined =>
  waitingForMinutes(items, initiative).find(({ effect, voices }) => {
    if (!settles(effect, matter)) return false
    // The initiative's page brings this in: what else voices are asked (voices.ts) is left where it is.
    const own = (voices ?? []).filter(({ says }) => says !== undefined && says !== 'endorses')
    return own.length === 0 || party === undefined || own.some((voice) => voice.party.key === party)
  })

/** Screening out is an outcome of whatever gate the initiative stands before. */
function settles(effect: ItemEffect, matter: DecisionMatter): boolean {
  if (effect.does === 'gate') return effect.gate === matter
  if (effect.does === 'state' && effect.to === 'screenedOut') return isGate(matter)
  return effect.does === matter
}

/** What keeps a matter from being decided again, for `mayDecide`. */
export const keptByMeetings =
  (items: readonly AgendaItem[], initiative: string) =>
  (matter: DecisionMatter, party: string | undefined): Refusal | undefined => {
    const item = decidedAtMeeting(items, { initiative, matter, party })
    return item && waitsForMinutes(item)
  }

/** What such an item is about. */
export const matterOfEffect = (effect: ItemEffect): DecisionMatter =>
  effect.does === 'gate' ? (effect.gate as DecisionMatter) : effect.does

/** Says where it was decided, and when. */
export const waitsForMinutes = ({ forum, meeting, decidedOn }: ItemThatWaits): Refusal => ({
  why: 'decidedAtMeeting',
  forum,
  ...(meeting && { meeting }),
  on: decidedOn,
})
