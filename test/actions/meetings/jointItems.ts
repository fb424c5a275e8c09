/** Items about a need that two administrations share, as tests decide them. */
import { type AgendaItem, agendaItems, type ItemEffect, type Meeting } from '#src/lists/meetings.ts'
import type { ActionArgs } from '#src/actions/index.ts'
import { aSharedNeed } from '#test/fixtures/needs.ts'
import { aForumThere, anItemOf, aSitting } from '#test/fixtures/sittings.ts'
import { refusalsOf, type Stand, type Who } from '#test/fixtures/stand.ts'

export type Args = Omit<ActionArgs<'decideItem'>, 'item'>
type Voice = NonNullable<Args['said']>[number]
const effect: ItemEffect = { does: 'gate', gate: 'BP3', outcome: 'waitingList' }
export const yes: Args = { outcome: 'grant', wording: 'Behovet läggs på väntelistan.', effect }

/** Decides joint items on that tenant, and reads what came of it. */
export function jointItems(stand: () => Stand) {
  const ours = (says: Voice['says'] = 'waitingList', more: Partial<Voice> = {}): Voice => ({
    party: 'u-avo',
    by: stand().person('director'),
    says,
    ...more,
  })
  const theirs = (says: Voice['says'] = 'waitingList', more: Partial<Voice> = {}): Voice => ({
    party: 'u-ffs',
    by: stand().person('disabilityDirector'),
    says,
    ...more,
  })
  const decide = (item: AgendaItem, args: Args, who: Who = 'jointManager') =>
    stand().act(who, 'decideItem', { item: item.key, ...args })
  const faultsIn = async (asked: Promise<unknown>) =>
    (await refusalsOf(asked)).map((refusal) => (refusal.why === 'meeting' ? refusal.fault : refusal.why))
  const there = async ({ key }: AgendaItem) => (await stand().store.byKey(agendaItems, key)) as AgendaItem

  /** An item about a need that two administrations share, where both directors are. */
  async function aJointItem(
    meeting: Partial<Meeting> = {},
    need: Parameters<typeof aSharedNeed>[1] = {},
    present: readonly Who[] = ['jointManager', 'director', 'disabilityDirector'],
  ) {
    const forum = await aForumThere(stand(), {
      title: 'Styr- och samordningsgruppen',
      chair: stand().person('director'),
      secretary: stand().person('jointManager'),
    })
    const sitting = await aSitting(
      stand(),
      forum,
      {
        effectAt: 'atMeeting',
        chair: stand().person('director'),
        secretary: stand().person('jointManager'),
        ...meeting,
      },
      Object.fromEntries(present.map((who) => [who, 'present'])),
    )
    const initiative = await aSharedNeed(stand(), need)
    const about = { key: initiative.key, title: initiative.title }
    const item = await anItemOf(stand(), sitting, { kind: 'gate', initiative: about })
    return { sitting, initiative, item }
  }
  return { aJointItem, ours, theirs, decide, there, faultsIn }
}
