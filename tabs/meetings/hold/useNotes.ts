/** The notes of a meeting while its page is open: what the parts of the page read and write, and when they are sent besides. */
import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import type { AgendaItem } from '#src/lists/meetings.ts'
import { useSession } from '../../context.ts'
import { isUnsaved, type NoteField, type SaveState, stateOf } from './autosave.ts'
import { createNotes, type Notes } from './notes.ts'

export const NotesContext = createContext<Notes | undefined>(undefined)

export function useNotes(): Notes {
  const notes = useContext(NotesContext)
  if (!notes) throw new Error('Notes were read outside a meeting')
  return notes
}

/** One for each meeting shown: the page is mounted anew for the next. */
export function useNotesOf(meeting: string, items: readonly AgendaItem[]): Notes {
  const { session } = useSession()
  const { acting, data } = session
  const [notes] = useState(() =>
    createNotes({ meeting, items, acting, cache: data.cache, store: data.store }),
  )
  useEffect(() => notes.take(items), [notes, items])
  useEffect(() => {
    const leave = () => {
      if (document.visibilityState === 'hidden') notes.flush()
    }
    // Everything typed is in the browser's database, if it has one: else the person is asked before the page goes.
    const warn = (event: BeforeUnloadEvent) => {
      if (!notes.keeps() && notes.boxes().some(isUnsaved)) event.preventDefault()
    }
    document.addEventListener('visibilitychange', leave)
    window.addEventListener('online', notes.flush)
    window.addEventListener('beforeunload', warn)
    return () => {
      document.removeEventListener('visibilitychange', leave)
      window.removeEventListener('online', notes.flush)
      window.removeEventListener('beforeunload', warn)
      notes.close()
    }
  }, [notes])
  return notes
}

/** The text of one field: nothing else on the page is drawn anew for a letter typed in it. */
export function useText(item: string, field: NoteField): readonly [string, (text: string) => void] {
  const notes = useNotes()
  const text = useSyncExternalStore(notes.subscribe, () => notes.text(item, field))
  return [text, (next) => notes.type(item, field, next)]
}

/** The other version of a text, when somebody else changed it too. */
export function useTheirs(item: string, field: NoteField): string | undefined {
  const notes = useNotes()
  return useSyncExternalStore(notes.subscribe, () => notes.boxOf(item)?.theirs[field])
}

export function useReady(): boolean {
  const notes = useNotes()
  return useSyncExternalStore(notes.subscribe, notes.ready)
}

export function useSaveState(): SaveState {
  const notes = useNotes()
  const online = useSyncExternalStore(listenToNet, () => navigator.onLine)
  // Said as one text, so that the page is drawn anew only when it says something else.
  const said = useSyncExternalStore(notes.subscribe, () => JSON.stringify(stateOf(notes.boxes(), online)))
  return JSON.parse(said) as SaveState
}

function listenToNet(listener: () => void) {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}
