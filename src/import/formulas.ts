/** Works out plain arithmetic in formulas that were saved without a value, as files written by scripts are. Nothing else is run. */
import { type Cell, parseBlock, parseRef } from './cells.ts'

export type CellReader = (row: number, column: number) => Cell | undefined
type Given = { readonly cellAt: CellReader; readonly depth: number; readonly budget: { cells: number } }
type Tokens = { readonly list: readonly string[]; at: number }

const deepest = 20
const longest = 1000
const mostCells = 20_000

/** Numbers, `+ - * /`, brackets, references and SUM, MIN, MAX, ROUND within the sheet; null for everything else. */
export function workOut(formula: string, cellAt: CellReader): number | null {
  return evaluate(formula, { cellAt, depth: 0, budget: { cells: mostCells } })
}

function evaluate(formula: string, given: Given): number | null {
  const list =
    formula.match(
      /\d+(?:\.\d+)?|\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|[A-Z]+(?=\()|[-+*/(),;%]|\S/g,
    ) ?? []
  const tokens: Tokens = { list, at: 0 }
  const value = given.depth > deepest || formula.length > longest ? null : sum(tokens, given)
  return value !== null && tokens.at === list.length && Number.isFinite(value) ? value : null
}

function sum(tokens: Tokens, given: Given): number | null {
  let total = product(tokens, given)
  for (
    let sign = tokens.list[tokens.at];
    total !== null && (sign === '+' || sign === '-');
    sign = tokens.list[tokens.at]
  ) {
    tokens.at += 1
    const next = product(tokens, given)
    total = next === null ? null : sign === '+' ? total + next : total - next
  }
  return total
}

function product(tokens: Tokens, given: Given): number | null {
  let total = factor(tokens, given)
  for (
    let sign = tokens.list[tokens.at];
    total !== null && (sign === '*' || sign === '/');
    sign = tokens.list[tokens.at]
  ) {
    tokens.at += 1
    const next = factor(tokens, given)
    total = next === null ? null : sign === '*' ? total * next : total / next
  }
  return total
}

function factor(tokens: Tokens, given: Given): number | null {
  const token = tokens.list[tokens.at]
  tokens.at += 1
  if (token === undefined) return null
  if (token === '-' || token === '+') {
    const value = factor(tokens, given)
    return value === null ? null : token === '-' ? -value : value
  }
  if (token === '(') {
    const value = sum(tokens, given)
    return take(tokens, ')') ? value : null
  }
  if (/^\d/.test(token)) return take(tokens, '%') ? Number(token) / 100 : Number(token)
  if (/^(SUM|MIN|MAX|ROUND)$/.test(token)) return call(token, tokens, given)
  const ref = parseRef(token)
  return ref ? numberAt(ref.row, ref.column, given) : null
}

function call(name: string, tokens: Tokens, given: Given): number | null {
  if (!take(tokens, '(')) return null
  const values: number[] = []
  do {
    const block = tokens.list[tokens.at]?.includes(':') ? parseBlock(tokens.list[tokens.at] ?? '') : null
    const found = block ? numbersIn(block, given) : [sum(tokens, given)]
    if (block) tokens.at += 1
    if (found === null) return null
    for (const value of found) {
      if (value === null) return null
      values.push(value)
    }
  } while (take(tokens, ',') || take(tokens, ';'))
  if (!take(tokens, ')') || values.length === 0) return null
  if (name === 'ROUND') return Number((values[0] ?? 0).toFixed(Math.max(0, Math.min(10, values[1] ?? 0))))
  if (name === 'MIN') return Math.min(...values)
  return name === 'MAX' ? Math.max(...values) : values.reduce((total, value) => total + value, 0)
}

/** The numbers of a block; texts and empty cells count nothing, as in a spreadsheet. */
function numbersIn(
  block: { top: number; left: number; bottom: number; right: number },
  given: Given,
): (number | null)[] | null {
  given.budget.cells -= (block.bottom - block.top + 1) * (block.right - block.left + 1)
  if (given.budget.cells < 0) return null
  const values: (number | null)[] = []
  for (let row = block.top; row <= block.bottom; row += 1) {
    for (let column = block.left; column <= block.right; column += 1) {
      const cell = given.cellAt(row, column)
      if (cell?.noValue || typeof cell?.value === 'number') values.push(numberAt(row, column, given))
    }
  }
  return values.length === 0 ? [0] : values
}

function numberAt(row: number, column: number, given: Given): number | null {
  const cell = given.cellAt(row, column)
  given.budget.cells -= 1
  if (given.budget.cells < 0) return null
  if (!cell || (cell.value === null && !cell.noValue)) return 0
  if (cell.noValue) return evaluate(cell.formula ?? '', { ...given, depth: given.depth + 1 })
  return typeof cell.value === 'number' ? cell.value : null
}

function take(tokens: Tokens, token: string): boolean {
  if (tokens.list[tokens.at] !== token) return false
  tokens.at += 1
  return true
}
