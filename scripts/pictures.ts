/** Makes the pictures of the README anew, all or those named: `node_modules/.bin/node scripts/pictures.ts [chat …]`. Look at each before it is kept. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { startChromium } from './browser.ts'
import { ensureTabBuild } from './build/tabBuild.ts'
import { demoInstallation, entraIdOf, installations } from './demo/installation.ts'
import { startProduct } from './demo/product.ts'
import { type Picture, pictures, TAB } from './demo/readmePictures.ts'
import { createTenant } from './tenant/tenant.ts'

const names = process.argv.slice(2)
const wanted = pictures.filter(({ name }) => names.length === 0 || names.includes(name))

await ensureTabBuild()
const folder = mkdtempSync(join(tmpdir(), 'samstyr-pictures-'))
const tenant = createTenant(demoInstallation(join(folder, 'tenant.sqlite')))
const chromium = await startChromium()
for (const demos of [['city'], ['region']] as const) {
  const [demo] = demos
  if (!wanted.some((picture) => picture.demo === demo)) continue
  const ports = { host: 5170, tab: 5171, tenant: 5172 }
  const product = await startProduct({ tenant, folder, demos, ports })
  for (const picture of wanted.filter((one) => one.demo === demo)) await take(picture, product.origin)
  await product.close()
}
await chromium.close()
tenant.close()
rmSync(folder, { recursive: true })
process.exit(0)

async function take(picture: Picture, origin: string) {
  const { name, demo, person, route, theme, today, isNarrow, isWhole, until } = picture
  if (today) tenant.control.setToday(installations[demo].siteId, today)
  const page = await chromium.openWindow()
  await page.setViewportSize({ width: isNarrow ? 344 : 1280, height: isWhole ? 1100 : 900 })
  const asked = {
    person: entraIdOf(person),
    sub: route,
    ...(theme && { theme }),
    ...(isNarrow && { width: '320' }),
  }
  await page.goto(`${origin}/?${new URLSearchParams(asked)}`)
  await until(page)
  await page.mouse.move(0, 0)
  // What fades in is there.
  await page.waitForTimeout(1000)
  const path = resolve(import.meta.dirname, 'demo/pictures', `${name}.png`)
  await (isWhole ? page : page.locator(TAB)).screenshot({ path })
  await page.close()
  console.log(path)
}
