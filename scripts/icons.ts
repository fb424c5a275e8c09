/** Draws the icons of the app package from manifest/icon.svg; run by hand when the mark changes. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright'

const folder = join(import.meta.dirname, '..', 'manifest')

// The small ones are drawn without their ground, and larger in their square.
const bare = '#ground { display: none } svg { transform: scale(1.2) }'

// https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package#app-icons
const icons = [
  { file: 'color.png', size: 192, css: '' },
  // on a transparent ground, so in a blue that can be told from white and from black
  { file: 'color32x32.png', size: 32, css: `${bare} #lines { stroke: #3f7cac } #goal { fill: #3f7cac }` },
  { file: 'outline.png', size: 32, css: `${bare} #gate { stroke: #fff }` },
]

const svg = await readFile(join(folder, 'icon.svg'), 'utf8')
const executablePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium'
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
const page = await browser.newPage()
for (const { file, size, css } of icons) {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(`<style>body { margin: 0 } svg { display: block } ${css}</style>${svg}`)
  await page.screenshot({ path: join(folder, file), omitBackground: true })
}
await browser.close()
