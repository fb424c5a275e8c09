/** Writes each typed text to the browser's database: one write at a time for each field, and always the latest. */
import type { BrowserCache } from '../../cache.ts'
import { type NoteField, noteFields } from './autosave.ts'

/** A text that the server hasn't, and what the server had when it was begun. */
export interface Pair {
  base: string
  text: string
}
export type Kept = { [K in NoteField]?: Pair }

export interface Keeper {
  /** `undefined`: the server has it, so it is forgotten here. */
  write: (item: string, field: NoteField, pair: Pair | undefined) => void
  read: (items: readonly string[]) => Promise<Map<string, Kept>>
  /** False where storage is denied, or full. */
  works: () => boolean
}

/** `failed`: called when the browser would not keep a text. */
export function keeper(cache: BrowserCache, meeting: string, failed: () => void): Keeper {
  let works = cache.works
  const waiting = new Map<string, Pair | undefined>()
  const writing = new Set<string>()
  const nameOf = (item: string, field: NoteField) => `notes/${meeting}/${item}/${field}`

  async function drain(name: string) {
    writing.add(name)
    while (waiting.has(name)) {
      const pair = waiting.get(name)
      waiting.delete(name)
      try {
        await (pair ? cache.keep(name, pair) : cache.drop(name))
      } catch {
        // The database is full or gone: what is typed is sent to the server at once from now on.
        works = false
        failed()
      }
    }
    writing.delete(name)
  }

  return {
    works: () => works,
    write: (item, field, pair) => {
      const name = nameOf(item, field)
      waiting.set(name, pair)
      if (!writing.has(name)) void drain(name)
    },
    read: async (items) => {
      const found = new Map<string, Kept>()
      const read = async (item: string, field: NoteField) => {
        const pair = await cache.kept<Pair>(nameOf(item, field)).catch(() => undefined)
        if (pair) found.set(item, { ...found.get(item), [field]: pair })
      }
      await Promise.all(items.flatMap((item) => noteFields.map((field) => read(item, field))))
      return found
    },
  }
}
