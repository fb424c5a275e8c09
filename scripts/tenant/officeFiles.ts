/** What SharePoint does to Office files when they arrive: writes properties of its own into them, so that size and hash change. */
import type { Flags } from './flags.ts'

const office = /\.(docx|docm|dotx|xlsx|xlsm|pptx|pptm)$/i
const END_OF_ARCHIVE = 0x06054b50
const END_LENGTH = 22
const mark = new TextEncoder().encode('enriched 1.0')

/** The same archive with a remark at its end, where a flag says so: its parts are as they were, its bytes are not.
 * https://github.com/OneDrive/onedrive-api-docs/issues/935 */
export function asStored(flags: Flags, name: string, content: Uint8Array): Uint8Array {
  const end = content.byteLength - END_LENGTH
  if (!flags.officeFilesEnriched || !office.test(name) || end < 0) return content
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength)
  if (view.getUint32(end, true) !== END_OF_ARCHIVE) return content
  const stored = new Uint8Array(content.byteLength + mark.byteLength)
  stored.set(content)
  stored.set(mark, content.byteLength)
  new DataView(stored.buffer).setUint16(end + END_LENGTH - 2, mark.byteLength, true)
  return stored
}
