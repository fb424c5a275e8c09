/** The part of SharePoint's formulas that column validation needs: comparisons, sums, and a few functions. */
import { badRequest, Failure } from './errors.ts'
import type { Values } from './fieldValues.ts'

type Value = string | number | boolean
type Expression = (values: Values) => Value

/** https://support.microsoft.com/office/examples-of-common-formulas-in-lists-d81f5f21-2b4e-45ce-b170-bf7ebf6988b3 */
const functions: Record<string, (values: Value[]) => Value> = {
  AND: (all) => all.every(Boolean),
  OR: (all) => all.some(Boolean),
  NOT: ([one]) => !one,
  LEN: ([one]) => String(one ?? '').length,
  ISBLANK: ([one]) => one === '' || one === undefined,
  IF: ([test, yes = true, no = false]) => (test ? yes : no),
}

/** Lowest first; each row binds tighter than the one above. */
const operators: Record<string, (left: Value, right: Value) => Value>[] = [
  {
    '=': (left, right) => same(left) === same(right),
    '<>': (left, right) => same(left) !== same(right),
    '<=': (left, right) => left <= right,
    '>=': (left, right) => left >= right,
    '<': (left, right) => left < right,
    '>': (left, right) => left > right,
  },
  { '+': (left, right) => Number(left) + Number(right), '-': (left, right) => Number(left) - Number(right) },
  { '*': (left, right) => Number(left) * Number(right), '/': (left, right) => Number(left) / Number(right) },
]

/** Text compares without regard to case, as in the calculations of a list. */
const same = (value: Value): Value => (typeof value === 'string' ? value.toLowerCase() : value)

/** A formula as a question; one that isn't understood is refused when the column is made. */
export function compileFormula(text: string): Expression {
  const tokens =
    text
      .replace(/^\s*=/, '')
      .match(/"(?:[^"]|"")*"|\[[^\]]+\]|\d+(?:\.\d+)?|\w+|<>|<=|>=|[=<>+\-*/(),]|\S/g) ?? []
  let at = 0
  const take = (wanted: string): boolean => {
    const found = tokens[at] === wanted
    if (found) at += 1
    return found
  }

  const chain = (depth: number): Expression => {
    const row = operators[depth]
    if (!row) return primary()
    let left = chain(depth + 1)
    for (;;) {
      const apply = row[tokens[at] ?? '']
      if (!apply) return left
      at += 1
      const before = left
      const right = chain(depth + 1)
      left = (values) => apply(before(values), right(values))
    }
  }

  const primary = (): Expression => {
    const token = tokens[at] ?? ''
    at += 1
    if (token === '(') {
      const inner = chain(0)
      if (!take(')')) throw notUnderstood()
      return inner
    }
    if (token === '-') {
      const inner = primary()
      return (values) => -Number(inner(values))
    }
    if (token.startsWith('"') && token.length > 1) return () => token.slice(1, -1).replaceAll('""', '"')
    if (/^\d/.test(token)) return () => Number(token)
    if (/^(true|false)$/i.test(token)) return () => token.toLowerCase() === 'true'
    if (tokens[at] === '(') return call(token)
    const name = token.startsWith('[') ? token.slice(1, -1) : token
    if (!/^\w/.test(name)) throw notUnderstood()
    return (values) => (values[name] ?? '') as Value
  }

  const call = (name: string): Expression => {
    const apply = functions[name.toUpperCase()]
    if (!apply) throw notUnderstood()
    at += 1
    const given: Expression[] = []
    while (!take(')')) {
      given.push(chain(0))
      if (!take(',') && tokens[at] !== ')') throw notUnderstood()
    }
    return (values) => apply(given.map((one) => one(values)))
  }

  const expression = chain(0)
  if (at < tokens.length) throw notUnderstood()
  return expression
}

const notUnderstood = (): Failure => badRequest('The formula contains a syntax error or is not supported.')

/** Refuses a row that a column's formula says no to. https://github.com/pnp/pnpjs/issues/1770 */
export function checkFormula(formula: string, values: Values): void {
  if (compileFormula(formula)(values)) return
  throw new Failure(500, 'generalException', 'List data validation failed.')
}
