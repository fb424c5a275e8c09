/** What axe finds in the host page itself; tabs are looked at by tests of their own. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright'

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** By WCAG 2.2 AA, as rule and element. */
export async function faultsIn(page: Page): Promise<string[]> {
  await page.evaluate(axe) // evaluating is not bound by the page's policy
  return page.evaluate(`axe
    .run({ exclude: ['iframe'] }, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    .then((result) => result.violations.flatMap((fault) => fault.nodes.map((node) => fault.id + ' ' + node.html)))`)
}
