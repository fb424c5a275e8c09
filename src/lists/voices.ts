/** What each of several says who decide one matter together, as an item on an agenda keeps it. */
import type { Person, Ref } from './columns.ts'
import { type Outcome, outcomes } from './decisions.ts'
import { isObject, isPerson, isRef, isText } from './shapes.ts'

/**
 * An authority's part in a joint matter: its own decision, or that it stands behind the matter (`endorses`). Who hasn't said
 * anything at the meeting has a row without `by` and `says`. `decision`: what it became in the register. `refused`: the refusals
 * that kept it from being carried out, as JSON.
 */
export interface Voice {
  party: Ref
  by?: Person
  says?: Outcome | 'endorses'
  wording?: string
  /** In the party's own registry. */
  caseNumber?: string
  carrying?: 'waiting' | 'done' | 'refused'
  decision?: Ref
  refused?: string
}

/** One that has said something. */
export type GivenVoice = Voice & Required<Pick<Voice, 'by' | 'says'>>

export const areVoices = (value: unknown): value is Voice[] => Array.isArray(value) && value.every(isVoice)

const isVoice = (value: unknown): value is Voice =>
  isObject(value) &&
  isRef(value.party) &&
  (value.by === undefined || isPerson(value.by)) &&
  (value.says === undefined ||
    value.says === 'endorses' ||
    (isText(value.says) && Object.hasOwn(outcomes, value.says))) &&
  [value.wording, value.caseNumber, value.refused].every((text) => text === undefined || isText(text)) &&
  (value.carrying === undefined || ['waiting', 'done', 'refused'].includes(String(value.carrying))) &&
  (value.decision === undefined || isRef(value.decision))
