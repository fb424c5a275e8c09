/** Rows pasted from a spreadsheet program, as a workbook to import. */
import { toWorkbook } from '#src/export/xlsx.ts'
import { pastedTable } from '#src/import/pasted.ts'
import type { ChosenFile } from './draft.ts'
import { fingerprint } from './saving.ts'

/** `undefined` when the text holds no table. `name` stands for the file that isn't there. */
export async function pastedFile(text: string, name: string): Promise<ChosenFile | undefined> {
  const table = pastedTable(text, name)
  if (!table) return undefined
  const bytes = toWorkbook(table) as Uint8Array<ArrayBuffer>
  return { name, bytes, mark: await fingerprint(bytes) }
}
