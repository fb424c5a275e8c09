/** What the browser keeps of a person's own needs: the one being written, and those of others they follow. */
import type { Person, Ref } from '#src/lists/columns.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { type BrowserCache, needDraftName } from '../cache.ts'

/** Keys of needs that a person follows instead of handing in the same one. */
export const followedName = 'followed'

export interface NeedValues {
  title: string
  need: string
  benefit: string
  /** Untouched until somebody picks one; `null` when it was taken away. */
  unit?: Ref | null | undefined
  /** Somebody else than the one who writes. */
  contact?: Person | undefined
  portfolio?: string | undefined
  systems: string
  legal?: Initiative['legal'] | undefined
  legalBasis: string
  wantsToBuy: boolean
}

/** `key`: what it is sent with, however often. */
export interface NeedDraft {
  key: string
  values: NeedValues
}

export const keptNeedDraft = (cache: BrowserCache) => cache.kept<NeedDraft>(needDraftName)

export async function follow(cache: BrowserCache, key: string) {
  const before = (await cache.kept<string[]>(followedName)) ?? []
  await cache.keep(followedName, [...new Set([...before, key])])
}
