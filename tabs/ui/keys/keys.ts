/** The keys of the page in view, and whether keys of a single character are used at all (WCAG 2.1.4). */
import { useEffect } from 'react'
import type { SentenceKey } from '#src/text/words.ts'
import { useSession } from '../../context.ts'

/** `keys` are names (`Space`, `Up`, `Ctrl+Z`) or the character itself; any one of them does it. */
export interface KeyRow {
  keys: readonly string[]
  does: SentenceKey
}

const tables = new Map<symbol, readonly KeyRow[]>()
let single = true

/** What is kept of it in the browser, for each person. */
const KEPT = 'singleKeys'

/** Tells the help what keys the page listens to. The rows must be the same from render to render: a table beside the component. */
export function useKeys(rows: readonly KeyRow[]) {
  useEffect(() => {
    const own = Symbol('keys of a page')
    tables.set(own, rows)
    return () => {
      tables.delete(own)
    }
  }, [rows])
}

/** Each thing once, also where several parts of the page do it. */
export const keysInView = (): KeyRow[] => [
  ...new Map([...tables.values()].flat().map((row) => [row.does, row])).values(),
]

export const singleKeysOn = () => single

/** Reads what the person chose; until then, and where nothing is kept, single keys are used. */
export function useSingleKeys() {
  const {
    session: { data },
  } = useSession()
  useEffect(() => {
    void data.cache.kept<boolean>(KEPT).then((kept) => {
      single = kept ?? true
    })
  }, [data])
  return async (on: boolean) => {
    single = on
    await data.cache.keep(KEPT, on)
  }
}

const fields = 'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role=textbox]'

/** Whether this is the single character, meant as a command: not written in a field, not part of a chord, not turned off. */
export function isSingleKey(event: KeyboardEvent, character: string): boolean {
  const { target } = event
  const writing = target instanceof Element && target.closest(fields) !== null
  const chord = event.ctrlKey || event.metaKey || event.altKey || event.isComposing
  return single && event.key === character && !writing && !chord
}
