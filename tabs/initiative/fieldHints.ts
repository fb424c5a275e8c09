/** What stands beside a field: what a workbook said that nobody understood, or what whoever holds the role answers for. */
import type { Initiative } from '#src/lists/initiatives.ts'
import type { PreparedField } from '#src/rules/initiatives/editing.ts'
import { wordsFor } from '#src/rules/initiatives/writtenWords.ts'
import type { Words } from '#src/text/words.ts'
import type { SectionRow } from './sections.ts'

export const dutyOf = (section: SectionRow, field: PreparedField, t: Words['t']) => {
  const key = section.duties?.[field]
  return key && t(key)
}

/** What the workbook said where it was not understood; nothing once the field is filled. */
export function asWritten(initiative: Initiative, field: PreparedField, t: Words['t']): string | undefined {
  if (initiative[field] !== undefined) return undefined
  const column = field in wordsFor ? wordsFor[field as keyof typeof wordsFor] : undefined
  const text = column && initiative[column]
  return text && t('initiative.asWritten', { text })
}
