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

/** Urgent ones first. `until`: the instant at which it stops beginning new ones. */
export async function sendAll(
  waiting: readonly Sending[],
  sender: Sender,
  { clock, until, together }: { clock: Clock; until: number; together: number },
): Promise<Sent> {
  const jobs: Job[] = waiting
    .toSorted((a, b) => Number(a.kind === 'digest') - Number(b.kind === 'digest'))
    .map((row) => ({ row, notBefore: 0 }))
  const count: Sent = { sent: 0, ended: 0, left: 0 }
  let isOver = false
  const failures: unknown[] = []

  const next = (): Job | undefined => {
    const now = clock.now()
    const at = jobs.findIndex(({ notBefore }) => notBefore <= now)
    return at < 0 ? undefined : jobs.splice(at, 1)[0]
  }
  const sendJob = async ({ row }: Job) => {
    const went = await sendRow(row, sender)
    if (went.went === 'again') {
      const notBefore = clock.now() + went.inMs
      // Its version is another since it was marked.
      jobs.push({ row: await sender.rows.again(went.row), notBefore })
    } else if (went.went === 'lost') isOver = true
    else if (went.went === 'sent') count.sent++
    else if (went.went === 'ended') count.ended++
  }
  const worker = async () => {
    while (!isOver && jobs.length > 0 && clock.now() < until) {
      const job = next()
      if (!job) {
        const soonest = Math.min(...jobs.map(({ notBefore }) => notBefore))
        await clock.sleep(Math.max(1, Math.min(soonest, until) - clock.now()))
        continue
      }
      try {
        await sendJob(job)
      } catch (error) {
        // The others finish what they have begun before the round is given up.
        failures.push(error)
        isOver = true
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(together, jobs.length) }, worker))
  if (failures.length > 0) throw failures[0]
  count.left = jobs.length
  return count
}
