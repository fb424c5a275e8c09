/** The best selection of 50 to 300 initiatives, in Node and in the browser's worker, beside a greedy list and a plain dynamic programme. */
import { resolve } from 'node:path'
import loadHighs, { type Highs } from 'highs'
import { createServer } from 'vite'
import { candidatesById, closureOf, type Problem, valueOf } from '#src/rules/selection.ts'
import { previewOf } from '#src/rules/prioritising/selectionPreview.ts'
import { isPossible, solve } from '#src/solver/solve.ts'
import { randomFrom, randomProblem } from './randomProblem.ts'
import { startChromium } from '../browser.ts'
import { greedyList, knapsack } from './greedy.ts'
import { heading, line, ms } from './report.ts'

const SIZES = [50, 100, 200, 300]
const YEARS = 4
const SEED = 2027
/** What is good enough to talk about while the rest is proved. */
const NEAR = 0.005
const SECONDS = 20
const RULES = resolve(import.meta.dirname, '../../src/rules')

export async function printSelection() {
  const highs = await loadHighs()
  heading(`best selection, ${YEARS} years, prerequisites and exclusions; budget: 200 within 0.5 % in 1 s`)
  line('', 'preview', 'within 0.5 %', 'proved', 'value: preview', 'greedy list')
  for (const items of SIZES) inNode(problemOf(items), highs)
  heading('one year without prerequisites')
  line('', 'solver', 'dynamic programme', 'value: greedy list')
  for (const items of SIZES) oneYear(items, highs)
  await inBrowser()
}

/** What is waited for starts in time, and what must be in excludes nobody: by chance alone hardly any large question has an answer. */
function problemOf(items: number): Problem {
  const problem = randomProblem(randomFrom(SEED + items), { items, years: YEARS })
  const byId = candidatesById(problem)
  const startOf = (id: string) => byId.get(id)?.start ?? 0
  const candidates = problem.candidates.map((one) => ({
    ...one,
    prerequisites: one.prerequisites.filter((id) => startOf(id) <= one.start),
  }))
  const known = candidatesById({ candidates })
  const must = new Set(candidates.flatMap(({ id, mandatory }) => (mandatory ? closureOf(id, known) : [])))
  return {
    ...problem,
    candidates,
    exclusions: problem.exclusions.filter((pair) => !pair.some((id) => must.has(id))),
  }
}

function inNode(problem: Problem, highs: Highs) {
  const { length } = problem.candidates
  const [preview, previewMs] = timed(() => previewOf(problem))
  const [greedy] = timed(() => greedyList(problem))
  const begun = performance.now()
  let nearMs: number | undefined
  const near = (gap: number) => {
    if (gap <= NEAR) nearMs ??= performance.now() - begun
  }
  const answer = solve(problem, highs, { mostSeconds: SECONDS, told: ({ gap }) => near(gap) })
  const provedMs = performance.now() - begun
  if (!isPossible(answer)) return line(`${length} initiatives`, 'what must be in does not fit')
  near(answer.gap)
  const part = (value: number) => `${((value / answer.value) * 100).toFixed(1)} %`
  line(
    `${length} initiatives, in Node`,
    ms(previewMs),
    nearMs === undefined ? 'never' : ms(nearMs),
    answer.isProved ? ms(provedMs) : `gap ${(answer.gap * 100).toFixed(2)} %`,
    preview ? part(valueOf(preview, problem)) : 'none',
    part(greedy),
  )
}

function oneYear(items: number, highs: Highs) {
  const random = randomProblem(randomFrom(SEED - items), { items, years: 1 })
  const problem: Problem = {
    ...random,
    limits: random.limits.filter(({ of }) => of === 'cost'),
    exclusions: [],
    candidates: random.candidates.map((one) => ({ ...one, mandatory: false, prerequisites: [] })),
  }
  const [answer, solverMs] = timed(() => solve(problem, highs, { mostSeconds: SECONDS }))
  const [table, tableMs] = timed(() => knapsack(problem))
  if (!isPossible(answer) || Math.abs(answer.value - table) > 1e-6)
    throw new Error(`${items}: the solver found ${JSON.stringify(answer)}, the table ${table}`)
  line(
    `${items} initiatives`,
    ms(solverMs),
    `${ms(tableMs)}, same value`,
    `${((greedyList(problem) / table) * 100).toFixed(1)} %`,
  )
}

function timed<T>(work: () => T): [T, number] {
  const begun = performance.now()
  const made = work()
  return [made, performance.now() - begun]
}

/** As the page does it: the preview on the main thread, then the worker; how long the page was held up at most. */
async function inBrowser() {
  const server = await createServer({
    configFile: resolve(import.meta.dirname, '../../vite.config.ts'),
    server: { port: 0 },
    logLevel: 'error',
  })
  await server.listen()
  const chromium = await startChromium()
  try {
    const page = await chromium.openWindow()
    // Any page of the same origin will do: what is measured is brought in by itself.
    await page.goto(`${server.resolvedUrls?.local[0] ?? ''}privacy.html`)
    heading('in the browser, its worker')
    line('', 'preview', 'within 0.5 %', 'proved', 'page held up at most')
    // The first brings in the solver.
    for (const items of [10, ...SIZES]) {
      const found = await page.evaluate(measured, {
        problem: problemOf(items),
        near: NEAR,
        rules: `/@fs${RULES}`,
      })
      if (items === 10) line('the solver is there after', '', '', ms(found.provedMs))
      else
        line(
          `${items} initiatives`,
          ms(found.previewMs),
          found.nearMs === null ? 'never' : ms(found.nearMs),
          found.isProved ? ms(found.provedMs) : `gap ${(found.gap * 100).toFixed(2)} %`,
          ms(found.heldMs),
        )
    }
  } finally {
    await chromium.close()
    await server.close()
  }
}

/** Runs in the page. */
async function measured({ problem, near, rules }: { problem: Problem; near: number; rules: string }) {
  const from = <M>(path: string) => import(/* @vite-ignore */ path) as Promise<M>
  type SolverModule = typeof import('../../tabs/prioritise/scenarios/solver.ts')
  type PreviewModule = typeof import('../../src/rules/prioritising/selectionPreview.ts')
  const kept = globalThis as { solver?: ReturnType<SolverModule['createSolver']> }
  const { createSolver } = await from<SolverModule>('/prioritise/scenarios/solver.ts')
  const { previewOf: preview } = await from<PreviewModule>(`${rules}/selectionPreview.ts`)
  kept.solver ??= createSolver()
  let [last, heldMs] = [performance.now(), 0]
  // Every few milliseconds, when the page isn't held up.
  const watch = setInterval(() => {
    const now = performance.now()
    heldMs = Math.max(heldMs, now - last)
    last = now
  }, 4)
  const begun = performance.now()
  preview(problem)
  const previewMs = performance.now() - begun
  const asked = performance.now()
  let nearMs: number | null = null
  const answer = await kept.solver.best(problem, ({ gap }) => {
    if (gap <= near) nearMs ??= performance.now() - asked
  })
  const provedMs = performance.now() - asked
  clearInterval(watch)
  const best = answer && 'choice' in answer ? answer : undefined
  if (best && best.gap <= near) nearMs ??= provedMs
  return { previewMs, nearMs, provedMs, heldMs, isProved: best?.isProved ?? false, gap: best?.gap ?? 1 }
}
