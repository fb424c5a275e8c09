/** Gives or takes back a party's endorsement, by somebody who may, and leaves it in the trail. */
import type { Ref } from '#src/lists/columns.ts'
import { trail, type TrailDraft } from '#src/lists/decisions.ts'
import { type Endorsement, type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { internalName } from '#src/lists/list.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import { endorsersOf, mayEndorse } from '#src/rules/deciding/endorsing.ts'
import { Refused } from '#src/rules/refusal.ts'
import { type Done, leaveTrail, loadInitiative, loadOrganisation, stamp, type Work } from '../work.ts'

const MOST_ATTEMPTS = 4

/** `change` answers the endorsements as they should stand; `undefined` when they stand so already. Throws Refused otherwise. */
export async function changeEndorsements(
  work: Work,
  asked: { initiative: string; party: string; reason?: string },
  change: (of: { party: Ref; endorsements: Endorsement[] }) => Endorsement[] | undefined,
): Promise<Done> {
  const organisation = await loadOrganisation(work)
  let initiative = await loadInitiative(work, asked.initiative)
  for (let attempt = 1; ; attempt++) {
    const { endorsements = [] } = initiative
    const held = endorsements.find((e) => e.unit.key === asked.party)
    const party =
      endorsersOf({ initiative, ...organisation }).find(({ key }) => key === asked.party) ?? held?.unit
    if (!party) throw new Refused({ why: 'notFound', what: 'endorsement', key: asked.party })
    refuseUnlessOpen(initiative)
    const may = mayEndorse(party.key, { ...organisation, initiative, today: work.today })
    if (!may.some(({ id }) => id === work.me.id)) throw new Refused({ why: 'notYourEndorsement', party, may })
    const next = change({ party, endorsements })
    // Asked twice: the first came through, and its trail may have been left undone.
    if (!next && !(await isMine(work, initiative))) return { initiatives: [initiative] }
    const entry = trailOf(work, initiative, { party, held, reason: asked.reason })
    if (!next) return { initiatives: [initiative], trail: [await leaveTrail(work, entry)] }
    try {
      initiative = await work.store.change(initiatives, initiative, { endorsements: next, ...stamp(work) })
      return { initiatives: [initiative], trail: [await leaveTrail(work, entry)] }
    } catch (error) {
      if (!isChangedByOther(error) || attempt === MOST_ATTEMPTS) throw error
      initiative = await loadInitiative(work, asked.initiative)
    }
  }
}

/** What others lead is only followed, and nobody stands behind what has been put away. */
function refuseUnlessOpen({ external, archived, state }: Initiative) {
  if (external) throw new Refused({ why: 'external' })
  if (archived) throw new Refused({ why: 'archived' })
  if (state === 'merged' || state === 'screenedOut') throw new Refused({ why: 'notActive', state })
}

const isMine = async (work: Work, { changedBy }: Initiative) =>
  changedBy?.id === work.me.id && !(await work.store.byKey(trail, keyOf(work)))

const keyOf = (work: Work) => `${work.key}/endorsed`

function trailOf(
  work: Work,
  initiative: Initiative,
  { party, held, reason }: { party: Ref; held: Endorsement | undefined; reason: string | undefined },
): TrailDraft {
  const given = reason === undefined
  return {
    key: keyOf(work),
    title: party.title,
    initiative: { key: initiative.key, title: initiative.title },
    kind: 'endorsed',
    field: internalName('endorsements'),
    ...(!given && { from: `${party.title}: ${held?.by.name ?? ''}` }),
    to: given ? `${party.title}: ${work.me.name}` : reason,
    day: work.today,
    person: work.me,
    ...stamp(work),
  }
}
