/** The keys that pictures listen to, as the help lists them; apart from the other pages' rows, which the first load brings. */
import type { KeyRow } from '../keys/keys.ts'

export const pictureKeys: readonly KeyRow[] = [
  { keys: ['Up', 'Down', 'Left', 'Right'], does: 'keys.marks' },
  { keys: ['Home', 'End'], does: 'keys.markEnds' },
  { keys: ['Enter'], does: 'keys.openMark' },
]

export const zoomKeys: readonly KeyRow[] = [
  { keys: ['+', '-', '0'], does: 'keys.zoom' },
  { keys: ['Shift+Up', 'Shift+Down', 'Shift+Left', 'Shift+Right'], does: 'keys.pan' },
]

export const timeKeys: readonly KeyRow[] = [
  { keys: ['Space'], does: 'keys.tryTime' },
  { keys: ['Left', 'Right'], does: 'keys.moveTime' },
  { keys: ['Shift+Left', 'Shift+Right'], does: 'keys.moveEnd' },
  { keys: ['Ctrl+Shift+Left', 'Ctrl+Shift+Right'], does: 'keys.moveStart' },
]
