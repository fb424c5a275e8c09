/** People of the whole directory beside those the governance knows: found while typing, and made known when they are picked. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Person } from '#src/lists/columns.ts'
import { people } from '#src/lists/organisation.ts'
import type { DirectoryHit } from '#src/graph/directory.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import type { Option } from './options.ts'

/** Between letters: the directory is asked when the person stops. */
const PAUSE_MS = 250

export interface Directory {
  /** Those found, whom the governance doesn't know. */
  found: Option[]
  search: (text: string) => void
  /** Called with whoever was picked; a stranger becomes known, so that SharePoint can show who it is. */
  meet: (id: string) => void
}

/**
 * `about`: the initiative that the person is to have a part in, for whoever may prepare only that. `met`: takes care of a
 * stranger itself, instead of having them made known.
 */
export function useDirectory({
  about,
  met,
}: {
  about?: string | undefined
  met?: ((hit: DirectoryHit) => void) | undefined
} = {}): Directory {
  const { session } = useSession()
  const known = useItems(session.data, people)
  const [hits, setHits] = useState<readonly DirectoryHit[]>([])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef('')
  useEffect(() => () => clearTimeout(timer.current), [])
  const search = useCallback(
    (text: string) => {
      clearTimeout(timer.current)
      latest.current = text
      timer.current = setTimeout(() => {
        session.data.searchPeople(text).then(
          (found) => {
            if (latest.current === text) setHits(found)
          },
          // Without the right to search, those known are still there to pick.
          () => setHits([]),
        )
      }, PAUSE_MS)
    },
    [session],
  )
  const strangers = hits.filter(({ id }) => !known.some(({ person }) => person.id === id))
  return {
    found: strangers.map(optionOf),
    search,
    meet: (id) => {
      const hit = strangers.find((each) => each.id === id)
      if (hit && met) return met(hit)
      if (!hit?.email) return
      void session.acting.act('knowPerson', {
        person: personOf(hit),
        email: hit.email,
        ...(hit.jobTitle && { jobTitle: hit.jobTitle }),
        ...(about && { initiative: about }),
      })
    },
  }
}

/** Two of the same name are told apart by what they do, or by their mail. */
const optionOf = (hit: DirectoryHit): Option => ({
  text: `${hit.name}, ${hit.jobTitle || hit.department || hit.email}`,
  value: personOf(hit),
})
const personOf = ({ id, name }: DirectoryHit): Person => ({ id, name })
