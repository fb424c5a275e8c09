/** What somebody has half written about a decision, kept while the dialog or the page is closed. */
import { useEffect, useState } from 'react'
import { useSession } from '../../context.ts'
import type { Draft } from './decidingForm.ts'

/** `restored`: something was there from before. `clear` when it has been decided. */
export function useDraft(name: string) {
  const { session } = useSession()
  const { cache } = session.data
  const [draft, setDraft] = useState<Draft>({})
  const [restored, setRestored] = useState(false)
  useEffect(() => {
    let gone = false
    void cache.kept<Draft>(name).then((kept) => {
      if (gone || !kept) return
      // What has been typed while it was fetched stands.
      setDraft((typed) => ({ ...kept, ...typed }))
      setRestored(true)
    })
    return () => {
      gone = true
    }
  }, [cache, name])
  return {
    draft,
    restored,
    write: (changes: Draft) => {
      const next = { ...draft, ...changes }
      setDraft(next)
      void cache.keep(name, next)
    },
    clear: () => cache.drop(name),
  }
}
