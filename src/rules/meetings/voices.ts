/** A joint matter on an agenda: what each of the authorities may say, what they have said, and what it comes to. */
import type { Person, Ref } from '#src/lists/columns.ts'
import type { Outcome } from '#src/lists/decisions.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { AgendaItem, ItemEffect, ItemOutcome } from '#src/lists/meetings.ts'
import type { GivenVoice, Voice } from '#src/lists/voices.ts'
import { type GateName, outcomesOf } from '../gates.ts'
import { type StateChange, stateChanges } from '../processes.ts'

/** What an authority may decide by itself on a matter with this effect; nothing where one decides for all. */
export function voiceOutcomes(
  effect: ItemEffect | undefined,
  initiative: Pick<Initiative, 'type'>,
): Outcome[] {
  switch (effect?.does) {
    case 'gate':
      return outcomesOf(effect.gate as GateName, true, initiative)
    case 'financing':
    case 'owner':
    case 'priority':
      return ['grant', 'refuse']
    case 'state':
      return effect.to === 'screenedOut' ? ['screenOut'] : changesTo(effect.to)
    default:
      return []
  }
}

const changesTo = (state: string) =>
  (Object.keys(stateChanges) as StateChange[]).filter((change) => stateChanges[change].to === state)

/** Which of them the item's own effect means. */
export const meantBy = (effect: ItemEffect, outcome: ItemOutcome | undefined): Outcome | undefined => {
  if (effect.does === 'gate') return effect.outcome
  if (effect.does !== 'state') return outcome === 'refuse' ? 'refuse' : 'grant'
  return effect.to === 'screenedOut' ? 'screenOut' : changesTo(effect.to)[0]
}

export const isGiven = (voice: Voice): voice is GivenVoice =>
  voice.by !== undefined && voice.says !== undefined

/** An own decision, rather than an endorsement. */
export const isOwnDecision = (voice: Voice): voice is GivenVoice & { says: Outcome } =>
  isGiven(voice) && voice.says !== 'endorses'

export const ownDecisions = (voices: readonly Voice[] = []) => voices.filter(isOwnDecision)

/** One authority may both stand behind a matter and decide it. */
export const voiceKey = ({ party, says }: Pick<Voice, 'party' | 'says'>) =>
  says === 'endorses' ? `endorses/${party.key}` : party.key

/** The key of the decision that an item leads to, when one decides it. */
export const decisionKey = (item: Pick<AgendaItem, 'key'>) => `${item.key}/decision`

/** The key of the decision that an authority's own one becomes. */
export const voiceDecisionKey = (item: Pick<AgendaItem, 'key'>, { party }: Pick<Voice, 'party'>) =>
  `${decisionKey(item)}/${party.key}`

/** What the authorities' decisions come to so far. */
export interface Round {
  /** `agreed`: all have said the same yes. `refused`: one has said no, or they differ. `open`: some haven't decided. */
  state: 'agreed' | 'refused' | 'open'
  no: Ref[]
  waiting: Ref[]
}

export function roundOf(voices: readonly Voice[] = []): Round | undefined {
  const own = ownDecisions(voices)
  if (own.length === 0) return undefined
  const no = own.filter(({ says }) => says === 'refuse').map(({ party }) => party)
  const waiting = voices.filter((voice) => !isGiven(voice)).map(({ party }) => party)
  const differ = new Set(own.map(({ says }) => says)).size > 1
  return { no, waiting, state: no.length > 0 || differ ? 'refused' : waiting.length > 0 ? 'open' : 'agreed' }
}

/** What has been said, without how far it has come: as minutes tell it, and as two are compared. */
export const saidIn = (voices: readonly Voice[] = []) =>
  voices.map(({ party, by, says, wording, caseNumber }) => ({
    party: { key: party.key, title: party.title },
    ...(by && { by: { id: by.id, name: by.name } }),
    ...(says && { says }),
    ...(wording?.trim() && { wording: wording.trim() }),
    ...(caseNumber?.trim() && { caseNumber: caseNumber.trim() }),
  }))

export const sameVoices = (some: readonly Voice[] = [], others: readonly Voice[] = []) =>
  JSON.stringify(compared(some)) === JSON.stringify(compared(others))

const compared = (voices: readonly Voice[]) =>
  voices
    .filter(isGiven)
    .map((voice) => ({ key: voiceKey(voice), by: voice.by.id, said: saidIn([voice])[0] }))
    .map(({ key, by, said }) => [key, by, said?.says, said?.wording, said?.caseNumber])
    .toSorted(([one = ''], [other = '']) => one.localeCompare(other))

/**
 * The voices of an item after `said` is written down: what has been carried out stays as it was, the rest is what is said now, and
 * every party that says nothing has a row.
 */
export function withVoices(
  stand: readonly Voice[] = [],
  said: readonly Voice[],
  parties: readonly Ref[],
): Voice[] {
  const fixed = stand.filter(({ carrying }) => carrying === 'done')
  const kept = new Set(fixed.map(voiceKey))
  const now = [
    ...fixed,
    ...said
      .filter((voice) => isGiven(voice) && !kept.has(voiceKey(voice)))
      .map((voice): Voice => ({ ...voice, carrying: 'waiting' })),
  ]
  const decided = new Set(now.filter(isOwnDecision).map(({ party }) => party.key))
  const silent = parties
    .filter(({ key }) => !decided.has(key))
    .map(({ key, title }): Voice => ({ party: { key, title } }))
  const place = ({ key }: Ref) => parties.findIndex((party) => party.key === key)
  const rank = (voice: Voice) => (voice.says === 'endorses' ? -1 : place(voice.party))
  return [...now, ...silent].toSorted((one, other) => rank(one) - rank(other))
}

/** Those already carried out that `said` says otherwise of. */
export const overridden = (stand: readonly Voice[] = [], said: readonly Voice[]): GivenVoice[] =>
  stand.filter(isGiven).filter((voice) => {
    if (voice.carrying !== 'done') return false
    const now = said.find((one) => voiceKey(one) === voiceKey(voice))
    return now !== undefined && !sameVoices([voice], [now])
  })

/** Whether something is said that hasn't been carried out. */
export const addsVoices = (stand: readonly Voice[] = [], said: readonly Voice[] = []) => {
  const done = new Set(stand.filter(({ carrying }) => carrying === 'done').map(voiceKey))
  return said.some((voice) => isGiven(voice) && !done.has(voiceKey(voice)))
}

/** Those that say something new: between meetings people write down their own only. */
export const newVoices = (stand: readonly Voice[] = [], said: readonly Voice[]): GivenVoice[] =>
  said.filter(isGiven).filter((voice) => !stand.some((one) => sameVoices([one], [voice])))

/** In whose name it is written: my own when I am one of those who decide, else the first. */
export const speaker = (voices: readonly Voice[], me: Person): Person | undefined => {
  const given = ownDecisions(voices)
  return (given.find(({ by }) => by.id === me.id) ?? given[0])?.by
}
