/** Sends a message again by hand: claimed anew, so that it is sent once however often it is asked for. */
import * as v from 'valibot'
import { addresses, partOf, reminderChoices, type Sending, sendings } from '#src/lists/reminding.ts'
import { isDuplicate } from '#src/graph/errors.ts'
import { dispatchRow } from '#src/rules/reminding/dispatch.ts'
import { Refused } from '#src/rules/refusal.ts'
import { againOf, resendable, type ResendFault } from '#src/rules/reminding/resending.ts'
import { shortText } from '../schemas.ts'
import { type Done, stamp, type Work } from '../work.ts'
import { refuseOthers } from './loadDispatch.ts'

export const resendSendingArgs = v.strictObject({ sending: shortText })

export async function resendSending(
  work: Work,
  { sending: key }: v.InferOutput<typeof resendSendingArgs>,
): Promise<Done> {
  await refuseOthers(work)
  const { store, today } = work
  const row = await store.byKey(sendings, key)
  if (!row || (!row.person && !row.forum)) throw new Refused({ why: 'notFound', what: 'sending', key })
  const own = `again/${work.key}`
  const before = await store.byKey(sendings, own)
  if (before) return answer(before, await marked(work, row))
  const to = row.person
    ? { column: 'person', value: row.person.id }
    : { column: 'forum', value: row.forum?.key ?? '' }
  const choice = row.person && (await store.byKey(reminderChoices, row.person.id))
  const found = resendable(row, { others: await store.where(sendings, to), choice, today })
  if ('fault' in found) throw refused(found.fault)
  await reach(work, row)
  const again = againOf(row.claim)
  const times = (await store.startingWith(sendings, { column: 'claim', value: again })).length
  const { person, forum, kind, title } = row
  const draft = {
    key: own,
    claim: `${again}${times + 1}`,
    kind,
    title,
    day: today,
    part: partOf(today, row),
    state: 'waiting' as const,
    ...(person && { person }),
    ...(forum && { forum }),
    ...found,
    ...stamp(work),
  }
  const { item } = await store.create(sendings, draft).catch((error: unknown) => {
    // Somebody else sent it again a moment before.
    throw isDuplicate(error) ? refused('alreadyResent') : error
  })
  return answer(item, await marked(work, row))
}

const refused = (fault: ResendFault) => new Refused({ why: 'reminding', fault })

/** Whoever blocked the bot is tried once more: only they know whether they let it in again. */
async function reach({ store, today }: Work, { person, forum }: Sending): Promise<void> {
  const value = person ? person.id : `forum/${forum?.key}`
  const [address] = await store.where(addresses, { column: 'claim', value })
  if (!address?.conversation || address.state === 'removed') throw refused('notReached')
  if (address.state === 'unreachable')
    await store.change(addresses, address, { state: 'reachable', since: today })
}

const marked = ({ store, today }: Work, row: Sending) =>
  row.resentOn ? row : store.change(sendings, row, { resentOn: today })

/** What the page shows, of today and of the day it is looking at. */
const answer = (...rows: Sending[]): Done => ({ resent: rows.flatMap(dispatchRow) })
