/** `npm run select -- FILE.json`: the best choice under the frames of a file; the last line is JSON. */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import loadHighs from 'highs'
import * as v from 'valibot'
import { leftOutOf } from '#src/rules/prioritising/leftOut.ts'
import type { Limit, Problem } from '#src/rules/selection.ts'
import { selectionFaults } from '#src/rules/prioritising/selectionFaults.ts'
import { type Best, type Impossible, isPossible, solve } from '#src/solver/solve.ts'

const amounts = v.optional(v.record(v.pipe(v.string(), v.regex(/^\d{4}$/)), v.number()), {})
const year = v.pipe(v.number(), v.integer())
const file = v.object({
  years: v.array(year),
  frames: v.record(v.string(), v.number()),
  personDayFrames: v.nullish(v.record(v.string(), v.number())),
  items: v.array(
    v.object({
      id: v.string(),
      title: v.optional(v.string(), ''),
      value: v.number(),
      start: year,
      mandatory: v.optional(v.boolean(), false),
      prerequisites: v.optional(v.array(v.string()), []),
      cost: amounts,
      personDays: amounts,
    }),
  ),
  exclusions: v.optional(v.array(v.tuple([v.string(), v.string()])), []),
})

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '20' } },
})
const [path] = positionals
if (path === undefined) fail('Name the file: npm run select -- FILE.json')

const problem = problemOf(path)
const faults = selectionFaults(problem)
if (faults.length > 0) fail(faults.map((fault) => JSON.stringify(fault)).join('\n'))
const answer = solve(problem, await loadHighs(), { mostSeconds: Number(values.seconds) })
console.log(JSON.stringify(isPossible(answer) ? said(answer) : missing(answer)))

function problemOf(name: string): Problem {
  let text: unknown
  try {
    text = JSON.parse(readFileSync(name, 'utf8'))
  } catch (error) {
    fail(`${name} can't be read: ${(error as Error).message}`)
  }
  const read = v.safeParse(file, text)
  if (!read.success)
    fail(read.issues.map((issue) => `${v.getDotPath(issue) ?? name}: ${issue.message}`).join('\n'))
  const { years, frames, personDayFrames, items, exclusions } = read.output
  const limits = (of: Limit['of'], most: Record<string, number>): Limit[] =>
    Object.entries(most).map(([name, amount]) => ({ of, year: Number(name), most: amount }))
  const unlimited = years.filter((one) => frames[one] === undefined)
  if (unlimited.length > 0) fail(`No frame is given for ${unlimited.join(', ')}`)
  return {
    years,
    limits: [...limits('cost', frames), ...limits('personDays', personDayFrames ?? {})],
    candidates: items,
    exclusions,
  }
}

function said({ choice, value, bound, gap, isProved }: Best) {
  return {
    status: isProved ? 'optimal' : 'feasible',
    totalValue: value,
    chosen: [...choice.keys()],
    leftOut: leftOutOf(choice, problem).map(({ id, why, ...rest }) => ({
      id,
      why,
      ...('of' in rest && { of: rest.of }),
      ...('limit' in rest && { year: rest.limit.year }),
    })),
    ...(!isProved && { gap, bound }),
  }
}

function missing({ shortfalls }: Impossible) {
  const byYear = (of: Limit['of']) =>
    Object.fromEntries(
      shortfalls.filter(({ limit }) => limit.of === of).map(({ limit, by }) => [limit.year, by]),
    )
  const days = byYear('personDays')
  return {
    status: 'infeasible',
    totalValue: 0,
    chosen: [],
    leftOut: [],
    shortfall: byYear('cost'),
    ...(Object.keys(days).length > 0 && { shortfallDays: days }),
  }
}

function fail(says: string): never {
  console.error(says)
  process.exit(1)
}
