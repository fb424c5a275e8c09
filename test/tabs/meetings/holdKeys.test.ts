/** The chords of a meeting fire on nothing that people type, and on nothing that browsers or screen readers listen to. */
import { expect, test } from 'vitest'
import { chordOf } from '#tabs/meetings/hold/useHoldKeys.ts'

const key = (name: string) => {
  const parts = name.split('+')
  return {
    key: parts.at(-1) ?? '',
    altKey: parts.includes('Alt'),
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Meta'),
    shiftKey: parts.includes('Shift'),
    isComposing: parts.includes('IME'),
  }
}

test.for<[string, string | undefined]>([
  ['Alt+PageDown', 'next'],
  ['Alt+PageUp', 'previous'],
  ['Ctrl+Enter', 'decision'],
  ['Meta+Enter', 'decision'],
  ['Alt+Enter', 'action'],
  ['Ctrl+Shift+Enter', 'notes'],
  ['Enter', undefined],
  ['Shift+Enter', undefined],
  ['PageDown', undefined],
  // A browser's next tab.
  ['Ctrl+PageDown', undefined],
  // AltGr writes characters on Swedish keyboards: it says Ctrl and Alt at once.
  ['Ctrl+Alt+Enter', undefined],
  ['Ctrl+Alt+PageDown', undefined],
  ['Alt+b', undefined],
  ['Ctrl+IME+Enter', undefined],
])('%s is %s', ([pressed, chord]) => {
  expect(chordOf(key(pressed))).toBe(chord)
})
