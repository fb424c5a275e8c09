/** The rows of a joint matter: what each authority decides, or whose endorsement is still to be given, and what that says together. */
import { useMemo } from 'react'
import type { Person } from '#src/lists/columns.ts'
import type { Decision, Outcome } from '#src/lists/decisions.ts'
import type { AgendaItem, ItemEffect } from '#src/lists/meetings.ts'
import type { PersonRow } from '#src/lists/organisation.ts'
import type { Voice } from '#src/lists/voices.ts'
import type { PresentAsking } from '#src/rules/meetings/presentDeciders.ts'
import { endorsersAmong, partiesAmong, type PartyThere } from '#src/rules/meetings/presentParties.ts'
import { isGiven, isOwnDecision, meantBy, voiceKey, voiceOutcomes } from '#src/rules/meetings/voices.ts'
import type { DecisionDraft, VoiceDraft } from './useDecision.ts'

export interface VoiceRow extends Omit<PartyThere, 'decided'> {
  key: string
  /** Written down and carried out here: it stays. */
  fixed?: Voice
  /** Decided already, somewhere else. */
  decided?: Decision
  /** Filled in, or else as proposed; empty where nothing is decided now. */
  says: Outcome | 'endorses' | ''
  by?: Person
  wording: string
  caseNumber: string
}

export interface VoiceRows {
  /** Each authority decides for itself. */
  parties: VoiceRow[]
  /** What each may decide. */
  outcomes: readonly Outcome[]
  /** Those whose endorsement the gate asks for, where somebody here may give it. */
  endorsers: VoiceRow[]
  /** What is said, as it is written down. */
  said: Voice[]
}

const none: VoiceRows = { parties: [], outcomes: [], endorsers: [], said: [] }

export function useVoices({
  item,
  draft,
  effect,
  present,
  asking,
  people,
}: {
  item: AgendaItem
  draft: DecisionDraft
  effect: ItemEffect | undefined
  present: readonly Person[]
  /** `undefined` until the initiative has come. */
  asking: PresentAsking | undefined
  people: readonly PersonRow[]
}): VoiceRows {
  return useMemo(() => {
    if (!effect || !asking) return none
    const row = rowMaker({ item, draft, usual: meantBy(effect, draft.outcome) ?? '' })
    const parties = rowsOf(partiesAmong(present, effect, asking), effect).map((party) => row(party))
    const endorsers = endorsersAmong(present, effect, { ...asking, people }).map((party) =>
      row({ ...party, posts: [] }, 'endorses'),
    )
    const given = (item.voices ?? []).filter(
      (voice) => voice.says === 'endorses' && voice.carrying === 'done',
    )
    const said = [
      ...given,
      ...[...endorsers, ...parties].flatMap(({ fixed, party, says, by, wording, caseNumber }): Voice[] => {
        if (fixed) return [fixed]
        if (says === '' || !by) return []
        const words = { ...(wording.trim() && { wording }), ...(caseNumber.trim() && { caseNumber }) }
        return [{ party, by, says, ...(says !== 'endorses' && words) }]
      }),
    ]
    return { parties, outcomes: voiceOutcomes(effect, asking.preparation.initiative), endorsers, said }
  }, [item, draft, effect, present, asking, people])
}

/** Who answers for it and its place may whoever prepares it decide as well, while none of the parties is there. */
const rowsOf = (parties: PartyThere[], { does }: ItemEffect) =>
  (does === 'owner' || does === 'priority') && parties.every(({ able }) => able.length === 0) ? [] : parties

const rowMaker =
  ({ item, draft, usual }: { item: AgendaItem; draft: DecisionDraft; usual: Outcome | '' }) =>
  ({ decided, ...there }: PartyThere, kind?: 'endorses'): VoiceRow => {
    const { party, able } = there
    const key = voiceKey({ party, ...(kind && { says: kind }) })
    const stand = item.voices?.find((voice) => isGiven(voice) && voiceKey(voice) === key)
    const filled: VoiceDraft | undefined = draft.voices?.[key]
    const isOpen = able.length > 0 && !decided
    // What hasn't been said by those who were written down before isn't proposed again.
    const proposed = kind || item.voices?.some(isOwnDecision) ? '' : usual
    const by = able.find(({ id }) => id === (filled?.by ?? stand?.by)?.id) ?? able[0]
    const isFixed = stand?.carrying === 'done'
    return {
      ...there,
      key,
      says: isOpen ? (filled?.says ?? stand?.says ?? proposed) : '',
      wording: filled?.wording ?? stand?.wording ?? '',
      caseNumber: filled?.caseNumber ?? stand?.caseNumber ?? '',
      ...(by && { by }),
      ...(isFixed && { fixed: stand }),
      ...(decided && !isFixed && { decided }),
    }
  }
