/** The folder of an initiative's documents, in the site's library. */
import { documentsFolder } from '#src/lists/documents.ts'
import { safeName } from './files.ts'

/** `Initiativ/AVO-2024-014`. */
export const documentFolderOf = ({ number }: { number: string }) => `${documentsFolder}/${safeName(number)}`
