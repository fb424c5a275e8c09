/** What one person's open tab costs Graph in an hour: the clock of the page is turned forward, minute by minute. */
import type { BrowserContext } from 'playwright'
import type { Tenant } from '#scripts/tenant/tenant.ts'
import { synced, tabOf } from './measure.ts'
import { graphStats } from './tenantStats.ts'

/** Turning on to the hour would outlive the sign-in, which keeps real time. */
const MINUTES = 10

/** Units and requests of an hour with the page in sight, worked out from ten minutes of it. */
export async function anOpenHour(context: BrowserContext, { url, tenant }: { url: string; tenant: Tenant }) {
  await context.clock.install()
  const page = await context.newPage()
  await page.goto(url)
  const frame = await tabOf(page)
  await frame.locator('[data-row]').first().waitFor({ timeout: 60_000 })
  await synced(frame)
  tenant.control.resetStats()
  for (let minute = 1; minute <= MINUTES; minute++) {
    await context.clock.fastForward(60_000)
    while (graphStats(tenant).requests < minute) await page.waitForTimeout(20)
  }
  const { requests, units } = graphStats(tenant)
  return { requests: (requests * 60) / MINUTES, units: (units * 60) / MINUTES }
}
