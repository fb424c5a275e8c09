/** What is confidential, how it is called where others read, and who stops reading it when it is marked. */
import type { Person, Ref } from '#src/lists/columns.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { Refusal } from '../refusal.ts'

/** Marked by a section of law: also while it is on its way between the lists. */
export const isConfidential = ({
  confidential,
  confidentialBasis,
}: {
  confidential?: true
  confidentialBasis?: string
}): boolean => confidential === true || Boolean(confidentialBasis)

type Named = Pick<Initiative, 'key' | 'number' | 'title'> &
  Pick<Partial<Initiative>, 'confidential' | 'confidentialBasis'>

/** What other rows call it: those are read by more than it is, so its number and no more while it is confidential. */
export const titleToOthers = (initiative: Named): string =>
  isConfidential(initiative) ? initiative.number : initiative.title

export const refToOthers = (initiative: Named): Ref => ({
  key: initiative.key,
  title: titleToOthers(initiative),
})

/**
 * What a matter is called among others that was named after the initiative: its number stands in the place of its title while it is
 * confidential, and the title comes back afterwards. `before`: how the same row names the initiative now.
 */
export function matterTitle(title: string, initiative: Named, before: Ref | undefined): string {
  if (isConfidential(initiative)) return title.replaceAll(initiative.title, initiative.number)
  if (before?.title !== initiative.number || title.includes(initiative.title)) return title
  // Where its number was part of the matter's title from the beginning, the last one stands for the title.
  const at = title.lastIndexOf(initiative.number)
  return at < 0 ? title : title.slice(0, at) + initiative.title + title.slice(at + initiative.number.length)
}

/** Everybody with a part in the initiative, each once: those who stop reading it unless the group has them. */
export function partakers(initiative: Initiative): Person[] {
  const all = [
    initiative.proposer,
    initiative.contact,
    initiative.projectOwner,
    initiative.projectManager,
    initiative.effectOwner,
    initiative.benefitLead,
    initiative.processOwner,
    ...(initiative.steeringGroup ?? []),
  ]
  return [...new Map(all.flatMap((person) => (person ? [[person.id, person] as const] : []))).values()]
}

/**
 * Why an initiative may not stand where more people read than read it: on an agenda, in minutes or in a paper. To be asked
 * by every action that puts one there; none when it isn't confidential.
 */
export const openPlaceRefusals = (initiatives: readonly Named[]): Refusal[] => {
  const numbers = initiatives.filter(isConfidential).map(({ number }) => number)
  return numbers.length > 0 ? [{ why: 'confidentialThere', numbers }] : []
}

/** What all staff read of some lists: an agenda, a page that is printed and handed round. */
export const openOnly = <F extends object>(facts: F): F =>
  inEachList(facts, (rows) => rows.filter((row) => !isConfidential(row)))

/** All of it, each confidential row called so by `mark`: whoever holds the paper sees what is to be tried before it is handed out. */
export const markedIn = <F extends object>(facts: F, mark: (title: string) => string): F =>
  inEachList(facts, (rows) =>
    rows.map((row) =>
      isConfidential(row) && row.title !== undefined ? { ...row, title: mark(row.title) } : row,
    ),
  )

interface Kept {
  confidential?: true
  confidentialBasis?: string
  title?: string
}

const inEachList = <F extends object>(facts: F, change: (rows: readonly Kept[]) => Kept[]): F => ({
  ...facts,
  ...Object.fromEntries(
    Object.entries(facts).flatMap(([name, rows]: [string, unknown]) =>
      Array.isArray(rows) ? [[name, change(rows as Kept[])]] : [],
    ),
  ),
})
