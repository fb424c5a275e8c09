/** Days of reminders in a time of their own: several servers on the lists of a local tenant, killed now and then. */
import { addresses, reminderChoices } from '#src/lists/reminding.ts'
import { timeOf } from '#src/rules/days/clock.ts'
import { holidays } from '#src/rules/days/holidays.ts'
import { instantOf } from '#src/rules/days/swedishClock.ts'
import { daysLater, isWorkingDay } from '#src/rules/days/workingDays.ts'
import { createAccount, type Result } from './account.ts'
import { createConnector } from './connector.ts'
import { type Instance, startInstance } from './instance.ts'
import type { MonthOptions } from './options.ts'
import { randomOf } from './random.ts'
import { openTenantStore } from './tenantStore.ts'
import { createVirtualTime } from './virtualTime.ts'
import { createWorld } from './world.ts'

/** Servers start before the first may choose to be reminded, and stop when all have been. */
const [MORNING, KILLS_FROM, NOON] = [5 * 60 + 55, 8 * 60, 12 * 60]
/** So many have chosen another time, on a half hour from 6 to 11. */
const CHOOSE_TIME = 0.1
const [FIRST_TIME, TIMES] = [6 * 60, 11]
const KILLS_WITHIN_MS = 10 * 60_000
const RESTART_MS = 45_000

export interface Simulated {
  result: Result
  /** What was lost, as `person key`. */
  lost: readonly string[]
  servers: number
  failures: readonly unknown[]
  /** Lines told again since nobody knew whether they came. */
  again: number
}

/** `dayIsOver` is told what has come and how often it was tried so far. */
export async function simulate(
  options: MonthOptions,
  dayIsOver: (day: string, delivered: number, attempts: number) => void = () => undefined,
): Promise<Simulated> {
  const random = randomOf(options.seed)
  const world = createWorld(options, random)
  const unreachable = new Set(world.people.filter(() => random() < options.unreachable).map(({ id }) => id))
  const time = createVirtualTime(instantOf({ day: options.from, minutes: 0 }))
  const connector = createConnector(options, { time, random, unreachable })
  const account = createAccount(options.from, unreachable)
  const { store, close } = await openTenantStore()
  await store.createMany(
    addresses,
    world.people.map((person) => ({
      key: person.id,
      title: person.name,
      claim: person.id,
      person,
      conversation: `a:${person.id}`,
      serviceUrl: 'https://smba.example.org/emea/',
      state: 'reachable' as const,
    })),
  )

  await store.createMany(
    reminderChoices,
    world.people
      .filter(() => random() < CHOOSE_TIME)
      .map((person) => ({
        key: person.id,
        title: person.name,
        person,
        time: timeOf(FIRST_TIME + 30 * Math.floor(random() * TIMES)),
      })),
  )

  let started = 0
  const failures: unknown[] = []
  const start = (): Instance =>
    startInstance(`server-${++started}`, options, {
      store,
      time,
      connector,
      random,
      factsOf: world.factsOf,
      failed: (error) => {
        failures.push(error)
      },
    })

  for (let n = 0; n < options.days; n++) {
    const day = daysLater(options.from, n)
    await time.runUntil(instantOf({ day, minutes: MORNING }))
    world.liveOn(day)
    const instances = Array.from({ length: options.instances }, start)
    const from = instantOf({ day, minutes: KILLS_FROM })
    const kills = Array.from({ length: options.kills }, () => from + random() * KILLS_WITHIN_MS)
    for (const at of kills.toSorted((a, b) => a - b)) {
      await time.runUntil(at)
      const killed = Math.floor(random() * instances.length)
      instances[killed]?.kill()
      void time.sleep(RESTART_MS).then(() => (instances[killed] = start()))
    }
    await time.runUntil(instantOf({ day, minutes: NOON }))
    // Every server is started anew in the morning.
    for (const instance of instances) instance.kill()
    if (isWorkingDay(day, holidays)) account.endOfDay(world.factsOf(day), connector.delivered)
    dayIsOver(day, connector.delivered.length, connector.attempts)
  }
  await close()
  return {
    result: account.result(connector.delivered, connector.overRate),
    lost: account.lost,
    servers: started,
    failures,
    again: connector.delivered.flatMap(({ row }) => row.lines ?? []).filter((line) => line.again).length,
  }
}
