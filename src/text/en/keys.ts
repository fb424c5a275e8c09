/** What the help on keys says, in English: the same keys and `{places}` as in Swedish. */
import type { sentences as sv } from '../sv/keys.ts'

export const sentences = {
  'keys.open': 'Keys',
  'keys.title': 'Keys',
  'keys.page': 'On this page',
  'keys.everywhere': 'Everywhere',
  'keys.key': 'Key',
  'keys.does': 'Does',
  'keys.close': 'Close',
  'keys.or': 'or',
  'keys.single': 'Use keys of a single character (such as / and ?)',
  'keys.singleWhy':
    'Turn them off if you dictate text or press them by mistake. Everything can be done with the other keys.',
  'keys.help': 'Shows this help',
  'keys.next': 'Goes to the next or the previous',
  'keys.press': 'Presses a button or follows a link',
  'keys.escape': 'Closes a dialog without saving',
  'keys.name.Space': 'Space',
  'keys.name.Enter': 'Enter',
  'keys.name.Escape': 'Esc',
  'keys.name.Tab': 'Tab',
  'keys.name.Shift+Tab': 'Shift+Tab',
  'keys.name.Up': '↑',
  'keys.name.Down': '↓',
  'keys.name.Left': '←',
  'keys.name.Right': '→',
  'keys.name.PageUp': 'Page Up',
  'keys.name.PageDown': 'Page Down',
  'keys.name.Home': 'Home',
  'keys.name.End': 'End',
} satisfies Record<keyof typeof sv, string>
