/** The chords of a meeting that is held. None is a letter: a chord with Alt or AltGr writes characters on Swedish and Mac keyboards. */
import { useEffect } from 'react'
import { useKeys } from '../../ui/keys/keys.ts'
import { meetingKeys } from '../../ui/keys/rows.ts'

export interface HoldChords {
  next: () => void
  previous: () => void
  decision: () => void
  action: () => void
  notes: () => void
}

/** Which chord it is; `undefined` for everything people type. */
export function chordOf(
  event: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing'>,
): keyof HoldChords | undefined {
  const { key, altKey, ctrlKey, metaKey, shiftKey, isComposing } = event
  if (isComposing) return undefined
  const alone = altKey && !ctrlKey && !metaKey && !shiftKey
  if (alone && key === 'PageDown') return 'next'
  if (alone && key === 'PageUp') return 'previous'
  if (alone && key === 'Enter') return 'action'
  if (key !== 'Enter' || altKey || !(ctrlKey || metaKey)) return undefined
  return shiftKey ? 'notes' : 'decision'
}

export function useHoldKeys(chords: HoldChords) {
  useKeys(meetingKeys)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const chord = chordOf(event)
      if (!chord || event.defaultPrevented || document.querySelector('dialog[open]')) return
      event.preventDefault()
      chords[chord]()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [chords])
}
