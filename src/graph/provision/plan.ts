/** Compares the declared lists with the site, and says what is missing. Never drops or renames. */
import type { WireColumn } from '#src/lists/columns.ts'
import type { Finding, Step } from '#src/lists/provisioning.ts'
import { type List, wireColumns } from '#src/lists/list.ts'
import { batch } from '../batch.ts'
import type { Graph } from '../client.ts'
import { GraphError } from '../errors.ts'

interface SiteColumn {
  id: string
  name: string
  displayName: string
  indexed?: boolean
  enforceUniqueValues?: boolean
  choice?: { choices: string[] }
  [facet: string]: unknown
}

export interface SiteList {
  id: string
  name: string
  displayName: string
  columns: SiteColumn[]
}

/** Our lists as they stand on the site, by the ASCII name that their address keeps. */
export async function readSite(
  graph: Graph,
  siteId: string,
  lists: readonly List[],
): Promise<Map<string, SiteList>> {
  const { value } = await graph<{ value: Omit<SiteList, 'columns'>[] }>({
    path: `/sites/${siteId}/lists?$select=id,name,displayName&$top=999`,
  })
  const ours = value.filter(({ name }) => lists.some((list) => list.name === name))
  const columns = await batch(
    graph,
    ours.map(({ id }) => ({ path: `/sites/${siteId}/lists/${id}/columns?$top=999` })),
  )
  return new Map(
    ours.map((list, i) => {
      const answer = columns[i]
      if (answer instanceof GraphError) throw answer
      return [list.name, { ...list, columns: (answer as { value: SiteColumn[] }).value }]
    }),
  )
}

export function planLists(
  lists: readonly List[],
  site: ReadonlyMap<string, SiteList>,
): { steps: Step[]; findings: Finding[] } {
  const steps: Step[] = []
  const findings: Finding[] = []
  for (const list of lists) {
    const there = site.get(list.name)
    if (!there) {
      steps.push({ do: 'createList', list })
      continue
    }
    if (there.displayName !== list.label) steps.push({ do: 'nameList', list, id: there.id })
    for (const column of [
      { name: 'Title', displayName: list.columns.title?.label ?? 'Title', text: {} },
      ...wireColumns(list),
    ]) {
      const found = there.columns.find(({ name }) => name === column.name)
      if (found) compareColumn({ list, id: there.id, column, found, steps, findings })
      else steps.push({ do: 'addColumn', list, id: there.id, column })
    }
  }
  return { steps, findings }
}

const facets = [
  'text',
  'number',
  'boolean',
  'dateTime',
  'choice',
  'personOrGroup',
  'lookup',
  'calculated',
  'currency',
]

/** The facet, and what in it makes another kind: a note is no line, several choices are not one. */
function kindOf(column: { [facet: string]: unknown }): string {
  const facet = facets.find((name) => column[name] !== undefined && column[name] !== null) ?? ''
  const settings = (column[facet] ?? {}) as Record<string, unknown>
  const several =
    settings.allowMultipleLines === true ||
    settings.allowMultipleSelection === true ||
    settings.displayAs === 'checkBoxes'
  const timed = facet === 'dateTime' && settings.format === 'dateTime'
  return [facet, ...(several ? ['several'] : []), ...(timed ? ['timed'] : [])].join(' ')
}

function compareColumn({
  list,
  id,
  column,
  found,
  steps,
  findings,
}: {
  list: List
  id: string
  column: WireColumn
  found: SiteColumn
  steps: Step[]
  findings: Finding[]
}) {
  const at = { list, id, columnId: found.id, name: column.name }
  if (kindOf(column) !== kindOf(found)) {
    findings.push({ what: 'columnKindDiffers', list, name: column.name })
    return
  }
  if (found.displayName !== column.displayName)
    steps.push({ do: 'nameColumn', ...at, displayName: column.displayName })
  const unique = column.enforceUniqueValues === true
  if ((column.indexed && !found.indexed) || (unique && !found.enforceUniqueValues))
    steps.push({ do: 'indexColumn', ...at, unique })
  const wanted = (column.choice as { choices: string[] } | undefined)?.choices ?? []
  const missing = wanted.filter((word) => !found.choice?.choices.includes(word))
  if (missing.length > 0)
    steps.push({ do: 'addChoices', ...at, choices: [...(found.choice?.choices ?? []), ...missing] })
}
