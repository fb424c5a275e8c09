/** Carries out the steps of a plan, one after another: parallel changes of a list's columns end in `Save Conflict`. */
import { wireColumns } from '#src/lists/list.ts'
import type { Graph } from '../client.ts'
import type { SharePoint } from '../sharepoint.ts'
import type { Step } from '#src/lists/provisioning.ts'
import { closeList } from './closed.ts'
import { narrowList } from './narrow.ts'
import { letStaffRead } from './rights.ts'

export async function applyStep(
  step: Step,
  {
    graph,
    siteId,
    rest,
    staffGroup,
    confidentialGroup,
  }: {
    graph: Graph
    siteId: string
    rest: SharePoint
    /** Entra id of the group of all staff. */
    staffGroup: string | undefined
    /** Entra id of the group that reads what is confidential. */
    confidentialGroup: string | undefined
  },
): Promise<void> {
  const lists = `/sites/${siteId}/lists`
  const columns = (id: string) => `${lists}/${id}/columns`
  switch (step.do) {
    case 'createList':
      // The ASCII name becomes the address for good; the Swedish title comes after. A library is a list of another template:
      // https://learn.microsoft.com/graph/api/list-create
      return graph({
        method: 'POST',
        path: lists,
        body: {
          displayName: step.list.name,
          columns: wireColumns(step.list),
          list: { template: step.list.library ? 'documentLibrary' : 'genericList' },
        },
      })
    case 'nameList':
      return graph({ method: 'PATCH', path: `${lists}/${step.id}`, body: { displayName: step.list.label } })
    case 'addColumn':
      return graph({ method: 'POST', path: columns(step.id), body: step.column })
    case 'nameColumn':
      return graph({
        method: 'PATCH',
        path: `${columns(step.id)}/${step.columnId}`,
        body: { displayName: step.displayName },
      })
    case 'indexColumn':
      return graph({
        method: 'PATCH',
        path: `${columns(step.id)}/${step.columnId}`,
        body: { indexed: true, ...(step.unique && { enforceUniqueValues: true }) },
      })
    case 'addChoices':
      return graph({
        method: 'PATCH',
        path: `${columns(step.id)}/${step.columnId}`,
        // The whole of it: what a PATCH leaves out of a facet isn't documented to stay, and several choices would become one.
        body: { choice: { ...choiceOf(step), choices: step.choices } },
      })
    case 'keepVersions':
      return rest('PATCH', `/lists(guid'${step.id}')`, { EnableVersioning: true, MajorVersionLimit: 500 })
    case 'letStaffRead':
      return staffGroup ? letStaffRead(rest, staffGroup) : undefined
    case 'closeList':
      return closeList(rest, step)
    case 'narrowList':
      return confidentialGroup ? narrowList(rest, step, confidentialGroup) : undefined
  }
}

const choiceOf = ({ list, name }: Step & { do: 'addChoices' }) =>
  wireColumns(list).find((column) => column.name === name)?.choice as object | undefined
