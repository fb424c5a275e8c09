/** What may be kept as a document of an initiative, before a byte of it is sent. */

/** A document is read and printed by people; recordings and images of discs belong elsewhere. */
export const MOST_BYTES = 250 * 1024 * 1024

/** Of the name, as SharePoint keeps it (https://support.microsoft.com/office/64883a5d-228e-48f5-b3d2-eb39e07630fa). */
const MOST_CHARACTERS = 120

export type DocumentFault = 'empty' | 'tooLarge' | 'blockedName' | 'longName'

const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$|^\.lock$|^desktop\.ini$|_vti_|^~\$/i

export function documentFault({ name, size }: { name: string; size: number }): DocumentFault | undefined {
  if (size === 0) return 'empty'
  if (size > MOST_BYTES) return 'tooLarge'
  if (reserved.test(name.trim())) return 'blockedName'
  return name.length > MOST_CHARACTERS ? 'longName' : undefined
}
