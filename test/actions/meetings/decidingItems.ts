/** Items that a meeting on the tenant decides, as tests ask for it. */
import { decisions } from '#src/lists/decisions.ts'
import { type AgendaItem, agendaItems, type ItemEffect, type Meeting } from '#src/lists/meetings.ts'
import type { ActionArgs } from '#src/actions/index.ts'
import { aNeed } from '#test/fixtures/needs.ts'
import { aForumThere, anItemOf, aSitting } from '#test/fixtures/sittings.ts'
import { refusalsOf, type Stand, type Who } from '#test/fixtures/stand.ts'

export const wording = 'Behovet går vidare.'
export const goOn: ItemEffect = { does: 'gate', gate: 'BP1', outcome: 'goOn' }
export type Args = Omit<ActionArgs<'decideItem'>, 'item'>

/** Decides items on that tenant, and reads what came of it. */
export function decidingItems(stand: () => Stand) {
  const decide = (item: AgendaItem, args: Args, who: Who = 'developmentLead', seen = {}) =>
    stand().act(who, 'decideItem', { item: item.key, ...args }, { seen })
  const faultsIn = async (asked: Promise<unknown>) =>
    (await refusalsOf(asked)).map((refusal) => (refusal.why === 'meeting' ? refusal.fault : refusal.why))
  const there = async ({ key }: AgendaItem) => (await stand().store.byKey(agendaItems, key)) as AgendaItem
  const madeBy = ({ key }: AgendaItem) => stand().store.byKey(decisions, `${key}/decision`)

  /** An item about a need, at a meeting whose decisions take effect at once. */
  async function aGate({
    meeting = {},
    need = {},
    item = {},
  }: {
    meeting?: Partial<Meeting>
    need?: Parameters<typeof aNeed>[1]
    item?: Partial<AgendaItem>
  } = {}) {
    const forum = await aForumThere(stand())
    const sitting = await aSitting(stand(), forum, { effectAt: 'atMeeting', ...meeting })
    const initiative = await aNeed(stand(), need)
    const about = { key: initiative.key, title: initiative.title }
    return {
      forum,
      sitting,
      initiative,
      item: await anItemOf(stand(), sitting, { kind: 'gate', initiative: about, ...item }),
    }
  }
  return { aGate, decide, madeBy, there, faultsIn }
}
