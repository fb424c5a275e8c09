/** What somebody has half written about a decision, kept while the dialog or the page is closed. */
import { useEffect, useState } from 'react'
import type { Outcome } from '#src/lists/decisions.ts'
import { useSession } from '../../context.ts'
import type { Draft } from './decidingForm.ts'

/**
 * `restored`: something was there from before. `clear` when it has been decided. With `begin` what was worded for
 * another outcome is left out: only what was said besides is still true.
 */
export function useDraft(name: string, begin?: Outcome) {
  const { session } = useSession()
  const { cache } = session.data
  const [draft, setDraft] = useState<Draft>({})
  const [restored, setRestored] = useState(false)
  useEffect(() => {
    let gone = false
    void cache.kept<Draft>(name).then((kept) => {
      if (gone || !kept) return
      const { outcome, wording: _, ...besides } = kept
      const fitting = begin === undefined || outcome === begin ? kept : besides
      if (Object.values(fitting).every((said) => said === undefined)) return
      // What has been typed while it was fetched stands.
      setDraft((typed) => ({ ...fitting, ...typed }))
      setRestored(true)
    })
    return () => {
      gone = true
    }
  }, [cache, name, begin])
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
