/** Saves an import from the command line: the same action as in the tab, asked for by whoever holds the server's environment. */
import { readConfig } from '#src/config.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { people, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { runAction } from '#src/actions/index.ts'
import { MOST_ROWS } from '#src/actions/needs/importNeeds.ts'
import type { ImportOptions, ImportPlan } from '#src/import/plan.ts'
import { toImportedRows } from '#src/import/toRows.ts'
import { businessDay } from '#src/businessDay.ts'
import { scriptEnvironment } from './environment.ts'
import { serverStore } from './serverStore.ts'

type Known = Pick<ImportOptions, 'units' | 'people' | 'existing'>

/**
 * Plans again with the units, people and needs the site has, and saves what is new. Who imports: the administrator
 * named by IMPORT_AS (mail), else the first in the register. Throws Refused, or an Error that names what is missing.
 */
export async function applyPlan(
  plan: ImportPlan,
  { file, demo, replan }: { file: string; demo?: string; replan: (known: Known) => ImportPlan },
): Promise<ImportPlan> {
  const env = scriptEnvironment(demo)
  const store = await serverStore(env)
  const [portfolioRows, unitRows, peopleRows, there] = [
    await store.all(portfolios),
    await store.all(units),
    await store.all(people),
    await store.all(initiatives),
  ]
  const portfolio = portfolioRows.find((p) => p.process === plan.process && !p.archived)
  const administrator = peopleRows.find(
    (p) => p.roles?.includes('administrator') && (!env.IMPORT_AS || p.email === env.IMPORT_AS),
  )
  if (!portfolio || !administrator)
    throw new Error(`The site has no ${portfolio ? 'administrator' : `portfolio with ${plan.process}`}`)

  const inPortfolio = there.filter((i) => i.portfolio.key === portfolio.key)
  const replanned = replan({
    units: unitRows.map((u) => ({
      key: u.key,
      name: u.title,
      ...(u.short && { short: u.short }),
      ...(u.parent && { parent: u.parent.key }),
    })),
    people: peopleRows.map((p) => ({ id: p.person.id, name: p.title, ...(p.email && { email: p.email }) })),
    existing: inPortfolio.map((i) => ({
      key: i.key,
      title: i.title,
      ...(i.originKey && { originKey: i.originKey }),
    })),
  })
  const rows = toImportedRows(
    replanned,
    inPortfolio.map((i) => i.number.split('-').at(-1) ?? ''),
  )
  const today = await businessDay(readConfig(env))()
  for (let at = 0; at < rows.length; at += MOST_ROWS) {
    const work = { store, today, me: administrator.person, key: `${file}-${at}`, seen: {} }
    await runAction(work, 'importNeeds', { portfolio: portfolio.key, rows: rows.slice(at, at + MOST_ROWS) })
  }
  return replanned
}
