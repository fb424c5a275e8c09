/** The web parts that Graph lets a page be made of: fourteen of Microsoft's own, and anybody else's. */
import { record } from './call.ts'
import { badRequest } from './errors.ts'
import type { Flags } from './flags.ts'

/** https://learn.microsoft.com/graph/api/sitepage-create */
const allowed: Record<string, string> = {
  'e377ea37-9047-43b9-8cdb-a761be2f8e09': 'Bing Maps',
  '0f087d7f-520e-42b7-89c0-496aaf979d58': 'Button',
  'df8e44e7-edd5-46d5-90da-aca1539313b8': 'Call to Action',
  '2161a1c6-db61-4731-b97c-3cdb303f7cbb': 'Divider',
  'b7dd04e1-19ce-4b24-9132-b60a1c2b910d': 'Document Embed',
  'd1d91016-032f-456d-98a4-721247c305e8': 'Image',
  'af8be689-990e-492a-81f7-ba3e4cd3ed9c': 'Image Gallery',
  '6410b3b6-d440-4663-8744-378976dc041e': 'Link Preview',
  'e84a8ca2-f63c-4fb9-bc0b-d8eef5ccb22b': 'Org Chart',
  '7f718435-ee4d-431c-bdbf-9c4ff326f46e': 'People',
  'c70391ea-0b10-4ee9-b2b4-006d3fcad0cd': 'Quick Links',
  '8654b779-4886-46d4-8ffb-b5ed960ee986': 'Spacer',
  '544dd15b-cf3c-441b-96da-004d5a8cea1d': 'YouTube Embed',
  'cbe7b0a9-3504-44dd-a3a3-0e5cacd07788': 'Title Area',
}

/** Microsoft's own that people expect and that are refused: pages with lists and charts need PnP.
 * https://pnp.github.io/powershell/cmdlets/Add-PnPPageWebPart.html */
const refused: Record<string, string> = {
  'f92bf067-bc19-489e-a556-7fe95f508720': 'List',
  '91a50c94-865f-4f5c-8b4e-e49659e69772': 'Quick chart',
  '58fcd18b-e1af-4b0a-b23b-422c2c52d5a2': 'Power BI',
  '490d7c76-1824-45b2-9de3-676421c997fa': 'Embed',
  '8c88f208-6c77-4bdb-86a0-0c47b4316588': 'News',
  'c4bd7b2f-7b6e-4599-8485-16504575f590': 'Hero',
  '20745d7d-8581-4a6c-bf26-68279bc123fc': 'Events',
  'daf0b71c-6de8-4ef7-b511-faae7c388708': 'Highlighted content',
}

const listOf = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.map(record) : [])

/** Throws for a part that is refused, of an unknown type, or lacks what its type needs. */
export function checkCanvas(canvas: unknown, flags: Flags): void {
  const layout = record(canvas)
  const columns = listOf(layout['horizontalSections']).flatMap((section) => listOf(section['columns']))
  for (const column of [...columns, record(layout['verticalSection'])])
    for (const part of listOf(column['webparts'])) checkPart(part, flags)
}

function checkPart(part: Record<string, unknown>, flags: Flags): void {
  const type = String(part['@odata.type'] ?? '').toLowerCase()
  if (type === '#microsoft.graph.textwebpart') {
    if (typeof part['innerHtml'] !== 'string') throw badRequest('A text web part needs innerHtml')
    return
  }
  if (type !== '#microsoft.graph.standardwebpart') throw badRequest("A web part needs its '@odata.type'")
  const id = String(part['webPartType'] ?? '').toLowerCase()
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
    throw badRequest('The webPartType is not valid')
  if (id in refused || (!(id in allowed) && flags.otherWebParts === 'refused'))
    throw badRequest(`The web part ${refused[id] ?? id} is not supported`)
}
