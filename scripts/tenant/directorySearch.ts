/** Which people a `$search` or `$filter` of the directory picks. https://learn.microsoft.com/graph/aad-advanced-queries */
import type { Call } from './call.ts'
import { badRequest, Failure } from './errors.ts'
import type { DirectoryPerson } from './options.ts'

type Test = (person: DirectoryPerson) => boolean

/** Properties that both know; all texts. */
const searchable = new Set([
  'displayName',
  'givenName',
  'surname',
  'mail',
  'userPrincipalName',
  'jobTitle',
  'department',
])

/** With `ConsistencyLevel: eventual`; what needs `$count=true` as well is said where it is. */
export const isEventual = (call: Call): boolean =>
  call.headers.get('consistencylevel')?.toLowerCase() === 'eventual'

/** `$search` and `$filter` together pick those who fit both. */
export function chosenPeople(call: Call): Test {
  const { search, filter } = call.options
  const tests = [
    ...(search === undefined ? [] : [searchTest(call, search)]),
    ...(filter === undefined ? [] : [filterTest(call, filter)]),
  ]
  return (person) => tests.every((test) => test(person))
}

const unsupported = (message: string): Failure => new Failure(400, 'Request_UnsupportedQuery', message)

/** `"displayName:anna" OR "mail:anna"`; AND binds tighter. https://learn.microsoft.com/graph/search-query-parameter */
function searchTest(call: Call, search: string): Test {
  if (!isEventual(call))
    throw unsupported(
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    )
  const clauses = search.match(/"(?:[^"\\]|\\.)*"/g) ?? []
  const between = search.split(/"(?:[^"\\]|\\.)*"/).map((text) => text.trim())
  const joined = between.slice(1, -1)
  if (clauses.length === 0 || between[0] !== '' || between.at(-1) !== '') throw badSearch()
  if (joined.some((word) => word !== 'AND' && word !== 'OR')) throw badSearch()
  const alternatives: Test[][] = [[]]
  for (const [index, clause] of clauses.entries()) {
    if (index > 0 && joined[index - 1] === 'OR') alternatives.push([])
    alternatives.at(-1)?.push(clauseTest(clause))
  }
  return (person) => alternatives.some((tests) => tests.every((test) => test(person)))
}

const badSearch = (): Failure => badRequest('Invalid search clause')

/** A name is cut into words and each word asked for must begin one of them; other properties begin with the text. */
function clauseTest(clause: string): Test {
  const [, property = '', text = ''] =
    /^(\w+):(.*)$/s.exec(clause.slice(1, -1).replaceAll(/\\(.)/g, '$1')) ?? []
  if (!searchable.has(property)) throw badSearch()
  if (property !== 'displayName') {
    const start = plain(text.trim())
    return (person) => plain(read(person, property)).startsWith(start)
  }
  const asked = words(text)
  return (person) => {
    const has = words(read(person, property))
    return asked.every((word) => has.some((own) => own.startsWith(word)))
  }
}

/** Neither case nor accents count. */
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

const words = (text: string): string[] =>
  plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/** `eq`, `startswith`, `endswith` (advanced), joined by `and` or by `or`. */
function filterTest(call: Call, filter: string): Test {
  const alternatives = filter.split(/\s+or\s+/i).map((part) => part.split(/\s+and\s+/i))
  const tests = alternatives.map((parts) => parts.map((part) => comparison(call, part.trim())))
  return (person) => tests.some((group) => group.every((test) => test(person)))
}

function comparison(call: Call, text: string): Test {
  const equal = /^(\w+)\s+eq\s+'((?:[^']|'')*)'$/i.exec(text)
  const [, verb = '', property = '', literal = ''] =
    /^(startswith|endswith)\((\w+),\s*'((?:[^']|'')*)'\)$/i.exec(text) ??
    (equal ? [text, 'eq', equal[1], equal[2]] : [])
  if (property === '') throw unsupported('Unsupported Query.')
  if (property !== 'id' && !searchable.has(property)) {
    throw new Failure(
      400,
      'BadRequest',
      `Invalid filter clause: Could not find a property named '${property}' on type 'microsoft.graph.user'.`,
    )
  }
  const wanted = literal.replaceAll("''", "'").toLowerCase()
  switch (verb.toLowerCase()) {
    case 'eq':
      return (person) => read(person, property) === wanted
    case 'startswith':
      return (person) => read(person, property).startsWith(wanted)
    default:
      if (!isEventual(call) || call.options.other.get('count') !== 'true')
        throw unsupported("Operator 'endsWith' is not supported because the required parameters are missing.")
      return (person) => read(person, property).endsWith(wanted)
  }
}

const read = (person: DirectoryPerson, property: string): string =>
  String({ ...person }[property as keyof DirectoryPerson] ?? '').toLowerCase()
