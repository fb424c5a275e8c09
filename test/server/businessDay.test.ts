/** The day and the time of day that the server goes by, in the local tenant and outside it. */
import { afterEach, expect, test, vi } from 'vitest'
import { businessDay, moment } from '#src/businessDay.ts'
import { readConfig } from '#src/config.ts'
import { demoInstallation, installation } from '#scripts/demo/installation.ts'
import { listen } from '#scripts/tenant/listen.ts'
import { createTenant } from '#scripts/tenant/tenant.ts'

afterEach(() => void vi.useRealTimers())

const configOf = (more: Record<string, string> = {}) =>
  readConfig({
    TENANT_ID: installation.tenantId,
    CLIENT_ID: installation.apps.samstyr,
    SITE_ID: installation.siteId,
    ...more,
  })

test('outside the local tenant it is the day and time in Sweden, summer and winter', async () => {
  const real = configOf()
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-28T23:30:00Z') })
  expect(await moment(real)()).toEqual({ day: '2026-03-29', minutes: 30 })
  vi.setSystemTime(Date.parse('2026-03-29T06:05:00Z'))
  expect(await moment(real)()).toEqual({ day: '2026-03-29', minutes: 8 * 60 + 5 })
  expect(await businessDay(real)()).toBe('2026-03-29')
})

test('in the local tenant it is what that says: its day, and its time where one is set', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T12:15:00Z') })
  const tenant = createTenant(demoInstallation(':memory:'))
  const listening = await listen(tenant, { port: 0 })
  const { origin } = listening
  const local = configOf({ GRAPH_ORIGIN: origin, DEMO_CLOCK_URL: `${origin}/_control/today` })
  const now = moment(local)
  expect(await now()).toEqual({ day: installation.today, minutes: 13 * 60 + 15 })
  tenant.control.setToday(installation.siteId, '2026-03-25')
  tenant.control.setTime(installation.siteId, '08:00')
  expect(await now()).toEqual({ day: '2026-03-25', minutes: 8 * 60 })
  expect(await businessDay(local)()).toBe('2026-03-25')
  await listening.close()
  tenant.close()
})
