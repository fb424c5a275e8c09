/** The keys that parts of pages listen to, as the help lists them; each part registers its own with `useKeys`. */
import type { KeyRow } from './keys.ts'

export const searchKeys: readonly KeyRow[] = [{ keys: ['/'], does: 'keys.search' }]

export const boardKeys: readonly KeyRow[] = [
  { keys: ['Up', 'Down', 'Left', 'Right'], does: 'keys.rove' },
  { keys: ['Enter'], does: 'keys.openCard' },
  { keys: ['Space'], does: 'keys.lift' },
  { keys: ['Left', 'Right'], does: 'keys.choose' },
  { keys: ['Enter', 'Space'], does: 'keys.drop' },
  { keys: ['Esc'], does: 'keys.putBack' },
]

export const tableKeys: readonly KeyRow[] = [
  { keys: ['Up', 'Down'], does: 'keys.rows' },
  { keys: ['Page Up', 'Page Down'], does: 'keys.pages' },
  { keys: ['Home', 'End'], does: 'keys.ends' },
  { keys: ['Left', 'Right'], does: 'keys.cells' },
  { keys: ['Enter'], does: 'keys.openRow' },
  { keys: ['F2'], does: 'keys.editCell' },
  { keys: ['Space'], does: 'keys.selectRow' },
  { keys: ['Ctrl+A'], does: 'keys.selectAll' },
  { keys: ['Ctrl+V'], does: 'keys.pasteRows' },
]

export const registerKeys: readonly KeyRow[] = [
  { keys: ['Up', 'Down'], does: 'keys.rows' },
  { keys: ['Page Up', 'Page Down'], does: 'keys.pages' },
  { keys: ['Home', 'End'], does: 'keys.ends' },
  { keys: ['Enter'], does: 'keys.openDecision' },
  { keys: ['Esc'], does: 'keys.closeDecision' },
]

export const gridKeys: readonly KeyRow[] = [
  { keys: ['Up', 'Down', 'Left', 'Right'], does: 'keys.gridCells' },
  { keys: ['Enter', 'F2'], does: 'keys.gridEdit' },
  { keys: ['Delete'], does: 'keys.gridEmpty' },
  { keys: ['Ctrl+V'], does: 'keys.gridPaste' },
  { keys: ['Ctrl+Z'], does: 'keys.gridUndo' },
]

export const scoreKeys: readonly KeyRow[] = [
  { keys: ['Up', 'Down', 'Left', 'Right'], does: 'keys.gridCells' },
  { keys: ['1', '2', '3', '4', '5'], does: 'keys.score' },
  { keys: ['Delete'], does: 'keys.scoreBack' },
  { keys: ['Enter'], does: 'keys.scoreReason' },
  { keys: ['Ctrl+V'], does: 'keys.gridPaste' },
  { keys: ['Ctrl+Z'], does: 'keys.gridUndo' },
]

export const meetingKeys: readonly KeyRow[] = [
  { keys: ['Alt+Page Down'], does: 'keys.nextItem' },
  { keys: ['Alt+Page Up'], does: 'keys.previousItem' },
  { keys: ['Ctrl+Enter'], does: 'keys.toDecision' },
  { keys: ['Alt+Enter'], does: 'keys.toAction' },
  { keys: ['Ctrl+Shift+Enter'], does: 'keys.toNotes' },
]
