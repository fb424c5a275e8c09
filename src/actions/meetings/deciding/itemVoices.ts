/** What each authority says at an item, as it was asked for: held against whose matter it is, and put beside what stands there. */
import { outcomes } from '#src/lists/decisions.ts'
import type { AgendaItem, ItemEffect } from '#src/lists/meetings.ts'
import type { Voice } from '#src/lists/voices.ts'
import * as v from 'valibot'
import { endorsersOf, mayEndorse } from '#src/rules/deciding/endorsing.ts'
import { partiesOf } from '#src/rules/mandate.ts'
import { Refused } from '#src/rules/refusal.ts'
import { isGiven, isOwnDecision, overridden, voiceOutcomes, withVoices } from '#src/rules/meetings/voices.ts'
import { keysOf, shortText } from '../../schemas.ts'
import { loadOrganisation, type Work } from '../../work.ts'
import { personArg } from '../args.ts'
import type { PlaceOfItem } from '../place.ts'

/** One authority, by its key: the decision of its own, or that it stands behind the matter. */
export const voiceArg = v.strictObject({
  party: shortText,
  by: personArg,
  says: v.picklist([...keysOf(outcomes), 'endorses'] as const),
  wording: v.optional(v.pipe(v.string(), v.maxLength(4000))),
  caseNumber: v.optional(v.pipe(v.string(), v.maxLength(255))),
})
type Asked = v.InferOutput<typeof voiceArg>

/**
 * The voices that the item will have; `undefined` when none are said. Throws Refused for a party that the matter isn't, for what it
 * can't say, and for one whose decision has been carried out and would be said otherwise.
 */
export async function voicesOf(
  work: Work,
  { item, initiatives }: PlaceOfItem,
  { said: asked, effect }: { said?: readonly Asked[] | undefined; effect?: ItemEffect | undefined },
): Promise<Voice[] | undefined> {
  const { voices: stand } = item
  if (!asked?.length) return carriedOutOf(item)
  const initiative = initiatives.get(item.initiative?.key ?? '')
  if (!initiative || !effect) throw new Refused({ why: 'meeting', fault: 'effectUnfit' })
  const organisation = await loadOrganisation(work)
  const parties = partiesOf(initiative, organisation.tree)
  const endorsers = endorsersOf({ initiative, ...organisation })
  const said = asked.map(({ party: key, by, says, wording, caseNumber }): Voice => {
    const party = (says === 'endorses' ? endorsers : parties).find((one) => one.key === key)
    if (!party)
      throw new Refused({ why: 'notFound', what: says === 'endorses' ? 'endorsement' : 'units', key })
    return { party, by, says, ...(wording && { wording }), ...(caseNumber && { caseNumber }) }
  })
  const allowed = voiceOutcomes(effect, initiative)
  if (said.some((voice) => isOwnDecision(voice) && !allowed.includes(voice.says)))
    throw new Refused({ why: 'meeting', fault: 'effectUnfit' })
  if (overridden(stand, said).length > 0) throw new Refused({ why: 'meeting', fault: 'carriedOut' })
  for (const { party, by, says } of said.filter(isGiven)) {
    if (says !== 'endorses' || initiative.endorsements?.some((one) => one.unit.key === party.key)) continue
    const may = mayEndorse(party.key, { ...organisation, initiative, today: work.today })
    if (!may.some(({ id }) => id === by.id)) throw new Refused({ why: 'notYourEndorsement', party, may })
  }
  return withVoices(stand, said, said.some(isOwnDecision) ? parties : [])
}

/** What has been carried out stays, whatever is decided otherwise. */
const carriedOutOf = ({ voices = [] }: AgendaItem) =>
  voices.some(({ carrying }) => carrying === 'done') ? voices : undefined
