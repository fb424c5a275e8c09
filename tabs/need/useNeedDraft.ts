/** The need being written: kept in the browser from the first keystroke, gone when it is sent. */
import { useCallback, useEffect, useState } from 'react'
import { newKey } from '../act.ts'
import { needDraftName, returnedNeedName } from '../cache.ts'
import { useSession } from '../context.ts'
import type { NeedDraft, NeedValues } from '../ui/ownNeeds.ts'

const nothing: NeedValues = {
  title: '',
  need: '',
  benefit: '',
  systems: '',
  legalBasis: '',
  wantsToBuy: false,
}

/** Nothing has been written that anybody would miss. */
const isBlank = ({ title, need, benefit, systems }: NeedValues) =>
  !`${title}${need}${benefit}${systems}`.trim()

export interface Writing {
  /** `undefined` while the browser's memory is asked. */
  draft: NeedDraft | undefined
  /** It was begun at an earlier visit. */
  restored: boolean
  change: (next: Partial<NeedValues>) => void
  startOver: () => Promise<void>
}

export function useNeedDraft(): Writing {
  const { session } = useSession()
  const { cache } = session.data
  const [draft, setDraft] = useState<NeedDraft>()
  const [restored, setRestored] = useState(false)
  useEffect(() => {
    let here = true
    const begin = async () => {
      const kept =
        (await cache.kept<NeedDraft>(needDraftName)) ?? (await cache.kept<NeedDraft>(returnedNeedName))
      if (!here) return
      setRestored(kept !== undefined)
      setDraft(kept ?? { key: newKey(), values: nothing })
    }
    void begin()
    return () => {
      here = false
    }
  }, [cache])
  const change = useCallback(
    (next: Partial<NeedValues>) =>
      setDraft((before) => {
        if (!before) return before
        const after = { ...before, values: { ...before.values, ...next } }
        void (isBlank(after.values) ? cache.drop(needDraftName) : cache.keep(needDraftName, after))
        return after
      }),
    [cache],
  )
  const startOver = useCallback(async () => {
    await cache.drop(needDraftName)
    await cache.drop(returnedNeedName)
    setRestored(false)
    setDraft({ key: newKey(), values: nothing })
  }, [cache])
  return { draft, restored, change, startOver }
}
