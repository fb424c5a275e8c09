/** The part of OData's `$filter` that lists understand: seven comparisons, `and`, and little else. */
import { badRequest, Failure } from './errors.ts'

type Operator = 'eq' | 'ne' | 'lt' | 'gt' | 'le' | 'ge' | 'startswith'
export type Literal = string | number | boolean | null
export type Comparison = { path: string; operator: Operator; literal: Literal }
export type Filter = Comparison | { join: 'and' | 'or'; parts: Filter[] }

type Token = { kind: 'word' | 'text' | 'number' | 'sign'; text: string }

const unsupported = (): Failure => badRequest('The provided filter statement is not supported')

/** https://github.com/microsoftgraph/microsoft-graph-docs/issues/7040 */
const invalidClause = (): Failure => new Failure(400, 'BadRequest', 'Invalid filter clause')

const operators = new Set(['eq', 'ne', 'lt', 'gt', 'le', 'ge'])

/** Operators as https://learn.microsoft.com/graph/api/listitem-list names them; the rest is refused. */
export function parseFilter(text: string): Filter {
  const tokens = tokenize(text)
  let at = 0
  const peek = (): Token | undefined => tokens[at]
  const next = (): Token => {
    const token = tokens[at]
    if (!token) throw invalidClause()
    at += 1
    return token
  }
  const expect = (sign: string): void => {
    if (next().text !== sign) throw invalidClause()
  }

  const joined = (join: 'and' | 'or', one: () => Filter): Filter => {
    const parts = [one()]
    while (peek()?.kind === 'word' && peek()?.text === join) {
      next()
      parts.push(one())
    }
    const [first] = parts
    return parts.length === 1 && first ? first : { join, parts }
  }
  const either = (): Filter => joined('or', () => joined('and', comparison))

  const comparison = (): Filter => {
    const token = next()
    if (token.text === '(' && token.kind === 'sign') {
      const inner = either()
      expect(')')
      return inner
    }
    if (token.kind !== 'word') throw invalidClause()
    if (token.text.toLowerCase() === 'startswith' && peek()?.text === '(') {
      next()
      const path = next().text
      expect(',')
      const literal = readLiteral(next())
      expect(')')
      // `startswith(…) eq true` is the same thing.
      if (peek()?.text === 'eq' && tokens[at + 1]?.text === 'true') at += 2
      return { path, operator: 'startswith', literal }
    }
    const operator = peek()
    if (operator?.kind !== 'word') throw operator?.text === '(' ? unsupported() : invalidClause()
    if (!operators.has(operator.text)) throw unsupported()
    next()
    return { path: token.text, operator: operator.text as Operator, literal: readLiteral(next()) }
  }

  const filter = either()
  if (at < tokens.length) throw invalidClause()
  return filter
}

function tokenize(text: string): Token[] {
  const pattern =
    /\s*(?:'((?:[^']|'')*)'|(-?\d[\d.]*(?:[eE][+-]?\d+)?(?![\w:-]))|([A-Za-z_\d][\w./:+-]*)|([(),]))/y
  const tokens: Token[] = []
  let at = 0
  const end = text.trimEnd().length
  while (at < end) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (!match) throw invalidClause()
    at = pattern.lastIndex
    const [, quoted, number, word, sign] = match
    if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted.replaceAll("''", "'") })
    else if (number !== undefined) tokens.push({ kind: 'number', text: number })
    else if (word !== undefined) tokens.push({ kind: 'word', text: word })
    else tokens.push({ kind: 'sign', text: sign ?? '' })
  }
  return tokens
}

function readLiteral({ kind, text }: Token): Literal {
  if (kind === 'text') return text
  if (kind === 'number') return Number(text)
  if (text === 'true' || text === 'false') return text === 'true'
  if (text === 'null') return null
  if (/^\d{4}-\d{2}-\d{2}/.test(text)) return text
  throw invalidClause()
}
