/** Sends what is waiting, several at a time at one pace; what was refused for now comes back when its time is there. */
import type { Sending } from '#src/lists/reminding.ts'
import type { Clock } from './clock.ts'
import { type Sender, sendRow } from './sendRow.ts'

export interface Sent {
  sent: number
  ended: number
  left: number
}

interface Job {
  row: Sending
  notBefore: number
}

export interface Bounds {
  clock: Clock
  /** The instant at which it stops beginning new ones. */
  until: number
  /** So many at a time. */
  together: number
  /** What waits besides, asked for while the last ones are on their way; none when there is no more. */
  more: () => Promise<readonly Sending[]>
}

/** Urgent ones first. */
export async function sendAll(
  waiting: readonly Sending[],
  sender: Sender,
  { clock, until, together, more }: Bounds,
): Promise<Sent> {
  const jobs: Job[] = []
  /** Keys of rows that were taken up: read again while one is on its way, it would look like mine to send. */
  const known = new Set<string>()
  const count: Sent = { sent: 0, ended: 0, left: 0 }
  const state: { isOver: boolean; isAll: boolean; coming?: Promise<void> | undefined } = {
    isOver: false,
    isAll: false,
  }
  const failures: unknown[] = []

  // The others finish what they have begun before the round is given up.
  const fail = (error: unknown) => {
    failures.push(error)
    state.isOver = true
  }
  const take = (rows: readonly Sending[]) => {
    for (const row of rows) {
      if (!known.has(row.key)) jobs.push({ row, notBefore: 0 })
      known.add(row.key)
    }
    jobs.sort((a, b) => Number(a.row.kind === 'digest') - Number(b.row.kind === 'digest'))
  }
  const ask = async () => {
    const rows = await more()
    state.isAll = rows.length === 0
    take(rows)
  }
  const next = (): Job | undefined => {
    const now = clock.now()
    const ready = jobs.filter(({ notBefore }) => notBefore <= now)
    // New ones are claimed meanwhile: those that were refused hold up nobody.
    if (!state.isAll && ready.length < together)
      state.coming ??= ask()
        .catch(fail)
        .finally(() => (state.coming = undefined))
    const [job] = ready
    if (job) jobs.splice(jobs.indexOf(job), 1)
    return job
  }
  const sendJob = async ({ row }: Job) => {
    const went = await sendRow(row, sender)
    if (went.went === 'again') {
      const notBefore = clock.now() + went.inMs
      // Its version is another since it was marked.
      jobs.push({ row: await sender.rows.again(went.row), notBefore })
    } else if (went.went === 'lost') state.isOver = true
    else if (went.went === 'sent') count.sent++
    else if (went.went === 'ended') count.ended++
  }
  const worker = async () => {
    while (!state.isOver && clock.now() < until) {
      const job = next()
      if (job) await sendJob(job).catch(fail)
      else if (state.coming) await state.coming
      else if (jobs.length === 0) return
      else {
        const soonest = Math.min(...jobs.map(({ notBefore }) => notBefore))
        await clock.sleep(Math.max(1, Math.min(soonest, until) - clock.now()))
      }
    }
  }
  take(waiting)
  await Promise.all(Array.from({ length: together }, worker))
  await state.coming
  if (failures.length > 0) throw failures[0]
  count.left = jobs.length
  return count
}
