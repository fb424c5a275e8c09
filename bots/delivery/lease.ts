/** One of several servers sends at a time, so that the rate is one; another takes over when it falls silent. */
import { sendings, type Progress, type Sending } from '#src/lists/reminding.ts'
import type { Day } from '#src/lists/columns.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import type { Clock } from './clock.ts'
import type { RowStore } from './rows.ts'
import { type Units, UNITS } from './units.ts'

const KEY = 'sender'
/** Longer than clocks of servers differ and a slow request takes. */
export const LEASE_MS = 90_000
const RENEW_BEFORE_MS = 60_000

export type Counted = Pick<Progress, 'day' | 'digests' | 'urgent' | 'sent' | 'failed' | 'waiting'>
export type Lease = ReturnType<typeof createLease>

export function createLease({
  store,
  units,
  clock,
  holder,
}: {
  store: RowStore
  units: Units
  clock: Clock
  /** A name of this process alone: of two with the same, both would send. */
  holder: string
}) {
  let until = 0
  /** Until when another has the right, as it was last seen: no answer is another before then. */
  let othersUntil = 0
  let written = ''
  let running: Promise<boolean> | undefined

  async function take(counted: Counted): Promise<boolean> {
    await units.take(UNITS.read)
    const asked = clock.now()
    const progress: Progress = { holder, until: asked + LEASE_MS, ...counted }
    const row = await rowOf(store, progress, counted.day)
    const known = row.progress
    const isMine = known?.holder === holder
    if (!isMine && known && known.until > asked) {
      othersUntil = known.until
      return false
    }
    await units.take(UNITS.write)
    const [error] = await store.changeMany(sendings, [{ item: row, changes: { progress, day: counted.day } }])
    if (error && !isChangedByOther(error)) throw error
    if (error) return false
    until = progress.until
    written = JSON.stringify(counted)
    return true
  }
  return {
    /** Whether I am the one who sends; also writes how far it has come, when that is anything new. */
    hold: (counted: Counted): Promise<boolean> => {
      const isHeld = until - clock.now() >= RENEW_BEFORE_MS && written === JSON.stringify(counted)
      if (isHeld && !running) return Promise.resolve(true)
      if (othersUntil > clock.now()) return Promise.resolve(false)
      running ??= take(counted)
        .then((mine) => {
          if (!mine) until = 0
          return mine
        })
        .finally(() => (running = undefined))
      return running
    },
    /** Whether the right is still mine, renewed in good time. */
    async keep(counted: () => Counted): Promise<boolean> {
      if (until - clock.now() < RENEW_BEFORE_MS) await this.hold(counted()).catch(() => false)
      return until > clock.now()
    },
    isMine: () => until > clock.now(),
  }
}

async function rowOf(store: RowStore, progress: Progress, day: Day): Promise<Sending> {
  const draft = { key: KEY, title: KEY, claim: KEY, kind: 'sender', state: 'sent', day } as const
  const found = await store.byKey(sendings, KEY)
  return found ?? (await store.create(sendings, { ...draft, progress: { ...progress, until: 0 } })).item
}
