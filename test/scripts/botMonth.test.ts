/** Days of reminders with much going wrong, as `npm run bot-month` tells of a month: nobody is told twice, and nothing is lost. */
import { expect, test } from 'vitest'
import { monthOptions } from '#scripts/botMonth/options.ts'
import { simulate } from '#scripts/botMonth/simulate.ts'

const few = ['--people', '20', '--items', '150', '--kills', '4']
const trouble = ['--throttled', '0.2', '--precondition', '0.05', '--timeout', '0.1', '--unreachable', '0.1']
/** Some thousand requests: on a machine that does much else they take their time. */
const ENDS_WHAT_HANGS = 240_000

test(
  'with servers killed, sends refused and answers lost',
  async () => {
    // What was due on the first day has come by the end of the second.
    const options = monthOptions([...few, ...trouble, '--from', '2026-03-24', '--days', '2'])
    const { result, servers, failures, again } = await simulate(options)
    expect(failures).toEqual([])
    // Three of them each day, and one for each that was killed.
    expect(servers).toBe(2 * (3 + 4))
    expect(again).toBeGreaterThan(0)
    expect(result).toMatchObject({ doubled: 0, lost: 0, secondDigests: 0, holidaySends: 0, overRate: 0 })
    expect(result.sent).toBeGreaterThan(15)
  },
  ENDS_WHAT_HANGS,
)
