/** The round that every server makes every few seconds: one of them works out what is due, claims it and sends it. */
import type { Person } from '#src/lists/columns.ts'
import type { Sending } from '#src/lists/reminding.ts'
import { isSendingDay } from '#src/rules/reminding/digest.ts'
import { holidays } from '#src/rules/days/holidays.ts'
import type { ReminderFacts } from '#src/rules/reminding/reminderFacts.ts'
import type { Moment } from '#src/rules/days/swedishClock.ts'
import type { Clock } from './clock.ts'
import { createConversationLimits } from './conversationLimits.ts'
import { gatherFacts } from './gatherFacts.ts'
import { type Counted, createLease } from './lease.ts'
import { addressClaim, meet, meetNew, type Memory, refresh, remember } from './memory.ts'
import { createPace } from './pace.ts'
import type { Draw, Post } from './post.ts'
import { claimed, prepare } from './prepare.ts'
import { type RowStore, sendingRows } from './rows.ts'
import { type Bounds, sendAll } from './sendAll.ts'
import type { Sender } from './sendRow.ts'
import { createUnits, type Units } from './units.ts'

/** Nothing is sent before or after, minutes since midnight. */
const HOURS = { from: 6 * 60, to: 20 * 60 } as const
const GATHER_EVERY_MS = 30 * 60_000
const MEET_EVERY_MS = 2 * 60_000
/** Who has just let the bot in has their first digest within a minute. */
const LOOK_EVERY_MS = 30_000
/** So many are claimed before they are sent: a portfolio of any size is held a part at a time. */
const CLAIMED_AT_ONCE = 200
/** A round ends after this, so that its progress is written and what is urgent meanwhile comes first. */
const LONGEST_ROUND_MS = 5 * 60_000

export interface Delivering {
  store: RowStore
  clock: Clock
  /** The business day and the time of day. */
  moment: () => Promise<Moment>
  post: Post
  draw: Draw
  /** A name of this process alone. */
  holder: string
  perSecond: number
  unitsPerMinute: number
  random?: () => number
  gather?: (store: RowStore, units: Units, day: string) => Promise<ReminderFacts>
  /** The server is about to stop: what is on its way is finished, and nothing more begun. */
  isOver?: () => boolean
  /** Hears of people with something due whom the bot has no way to reach. */
  unreached?: (people: readonly Person[]) => Promise<void>
}

/** A round; answers what was done in it, or nothing where another server is the one who sends. */
export function createDelivery(of: Delivering): () => Promise<Counted | undefined> {
  const { store, clock, holder, perSecond, random = Math.random, gather = gatherFacts } = of
  const units = createUnits(clock, of.unitsPerMinute)
  const rows = sendingRows(store, units)
  const lease = createLease({ store, units, clock, holder })
  const pace = createPace(clock, perSecond)
  const limits = createConversationLimits(clock)
  const inFlight = new Set<string>()
  let memory: Memory | undefined
  let counted: Counted = fresh('')

  /** What somebody left on its way when they fell silent: nobody knows whether it came. */
  const giveUpOn = async () => {
    for (const row of await rows.onTheWay())
      if (!inFlight.has(row.key)) await rows.settle(row, { state: 'unconfirmed', lastCode: 'silent' })
  }
  const send = async (
    waiting: readonly Sending[],
    known: Memory,
    { until, more }: Pick<Bounds, 'until' | 'more'>,
  ) => {
    const sender: Sender = {
      rows,
      store,
      pace,
      limits,
      lease,
      holder,
      random,
      inFlight,
      day: known.day,
      post: of.post,
      draw: of.draw,
      addressOf: (row) => known.addresses.get(addressClaim(row)),
      keep: async () => !of.isOver?.() && (await lease.keep(() => counted)),
    }
    const { sent, ended, left } = await sendAll(waiting, sender, {
      clock,
      until,
      more,
      together: Math.ceil(perSecond),
    })
    counted = { ...counted, sent: counted.sent + sent, failed: counted.failed + ended, waiting: left }
  }

  return async () => {
    const { day, minutes } = await of.moment()
    if (counted.day !== day) counted = fresh(day)
    const wasMine = lease.isMine()
    if (!(await lease.hold(counted))) {
      memory = undefined
      return undefined
    }
    if (!isSendingDay(day, holidays) || minutes < HOURS.from || minutes >= HOURS.to) return counted
    if (!wasMine) memory = undefined
    await giveUpOn()
    if (memory?.day !== day) memory = await remember(rows, store, day)
    if (clock.now() - memory.gatheredAt >= GATHER_EVERY_MS) {
      refresh(memory, await gather(store, units, day), clock.now())
      await meet(memory, { store, units, now: clock.now() })
    }
    if (clock.now() - memory.lookedAt >= LOOK_EVERY_MS)
      await meetNew(memory, { store, units, now: clock.now() })
    const until = clock.now() + LONGEST_ROUND_MS
    // What was claimed before and never sent, whoever claimed it, goes first, and is told nowhere else.
    const waiting = await rows.waiting()
    claimed(memory, waiting)
    const { addresses: reached } = memory
    // Whoever has let the bot in a moment ago is written to now.
    const isKnown = waiting.every((row) => reached.get(addressClaim(row))?.state === 'reachable')
    if (!isKnown) await meet(memory, { store, units, now: clock.now() })
    let prepared = prepare(memory, minutes)
    // A pause begun at breakfast holds at eight.
    if (prepared.drafts.length > 0 && clock.now() - memory.metAt >= MEET_EVERY_MS) {
      await meet(memory, { store, units, now: clock.now() })
      prepared = prepare(memory, minutes)
    }
    const { drafts, unreached } = prepared
    if (unreached.length > 0) await of.unreached?.(unreached)
    const mind = memory
    let isLost = false
    const more = async () => {
      const some = drafts.splice(0, CLAIMED_AT_ONCE)
      if (some.length === 0) return []
      isLost = !(await lease.keep(() => counted))
      if (isLost) return []
      await rows.claim(some)
      claimed(mind, some)
      const digests = some.filter(({ kind }) => kind === 'digest').length
      counted.digests += digests
      counted.urgent += some.length - digests
      return rows.waiting()
    }
    await send(waiting, memory, { until, more })
    if (isLost) return undefined
    return counted
  }
}

const fresh = (day: string): Counted => ({ day, digests: 0, urgent: 0, sent: 0, failed: 0, waiting: 0 })
