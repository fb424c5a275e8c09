/** A question of selection as a file asks it, read into a problem; whatever is wrong with it is said in sentences. */
import * as v from 'valibot'
import { type SelectionFault, selectionFaults } from '#src/rules/prioritising/selectionFaults.ts'
import type { AmountLimit, Problem } from '#src/rules/selection.ts'

const perYear = v.record(v.pipe(v.string(), v.regex(/^\d{4}$/, 'must be a year')), v.number())
const year = v.pipe(v.number(), v.integer())
const file = v.object({
  years: v.array(year),
  frames: perYear,
  /** Without it, or without a year of it, people limit nothing. */
  personDayFrames: v.nullish(perYear),
  items: v.array(
    v.object({
      id: v.string(),
      title: v.optional(v.string(), ''),
      value: v.number(),
      start: year,
      mandatory: v.optional(v.boolean(), false),
      prerequisites: v.optional(v.array(v.string()), []),
      cost: v.optional(perYear),
      personDays: v.nullish(perYear),
    }),
  ),
  exclusions: v.optional(v.array(v.tuple([v.string(), v.string()])), []),
})

/** `notes`: what was taken to mean something, though the file doesn't say it. */
export type ReadFile = { problem: Problem; notes: string[] } | { faults: string[] }

/** The problem that a file's text asks, or everything that is wrong with it. */
export function readProblem(text: string): ReadFile {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch (error) {
    return { faults: [`it isn't JSON: ${(error as Error).message}`] }
  }
  const read = v.safeParse(file, parsed)
  if (!read.success)
    return { faults: read.issues.map((issue) => `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`) }
  const { years, frames, personDayFrames, items, exclusions } = read.output
  const frameless = years.filter((one) => frames[one] === undefined)
  if (frameless.length > 0) return { faults: [`no frame is given for ${frameless.join(', ')}`] }
  const limits = (of: AmountLimit['of'], most: Readonly<Record<string, number>>): AmountLimit[] =>
    [...new Set(years)].flatMap((one) => {
      const amount = most[one]
      return amount === undefined ? [] : [{ of, year: one, most: amount }]
    })
  const problem: Problem = {
    years,
    limits: [...limits('cost', frames), ...limits('personDays', personDayFrames ?? {})],
    candidates: items.map(({ cost = {}, personDays, ...item }) => ({
      ...item,
      cost,
      personDays: personDays ?? {},
    })),
    exclusions,
  }
  const faults = selectionFaults(problem)
  if (faults.length > 0) return { faults: faults.map(sentenceOf) }
  const unasked = Object.keys(frames).filter((one) => !years.includes(Number(one)))
  const costless = items.flatMap(({ id, cost }) => (cost ? [] : [id]))
  return {
    problem,
    notes: [
      ...(unasked.length > 0
        ? [`frames of years that aren't asked about are left out: ${unasked.join(', ')}`]
        : []),
      ...(costless.length > 0
        ? [`without costs, and reckoned as costing nothing: ${costless.join(', ')}`]
        : []),
    ],
  }
}

function sentenceOf(fault: SelectionFault): string {
  switch (fault.why) {
    case 'sameId':
      return `two items are called ${fault.id}`
    case 'noValue':
      return `the value of ${fault.id} isn't a number to reckon with`
    case 'badAmount':
      return `${fault.of} of ${fault.id} in ${fault.year} is negative, or no number to reckon with`
    case 'badLimit':
      return `the frame of ${fault.of} in ${fault.year} is negative, or no number to reckon with`
    case 'unknown':
      return fault.by === undefined
        ? `${fault.id} is excluded by another, and isn't among the items`
        : `${fault.by} waits for ${fault.id}, which isn't among the items`
    case 'excludesItself':
      return `${fault.id} excludes itself`
    case 'circle':
      return `these wait for each other in a circle: ${fault.ids.join(' → ')}`
    default:
      return fault.why
  }
}
