/** OData options of an address: with and without `$`, nested in brackets, separated by `;`. */
import { badRequest } from './errors.ts'

export type Options = {
  select: string[] | undefined
  expand: Map<string, Options>
  filter: string | undefined
  top: number | undefined
  search: string | undefined
  orderby: string | undefined
  other: Map<string, string>
}

/** Graph takes `$select` and `select` alike. https://learn.microsoft.com/graph/query-parameters */
export function readOptions(params: Iterable<[string, string]>): Options {
  const options: Options = {
    select: undefined,
    expand: new Map(),
    filter: undefined,
    top: undefined,
    search: undefined,
    orderby: undefined,
    other: new Map(),
  }
  for (const [key, value] of params) setOption(options, key, value)
  return options
}

function setOption(options: Options, key: string, value: string): void {
  const name = key.replace(/^\$/, '').toLowerCase()
  if (name === 'select') options.select = split(value, ',')
  else if (name === 'expand') options.expand = readExpand(value)
  else if (name === 'filter') options.filter = value
  else if (name === 'search') options.search = value
  else if (name === 'orderby') options.orderby = value
  else if (name === 'top') options.top = readTop(value)
  else options.other.set(name, value)
}

function readTop(value: string): number {
  if (!/^\d+$/.test(value)) {
    throw badRequest(
      `Invalid value '${value}' for $top query option found. The $top query option requires a non-negative integer value.`,
    )
  }
  return Number(value)
}

function readExpand(text: string): Map<string, Options> {
  const result = new Map<string, Options>()
  for (const part of split(text, ',')) {
    const open = part.indexOf('(')
    if (open < 0) {
      result.set(part, readOptions([]))
      continue
    }
    if (!part.endsWith(')')) throw badRequest(`Parsing OData Select and Expand failed: '${part}'`)
    const pairs = split(part.slice(open + 1, -1), ';').map((option): [string, string] => {
      const equals = option.indexOf('=')
      if (equals < 0) throw badRequest(`Parsing OData Select and Expand failed: '${option}'`)
      return [option.slice(0, equals).trim(), option.slice(equals + 1)]
    })
    result.set(part.slice(0, open).trim(), readOptions(pairs))
  }
  return result
}

/** Parts between separators that stand outside brackets and quotes. */
function split(text: string, separator: string): string[] {
  const parts: string[] = []
  let depth = 0
  let quoted = false
  let start = 0
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === "'") quoted = !quoted
    else if (quoted) continue
    else if (sign === '(') depth += 1
    else if (sign === ')') depth -= 1
    else if (sign === separator && depth === 0) {
      parts.push(text.slice(start, at).trim())
      start = at + 1
    }
  }
  parts.push(text.slice(start).trim())
  return parts.filter((part) => part !== '')
}

/** Only the named properties; metadata stays, as in the service. */
export function pick(entity: Record<string, unknown>, select: string[] | undefined): Record<string, unknown> {
  if (select === undefined) return entity
  const chosen: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(entity)) {
    if (key.startsWith('@') || select.includes(key)) chosen[key] = value
  }
  return chosen
}
