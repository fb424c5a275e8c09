/** How a day's messages went, and who can't be reached: for those who see to it that reminders come. */
import * as v from 'valibot'
import { addresses, addressStates, sendings } from '#src/lists/reminding.ts'
import { isDay } from '#src/lists/shapes.ts'
import { howeverMany, messagesOf } from '#src/graph/manyRows.ts'
import { dispatchRow, unreachedRow } from '#src/rules/reminding/dispatch.ts'
import { may, permissions } from '#src/rules/permissions.ts'
import { Refused } from '#src/rules/refusal.ts'
import { type Done, loadOrganisation, rolesOf, type Work } from '../work.ts'

export const loadDispatchArgs = v.strictObject({
  day: v.pipe(
    v.string(),
    v.check((day) => isDay(day)),
  ),
})

export async function loadDispatch(
  work: Work,
  { day }: v.InferOutput<typeof loadDispatchArgs>,
): Promise<Done> {
  await refuseOthers(work)
  const { store } = work
  const unreached = await howeverMany(store, addresses, {
    read: async () => {
      const values = [addressStates.unreachable, addressStates.removed]
      return (await store.whereIn([{ list: addresses, column: 'state', values }]))[0]
    },
    keeps: ({ state }) => state !== 'reachable',
  })
  const sent = await messagesOf(store, day)
  const progress = (await store.byKey(sendings, 'sender'))?.progress
  return {
    dispatch: {
      day,
      rows: sent.flatMap(dispatchRow),
      unreached: unreached.map(unreachedRow),
      ...(progress && { progress }),
    },
  }
}

/** Throws Refused for whoever hasn't the task. */
export async function refuseOthers(work: Work): Promise<void> {
  const roles = rolesOf(work.me.id, await loadOrganisation(work))
  if (!may('dispatch', { id: work.me.id, roles }))
    throw new Refused({ why: 'notYourTask', roles: [...permissions.dispatch.roles] })
}
