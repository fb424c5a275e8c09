/** What may be picked in a field that points at a person, a unit or another initiative. */
import { useMemo } from 'react'
import type { Person, Ref } from '#src/lists/columns.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { forums, people, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'

export interface Option {
  /** What is typed and shown. */
  text: string
  value: Person | Ref
}

const unitFields = new Set(['unit', 'payer', 'concernedUnits', 'parent', 'administrations'])
const forumFields = new Set(['forum', 'escalatesTo', 'board'])
const initiativeFields = new Set(['similar', 'needs'])

export function useOptions(field: string): Option[] {
  const {
    session: { data },
  } = useSession()
  const who = useItems(data, people)
  const where = useItems(data, units)
  const what = useItems(data, initiatives)
  const bodies = useItems(data, forums)
  const folios = useItems(data, portfolios)
  return useMemo(() => {
    if (unitFields.has(field))
      return where.map((u) => ({
        text: u.short ? `${u.title} (${u.short})` : u.title,
        value: { key: u.key, title: u.title },
      }))
    if (forumFields.has(field)) return bodies.map(titled)
    if (field === 'portfolio') return folios.map(titled)
    if (initiativeFields.has(field))
      return what.map((i) => ({ text: `${i.number} ${i.title}`, value: { key: i.key, title: i.title } }))
    return who.map((p) => ({ text: p.jobTitle ? `${p.title}, ${p.jobTitle}` : p.title, value: p.person }))
  }, [field, who, where, what, bodies, folios])
}

const titled = ({ key, title }: Ref): Option => ({ text: title, value: { key, title } })
