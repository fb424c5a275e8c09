/** What somebody has chosen on the import page; kept while they look at another page, gone with the tab. */
import { useSyncExternalStore } from 'react'
import type { Mapping } from '#src/import/mapping.ts'
import type { Session } from '../../session.ts'
import type { Saving } from './saving.ts'

export interface ChosenFile {
  name: string
  bytes: Uint8Array
  /** A fingerprint of what the file holds. */
  mark: string
}

export interface Draft {
  file: ChosenFile | undefined
  /** The first sheet that looks right when nobody chose. */
  sheet: string | undefined
  /** The key of a portfolio; the nearest one when nobody chose. */
  portfolio: string | undefined
  mapping: Mapping
  saving: Saving | undefined
}

const empty: Draft = {
  file: undefined,
  sheet: undefined,
  portfolio: undefined,
  mapping: {},
  saving: undefined,
}

const kept = new WeakMap<Session, ReturnType<typeof createDraft>>()

export function useDraft(session: Session) {
  const draft = draftOf(session)
  const value = useSyncExternalStore(draft.subscribe, draft.value)
  return { draft: value, change: draft.change, clear: draft.clear }
}

/** Puts a file where the import page finds it; `false` while another is being saved. */
export function chooseFile(session: Session, file: ChosenFile): boolean {
  const draft = draftOf(session)
  if (draft.value().saving) return false
  draft.change({ file, sheet: undefined, mapping: {} })
  return true
}

function draftOf(session: Session) {
  const draft = kept.get(session) ?? createDraft()
  kept.set(session, draft)
  return draft
}

function createDraft() {
  let draft = empty
  const listeners = new Set<() => void>()
  const become = (next: Draft) => {
    draft = next
    for (const listener of listeners) listener()
  }
  return {
    value: () => draft,
    change: (next: Partial<Draft>) => become({ ...draft, ...next }),
    /** Back to the first step, with the portfolio kept. */
    clear: () => become({ ...empty, portfolio: draft.portfolio }),
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
