/** What the portfolio management of health care has tried before its meeting: the best set, and one with a choice of its own. */
import type { DraftOf } from '#src/lists/list.ts'
import type { costItems, dependencies } from '#src/lists/businessCase.ts'
import type { InitiativeDraft } from '#src/lists/initiatives.ts'
import type { forums, mandates, units } from '#src/lists/organisation.ts'
import type { portfolios } from '#src/lists/portfolios.ts'
import type {
  CriterionDraft,
  FrameYearDraft,
  ResourceDraft,
  ScenarioBasis,
  ScenarioSettings,
  scenarios,
  ScoreDraft,
} from '#src/lists/prioritising.ts'
import type { ReceptionDraft } from '#src/lists/receptions.ts'
import { candidatesOf, portfoliosOf } from '#src/rules/prioritising/candidates.ts'
import { totalsFor } from '#src/rules/prioritising/forumTotals.ts'
import { basisOf, fingerprint } from '#src/rules/prioritising/selectionBasis.ts'
import { type ProblemRows, settingsOf } from '#src/rules/prioritising/selectionProblem.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'

const FORUM = 'f-pl-vp'
const YEARS = [2027, 2028, 2029]

interface Rows {
  initiatives: InitiativeDraft[]
  portfolios: DraftOf<typeof portfolios>[]
  forums: DraftOf<typeof forums>[]
  mandates: DraftOf<typeof mandates>[]
  units: DraftOf<typeof units>[]
  dependencies: DraftOf<typeof dependencies>[]
  costItems: DraftOf<typeof costItems>[]
  criteria: CriterionDraft[]
  scores: ScoreDraft[]
  frameYears: FrameYearDraft[]
  resources: ResourceDraft[]
  receptions: ReceptionDraft[]
}

/** Chosen and worth as the solver finds: test/scripts/region.test.ts asks it. */
const tried: {
  key: string
  title: string
  on: string
  settings: Partial<ScenarioSettings>
  chosen: string[]
  value: number
  /** What was known then and has changed since. */
  asKnown?: (basis: ScenarioBasis) => ScenarioBasis
}[] = [
  {
    key: 'S-VP-1',
    title: 'Flest poäng',
    on: '2026-10-19',
    settings: {},
    chosen: ['VP-01', 'VP-02', 'VP-03', 'VP-05', 'VP-07', 'VP-08', 'VP-09', 'VP-13'],
    value: 535,
  },
  {
    key: 'S-VP-2',
    title: 'Med AI-stöd för journalen',
    on: '2026-09-01',
    settings: { forcedIn: ['VP-04'] },
    chosen: ['VP-01', 'VP-03', 'VP-04', 'VP-05', 'VP-07', 'VP-08', 'VP-13'],
    value: 493,
    // The licences were added after the first quotation.
    asKnown: (basis) => {
      const one = basis.items['VP-04']
      if (!one) return basis
      const cost = { ...one.cost, '2027': (one.cost['2027'] ?? 0) - 1_300_000 }
      return { ...basis, items: { ...basis.items, 'VP-04': { ...one, cost } } }
    },
  },
]

/** The rows that a forum's scenarios are reckoned from, as its page reads them. */
export function problemRows(rows: Rows, forum: string): ProblemRows {
  const organisation = {
    initiatives: asItems(rows.initiatives),
    portfolios: asItems(rows.portfolios),
    forums: asItems(rows.forums),
    mandates: asItems(rows.mandates),
    tree: treeOf(asItems(rows.units)),
  }
  const candidates = candidatesOf({ key: forum }, organisation)
  const governed = portfoliosOf({ key: forum }, organisation)
  return {
    candidates,
    portfolios: governed,
    isWhole: governed.length > 1 && governed.length === organisation.portfolios.length,
    costs: rows.costItems,
    resources: rows.resources,
    frames: rows.frameYears,
    dependencies: asItems(rows.dependencies),
    receiving: {
      receptions: asItems(rows.receptions),
      initiatives: organisation.initiatives,
      tree: organisation.tree,
    },
    totals: totalsFor(
      forum,
      candidates.map(({ initiative }) => initiative),
      { portfolios: organisation.portfolios, criteria: asItems(rows.criteria), scores: rows.scores },
    ),
  }
}

export function scenarioRows(rows: Rows): DraftOf<typeof scenarios>[] {
  const now = basisOf(problemRows(rows, FORUM), YEARS)
  const forum = rows.forums.find(({ key }) => key === FORUM)
  const by = forum?.chair
  if (!forum || !by) throw new Error(`${FORUM} has no chair`)
  return tried.map(({ key, title, on, settings, chosen, value, asKnown = (basis) => basis }) => {
    const reckoned = asKnown(now)
    return {
      key,
      title,
      forum: { key: FORUM, title: forum.title },
      settings: { ...settingsOf(YEARS), ...settings },
      result: {
        chosen: Object.fromEntries(chosen.map((id) => [id, now.items[id]?.start ?? 2027])),
        value,
        gap: 0,
        basis: fingerprint(reckoned),
        reckoned,
      },
      by,
      on,
      shared: true,
    }
  })
}

/** As they are once they stand in the site. */
const asItems = <T extends object>(some: readonly T[]) => some.map((row) => ({ ...row, id: '', version: '' }))
