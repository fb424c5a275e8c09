/** The roles of whoever looks, from the register that every start brings in. */
import { useMemo } from 'react'
import { people, type Role } from '#src/lists/organisation.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'

export function useMyRoles(): readonly Role[] {
  const { session } = useSession()
  const who = useItems(session.data, people)
  return useMemo(
    () => who.filter(({ person }) => person.id === session.person.id).flatMap(({ roles }) => roles ?? []),
    [who, session.person.id],
  )
}
