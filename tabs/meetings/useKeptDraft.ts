/** What somebody has half written, kept in the browser from the first letter until it is saved or thrown away. */
import { useEffect, useState } from 'react'
import { useSession } from '../context.ts'

export function useKeptDraft<T extends object>(name: string) {
  const { session } = useSession()
  const { cache } = session.data
  const [draft, setDraft] = useState<Partial<T>>({})
  useEffect(() => {
    let gone = false
    void cache.kept<Partial<T>>(name).then((kept) => {
      // What has been typed while it was fetched stands.
      if (!gone && kept) setDraft((typed) => ({ ...kept, ...typed }))
    })
    return () => {
      gone = true
    }
  }, [cache, name])
  return {
    draft,
    write: (changes: Partial<T>) => {
      const next = { ...draft, ...changes }
      setDraft(next)
      void cache.keep(name, next)
    },
    clear: () => {
      setDraft({})
      void cache.drop(name)
    },
  }
}
