/** Makes the pictures of the README anew, all or those named: `node_modules/.bin/node scripts/pictures.ts [chat …]`. Look at each before it is kept. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright'
import { startChromium } from './browser.ts'
import { ensureTabBuild } from './build/tabBuild.ts'
import { demoInstallation, entraIdOf, installations } from './demo/installation.ts'
import type { DemoName } from './demo/prepare.ts'
import { startProduct } from './demo/product.ts'
import { createTenant } from './tenant/tenant.ts'

interface Picture {
  name: string
  demo: DemoName
  person: string
  route: string
  theme?: 'dark'
  /** Another business day than the demo's own. */
  today?: string
  /** Wide as a phone. */
  isNarrow?: true
  /** With what stands around the tab. */
  isWhole?: true
  /** Brings the page into the state that is shown. */
  until: (page: Page) => Promise<unknown>
}

const TAB = '#stage > iframe'
const tabOf = (page: Page) => page.frameLocator(TAB)
const meeting = '/meeting/f-sd-ht%2F2024-10?part=prepare'

const pictures: readonly Picture[] = [
  {
    name: 'home',
    demo: 'city',
    person: 'p-002',
    route: '/home',
    until: (page) => tabOf(page).getByRole('heading', { name: 'Väntar på dig' }).waitFor(),
  },
  {
    name: 'portfolio',
    demo: 'city',
    person: 'p-012',
    route: '/portfolio',
    until: (page) => tabOf(page).getByRole('row').nth(9).waitFor(),
  },
  {
    name: 'board',
    demo: 'city',
    person: 'p-012',
    route: '/board',
    until: (page) => tabOf(page).locator('[data-card]').nth(9).waitFor(),
  },
  {
    name: 'initiative',
    demo: 'city',
    person: 'p-002',
    route: `/initiative/${encodeURIComponent('pf-avo.nr:5')}`,
    until: (page) => tabOf(page).getByRole('heading', { name: 'Historik' }).waitFor(),
  },
  {
    name: 'initiative-dark-320',
    demo: 'city',
    person: 'p-012',
    route: `/initiative/${encodeURIComponent('pf-avo.nr:5')}`,
    theme: 'dark',
    isNarrow: true,
    until: (page) => tabOf(page).getByRole('heading', { name: 'Historik' }).waitFor(),
  },
  {
    name: 'meeting',
    demo: 'city',
    person: 'p-012',
    route: meeting,
    async until(page) {
      await tabOf(page)
        .getByRole('button', { name: /^Ta med alla föreslagna/ })
        .click()
      await tabOf(page).getByText('Dagordningen är tom.', { exact: false }).waitFor({ state: 'hidden' })
    },
  },
  {
    name: 'follow-up',
    demo: 'region',
    person: 'p-106',
    route: '/followUp',
    until: (page) => tabOf(page).getByRole('row').nth(5).waitFor(),
  },
  {
    name: 'chat',
    demo: 'region',
    // Five working days before the month's end, when reports are asked for.
    today: '2026-11-26',
    person: 'p-113',
    route: '/home',
    isWhole: true,
    async until(page) {
      await page.getByRole('link', { name: /^Chatt/ }).click()
      await page.getByRole('textbox', { name: 'Skriv ett meddelande' }).fill('mina')
      await page.keyboard.press('Enter')
      const card = page.getByRole('article').last()
      await card.getByRole('button', { name: 'INF-06' }).click({ timeout: 60_000 })
      await card.getByRole('combobox', { name: 'Ekonomi' }).waitFor()
    },
  },
]

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
