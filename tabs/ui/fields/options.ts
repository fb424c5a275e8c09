/** What may be picked in a field that points at a person, a unit or another initiative. */
import { useMemo } from 'react'
import type { Person, Ref } from '#src/lists/columns.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { people, units } from '#src/lists/organisation.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'

export interface Option {
  /** What is typed and shown. */
  text: string
  value: Person | Ref
}

const unitFields = new Set(['unit', 'payer', 'concernedUnits'])
const initiativeFields = new Set(['similar', 'needs'])

export function useOptions(field: string): Option[] {
  const {
    session: { data },
  } = useSession()
  const who = useItems(data, people)
  const where = useItems(data, units)
  const what = useItems(data, initiatives)
  return useMemo(() => {
    if (unitFields.has(field))
      return where.map((u) => ({
        text: u.short ? `${u.title} (${u.short})` : u.title,
        value: { key: u.key, title: u.title },
      }))
    if (initiativeFields.has(field))
      return what.map((i) => ({ text: `${i.number} ${i.title}`, value: { key: i.key, title: i.title } }))
    return who.map((p) => ({ text: p.jobTitle ? `${p.title}, ${p.jobTitle}` : p.title, value: p.person }))
  }, [field, who, where, what])
}
