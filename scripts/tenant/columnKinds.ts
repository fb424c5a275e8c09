/** Column definitions: what SharePoint fills in, what may be asked for, and what reads back. */
import { badRequest, Failure } from './errors.ts'
import { record } from './call.ts'
import { compileFormula } from './formula.ts'

export type Kind =
  | 'text'
  | 'note'
  | 'number'
  | 'boolean'
  | 'dateTime'
  | 'choice'
  | 'lookup'
  | 'person'
  | 'hyperlink'
  | 'calculated'
  | 'term'

/** A column as kept: Graph's definition, without what is worked out from it. */
export type Column = {
  id: string
  name: string
  displayName: string
  description: string
  required: boolean
  indexed: boolean
  enforceUniqueValues: boolean
  hidden: boolean
  defaultValue?: unknown
  validation?: unknown
  facet: string
  settings: Record<string, unknown>
}

/** https://learn.microsoft.com/graph/api/resources/columndefinition */
const facetDefaults: Record<string, Record<string, unknown>> = {
  text: { allowMultipleLines: false, appendChangesToExistingText: false, linesForEditing: 0, maxLength: 255 },
  number: { decimalPlaces: 'automatic', displayAs: 'number' },
  currency: { locale: 'en-US' },
  boolean: {},
  dateTime: { displayAs: 'default', format: 'dateOnly' },
  choice: { allowTextEntry: false, choices: [], displayAs: 'dropDownMenu' },
  lookup: { allowMultipleValues: false, allowUnlimitedLength: false, columnName: 'Title' },
  personOrGroup: {
    allowMultipleSelection: false,
    chooseFromType: 'peopleAndGroups',
    displayAs: 'nameWithPresence',
  },
  hyperlinkOrPicture: { isPicture: false },
  calculated: { format: 'dateOnly', outputType: 'text' },
  term: { allowMultipleValues: false, showFullyQualifiedName: false },
}

/** These read back without any facet. https://github.com/microsoftgraph/microsoft-graph-docs/issues/3191 */
const silentFacets = ['hyperlinkOrPicture', 'term']

const kindOfFacet: Record<string, Kind> = {
  number: 'number',
  currency: 'number',
  boolean: 'boolean',
  dateTime: 'dateTime',
  choice: 'choice',
  lookup: 'lookup',
  personOrGroup: 'person',
  hyperlinkOrPicture: 'hyperlink',
  calculated: 'calculated',
  term: 'term',
}

export function kindOf(column: Column): Kind {
  if (column.facet === 'text') return column.settings['allowMultipleLines'] === true ? 'note' : 'text'
  return kindOfFacet[column.facet] ?? 'text'
}

/** Several values in one cell. For choices there is no other sign than check boxes.
 * https://learn.microsoft.com/graph/api/resources/choicecolumn */
export function isMulti({ facet, settings }: Column): boolean {
  if (facet === 'choice') return settings['displayAs'] === 'checkBoxes'
  return settings['allowMultipleValues'] === true || settings['allowMultipleSelection'] === true
}

/** The key of a column's value in `fields`. */
export function wireName(column: Column): string {
  const kind = kindOf(column)
  return (kind === 'lookup' || kind === 'person') && !isMulti(column) ? `${column.name}LookupId` : column.name
}

/** Letters, digits and `_` stay; the rest, and a leading digit, become `_xHHHH_`. */
function internalName(name: string): string {
  const encode = (sign: string): string => `_x${sign.charCodeAt(0).toString(16).padStart(4, '0')}_`
  return name.replace(/[^A-Za-z0-9_]/g, encode).replace(/^\d/, encode)
}

/** A column from the body of POST …/columns. */
export function readColumn(body: unknown): Column {
  const given = record(body)
  const facets = Object.keys(facetDefaults).filter((facet) => facet in given && given[facet] !== null)
  const [facet] = facets
  if (facet === undefined || facets.length > 1) {
    throw badRequest('Unable to determine type of provided column definition')
  }
  // Backup products met this one: https://github.com/alcionai/corso
  if (given['defaultValue'] === null || given['validation'] === null) {
    throw new Failure(500, 'generalException', 'General exception while processing')
  }
  const label = given['name'] ?? given['displayName']
  if (typeof label !== 'string' || label.trim() === '') throw badRequest('Column name is missing')
  const column: Column = {
    id: crypto.randomUUID(),
    name: internalName(label),
    displayName: typeof given['displayName'] === 'string' ? given['displayName'] : label,
    description: typeof given['description'] === 'string' ? given['description'] : '',
    required: given['required'] === true,
    indexed: given['indexed'] === true,
    enforceUniqueValues: given['enforceUniqueValues'] === true,
    hidden: given['hidden'] === true,
    ...('defaultValue' in given ? { defaultValue: given['defaultValue'] } : {}),
    ...('validation' in given ? { validation: given['validation'] } : {}),
    facet,
    settings: { ...facetDefaults[facet], ...record(given[facet]) },
  }
  checkColumn(column)
  return column
}

/** What PATCH may change; the name never. */
export function changeColumn(column: Column, body: unknown): Column {
  const given = record(body)
  const other = Object.keys(facetDefaults).find((facet) => facet in given && facet !== column.facet)
  if (other !== undefined) throw badRequest('The type of a column cannot be changed')
  const changed: Column = { ...column, settings: { ...column.settings, ...record(given[column.facet]) } }
  for (const key of ['displayName', 'description'] as const) {
    const value = given[key]
    if (typeof value === 'string') changed[key] = value
  }
  for (const key of ['required', 'indexed', 'enforceUniqueValues', 'hidden'] as const) {
    const value = given[key]
    if (typeof value === 'boolean') changed[key] = value
  }
  for (const key of ['defaultValue', 'validation'] as const) {
    if (key in given) changed[key] = given[key]
  }
  checkColumn(changed)
  return changed
}

function checkColumn(column: Column): void {
  const formula = record(column.validation)['formula']
  if (typeof formula === 'string') compileFormula(formula)
  if (column.enforceUniqueValues && !column.indexed) {
    throw badRequest('The column must be indexed before unique values can be enforced')
  }
  const kind = kindOf(column)
  const indexable = !isMulti(column) && kind !== 'note' && kind !== 'hyperlink' && kind !== 'calculated'
  if (column.indexed && !indexable) throw badRequest('This column type cannot be indexed')
}

/** As GET answers. `hidden` and the like come always; what list columns never show is left out. */
export function showColumn(column: Column): Record<string, unknown> {
  const facet = silentFacets.includes(column.facet) ? {} : { [column.facet]: column.settings }
  return {
    columnGroup: 'Custom Columns',
    description: column.description,
    displayName: column.displayName,
    enforceUniqueValues: column.enforceUniqueValues,
    hidden: column.hidden,
    id: column.id,
    indexed: column.indexed,
    name: column.name,
    readOnly: column.facet === 'calculated',
    required: column.required,
    ...(column.defaultValue === undefined ? {} : { defaultValue: column.defaultValue }),
    ...facet,
  }
}
